"""The practice of a prospect on one page; written by one at a time, or both texts are shown."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.accounts.views import insist, requires
from lantoa.discovery.actions import practices
from lantoa.discovery.actions.refusals import ChangedMeanwhile
from lantoa.discovery.forms.prospects import PracticeForm
from lantoa.discovery.models import Practice, Prospect
from lantoa.discovery.views.prospects.asked import CONFLICT, WRONG, answer, prospect_for, who
from lantoa.domain.authority import Deed
from lantoa.domain.practices import PracticeText


@requires(Deed.SEE_PROSPECTS)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    prospect, case = prospect_for(request, pk)
    practice = _practice_of(prospect)
    if practice is None:
        raise Http404
    context = {"prospect": prospect, "practice": practice, "may_write": answer(request, Deed.WRITE_PRACTICE, case)}
    return render(request, "discovery/prospects/practice.html", context)


@requires(Deed.WRITE_PRACTICE)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    prospect, case = prospect_for(request, pk)
    insist(request, Deed.WRITE_PRACTICE, case)
    if request.method != "POST":
        return _form(request, prospect, PracticeForm(practice=_practice_of(prospect)))
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return _form(request, prospect, form, WRONG)
    try:
        practices.write(prospect=prospect, text=form.text(), seen=form.cleaned_data["seen"], **who(request))
    except ChangedMeanwhile as conflict:
        return _conflict(request, prospect, form, conflict)
    messages.success(request, _("Đã lưu mô hình, cách làm hay."))
    return redirect("practice", prospect.pk)


def _practice_of(prospect: Prospect) -> Practice | None:
    return Practice.objects.filter(prospect=prospect).select_related("written_by").order_by("pk").first()


def _conflict(request: HttpRequest, prospect: Prospect, form: PracticeForm, conflict: ChangedMeanwhile) -> HttpResponse:
    """What was typed with what stands there beside it; saved once more, it has been seen."""
    there = conflict.practice
    data = request.POST.copy()
    data["seen"] = str(there.version)
    again = PracticeForm(data)
    again.is_valid()
    typed = form.text()
    theirs = {
        name: getattr(there, name) for name in PracticeText.__slots__ if getattr(there, name) != getattr(typed, name)
    }
    return _form(request, prospect, again, CONFLICT, problem=str(conflict), there=there, theirs=theirs)


def _form(
    request: HttpRequest, prospect: Prospect, form: PracticeForm, status: int = 200, **conflict: object
) -> HttpResponse:
    theirs = conflict.pop("theirs", {})
    fields = [(form[name], theirs.get(name, "") if isinstance(theirs, dict) else "") for name in PracticeText.__slots__]
    context = {"prospect": prospect, "form": form, "fields": fields, **conflict}
    return render(request, "discovery/prospects/practice_edit.html", context, status=status)
