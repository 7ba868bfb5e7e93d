"""Lists of movements, and the table of units and movements with the state of each."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet, prefetch_related_objects

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.models import Movement, Pledge, ReportDate, Result
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MovementStage, PledgeStage
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    kind: str = ""
    stage: str = ""
    year: int | None = None


@dataclass(slots=True)
class Cell:
    """How a unit stands to a movement."""

    pledge: Pledge
    reported: int
    expected: int
    is_late: bool


@dataclass(slots=True)
class Row:
    """A unit and how it stands to each movement of the table; nothing where it was not asked."""

    unit: Unit
    cells: list[Cell | None] = field(default_factory=list)


def visible(user: User) -> Q:
    """Launched ones are seen by everybody; drafts by those who may launch them."""
    scope = scope_of(user, Deed.RUN_MOVEMENT)
    if scope.everything:
        return Q()
    return ~Q(stage=MovementStage.DRAFT.value) | Q(unit__subject__code__in=scope.units)


def listed(user: User, asked: Asked) -> QuerySet[Movement]:
    """Going on first, then by their last day, the latest first."""
    found = Movement.objects.filter(visible(user)).select_related("unit__subject", "above")
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.year is not None:
        found = found.filter(since__year__lte=asked.year, until__year__gte=asked.year)
    counted = {
        "asked": Count("pledges"),
        "accepted": Count("pledges", filter=Q(pledges__stage=PledgeStage.ACCEPTED.value)),
        "waiting": Count("pledges", filter=Q(pledges__stage=PledgeStage.WAITING.value)),
    }
    return found.annotate(**counted).order_by("-until", "pk")


def board(year: int, day: date) -> tuple[list[Movement], list[Row]]:
    """Movements going on in the year, and every unit asked by one of them."""
    going = Movement.objects.filter(since__year__lte=year, until__year__gte=year).exclude(
        stage__in=[MovementStage.DRAFT.value, MovementStage.CANCELLED.value]
    )
    dates = Prefetch("report_dates", ReportDate.objects.order_by("due"))
    movements = list(going.select_related("unit__subject").prefetch_related(dates).order_by("since", "pk"))
    pledges = (
        Pledge.objects.filter(movement__in=movements)
        .select_related("unit__subject")
        .order_by("unit__subject__sort_key")
    )
    reported = _reported(movements)
    places = {movement.pk: place for place, movement in enumerate(movements)}
    rows: dict[int, Row] = {}
    for pledge in pledges:
        row = rows.setdefault(pledge.unit_id, Row(pledge.unit, [None] * len(movements)))
        movement = movements[places[pledge.movement_id]]
        row.cells[places[movement.pk]] = cell_of(
            movement, pledge, reported.get((movement.pk, pledge.unit_id), set()), day
        )
    return movements, list(rows.values())


def cells_of(movement: Movement, day: date) -> list[Cell]:
    """How each unit asked stands to the movement."""
    prefetch_related_objects([movement], "report_dates")
    reported = _reported([movement])
    pledges = movement.pledges.select_related("unit__subject").order_by("unit__subject__sort_key")
    return [cell_of(movement, one, reported.get((movement.pk, one.unit_id), set()), day) for one in pledges]


def cell_of(movement: Movement, pledge: Pledge, reported: set[int], day: date) -> Cell:
    """Late: a pledge not sent in time, or a report date that went by without a result."""
    dates = list(movement.report_dates.all())
    missing = any(one.due < day and one.pk not in reported for one in dates)
    unsent = pledge.stage in (PledgeStage.NOT_SENT.value, PledgeStage.RETURNED.value)
    is_going = movement.stage == MovementStage.LAUNCHED.value
    late = is_going and (missing or (unsent and movement.pledges_due is not None and movement.pledges_due < day))
    return Cell(pledge, len(reported), len(dates), late)


def _reported(movements: list[Movement]) -> dict[tuple[int, int], set[int]]:
    found: dict[tuple[int, int], set[int]] = {}
    results = Result.objects.filter(report_date__movement__in=movements)
    for movement, unit, report_date in results.values_list("report_date__movement_id", "unit_id", "report_date_id"):
        found.setdefault((movement, unit), set()).add(report_date)
    return found
