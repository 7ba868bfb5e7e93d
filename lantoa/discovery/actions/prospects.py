"""A prospect's life: found, chosen by the unit with grounds, looked at again, set aside with a reason."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import (
    AlreadyProspect,
    Ended,
    LeftAlready,
    NotKept,
    insist,
    insist_about,
    written,
)
from lantoa.discovery.models import Prospect, Signal, Tip
from lantoa.discovery.queries.prospects.own_units import unit_of
from lantoa.domain.authority import Deed
from lantoa.domain.stages import ProspectStage, SignalStage, TipStage, moved
from lantoa.register.models import Subject

ENDED = (ProspectStage.NOMINATED.value, ProspectStage.SET_ASIDE.value)


@transaction.atomic
def find(
    *,
    subject: Subject,
    grounds: str,
    signal: Signal | None = None,
    tip: Tip | None = None,
    tier: str = "",
    merit_day: date | None = None,
    by: User,
    at: datetime,
) -> Prospect:
    """From a kept signal, an accepted tip, or (without both) the unit's meeting.

    Refusals: NotAllowed, LeftAlready, NotKept, AlreadyProspect, NoReason.
    """
    day = localdate(at)
    subject = Subject.objects.select_for_update().get(pk=subject.pk)
    unit = _own_unit(subject, day)
    insist(by, Deed.CHOOSE_PROSPECT, subject, day)
    _insist_on_source(signal, tip)
    _insist_on_one_life(subject)
    prospect = Prospect.objects.create(
        subject=subject,
        unit=unit,
        origin=_origin(signal, tip),
        signal=signal,
        tip=tip,
        grounds=written(grounds),
        tier=tier,
        merit_day=merit_day or (signal.merit_day if signal else tip.happened if tip else None),
        found_by=by,
        found_at=at,
        looked_at=at,
    )
    _log("prospect_found", prospect, {"origin": prospect.origin, "grounds": prospect.grounds, "tier": tier}, by, at)
    return prospect


@transaction.atomic
def choose(*, prospect: Prospect, decision: str, tier: str | None = None, by: User, at: datetime) -> Prospect:
    """The unit decides: from now on it is a nhân tố mới. Somebody set aside may be chosen again."""
    prospect = _held(prospect)
    insist_about(by, Deed.CHOOSE_PROSPECT, prospect, localdate(at))
    stage = _next(prospect, "choose")
    if prospect.stage == ProspectStage.SET_ASIDE.value:
        _insist_on_one_life(prospect.subject)
    prospect.unit = _own_unit(prospect.subject, localdate(at))
    prospect.stage, prospect.reason, prospect.decision = stage, "", written(decision)
    prospect.tier = prospect.tier if tier is None else tier
    prospect.chosen_by, prospect.chosen_at, prospect.looked_at = by, at, at
    prospect.save()
    _log("prospect_chosen", prospect, {"decision": prospect.decision, "tier": prospect.tier}, by, at)
    return prospect


@transaction.atomic
def set_aside(*, prospect: Prospect, reason: str, by: User, at: datetime) -> Prospect:
    """Nobody follows it any more, and why."""
    prospect = _held(prospect)
    insist_about(by, Deed.CHOOSE_PROSPECT, prospect, localdate(at))
    prospect.stage, prospect.reason, prospect.looked_at = _next(prospect, "set_aside"), written(reason), at
    prospect.save()
    _log("prospect_set_aside", prospect, {"reason": prospect.reason}, by, at)
    return prospect


@transaction.atomic
def review(*, prospect: Prospect, note: str, by: User, at: datetime) -> Prospect:
    """Somebody looked at how it goes, and says so."""
    prospect = _held(prospect)
    insist_about(by, Deed.CHOOSE_PROSPECT, prospect, localdate(at))
    if prospect.stage in ENDED:
        raise Ended(prospect)
    words, prospect.looked_at = written(note), at
    prospect.save(update_fields=["looked_at"])
    _log("prospect_reviewed", prospect, {"note": words}, by, at)
    return prospect


@transaction.atomic
def move(*, prospect: Prospect, deed: str, details: dict[str, Any] | None = None, by: User, at: datetime) -> Prospect:
    """The arrows that belong to the nurture plan (nurture, declare_ready, nominate, fall_back); WrongStage.

    Who may do so is the caller's question: it is about the plan, not about the prospect.
    """
    prospect = _held(prospect)
    prospect.stage, prospect.looked_at = _next(prospect, deed), at
    prospect.save(update_fields=["stage", "looked_at"])
    _log("prospect_moved", prospect, {"step": prospect.get_stage_display(), **(details or {})}, by, at)
    return prospect


def _next(prospect: Prospect, deed: str) -> str:
    return str(moved(ProspectStage(prospect.stage), deed))


def _held(prospect: Prospect) -> Prospect:
    """The prospect as it is now, held until the end: two who decide at once do so one after the other."""
    return (
        Prospect.objects.select_for_update(of=("self",)).select_related("subject", "unit__subject").get(pk=prospect.pk)
    )


def _own_unit(subject: Subject, day: date) -> Any:
    """The unit in which the subject works today, or which it is; LeftAlready."""
    unit = unit_of(subject, day)
    if unit is None:
        raise LeftAlready(subject)
    return unit


def _insist_on_source(signal: Signal | None, tip: Tip | None) -> None:
    if signal is not None and signal.stage != SignalStage.KEPT.value:
        raise NotKept
    if tip is not None and tip.stage != TipStage.ACCEPTED.value:
        raise NotKept


def _insist_on_one_life(subject: Subject) -> None:
    living = Prospect.objects.filter(subject=subject).exclude(stage__in=ENDED).select_related("subject").first()
    if living is not None:
        raise AlreadyProspect(living)


def _origin(signal: Signal | None, tip: Tip | None) -> str:
    if signal is not None:
        return Prospect.Origin.SIGNAL.value
    return Prospect.Origin.TIP.value if tip is not None else Prospect.Origin.MEETING.value


def _log(deed: str, prospect: Prospect, details: dict[str, Any], by: User, at: datetime) -> None:
    facts = {"subject": prospect.subject.code, **details}
    write_event(deed=deed, target=f"prospect:{prospect.pk}", details=facts, by=by, at=at)
