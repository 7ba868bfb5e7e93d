"""What the rows of a book must keep between them (`workbook.md`): each rule finds the rows that break it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import match_key
from lantoa.plans import catalogue
from lantoa.register.books import layout
from lantoa.register.books.cells import LEVEL
from lantoa.register.books.findings import RowError
from lantoa.register.books.layout import EITHER, PERSON
from lantoa.register.books.tables import Row, Table, Tables


@dataclass(frozen=True)
class OnFile:
    """What a register already holds, as far as the rules ask: whose code is whose, and the unit tree."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    parents: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def root(self) -> str | None:
        return next((code for code, parent in self.parents.items() if parent is None), None)


NOTHING = OnFile()
Rule: TypeAlias = Callable[[Tables, OnFile], Iterator[RowError]]


def broken_rules(tables: Tables, on_file: OnFile = NOTHING) -> list[RowError]:
    """Every broken rule, in the order of the book."""
    return [error for rule in RULES for error in rule(tables, on_file)]


def a_code_occurs_once(tables: Tables, on_file: OnFile) -> Iterator[RowError]:
    """`Mã` of a unit or person occurs once, and no code serves both (the later row; people after units)."""
    rows_by_code: dict[str, tuple[Table, Row]] = {}
    for table in (tables[layout.UNITS.name], tables[layout.PEOPLE.name]):
        kind = Kind.COLLECTIVE if table.sheet is layout.UNITS else Kind.INDIVIDUAL
        for row in table.rows:
            if not (code := row.values.get("code")):
                continue
            first_table, first = rows_by_code.setdefault(code, (table, row))
            if first is not row:
                place = f"sheet {first_table.sheet.name} dòng {first.number}"
                yield table.error(row, "code", f"mã chưa dùng; mã này đã có ở {place}")
            elif on_file.kinds.get(code, kind) is not kind:
                yield table.error(row, "code", f"mã chưa dùng; trong sổ đã có {WHOSE[on_file.kinds[code]]} mang mã này")


WHOSE = {Kind.INDIVIDUAL: "người", Kind.COLLECTIVE: "đơn vị"}


def one_unit_has_none_above(tables: Tables, on_file: OnFile) -> Iterator[RowError]:
    """Exactly one unit has no `Mã cấp trên` (the later row; none at all: row 1)."""
    table = tables[layout.UNITS.name]
    if not table.whole:
        return
    root = on_file.root
    for row in table.rows:
        code = row.values.get("code", "")
        if row.values.get("parent", "") is not None or code in on_file.parents:
            continue
        if root is None:
            root = code
        else:
            yield table.error(row, "parent", f"mã đơn vị cấp trên; chỉ một đơn vị được để trống, đã có «{root}»")
    if root is None:
        column = table.sheet.by_field["parent"].name
        yield RowError(table.sheet.name, 1, column, "", "đúng một đơn vị (gốc) để trống cột này; chưa có đơn vị nào")


def no_unit_is_above_itself(tables: Tables, on_file: OnFile) -> Iterator[RowError]:
    table = tables[layout.UNITS.name]
    parents = dict(on_file.parents)
    for row in reversed(table.rows):
        if row.values.get("code") and row.values.get("parent"):
            parents[row.values["code"]] = row.values["parent"]
    circular = _on_a_circle(parents)
    for row in table.rows:
        if row.values.get("code") in circular and row.values.get("parent"):
            yield table.error(row, "parent", "đơn vị ở trên; đơn vị này đang là cấp trên của chính nó")


def _on_a_circle(parents: Mapping[str, str | None]) -> set[str]:
    """The units that are met again on the way up from themselves."""
    circular: set[str] = set()
    settled: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        unit: str | None = start
        while unit is not None and unit not in settled and unit not in way:
            way[unit] = None
            unit = parents.get(unit)
        if unit is not None and unit in way:
            line = list(way)
            circular.update(line[line.index(unit) :])
        settled.update(way)
    return circular


def a_code_referred_to_exists(tables: Tables, on_file: OnFile) -> Iterator[RowError]:
    """In the column of the reference; a sanction, an initiative and a post belong to a person."""
    codes = dict(on_file.kinds)
    for table, kind in ((tables[layout.UNITS.name], Kind.COLLECTIVE), (tables[layout.PEOPLE.name], Kind.INDIVIDUAL)):
        for row in table.rows:
            codes.setdefault(row.values.get("code", ""), kind)
    unread = {
        kind
        for sheet, kind in ((layout.UNITS, Kind.COLLECTIVE), (layout.PEOPLE, Kind.INDIVIDUAL))
        if not tables[sheet.name].whole
    }
    for table in tables:
        for column in table.sheet.references:
            expected = EXPECTED[column.refers]
            for row in table.rows:
                code = row.values.get(column.field)
                if code and codes.get(code) not in column.refers and not column.refers & unread:
                    yield table.error(row, column.field, expected)


EXPECTED = {
    PERSON: "mã một người có ở sheet Cán bộ",
    layout.UNIT: "mã một đơn vị có ở sheet Đơn vị",
    EITHER: "mã một người hoặc đơn vị có trong sổ",
}


def an_end_is_not_before_its_beginning(tables: Tables, _on_file: OnFile) -> Iterator[RowError]:
    for table in tables:
        if "until" not in table.sheet.by_field:
            continue
        for row in table.rows:
            since, until = row.values.get("since"), row.values.get("until")
            if since and until and until.last_day < since.first_day:
                yield table.error(row, "until", f"không trước Từ ngày ({since})")


def one_rating_a_year(tables: Tables, _on_file: OnFile) -> Iterator[RowError]:
    """One rating per subject and year (the later row)."""
    table = tables[layout.RATINGS.name]
    first_rows: dict[tuple[str, int], Row] = {}
    for row in table.rows:
        subject, year = row.values.get("subject"), row.values.get("year")
        if not subject or not year:
            continue
        first = first_rows.setdefault((subject, year), row)
        if first is not row:
            yield table.error(row, "year", f"mỗi đối tượng một xếp loại một năm; {subject} đã có ở dòng {first.number}")


def only_a_title_goes_without_level(tables: Tables, _on_file: OnFile) -> Iterator[RowError]:
    """`Cấp` may be empty only for a title of the ladders: its level is then the title's own."""
    table = tables[layout.AWARDS.name]
    for row in table.rows:
        text = row.values.get("text")
        if text and row.values.get("level", LEVEL) is None and catalogue().title(text) is None:
            yield table.error(row, "level", f"{LEVEL.expected}, vì «{text}» không phải danh hiệu thi đua đã biết")


def posts_of_a_kind_do_not_overlap(tables: Tables, _on_file: OnFile) -> Iterator[RowError]:
    """No two rows with the same person, unit and `Chức vụ` overlap (the later row)."""
    table = tables[layout.POSTS.name]
    earlier: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in table.rows:
        values = row.values
        if not values.get("person") or not values.get("unit") or not values.get("since") or "until" not in values:
            continue
        alike = earlier[values["person"], values["unit"], match_key(values.get("position", ""))]
        if other := next((one for one in alike if _overlap(one, row)), None):
            yield table.error(row, "since", f"ngày không chồng lên dòng {other.number} (cùng người, đơn vị, chức vụ)")
        alike.append(row)


def _overlap(one: Row, other: Row) -> bool:
    return bool(one.values["since"].first_day <= _last_day(other) and other.values["since"].first_day <= _last_day(one))


def _last_day(row: Row) -> date:
    until = row.values["until"]
    return until.last_day if until else date.max


RULES: tuple[Rule, ...] = (
    a_code_occurs_once,
    one_unit_has_none_above,
    no_unit_is_above_itself,
    a_code_referred_to_exists,
    an_end_is_not_before_its_beginning,
    one_rating_a_year,
    only_a_title_goes_without_level,
    posts_of_a_kind_do_not_overlap,
)
