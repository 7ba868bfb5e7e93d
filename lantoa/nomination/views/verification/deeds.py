"""What is done to a dossier in verification, each by one press on its page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.actions.verification import answering, ending, holding, refusals, returning
from lantoa.nomination.forms.verification import AgainForm, FinishForm, HoldForm, ReturnForm
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification import desk
from lantoa.nomination.queries.verification.answers import standing
from lantoa.nomination.queries.verification.one import parts_to_flag
from lantoa.nomination.views.asked import CONFLICT, WRONG, user_of, who
from lantoa.nomination.views.verification.asked import dossier_for, office_for
from lantoa.nomination.views.verification.one import address_of, answer_forms, page_of
from lantoa.register.actions.holds import NotHolding
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold

LATE = (WrongStage, refusals.NotBeingVerified, refusals.AnsweredMeanwhile)
REFUSALS = (
    NoReason,
    NotAllowed,
    NotHolding,
    OnHold,
    refusals.DueInThePast,
    refusals.HeldAlready,
    refusals.NoGrounds,
    refusals.NotAsked,
    refusals.NotConcluded,
    refusals.NotOfThisOffice,
    refusals.NotOnesHold,
    refusals.NothingFlagged,
    refusals.NothingSaid,
    refusals.NothingToHold,
    refusals.OwnDossier,
)


@require_POST
@requires(Deed.VERIFY)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Answers of one office; `tiep` asks for the next dossier on its desk."""
    nomination = dossier_for(request, number)
    office = office_for(request, nomination)
    own = next((one for one in standing(nomination) if one.office.code == office), None)
    forms = answer_forms(nomination, own, request.POST)
    if not all(form.is_valid() for form in forms):
        return page_of(request, nomination, office, status=WRONG, answers=forms)
    said = [opinion for form in forms if (opinion := form.opinion())]
    try:
        answering.answer(nomination=nomination, office=office, said=said, **who(request))
    except (*LATE, *REFUSALS) as problem:
        return _unanswered(request, nomination, office, problem)
    messages.success(request, _("Đã ghi ý kiến của lĩnh vực."))
    return redirect(_next(request, office) if "tiep" in request.POST else address_of(nomination, office))


@require_POST
@requires(Deed.VERIFY)
def send_back(request: HttpRequest, number: int) -> HttpResponse:
    nomination = dossier_for(request, number)
    office = office_for(request, nomination)
    form = ReturnForm(parts_to_flag(nomination, office), request.POST)
    if not form.is_valid():
        return page_of(request, nomination, office, status=WRONG, return_form=form)
    given = {"text": form.cleaned_data["text"], "due_on": form.cleaned_data["due_on"], "flags": form.flags()}
    return _done(
        request,
        nomination,
        office,
        _("Đã trả lại hồ sơ; đơn vị được báo và chỉ sửa được những phần bạn đánh dấu."),
        lambda: returning.send_back(nomination=nomination, office=office, **given, **who(request)),
        return_form=form,
    )


@require_POST
@requires(Deed.VERIFY)
def put_hold(request: HttpRequest, number: int) -> HttpResponse:
    nomination = dossier_for(request, number)
    office, form = office_for(request, nomination), HoldForm(request.POST)
    if not form.is_valid():
        return page_of(request, nomination, office, status=WRONG, hold_form=form)
    return _done(
        request,
        nomination,
        office,
        _("Đã tạm dừng hồ sơ. Việc tạm dừng nằm trong sổ; hồ sơ tự đi tiếp khi việc này kết thúc."),
        lambda: holding.put(nomination=nomination, **form.cleaned_data, **who(request)),
        hold_form=form,
    )


@require_POST
@requires(Deed.VERIFY)
def lift_hold(request: HttpRequest, number: int, hold: int) -> HttpResponse:
    nomination = dossier_for(request, number)
    row = get_object_or_404(Hold, pk=hold, subject=nomination.subject_id)
    return _done(
        request,
        nomination,
        office_for(request, nomination),
        _("Đã kết thúc tạm dừng."),
        lambda: holding.lift(nomination=nomination, hold=row, **who(request)),
    )


@require_POST
@requires(Deed.RUN_ROUND)
def finish(request: HttpRequest, number: int) -> HttpResponse:
    nomination, form = dossier_for(request, number), FinishForm(request.POST)
    office = office_for(request, nomination)
    if not form.is_valid():
        return page_of(request, nomination, office, status=WRONG, finish_form=form)
    return _done(
        request,
        nomination,
        office,
        _("Đã kết thúc thẩm định hồ sơ."),
        lambda: ending.finish(nomination=nomination, words=form.cleaned_data["words"], **who(request)),
        finish_form=form,
    )


@require_POST
@requires(Deed.RUN_ROUND)
def take_up_again(request: HttpRequest, number: int) -> HttpResponse:
    nomination, form = dossier_for(request, number), AgainForm(request.POST)
    office = office_for(request, nomination)
    if not form.is_valid():
        return page_of(request, nomination, office, status=WRONG, again_form=form)
    return _done(
        request,
        nomination,
        office,
        _("Hồ sơ đã trở lại bước thẩm định."),
        lambda: ending.take_up_again(nomination=nomination, reason=form.cleaned_data["reason"], **who(request)),
        again_form=form,
    )


def _done(
    request: HttpRequest, nomination: Nomination, office: str, words: str, act: Callable[[], object], **forms: object
) -> HttpResponse:
    """Do it and say so; or show the page as it is now, with the reason why not and what was typed."""
    try:
        act()
    except (*LATE, *REFUSALS) as problem:
        messages.error(request, str(problem))
        status = CONFLICT if isinstance(problem, LATE) else WRONG
        return page_of(request, dossier_for(request, nomination.pk), office, status=status, **forms)
    messages.success(request, words)
    return redirect(address_of(nomination, office))


def _unanswered(request: HttpRequest, nomination: Nomination, office: str, problem: Exception) -> HttpResponse:
    """What was typed stays; what a colleague said meanwhile stands beside it, and the next press replaces it."""
    messages.error(request, str(problem))
    typed, now = request.POST.copy(), standing(nomination)
    if isinstance(problem, refusals.AnsweredMeanwhile):
        for one in problem.answers:
            typed[f"{one.criterion}-seen"] = str(one.pk)
    own = next((one for one in now if one.office.code == office), None)
    forms = answer_forms(nomination, own, typed)
    status = CONFLICT if isinstance(problem, LATE) else WRONG
    return page_of(request, dossier_for(request, nomination.pk), office, status=status, answers=forms)


def _next(request: HttpRequest, office: str) -> str:
    """The next dossier that waits for the office; its desk when none does."""
    found = desk.listed(user_of(request), office, desk.Asked(), localdate()).first()
    return address_of(found, office) if found else f"/tham-dinh/?linh_vuc={office}"
