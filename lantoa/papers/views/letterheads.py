"""The letterhead of the office: what it is on which day, a new one, one set right."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.papers.actions.letterheads import version_of, write
from lantoa.papers.forms.templates import LetterheadForm
from lantoa.papers.models import Letterhead
from lantoa.papers.queries.letterheads import head, letterhead_on
from lantoa.register.actions.refusals import ChangedMeanwhile

WRONG, CONFLICT = 422, 409


@requires(Deed.KEEP_TEMPLATES)
def listing(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _write(request, None)
    current = letterhead_on(localdate())
    initial = {name: getattr(current, name) for name in LetterheadForm.Meta.fields if name != "since"}
    unknown = {"place": "", "abbreviation": ""} if current._state.adding else {}  # dots on paper are no answer here
    return _page(request, None, LetterheadForm(initial=initial | unknown | {"since": localdate()}))


@requires(Deed.KEEP_TEMPLATES)
def one(request: HttpRequest, number: int) -> HttpResponse:
    row = get_object_or_404(Letterhead, pk=number)
    if request.method == "POST":
        return _write(request, row)
    return _page(request, row, LetterheadForm(instance=row, initial={"version": version_of(row)}))


def _write(request: HttpRequest, row: Letterhead | None) -> HttpResponse:
    form = LetterheadForm(request.POST, instance=Letterhead.objects.get(pk=row.pk) if row else None)
    if not form.is_valid():
        return _page(request, row, form, WRONG)
    facts = {name: form.cleaned_data[name] for name in LetterheadForm.Meta.fields}
    by, at = cast("User", request.user), now()
    try:
        write(facts=facts, letterhead=row, version=form.cleaned_data["version"], by=by, at=at)
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        return _page(request, row, form, CONFLICT)
    messages.success(request, _("Đã ghi thể thức. Giấy tờ lập từ nay dùng thể thức theo ngày của nó."))
    return redirect("letterheads")


def _page(request: HttpRequest, row: Letterhead | None, form: LetterheadForm, status: int = 200) -> HttpResponse:
    today = localdate()
    page = {
        "letterheads": Letterhead.objects.select_related("made_by").order_by("-since"),
        "current": letterhead_on(today).pk,
        "shown": head(today, "QĐ", number=5, dated=today),
        "row": row,
        "form": form,
    }
    return render(request, "papers/templates/letterheads.html", page, status=status)
