"""A unit's pledge to a movement."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.discovery.actions.movements import pledging, running
from lantoa.discovery.actions.movements.refusals import (
    CascadedAlready,
    ChangedMeanwhile,
    NothingWritten,
    NotLaunched,
    OwnWork,
)
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.forms.movements import PledgeForm, WordsForm
from lantoa.discovery.models import Movement, Pledge, Result
from lantoa.discovery.views.movements.asked import CONFLICT, WRONG, allowed, movement_for, pledge_for
from lantoa.domain.authority import Deed, Refused
from lantoa.domain.stages import MovementStage, PledgeStage, WrongStage, moves_from
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (CascadedAlready, ChangedMeanwhile, NoReason, NothingWritten, NotLaunched, NotAllowed, OwnWork)


@requires(Deed.SEE_MOVEMENTS)
def show(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """The pledge; sent from here by the head of the unit."""
    movement = movement_for(request, number)
    pledge = pledge_for(movement, code)
    if request.method != "POST":
        return page_of(request, movement, pledge)
    form = PledgeForm(request.POST)
    if not form.is_valid():
        return page_of(request, movement, pledge, form=form, status=WRONG)
    given = form.cleaned_data
    return _done(
        request,
        pledge,
        _("Đã gửi đăng ký, chờ duyệt."),
        lambda: pledging.send(
            pledge=pledge, text=given["text"], targets=given["targets"], version=given["version"], **_who(request)
        ),
    )


@require_POST
@requires(Deed.PLEDGE)
def take_back(request: HttpRequest, number: int, code: str) -> HttpResponse:
    pledge = pledge_for(movement_for(request, number), code)
    words = _("Đã rút về, bạn sửa rồi gửi lại.")
    return _done(request, pledge, words, lambda: pledging.take_back(pledge=pledge, **_who(request)))


@require_POST
@requires(Deed.JUDGE_PLEDGE)
def give_back(request: HttpRequest, number: int, code: str) -> HttpResponse:
    pledge = pledge_for(movement_for(request, number), code)
    reason = request.POST.get("words", "")[:1000]
    words = _("Đã trả lại kèm lý do.")
    return _done(request, pledge, words, lambda: pledging.give_back(pledge=pledge, reason=reason, **_who(request)))


@require_POST
@requires(Deed.JUDGE_PLEDGE)
def accept(request: HttpRequest, number: int, code: str) -> HttpResponse:
    pledge = pledge_for(movement_for(request, number), code)
    words = _("Đã chấp nhận đăng ký.")
    return _done(request, pledge, words, lambda: pledging.accept(pledge=pledge, **_who(request)))


@require_POST
@requires(Deed.RUN_MOVEMENT)
def cascade(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """The unit's own movement under this one, as a draft."""
    movement = movement_for(request, number)
    pledge = pledge_for(movement, code)
    try:
        made = running.cascade(movement=movement, unit=pledge.unit, **_who(request))
    except REFUSALS as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, pledge, status=WRONG)
    messages.success(request, _("Đã tạo bản nháp phong trào của đơn vị. Hãy sửa cho hợp rồi phát động."))
    return redirect("movement_change", made.pk)


def page_of(
    request: HttpRequest, movement: Movement, pledge: Pledge, *, form: PledgeForm | None = None, status: int = 200
) -> HttpResponse:
    day = localdate()
    may_judge = allowed(request, Deed.JUDGE_PLEDGE, movement.unit)
    if may_judge and pledge.sent_by == request.user:
        may_judge = Refused(str(OwnWork()))
    known = {"text": pledge.text, "targets": pledge.targets, "version": pledge.version}
    results = {
        one.report_date_id: one for one in Result.objects.filter(report_date__movement=movement, unit=pledge.unit)
    }
    page = {
        "movement": movement,
        "pledge": pledge,
        "is_going": movement.stage == MovementStage.LAUNCHED.value,
        "allowed": {move.deed for move in moves_from(PledgeStage(pledge.stage))},
        "may_pledge": allowed(request, Deed.PLEDGE, pledge.unit),
        "may_judge": may_judge,
        "may_cascade": allowed(request, Deed.RUN_MOVEMENT, pledge.unit),
        "own": movement.cascaded.filter(unit=pledge.unit).exclude(stage=MovementStage.CANCELLED.value).first(),
        "form": form or PledgeForm(initial=known),
        "return_form": WordsForm(_("Lý do trả lại")),
        "days": (movement.pledges_due - day).days if movement.pledges_due else None,
        "dates": [(one, (one.due - day).days, results.get(one.pk)) for one in movement.report_dates.all()],
    }
    return render(request, "discovery/movements/pledge.html", page, status=status)


def _done(request: HttpRequest, pledge: Pledge, words: str, act: Callable[[], object]) -> HttpResponse:
    movement = pledge.movement
    try:
        act()
    except WrongStage as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, pledge_for(movement, pledge.unit.subject.code), status=CONFLICT)
    except REFUSALS as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, pledge_for(movement, pledge.unit.subject.code), status=WRONG)
    messages.success(request, words)
    return redirect("pledge", movement.pk, pledge.unit.subject.code)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
