"""The appendices: what came of every unit, and everybody who was recognised."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Scope
from lantoa.domain.nurture import Aim
from lantoa.domain.papers.reporting import RecognisedLine, UnitLine
from lantoa.domain.records import Kind
from lantoa.nomination.queries.rounds.units import Tree, tree_of
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import in_words
from lantoa.recognition.queries.papers.reviews.commending import given
from lantoa.recognition.queries.papers.reviews.exemplars import recognitions, sent
from lantoa.recognition.queries.papers.reviews.period import Period
from lantoa.register.models import Post, Recognition
from lantoa.register.queries.dates import written

EVERYTHING = Scope(everything=True)
NOWHERE = 0  # no unit has this key


def unit_lines(period: Period) -> tuple[UnitLine, ...]:
    """Units that a round asks, with those under them; others only where they have something; then their sum."""
    tree, home = tree_of(EVERYTHING, period.last_day), homes(period)
    columns: dict[str, Counter[int]] = {
        "found": _by_unit(tree, Prospect.objects.filter(period.on("found_at"))),
        "nurtured": _by_unit(tree, NurturePlan.objects.filter(period.on("approved_at"))),
        "nominated": _by_unit(tree, sent(period)),
        "recognised": _by_home(tree, home, recognitions(period)),
        "commended": _by_home(tree, home, given(period)),
    }
    rows = dict.fromkeys([*tree.asked, *(unit for found in columns.values() for unit in found)])
    lines = [
        UnitLine(
            number=str(place),
            unit=_("Chưa rõ đơn vị") if unit == NOWHERE else str(tree.units[unit]),
            **{name: str(found[unit]) for name, found in columns.items()},
        )
        for place, unit in enumerate(rows, 1)
    ]
    sums = {name: str(found.total()) for name, found in columns.items()}
    return (*lines, UnitLine(number="", unit=_("Tổng cộng"), **sums))


def recognised_lines(period: Period) -> tuple[RecognisedLine, ...]:
    """Year by year, collectives first, tier by tier from the highest, by name."""
    tree, home = tree_of(EVERYTHING, period.last_day), homes(period)
    tiers = list(period.plan.tiers)
    found = sorted(recognitions(period).select_related("subject"), key=lambda one: _place(one, tiers))
    return tuple(
        RecognisedLine(
            number=str(place),
            name=one.subject.name,
            unit=str(tree.units[home[one.subject_id]]) if one.subject_id in home else "",
            tier=in_words(Aim(period.plan.code, one.tier, one.year)),
            decision=_decision(one),
        )
        for place, one in enumerate(found, 1)
    )


def homes(period: Period) -> dict[int, int]:
    """Person -> unit of the last post of the period, of those who were recognised or commended."""
    honoured = recognitions(period).values("subject").union(given(period).values("subject"))
    posts = Post.objects.filter(since__lte=period.last_day, person__in=honoured)
    return dict(posts.order_by("since", "pk").values_list("person_id", "unit_id"))


def _by_unit(tree: Tree, rows: QuerySet[Any]) -> Counter[int]:
    return Counter(tree.row_of(unit) for unit in rows.values_list("unit_id", flat=True))


def _by_home(tree: Tree, home: dict[int, int], rows: QuerySet[Any]) -> Counter[int]:
    """A collective counts for itself, who never had a post for `NOWHERE`."""
    subjects: Iterable[int] = rows.values_list("subject_id", flat=True)
    places = (subject if subject in tree.units else home.get(subject, NOWHERE) for subject in subjects)
    return Counter(NOWHERE if unit == NOWHERE else tree.row_of(unit) for unit in places)


def _place(one: Recognition, tiers: list[str]) -> tuple[int, bool, int, str]:
    return one.year, one.subject.kind != Kind.COLLECTIVE.value, -tiers.index(one.tier), one.subject.sort_key


def _decision(one: Recognition) -> str:
    day = written(one.decided, one.decided_precision)
    return ", ".join(filter(None, [one.decision, str(day or "")]))
