"""Signals as a reader sees them: those of the own units, grouped by subject, a page at a time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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

WITH_NAMES = ("subject__unit__parent__subject", "judged_by")
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
    def source(self) -> Signal | None:
        """The signal from which a prospect may be found: the first that was kept, else the first not judged yet."""
        for stage in (SignalStage.KEPT, SignalStage.NEW):
            for one in self.signals:
                if one.signal.stage == stage.value and one.signal.holds:
                    return one.signal
        return None


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


def subjects(found: QuerySet[Signal], order: Order) -> list[int]:
    """Each subject once, in the order asked for."""
    grouped = found.order_by().values("subject_id").annotate(number=Count("pk"), latest=Max("merit_day"))
    name = ("-subject__kind", "subject__sort_key", "subject_id")  # people first, then units
    if order is Order.MANY:
        grouped = grouped.order_by("-number", *name)
    elif order is Order.LATEST:
        grouped = grouped.order_by(F("latest").desc(nulls_last=True), *name)
    else:
        grouped = grouped.order_by(*name)
    return [one["subject_id"] for one in grouped]


def groups(ids: Collection[int], found: QuerySet[Signal], actor: Actor, day: date) -> list[Group]:
    """One page of subjects with all that stands beside them; as many queries for one as for many."""
    signals = found.filter(subject__in=ids).select_related(*WITH_NAMES).order_by("rule")
    of_subject: dict[int, list[Signal]] = {}
    for signal in signals:
        of_subject.setdefault(signal.subject_id, []).append(signal)
    units = units_of(ids, day) | units_above(one for some in of_subject.values() for one in some)
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
    """Code and name of the units in which people work on the day."""
    found: dict[int, list[tuple[str, str]]] = {}
    posts = Post.objects.filter(in_force(day), person__in=ids).order_by("pk")
    for key, code, name in posts.values_list("person_id", "unit__subject__code", "unit__subject__name"):
        if (code, name) not in found.setdefault(key, []):
            found[key].append((code, name))
    return found


def units_above(signals: Iterable[Signal]) -> dict[int, list[tuple[str, str]]]:
    """Code and name of the unit above each unit among the subjects, read with the signals."""
    units = (signal.subject.unit for signal in signals if signal.subject.kind == Kind.COLLECTIVE.value)
    return {unit.pk: [(unit.parent.subject.code, unit.parent.subject.name)] for unit in units if unit.parent}
