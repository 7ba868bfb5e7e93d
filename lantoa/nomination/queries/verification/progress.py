"""How far verification is: office by office, and dossier by dossier, for those who run the round."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from lantoa.accounts.offices import offices
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification.answers import OfficeStanding, standing_of
from lantoa.nomination.queries.verification.desk import (
    Asked,
    doubted,
    given,
    in_order,
    narrowed,
    needed,
    on_hold,
)

N = NominationStage
STATES = ("tat-ca", "du", "can-xem", "thieu", "dang-bo-sung", "da-xong")


@dataclass(frozen=True, slots=True)
class OfficeProgress:
    """Of an office: how many dossiers ask it for something, and how many of them it has answered."""

    code: str
    name: str
    asked: int
    answered: int

    @property
    def waiting(self) -> int:
        return self.asked - self.answered


@dataclass(frozen=True, slots=True)
class Row:
    """A dossier with its offices."""

    nomination: Nomination
    offices: tuple[OfficeStanding, ...]
    days: int | None

    @property
    def is_ready(self) -> bool:
        """Whether it may go on without a word."""
        return self.nomination.stage == N.SENT.value and all(one.is_complete and not one.doubts for one in self.offices)


def verified_dossiers(day: date) -> QuerySet[Nomination]:
    """What was sent on a path with verification: `given` of `needed` answers are in, some of them `doubted`."""
    return (
        Nomination.objects.filter(sent_at__isnull=False)
        .exclude(stage=N.WITHDRAWN.value)
        .annotate(needed=needed(), given=given(), doubted=doubted(), held=on_hold(day))
        .filter(needed__gt=0)
    )


def listed(asked: Asked, day: date) -> QuerySet[Nomination]:
    """Ready to go on, with doubts to explain, lacking answers, being corrected, past verification, or under way."""
    found, sent = verified_dossiers(day), Q(stage=N.SENT.value)
    complete = Q(given__gte=F("needed"))
    states = {
        "du": Q(sent, complete, doubted=False),
        "can-xem": Q(sent, doubted=True),
        "thieu": Q(sent, ~complete),
        "dang-bo-sung": Q(stage=N.RETURNED.value),
        "da-xong": ~Q(stage__in=[N.SENT.value, N.RETURNED.value]),
    }
    under_way = Q(stage__in=[N.SENT.value, N.RETURNED.value])
    return in_order(narrowed(found.filter(states.get(asked.state, under_way)), asked), asked.sort)


def rows(nominations: Collection[Nomination], day: date) -> list[Row]:
    """With the answers of every office, in one query."""
    standings = standing_of(nominations)
    return [Row(one, tuple(standings[one.pk]), _days(one, day)) for one in nominations]


def by_office(round_: int | None = None) -> list[OfficeProgress]:
    """Of the dossiers under verification now, all or those of one round; in one query."""
    found = Nomination.objects.filter(stage=N.SENT.value)
    if round_ is not None:
        found = found.filter(round=round_)
    known = list(enumerate(offices()))
    for number, (code, _name) in known:
        found = found.annotate(**{f"needed{number}": needed(code), f"given{number}": given(code)})
    figures = found.aggregate(
        **{f"asked{number}": Count("pk", filter=_is_asked(number)) for number, _office in known},
        **{f"answered{number}": Count("pk", filter=_has_answered(number)) for number, _office in known},
    )
    progress = (
        OfficeProgress(code, name, figures[f"asked{number}"], figures[f"answered{number}"])
        for number, (code, name) in known
    )
    return [one for one in progress if one.asked]


def _is_asked(number: int) -> Q:
    return Q(**{f"needed{number}__gt": 0})


def _has_answered(number: int) -> Q:
    return _is_asked(number) & Q(**{f"given{number}__gte": F(f"needed{number}")})


def _days(nomination: Nomination, day: date) -> int | None:
    due = nomination.round.verify_by if nomination.round else None
    return (due - day).days if due else None
