"""Legal bases: what papers of a day cite, one text with its versions, and the office's hand in them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa import plans
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.papers.actions import bases as actions
from lantoa.papers.actions.bases_refusals import CitedAlready, NoSuchText, NothingToCheck, WithdrawnAlready
from lantoa.papers.forms.bases import BasesFilter, BasisForm, CheckForm, WithdrawForm
from lantoa.papers.models import OfficeBasis
from lantoa.papers.queries import legal_texts
from lantoa.papers.queries.legal_texts import Text, Version
from lantoa.papers.views.asked import who
from lantoa.register.actions.refusals import ChangedMeanwhile

WRONG, CONFLICT = 422, 409
REFUSALS = (ChangedMeanwhile, CitedAlready, NoSuchText, NothingToCheck, WithdrawnAlready)


@requires(Deed.SEE_PLAN)
def listing(request: HttpRequest) -> HttpResponse:
    form = BasesFilter(request.GET, localdate())
    day, show = form.asked()
    found = legal_texts.texts(day)
    page = {
        "form": form,
        "day": day,
        "is_today": day == localdate(),
        "topics": legal_texts.by_topic(found, show),
        "unchecked": sum(text.needs_check for text in found),
        "regimes": plans.legal_book().regimes,
        "regime": next((one for one in plans.legal_book().regimes if one.holds(day)), None),
        "may_keep": _may_keep(request),
    }
    part = "#texts" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/bases/list.html{part}", page)


@requires(Deed.KEEP_TEMPLATES)
def new(request: HttpRequest) -> HttpResponse:
    form = BasisForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.add(facts=form.facts(), **who(request))
        except CitedAlready as refusal:
            form.add_error("words", str(refusal))
        else:
            messages.success(request, _("Đã ghi. Giấy tờ lập từ nay viện dẫn văn bản này."))
            return redirect("legal_basis", row.code)
    status = WRONG if form.is_bound else 200
    return render(request, "papers/bases/new.html", {"form": form}, status=status)


@requires(Deed.SEE_PLAN)
def one(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, _text(code))


@requires(Deed.KEEP_TEMPLATES)
def rewrite(request: HttpRequest, code: str) -> HttpResponse:
    """Other words or days in the place of those that stand."""
    text = _text(code)
    if request.method != "POST":
        return _form(request, text, _filled(text))
    form = BasisForm(request.POST, text=text.shown.basis)
    if not form.is_valid():
        return _form(request, text, form, WRONG)
    try:
        actions.rewrite(code=code, seen=form.cleaned_data["seen"] or 0, facts=form.facts(), **who(request))
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        return _form(request, text, form, CONFLICT)
    except CitedAlready as refusal:
        form.add_error("words", str(refusal))
        return _form(request, text, form, WRONG)
    messages.success(request, _("Đã ghi bản mới. Giấy tờ đã lập giữ lời cũ; lập lại thì dùng lời mới."))
    return redirect("legal_basis", code)


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def confirm(request: HttpRequest, code: str, number: int) -> HttpResponse:
    form = CheckForm(request.POST)
    if not form.is_valid():
        return _page(request, _text(code), WRONG, check=form)
    note = form.cleaned_data["note"]
    return _done(
        request,
        code,
        lambda: actions.confirm(code=code, number=number, note=note, **who(request)),
        _("Đã ghi: văn bản này đã đối chiếu với bản ký."),
    )


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def take_back(request: HttpRequest, code: str, number: int) -> HttpResponse:
    return _done(
        request,
        code,
        lambda: actions.take_back(code=code, number=number, **who(request)),
        _("Đã bỏ xác nhận; văn bản này cần đối chiếu lại."),
    )


@require_POST
@requires(Deed.KEEP_TEMPLATES)
def withdraw(request: HttpRequest, code: str, number: int) -> HttpResponse:
    row = get_object_or_404(OfficeBasis, code=code, number=number)
    form = WithdrawForm(request.POST, auto_id=f"rut-{number}-%s")
    if not form.is_valid():
        return _page(request, _text(code), WRONG, refused={number: form})
    return _done(
        request,
        code,
        lambda: actions.withdraw(basis=row, why=form.cleaned_data["why"], **who(request)),
        _("Đã rút bản này; bản trước đó dùng lại."),
    )


def _done(request: HttpRequest, code: str, act: Callable[[], object], words: str) -> HttpResponse:
    """Back to where it was pressed: the list of a day, or the text."""
    try:
        act()
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    if request.POST.get("ve") == "danh-sach":
        form = BasesFilter(request.POST, localdate())
        day, show = form.asked()
        return redirect(reverse("legal_bases", query={"ngay": f"{day:%d/%m/%Y}", "xem": show.value}))
    return redirect("legal_basis", code)


def _page(
    request: HttpRequest,
    text: Text,
    status: int = 200,
    check: CheckForm | None = None,
    refused: dict[int, WithdrawForm] | None = None,
) -> HttpResponse:
    page = {
        "text": text,
        "today": localdate(),
        "check": check or CheckForm(),
        "versions": [(version, _withdrawal(version, refused or {})) for version in text.versions],
        "may_keep": _may_keep(request),
    }
    return render(request, "papers/bases/one.html", page, status=status)


def _form(request: HttpRequest, text: Text, form: BasisForm, status: int = 200) -> HttpResponse:
    return render(request, "papers/bases/rewrite.html", {"text": text, "form": form}, status=status)


def _filled(text: Text) -> BasisForm:
    basis, row = text.shown.basis, text.shown.row
    initial = {
        "words": basis.words,
        "since": basis.source.since,
        "until": basis.source.until,
        "source": row.source if row else "",
        "applies_from": basis.applies_from,
        "is_left_out": basis.is_left_out,
        "seen": actions.newest_of(text.code),
    }
    return BasisForm(text=basis, initial=initial)


def _text(code: str) -> Text:
    found = legal_texts.text_of(code, localdate())
    if found is None:
        raise Http404
    return found


def _withdrawal(version: Version, refused: dict[int, WithdrawForm]) -> WithdrawForm | None:
    """Only what the office wrote, and once."""
    number = version.basis.number
    if version.row is None or version.is_withdrawn:
        return None
    return refused.get(number) or WithdrawForm(auto_id=f"rut-{number}-%s")


def _may_keep(request: HttpRequest) -> bool:
    return bool(may(actor_of(request.user), Deed.KEEP_TEMPLATES))
