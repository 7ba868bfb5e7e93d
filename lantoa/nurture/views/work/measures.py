"""Measures of a plan: added, edited, finished, dropped, taken up again in their section."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, Refused
from lantoa.nurture.actions.work import measures
from lantoa.nurture.actions.work.measures import Task
from lantoa.nurture.forms.work import FinishForm, MeasureForm, ReasonForm
from lantoa.nurture.models import Measure, NurturePlan
from lantoa.nurture.views.work.desk import Desk, Doing, desk_for
from lantoa.register.models import Person


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return desk_for(request, pk, "measures").show()


@requires(Deed.SEE_NURTURE)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    desk = desk_for(request, pk, "measures")
    form = MeasureForm(desk.plan, request.POST or None, only=_only(desk))
    return desk.ask(
        Doing("add", form, _("Thêm biện pháp")),
        lambda _given: measures.add(plan=desk.plan, task=Task(**form.task), **desk.who),
        _("Đã thêm biện pháp."),
        answer=desk.rights.add,
        warn=lambda given: beside(desk.plan, given["due"], given["starts"]),
    )


@requires(Deed.SEE_NURTURE)
def edit(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, measure = _measure(request, pk, row)
    form = MeasureForm(desk.plan, request.POST or None, measure=measure)

    def act(given: dict[str, Any]) -> object:
        return measures.edit(measure=measure, task=Task(**form.task), version=given["version"] or 0, **desk.who)

    return desk.ask(
        Doing("edit", form, _("Lưu"), row),
        act,
        _("Đã sửa biện pháp."),
        answer=desk.rights.write,
        warn=lambda given: beside(desk.plan, given["due"], given["starts"]),
    )


@requires(Deed.SEE_NURTURE)
def finish(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, measure = _measure(request, pk, row)
    return desk.ask(
        Doing("finish", FinishForm(_posted(request)), _("Ghi đã làm"), row),
        lambda given: measures.finish(measure=measure, note=given["note"], **desk.who),
        _("Đã ghi biện pháp là đã làm."),
        answer=desk.rights.finish(measure),
    )


@requires(Deed.SEE_NURTURE)
def drop(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, measure = _measure(request, pk, row)
    return desk.ask(
        Doing("drop", ReasonForm(request.POST or None), _("Thôi làm"), row),
        lambda given: measures.drop(measure=measure, reason=given["reason"], **desk.who),
        _("Đã ghi thôi làm biện pháp này."),
        answer=desk.rights.write,
    )


@require_POST
@requires(Deed.SEE_NURTURE)
def reopen(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    desk, measure = _measure(request, pk, row)
    return desk.press(lambda: measures.reopen(measure=measure, **desk.who), _("Biện pháp được làm lại."))


def beside(plan: NurturePlan, *days: date) -> str:
    """A warning for days that are allowed, but look odd: outside the plan, or gone by."""
    if any(not plan.since <= day <= plan.until for day in days):
        dates = {"since": f"{plan.since:%d/%m/%Y}", "until": f"{plan.until:%d/%m/%Y}"}
        return _("Lưu ý: ngày nằm ngoài thời gian của kế hoạch (%(since)s đến %(until)s).") % dates
    return _("Lưu ý: hạn đã qua.") if days[0] < localdate() else ""


def _only(desk: Desk) -> Person | None:
    """The person nurtured adds what they do themselves; nobody else to choose."""
    return desk.user.person if desk.rights.is_person and isinstance(desk.rights.write, Refused) else None


def _measure(request: HttpRequest, pk: int, row: int) -> tuple[Desk, Measure]:
    desk = desk_for(request, pk, "measures")
    return desk, get_object_or_404(desk.plan.measures.select_related("owner__subject"), pk=row)


def _posted(request: HttpRequest) -> Any:
    """What was sent, though every field may be empty."""
    return request.POST if request.method == "POST" else None
