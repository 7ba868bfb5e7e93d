"""Signals as a reader sees them: those of the own units, grouped by subject, a page at a time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from lantoa import plans
from lantoa.discovery.models import Prospect, Signal
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, Scope, may
from lantoa.domain.records import Kind
from lantoa.domain.signals import Rule
from lantoa.domain.stages import MOVES, ProspectStage, SignalStage
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Hold, Post, Subject, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of

ENDED = (ProspectStage.NOMINATED.value, ProspectStage.SET_ASIDE.value)


class Order(StrEnum):
    """By what the people are sorted; the value is the word in the address."""

    NAME = "ten"
    MANY = "nhieu"
    LATEST = "moi"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for."""

    year: int
    words: str = ""
    rule: str = ""
    stages: tuple[str, ...] = (SignalStage.NEW.value, SignalStage.KEPT.value)
    unit: int | None = None
    kind: str = ""
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True)
class Shown:
    """One signal with its rule, and what may be done about it."""

    signal: Signal
    rule: Rule | None

    @property
    def allowed(self) -> frozenset[str]:
        stage = SignalStage(self.signal.stage)
        return frozenset(deed for deed, move in MOVES[SignalStage].items() if stage in move.sources)


@dataclass(frozen=True, slots=True)
class Group:
    """A subject with its signals: where it belongs, whether it is followed or on hold, whether one may judge."""

    subject: Subject
    units: str
    signals: tuple[Shown, ...]
    prospect: Prospect | None
    hold: str
    answer: Allowed | Refused

    @property
    def kept(self) -> Signal | None:
        """The first kept signal, from which a prospect may be found."""
        return next((one.signal for one in self.signals if one.signal.stage == SignalStage.KEPT.value), None)


def about(scope: Scope, day: date) -> Q:
    """Signals about the units of the scope and those who work there on the day."""
    if scope.everything:
        return Q()
    units = Unit.objects.filter(subject__code__in=scope.units).values("pk")
    return Q(subject__in=units) | Q(subject__in=Post.objects.filter(in_force(day), unit__in=units).values("person_id"))


def under(unit: int, day: date) -> Q:
    """Signals about the unit, those under it and their people."""
    units = subtrees_of([], unit).values("pk")
    return Q(subject__in=units) | Q(subject__in=Post.objects.filter(in_force(day), unit__in=units).values("person_id"))


def matching(asked: Asked, scope: Scope, day: date) -> QuerySet[Signal]:
    """The signals that every filter leaves, as far as the scope reaches; history is left out."""
    found = Signal.objects.filter(about(scope, day), year=asked.year, holds=True, stage__in=asked.stages)
    if asked.rule:
        found = found.filter(rule=asked.rule)
    if asked.kind:
        found = found.filter(subject__kind=asked.kind)
    if asked.unit is not None:
        found = found.filter(under(asked.unit, day))
    for word in fold(asked.words).split():
        found = found.filter(subject__search_key__contains=word)
    return found


def subjects(found: QuerySet[Signal], order: Order) -> QuerySet[Signal, dict[str, Any]]:
    """Each subject once, in the order asked for."""
    grouped = found.order_by().values("subject_id").annotate(number=Count("pk"), latest=Max("merit_day"))
    name = ("-subject__kind", "subject__sort_key", "subject_id")  # people first, then units
    if order is Order.MANY:
        return grouped.order_by("-number", *name)
    if order is Order.LATEST:
        return grouped.order_by(F("latest").desc(nulls_last=True), *name)
    return grouped.order_by(*name)


def groups(ids: Collection[int], found: QuerySet[Signal], actor: Actor, day: date) -> list[Group]:
    """One page of subjects with all that stands beside them; as many queries for one as for many."""
    signals = found.filter(subject__in=ids).select_related("subject", "judged_by").order_by("rule")
    of_subject: dict[int, list[Signal]] = {}
    for signal in signals:
        of_subject.setdefault(signal.subject_id, []).append(signal)
    units = units_of(ids, day)
    living = Prospect.objects.filter(subject__in=ids).exclude(stage__in=ENDED)
    prospects = {one.subject_id: one for one in living}
    holds = dict(Hold.objects.filter(in_force(day), subject__in=ids).values_list("subject_id", "reason"))
    return [
        _group(of_subject[key], units.get(key, []), prospects.get(key), holds.get(key, ""), actor)
        for key in ids
        if key in of_subject
    ]


def group_of(signal: Signal, actor: Actor, day: date) -> Group:
    """The same for one signal alone."""
    return groups([signal.subject_id], Signal.objects.filter(pk=signal.pk), actor, day)[0]


def _group(
    signals: list[Signal], units: list[tuple[str, str]], prospect: Prospect | None, hold: str, actor: Actor
) -> Group:
    subject = signals[0].subject
    own = [subject.code] if subject.kind == Kind.COLLECTIVE.value else [code for code, _name in units]
    rules = plans.signal_rules()
    order = list(rules)
    shown = [Shown(signal, rules.get(signal.rule)) for signal in signals]
    shown.sort(key=lambda one: order.index(one.signal.rule) if one.rule else len(order))
    return Group(
        subject=subject,
        units=", ".join(name for _code, name in units),
        signals=tuple(shown),
        prospect=prospect,
        hold=hold,
        answer=may(actor, Deed.JUDGE_SIGNAL, Case(subject.code, frozenset(own))),
    )


def units_of(ids: Collection[int], day: date) -> dict[int, list[tuple[str, str]]]:
    """Code and name of the units of people on the day; of a unit the one above it."""
    posts = Post.objects.filter(in_force(day), person__in=ids).order_by("pk")
    above = Unit.objects.filter(pk__in=ids, parent__isnull=False)
    found: dict[int, list[tuple[str, str]]] = {}
    for key, code, name in [
        *posts.values_list("person_id", "unit__subject__code", "unit__subject__name"),
        *above.values_list("pk", "parent__subject__code", "parent__subject__name"),
    ]:
        if (code, name) not in found.setdefault(key, []):
            found[key].append((code, name))
    return found
