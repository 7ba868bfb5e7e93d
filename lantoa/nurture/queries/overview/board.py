"""The board: prospects by stage, unit and tier aimed at; measures overdue; who was not looked at for 90 days."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext as _

from lantoa.discovery.queries.prospects.listing import LIVING, NO_TIER
from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.stages import STAGE_LABELS, ProspectStage
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.neglected import (
    OVERDUE,
    PROSPECTS,
    alone_section,
    overdue_measures,
    overdue_section,
)
from lantoa.nurture.queries.overview.tables import Cell, Column, Kind, Section, Table, row

SHOWN = 50
ALL = "tat-ca"


@dataclass(slots=True)
class Tally:
    """The numbers of one row."""

    stages: dict[str, int] = field(default_factory=dict)
    alone: int = 0
    overdue: int = 0

    @property
    def total(self) -> int:
        return sum(self.stages.values())

    @property
    def living(self) -> int:
        return sum(number for stage, number in self.stages.items() if stage in LIVING)

    def add(self, other: "Tally") -> None:
        for stage, number in other.stages.items():
            self.stages[stage] = self.stages.get(stage, 0) + number
        self.alone += other.alone
        self.overdue += other.overdue


@dataclass(frozen=True, slots=True)
class Board:
    """The numbers of everything, and the tables."""

    whole: Tally
    sections: tuple[Section, ...]


def board(asked: Asked, most: int | None = SHOWN) -> Board:
    """In five queries; of the two lists at most so many rows, all without a limit."""
    tallies = _tallies(asked)
    whole = _sum(tallies.values())
    sections = (
        _by_unit(asked, tallies, whole),
        _by_tier(asked, tallies, whole),
        overdue_section(asked, most),
        alone_section(asked, most),
    )
    return Board(whole, sections)


def _tallies(asked: Asked) -> dict[tuple[int, str], Tally]:
    """By unit and tier aimed at."""
    found: dict[tuple[int, str], Tally] = {}
    rows = asked.prospects().values("unit_id", "tier", "stage")
    for one in rows.annotate(number=Count("pk"), alone=Count("pk", filter=asked.alone())):
        tally = found.setdefault((one["unit_id"], one["tier"]), Tally())
        tally.add(Tally({one["stage"]: one["number"]}, one["alone"]))
    measures = overdue_measures(asked).order_by().values("plan__prospect__unit_id", "plan__prospect__tier")
    for late in measures.annotate(number=Count("pk")):
        key = late["plan__prospect__unit_id"], late["plan__prospect__tier"]
        found.setdefault(key, Tally()).overdue += late["number"]
    return found


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def _grouped(
    tallies: Mapping[tuple[int, str], Tally], key: Callable[[int, str], Hashable | None]
) -> dict[Hashable, Tally]:
    groups: dict[Hashable, Tally] = {}
    for (unit, tier), tally in tallies.items():
        if (place := key(unit, tier)) is not None:
            groups.setdefault(place, Tally()).add(tally)
    return groups


def _by_unit(asked: Asked, tallies: Mapping[tuple[int, str], Tally], whole: Tally) -> Section:
    rows, places = asked.rows, asked.places
    row_of = places.row_of(rows)
    groups = _grouped(tallies, lambda unit, _tier: row_of.get(unit))
    columns = _columns(_("Đơn vị"))
    lines = [
        _line(
            columns, _unit_cell(asked, key), groups[key], address_of(asked, unit=key, is_alone=_is_itself(asked, key))
        )
        for key in rows
        if key in groups
    ]
    totals = _line(columns, Cell(_("Tất cả")), whole, address_of(asked, unit=asked.top))
    return Section(
        id="don-vi",
        heading=_("Theo đơn vị"),
        sentence=_("Đơn vị ngay dưới, kể cả các đơn vị thuộc nó. Bấm tên để xem sâu hơn, bấm số để xem từng người."),
        table=Table(_("Theo đơn vị"), columns, tuple(lines), totals if lines else ()),
        empty=_("Chưa có nhân tố mới nào khớp với lựa chọn này."),
    )


def _is_itself(asked: Asked, unit: int) -> bool:
    """The row of the chosen unit counts only those who are in none of the units under it."""
    return unit == asked.top and len(asked.rows) > 1


def unit_name(asked: Asked, unit: int) -> str:
    name = asked.places.units[unit].name
    return _("%s (trực thuộc)") % name if _is_itself(asked, unit) else name


def _unit_cell(asked: Asked, unit: int) -> Cell:
    if asked.top == unit:
        return Cell(unit_name(asked, unit))
    return Cell(unit_name(asked, unit), "?" + urlencode(asked.kept | {"don_vi": asked.places.units[unit].code}))


def _by_tier(asked: Asked, tallies: Mapping[tuple[int, str], Tally], whole: Tally) -> Section:
    names = tier_names()
    groups = _grouped(tallies, lambda _unit, tier: tier)
    known = [code for code in names if code in groups]
    others = sorted(str(code) for code in groups if code not in names)
    columns = _columns(_("Bậc hướng tới"))
    lines = [
        _line(
            columns,
            Cell(names.get(code, code) or _("Chưa định bậc")),
            groups[code],
            address_of(asked, tier=code or NO_TIER),
        )
        for code in [*known, *others]
    ]
    totals = _line(columns, Cell(_("Tất cả")), whole, address_of(asked))
    return Section(
        id="bac",
        heading=_("Theo bậc hướng tới"),
        sentence=_("Bậc mà đơn vị nhắm tới khi chọn nhân tố mới."),
        table=Table(_("Theo bậc"), columns, tuple(lines), totals if lines else ()),
        empty=_("Chưa có nhân tố mới nào khớp với lựa chọn này."),
    )


def _columns(first: str) -> tuple[Column, ...]:
    stages = [Column(STAGE_LABELS[stage].capitalize()) for stage in ProspectStage]
    return (
        Column(first, Kind.TEXT, 40),
        *stages,
        Column(_("Tất cả")),
        Column(_("Biện pháp quá hạn")),
        Column(_("Quá 90 ngày chưa xem xét")),
    )


def _line(
    columns: tuple[Column, ...], name: Cell, tally: Tally, address: Callable[[dict[str, str]], str]
) -> tuple[Cell, ...]:
    stages = [_number(tally.stages.get(stage.value, 0), address({"buoc": stage.value})) for stage in ProspectStage]
    return row(
        columns,
        name,
        *stages,
        _number(tally.total, address({"buoc": ALL})),
        _number(tally.overdue, address({OVERDUE: ""})),
        _number(tally.alone, address({"lau": "on"})),
    )


def _number(number: int, address: str) -> Cell:
    return Cell(number, address if number else "")


def address_of(
    asked: Asked, *, unit: int | None = None, tier: str = "", is_alone: bool = False
) -> Callable[[dict[str, str]], str]:
    """Where the rows behind a number are: in the list of prospects, or for overdue measures further down here."""
    chosen = unit or asked.top
    code = asked.places.units[chosen].code if chosen else ""
    narrowed = {"don_vi": code, "bac": tier, "rieng": "on" if is_alone else ""}
    kept = asked.kept | {name: value for name, value in narrowed.items() if value}

    def address(more: dict[str, str]) -> str:
        if OVERDUE in more:
            return f"?{urlencode(kept)}#{OVERDUE}"
        return f"{PROSPECTS}?{urlencode(kept | more)}"

    return address
