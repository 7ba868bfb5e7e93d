"""What a unit reports on a set date; accepted, and its commendations written into the record book."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.movements import reporting
from lantoa.discovery.actions.movements.refusals import (
    AcceptedAlready,
    NotAccepted,
    NothingWritten,
    NotLaunched,
    OwnWork,
)
from lantoa.discovery.forms.movements import ResultForm, award_form
from lantoa.discovery.models import Movement, Pledge, ReportDate, Result
from lantoa.discovery.views.movements.asked import WRONG, allowed, date_for, movement_for, pledge_for
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MovementStage
from lantoa.register.actions.refusals import NotAllowed, RowRefused

REFUSALS = (AcceptedAlready, NotAccepted, NotAllowed, NothingWritten, NotLaunched, OwnWork)


@requires(Deed.SEE_MOVEMENTS)
def show(request: HttpRequest, number: int, date: int, code: str) -> HttpResponse:
    """The result; reported from here by the head of the unit."""
    movement, pledge, day = _asked(request, number, date, code)
    if request.method != "POST":
        return page_of(request, movement, pledge, day)
    form = ResultForm(request.POST)
    if not form.is_valid():
        return page_of(request, movement, pledge, day, form=form)
    given = form.cleaned_data
    return _done(
        request,
        (movement, pledge, day),
        _("Đã gửi báo cáo."),
        lambda: reporting.report(
            report_date=day, unit=pledge.unit, text=given["text"], reached=given["reached"], **_who(request)
        ),
    )


@require_POST
@requires(Deed.JUDGE_PLEDGE)
def accept(request: HttpRequest, number: int, date: int, code: str) -> HttpResponse:
    asked = _asked(request, number, date, code)
    result = _result(asked[1], asked[2])
    words = _("Đã chấp nhận kết quả. Ghi khen thưởng vào sổ ở bên dưới.")
    return _done(request, asked, words, lambda: reporting.accept(result=result, **_who(request)))


@require_POST
@requires(Deed.EDIT_REGISTER)
def commend(request: HttpRequest, number: int, date: int, code: str) -> HttpResponse:
    movement, pledge, day = _asked(request, number, date, code)
    result, form = _result(pledge, day), award_form(request.POST)
    if not form.is_valid():
        return page_of(request, movement, pledge, day, award=form)
    try:
        row = reporting.commend(result=result, award=cast("Any", form.record()), **_who(request))
    except RowRefused as refusal:
        for name, sentence in refusal.faults.items():
            form.add_error(name if name in form.fields else None, sentence)
        return page_of(request, movement, pledge, day, award=form)
    except REFUSALS as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, pledge, day, award=form)
    messages.success(request, _("Đã ghi vào sổ: %(row)s.") % {"row": row})
    return redirect("result", movement.pk, day.pk, pledge.unit.subject.code)


def page_of(
    request: HttpRequest,
    movement: Movement,
    pledge: Pledge,
    date: ReportDate,
    *,
    form: forms.Form | None = None,
    award: forms.Form | None = None,
    is_refused: bool = False,
) -> HttpResponse:
    """The page; a form given is one that was refused."""
    result = Result.objects.filter(report_date=date, unit=pledge.unit).select_related("sent_by", "accepted_by").first()
    may_judge = allowed(request, Deed.JUDGE_PLEDGE, movement.unit)
    if may_judge and result is not None and result.sent_by == request.user:
        may_judge = Refused(str(OwnWork()))
    page = {
        "movement": movement,
        "pledge": pledge,
        "date": date,
        "days": (date.due - localdate()).days,
        "result": result,
        "commended": result.commended.select_related("subject").order_by("pk") if result else [],
        "is_going": movement.stage == MovementStage.LAUNCHED.value,
        "may_report": allowed(request, Deed.PLEDGE, pledge.unit),
        "may_judge": may_judge,
        "may_commend": may(actor_of(request.user), Deed.EDIT_REGISTER),
        "form": form or ResultForm(initial={"text": result.text, "reached": result.reached} if result else None),
        "award": award or award_form(year=date.due.year),
    }
    status = WRONG if form or award or is_refused else 200
    return render(request, "discovery/movements/result.html", page, status=status)


def _asked(request: HttpRequest, number: int, date: int, code: str) -> tuple[Movement, Pledge, ReportDate]:
    movement = movement_for(request, number)
    return movement, pledge_for(movement, code), date_for(movement, date)


def _result(pledge: Pledge, date: ReportDate) -> Result:
    result = Result.objects.filter(report_date=date, unit=pledge.unit).first()
    if result is None:
        raise Http404
    return result


def _done(
    request: HttpRequest, asked: tuple[Movement, Pledge, ReportDate], words: str, act: Callable[[], object]
) -> HttpResponse:
    movement, pledge, date = asked
    try:
        act()
    except REFUSALS as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, pledge, date, is_refused=True)
    messages.success(request, words)
    return redirect("result", movement.pk, date.pk, pledge.unit.subject.code)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
