"""What units report on the set dates; accepted, it feeds the record book."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.movements.refusals import (
    AcceptedAlready,
    NotAccepted,
    NotAsked,
    NothingWritten,
    NotLaunched,
    OwnWork,
    insist,
)
from lantoa.discovery.models import ReportDate, Result
from lantoa.domain import records
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MovementStage
from lantoa.notice.actions import tell
from lantoa.register.actions import rows
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Award, Unit


@transaction.atomic
def report(
    *, report_date: ReportDate, unit: Unit, text: str, reached: int | None = None, by: User, at: datetime
) -> Result:
    """The unit's result of that date; written again as long as it is not accepted."""
    insist(by, Deed.PLEDGE, unit)
    report_date = ReportDate.objects.select_related("movement__launched_by").get(pk=report_date.pk)
    movement = report_date.movement
    if movement.stage != MovementStage.LAUNCHED.value:
        raise NotLaunched
    if not movement.pledges.select_for_update().filter(unit=unit).exists():
        raise NotAsked(unit)
    if not text.strip():
        raise NothingWritten
    known = Result.objects.select_for_update().filter(report_date=report_date, unit=unit).first()
    if known is not None and known.accepted_at is not None:
        raise AcceptedAlready
    result = known or Result(report_date=report_date, unit=unit)
    result.text, result.reached, result.sent_by, result.sent_at = text.strip(), reached, by, at
    result.save()
    if movement.launched_by is not None:
        words = _("%(unit)s đã báo cáo %(date)s của phong trào «%(name)s».")
        _tell(result, movement.launched_by, words, at)
    details = {"unit": unit.subject.code, "date": report_date.due.isoformat(), "text": result.text, "reached": reached}
    _log("result_reported", result, details, by, at)
    return result


@transaction.atomic
def accept(*, result: Result, by: User, at: datetime) -> Result:
    result = _held(result)
    insist(by, Deed.JUDGE_PLEDGE, result.report_date.movement.unit)
    if result.accepted_at is not None:
        raise AcceptedAlready
    if result.sent_by == by:
        raise OwnWork
    result.accepted_by, result.accepted_at = by, at
    result.save(update_fields=["accepted_by", "accepted_at"])
    _tell(result, result.sent_by, _("Kết quả %(date)s của %(unit)s, phong trào «%(name)s», đã được chấp nhận."), at)
    _log("result_accepted", result, {"unit": result.unit.subject.code}, by, at)
    return result


@transaction.atomic
def commend(*, result: Result, award: records.Award, by: User, at: datetime) -> Award:
    """Write a commendation of an accepted result into the record book, and keep where it came from; RowRefused."""
    result = _held(result)
    answer = may(actor_of(by), Deed.EDIT_REGISTER)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if result.accepted_at is None:
        raise NotAccepted
    row = rows.add(record=award, by=by, at=at)
    assert isinstance(row, Award)  # noqa: S101  (a record of awards becomes a row of awards)
    result.commended.add(row)
    _log("result_commended", result, {"subject": row.subject.code, "award": row.text, "row": row.pk}, by, at)
    return row


def _held(result: Result) -> Result:
    names = ("report_date__movement__unit__subject", "unit__subject", "sent_by")
    return Result.objects.select_for_update(of=("self",)).select_related(*names).get(pk=result.pk)


def _tell(result: Result, user: User, words: str, at: datetime) -> None:
    date, movement = result.report_date, result.report_date.movement
    address = reverse("result", args=[movement.pk, date.pk, result.unit.subject.code])
    text = words % {"unit": result.unit, "date": date.name, "name": movement.name}
    tell(users=[user], key=f"result:{result.pk}:{at:%Y%m%d%H%M%S}", text=text, address=address, at=at)


def _log(deed: str, result: Result, details: dict[str, Any], by: User, at: datetime) -> None:
    target = f"movement:{result.report_date.movement_id}"
    write_event(deed=deed, target=target, details={"result": result.pk, **details}, by=by, at=at)
