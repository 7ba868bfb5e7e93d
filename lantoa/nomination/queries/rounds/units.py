"""How far every unit has come with a round, and which are late: one look for whoever runs it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from lantoa.accounts.models import RoleGrant
from lantoa.domain.authority import Role, Scope
from lantoa.domain.procedure import Station
from lantoa.domain.rounds import UnitState, UnitWork
from lantoa.domain.stages import NominationStage, RoundStage, UnitMeetingStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round, UnitMeeting
from lantoa.nomination.queries.rounds.reading import UNSENT, path_of
from lantoa.register.models import Post, Unit
from lantoa.register.queries.figures import in_force


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit that the round asks, with what it and those under it have on file."""

    unit: Unit
    head: str
    work: UnitWork
    stages: Mapping[str, int]
    meeting: UnitMeeting | None
    below: tuple[UnitMeeting, ...]
    is_asked: bool
    is_late: bool
    is_closed: bool

    @property
    def state(self) -> UnitState:
        return self.work.state


@dataclass(frozen=True, slots=True)
class Tree:
    """The units as they stand on a day: all of them, who heads which, and which of them a round asks.

    `staffed` is the school itself, when somebody works directly there: it may meet, but nobody urges it.
    """

    units: Mapping[int, Unit]
    heads: Mapping[int, str]
    asked: tuple[int, ...]
    in_force: frozenset[int]
    staffed: frozenset[int]

    def row_of(self, unit: int) -> int:
        """The unit asked above that one, or itself when none is: it was closed, or moved."""
        place: int | None = unit
        seen: set[int] = set()
        while place is not None and place not in seen:
            if place in self.asked:
                return place
            seen.add(place)
            place = self.units[place].parent_id
        return unit


def tree_of(scope: Scope, day: date) -> Tree:
    """Units under the root that somebody heads (below those that nobody does); of a head the own ones."""
    units = {unit.pk: unit for unit in Unit.objects.select_related("subject").order_by("subject__sort_key", "pk")}
    living = frozenset(pk for pk, unit in units.items() if (unit.since or day) <= day <= (unit.until or day))
    posts = Post.objects.filter(in_force(day), is_head=True).order_by("since", "pk")
    heads: dict[int, str] = dict(posts.values_list("unit_id", "person__subject__name"))
    granted = set(RoleGrant.objects.filter(role=Role.HEAD.value).values_list("unit_id", flat=True))
    below: dict[int | None, list[int]] = {}
    for unit in units.values():
        if unit.pk in living:
            below.setdefault(unit.parent_id, []).append(unit.pk)
    asked = [
        place for start in _starts(units, below, scope) for place in _first_headed(start, below, granted | {*heads})
    ]
    working = Post.objects.filter(in_force(day), unit__parent=None).values_list("unit_id", flat=True)
    return Tree(units, heads, tuple(asked), living, frozenset(working.distinct()))


def boards(rounds: Collection[Round], scope: Scope, day: date) -> dict[int, list[UnitRow]]:
    """The units of each of those rounds, in the order of their names."""
    tree = tree_of(scope, day)
    stages: dict[int, dict[int, Counter[str]]] = {one.pk: {} for one in rounds}
    counted = Nomination.objects.filter(round__in=rounds).values_list("round_id", "unit_id", "stage")
    for number, unit, stage, count in counted.annotate(count=Count("pk")):
        stages[number or 0].setdefault(tree.row_of(unit), Counter())[stage] += count
    meetings: dict[int, dict[int, list[UnitMeeting]]] = {one.pk: {} for one in rounds}
    for meeting in (
        UnitMeeting.objects.filter(round__in=rounds).select_related("unit__subject").order_by("held_on", "pk")
    ):
        meetings[meeting.round_id].setdefault(tree.row_of(meeting.unit_id), []).append(meeting)
    return {one.pk: _rows(one, tree, scope, stages[one.pk], meetings[one.pk], day) for one in rounds}


def board(one: Round, scope: Scope, day: date) -> list[UnitRow]:
    return boards([one], scope, day)[one.pk]


def chosen(rows: Iterable[UnitRow], words: str, state: str, *, late: bool, sort: str = "ten") -> list[UnitRow]:
    """Those that the filters leave: words of the name, a state, only the late ones; by name, state or numbers."""
    wanted = fold(words).split()
    found = [
        row
        for row in rows
        if all(word in row.unit.subject.search_key for word in wanted)
        and (not state or row.state.value == state)
        and (row.is_late or not late)
    ]
    keys = {
        "ten": lambda row: row.unit.subject.sort_key,
        "tinh_trang": lambda row: list(UnitState).index(row.state),
        "da_gui": lambda row: row.work.sent,
        "nhap": lambda row: row.work.drafts,
    }
    key = keys.get(sort.removeprefix("-"), keys["ten"])
    return sorted(found, key=key, reverse=sort.startswith("-"))


def tally(rows: Iterable[UnitRow]) -> dict[UnitState, int]:
    """How many units are in each state, every state named."""
    counted = Counter(row.state for row in rows)
    return {state: counted[state] for state in UnitState}


def _starts(units: Mapping[int, Unit], below: Mapping[int | None, list[int]], scope: Scope) -> list[int]:
    """Where to look for units: under the root, or at the topmost units of a head."""
    if scope.everything:
        return [place for root in below.get(None, []) for place in below.get(root, [])]
    own = {unit.pk for unit in units.values() if unit.subject.code in scope.units}
    tops = [place for place in own if units[place].parent_id not in own]
    return [place for top in tops for place in (below.get(top, []) if units[top].parent_id is None else [top])]


def _first_headed(place: int, below: Mapping[int | None, list[int]], headed: Collection[int | None]) -> list[int]:
    if place in headed or not below.get(place):
        return [place]
    return [found for under in below[place] for found in _first_headed(under, below, headed)]


def _rows(
    one: Round,
    tree: Tree,
    scope: Scope,
    stages: Mapping[int, Counter[str]],
    meetings: Mapping[int, list[UnitMeeting]],
    day: date,
) -> list[UnitRow]:
    """The units asked, the school's leaders, and those that have something on file though they are asked no more."""
    others = {*stages, *meetings, *tree.staffed} - {*tree.asked}
    strays = [place for place in others if _reaches(scope, tree.units[place])]
    rows = [
        _row(one, tree, place, stages.get(place, Counter()), meetings.get(place, []), day)
        for place in (*tree.asked, *strays)
    ]
    return sorted(rows, key=lambda row: (row.unit.subject.sort_key, row.unit.pk))


def _row(one: Round, tree: Tree, place: int, stages: Counter[str], meetings: list[UnitMeeting], day: date) -> UnitRow:
    own = next((meeting for meeting in meetings if meeting.unit_id == place), None)
    work = UnitWork(
        drafts=stages[NominationStage.DRAFT.value],
        sent=sum(count for stage, count in stages.items() if stage not in UNSENT),
        has_notes=bool(meetings),
        has_met=own is not None and own.stage == UnitMeetingStage.HELD.value,
        says_nobody=own is not None and bool(own.nobody),
    )
    meet_by = one.meet_by if Station.MEETING in path_of(one).stations else None
    is_going = one.stage == RoundStage.OPEN.value and place in tree.asked
    return UnitRow(
        unit=tree.units[place],
        head=tree.heads.get(place, ""),
        work=work,
        stages=stages,
        meeting=own,
        below=tuple(meeting for meeting in meetings if meeting is not own),
        is_asked=place in tree.asked,
        is_late=is_going and work.is_late(day, meet_by, one.send_by),
        is_closed=place not in tree.in_force,
    )


def _reaches(scope: Scope, unit: Unit) -> bool:
    return scope.everything or unit.subject.code in scope.units
