"""Running a round: opened, closed, opened again, cancelled; and the units that are late urged."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Scope
from lantoa.domain.stages import NominationStage, RoundStage, moved
from lantoa.nomination.actions.rounds.making import held
from lantoa.nomination.actions.rounds.refusals import (
    DayMissing,
    DossiersSent,
    DossiersUnderWay,
    NobodyIsLate,
    TooLateToOpen,
)
from lantoa.nomination.actions.rounds.telling import tell_heads
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.reading import UNSENT, path_of, waiting_drafts
from lantoa.nomination.queries.rounds.units import board

N = NominationStage
ON_THEIR_WAY = (N.SENT, N.RETURNED, N.VERIFIED, N.POSTED, N.CLEARED, N.RECOMMENDED, N.SUBMITTED)


@transaction.atomic
def open_round(*, one: Round, by: User, at: datetime) -> Round:
    """From now on it takes nominations; drafts that waited for it come in, and the heads know."""
    one, stage = _next(one, "open", by, localdate(at))
    one.opened_by, one.opened_at = by, at
    came_in = waiting_drafts(one.edition, one.tier, one.year).update(round=one)
    _move("round_opened", one, stage, {"name": one.name, "drafts": came_in}, by, at)
    if path_of(one).stations:
        words = _("Mời đơn vị bình xét, đề cử: %(name)s. Gửi hồ sơ chậm nhất ngày %(day)s.")
        tell_heads(one, words, key="opened", day=localdate(at), at=at)
    return one


@transaction.atomic
def close(*, one: Round, by: User, at: datetime) -> Round:
    """It is over: every dossier has its result. DossiersUnderWay as long as one has not."""
    one, stage = _next(one, "close", by, localdate(at))
    _move("round_closed", one, stage, {"name": one.name}, by, at)
    return one


@transaction.atomic
def reopen(*, one: Round, reason: str, by: User, at: datetime) -> Round:
    """It goes on after all, for a reason."""
    one, stage = _next(one, "reopen", by, localdate(at))
    _move("round_reopened", one, stage, {"name": one.name, "reason": written(reason)}, by, at)
    return one


@transaction.atomic
def cancel(*, one: Round, reason: str, by: User, at: datetime) -> Round:
    """It does not take place; drafts wait for another round. DossiersSent once a dossier was sent."""
    one, stage = _next(one, "cancel", by, localdate(at))
    one.reason = written(reason)
    left = one.nominations.filter(stage=N.DRAFT.value).update(round=None)
    _move("round_cancelled", one, stage, {"name": one.name, "reason": one.reason, "drafts": left}, by, at)
    return one


@transaction.atomic
def urge(*, one: Round, by: User, at: datetime) -> int:
    """Tell the heads of the units that are late, once a day; how many were told. NobodyIsLate."""
    one = held(one, by)
    day = localdate(at)
    late = [row.unit for row in board(one, Scope(everything=True), day) if row.is_late]
    if not late:
        raise NobodyIsLate
    words = _("Đơn vị bạn đang chậm: %(name)s. Hạn gửi hồ sơ ngày %(day)s; hãy họp, gửi hồ sơ hoặc báo lý do.")
    told = tell_heads(one, words, key=f"late:{day}", day=day, at=at, units=[unit.pk for unit in late])
    details = {"name": one.name, "units": [unit.subject.code for unit in late]}
    write_event(deed="round_units_urged", target=f"round:{one.pk}", details=details, by=by, at=at)
    return told


def obstacle(one: Round, deed: str, day: date) -> ValueError | None:
    """What beside the stage stands in the way of a deed on the day; the button says so before anybody presses it."""
    if deed == "open" and path_of(one).stations:
        return _without_time(one, day)
    if deed == "close" and (counts := _on_their_way(one)):
        return DossiersUnderWay(counts)
    if deed == "cancel" and (sent := one.nominations.exclude(stage__in=UNSENT).count()):
        return DossiersSent(sent)
    return None


def _next(one: Round, deed: str, by: User, day: date) -> tuple[Round, str]:
    """The held round and the stage that the deed leads to; NotAllowed, WrongStage, and what stands in the way."""
    one = held(one, by)
    stage = str(moved(RoundStage(one.stage), deed))
    if problem := obstacle(one, deed, day):
        raise problem
    return one, stage


def _move(event: str, one: Round, stage: str, details: Mapping[str, Any], by: User, at: datetime) -> None:
    one.stage, one.version = stage, one.version + 1
    one.save()
    write_event(deed=event, target=f"round:{one.pk}", details=dict(details), by=by, at=at)


def _without_time(one: Round, day: date) -> ValueError | None:
    if one.send_by is None:
        return DayMissing("send_by")
    return TooLateToOpen(one.send_by) if one.send_by < day else None


def _on_their_way(one: Round) -> dict[str, int]:
    found = one.nominations.filter(stage__in=[stage.value for stage in ON_THEIR_WAY]).values_list("stage")
    counted = dict(found.annotate(count=Count("pk")))
    return {stage.value: counted[stage.value] for stage in ON_THEIR_WAY if stage.value in counted}
