"""Making a round: from the plan's calendar, from an earlier round or by hand; and changing its days."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import OutsidePlan
from lantoa.domain.rounds import RoundTerms
from lantoa.domain.stages import RoundStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.actions.rounds.refusals import (
    DaysOutOfOrder,
    NoSuchAim,
    RoundChanged,
    RoundExists,
    RoundIsOver,
)
from lantoa.nomination.actions.rounds.telling import tell_heads
from lantoa.nomination.models import Round
from lantoa.nomination.models.rounds import DAYS
from lantoa.nomination.queries.rounds.calendar import days_of
from lantoa.register.actions.refusals import NotAllowed

LIVING = (RoundStage.DRAFT.value, RoundStage.OPEN.value)


@transaction.atomic
def draft(*, aim: Aim, terms: RoundTerms, like: Round | None = None, by: User, at: datetime) -> Round:
    """A round in preparation; `like` is the one it was cloned from. NoSuchAim, RoundExists, DaysOutOfOrder."""
    insist(by)
    _insist_on_plan(aim)
    _insist_on_order(terms)
    living = Round.objects.exclude(stage=RoundStage.CANCELLED.value)
    if there := living.filter(edition=aim.edition, tier=aim.tier, year=aim.year).first():
        raise RoundExists(there)
    made = Round(**asdict(aim), cloned_from=like, made_by=by, made_at=at)
    _fill(made, terms)
    made.save()
    details = {"name": made.name, "tier": made.tier, "year": made.year, "days": _written(terms)}
    write_event(deed="round_drafted", target=f"round:{made.pk}", details=details, by=by, at=at)
    return made


@transaction.atomic
def change(*, one: Round, terms: RoundTerms, seen: int, by: User, at: datetime) -> Round:
    """Name, guidance and days anew; of an open round the heads hear which days are others now."""
    one = held(one, by)
    if one.stage not in LIVING:
        raise RoundIsOver(one)
    if one.version != seen:
        raise RoundChanged(one)
    _insist_on_order(terms)
    moved = {name: day for name, day in terms.days.items() if days_of(one)[name] != day}
    _fill(one, terms)
    one.version += 1
    one.save()
    details = {"name": one.name, "days": _written(RoundTerms("", days=moved)), "version": one.version}
    write_event(deed="round_changed", target=f"round:{one.pk}", details=details, by=by, at=at)
    if one.stage == RoundStage.OPEN.value and {"meet_by", "send_by"} & moved.keys():
        words = _("Hạn của «%(name)s» đã đổi: gửi hồ sơ chậm nhất ngày %(day)s.")
        tell_heads(one, words, key=f"changed:{one.version}", day=localdate(at), at=at)
    return one


def insist(by: User) -> None:
    """NotAllowed, with the reason, when it is not for the user to run rounds."""
    answer = may(actor_of(by), Deed.RUN_ROUND)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def held(one: Round, by: User) -> Round:
    """The round as it is now, held until the transaction ends, for whoever runs rounds."""
    insist(by)
    return Round.objects.select_for_update().get(pk=one.pk)


def _insist_on_plan(aim: Aim) -> None:
    try:
        plan = plans.load(aim.edition)
        plan.window(plan.tier(aim.tier), aim.year)
    except (plans.UnknownPlan, OutsidePlan) as problem:
        raise NoSuchAim(str(problem)) from problem


def _insist_on_order(terms: RoundTerms) -> None:
    if pair := terms.disorder(DAYS):
        raise DaysOutOfOrder(*pair)


def _fill(one: Round, terms: RoundTerms) -> None:
    one.name, one.note, one.search_key = terms.name, terms.note, fold(terms.name)
    for column in DAYS:
        setattr(one, column, terms.days.get(column))


def _written(terms: RoundTerms) -> dict[str, Any]:
    """Days as the log keeps them."""
    return {name: _iso(day) for name, day in terms.days.items()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
