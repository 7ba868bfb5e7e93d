"""The rows of a workbook as they are typed: tabs found, headings found, cells read, nothing judged across rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from lantoa.register.books.cells import Cell, Unfit, written
from lantoa.register.books.findings import Remark, RowError, UnreadableBook
from lantoa.register.books.headers import columns_under, sheet_named
from lantoa.register.books.hostile import Suspects, inspect
from lantoa.register.books.layout import GUIDE, REASON, SHEETS, Column, Sheet
from lantoa.register.books.package import BROKEN

HEADINGS_WITHIN = 15
FILLED_IN = "ô này phải điền"


@dataclass(slots=True)
class Row:
    """A row of a sheet: field -> value for the cells that could be read, and the cells as they are typed."""

    number: int
    values: dict[str, Any]
    cells: Sequence[Cell]
    has_formula: bool = False


@dataclass(slots=True)
class Table:
    """A sheet of the book with its rows; not `whole` when a required column is missing: no rows then."""

    sheet: Sheet
    places: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    whole: bool = True

    def error(self, row: Row, name: str, expected: str) -> RowError:
        """The error that a row's value of that field breaks a rule."""
        place = self.places.get(name)
        value = written(row.cells[place]) if place is not None and place < len(row.cells) else ""
        return RowError(self.sheet.name, row.number, self.sheet.by_field[name].name, value, expected)


@dataclass(slots=True)
class Tables:
    """All sheets of the book, in the book's order, with what was found while reading them."""

    by_name: dict[str, Table]
    errors: list[RowError] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def __getitem__(self, name: str) -> Table:
        return self.by_name[name]

    def __iter__(self) -> Iterator[Table]:
        return iter(self.by_name.values())


@dataclass(frozen=True)
class Tab:
    """A tab of the file that is one of the book's sheets."""

    sheet: Sheet
    name: str
    first_column: int
    lines: list[list[Cell]]
    suspects: Suspects

    @property
    def headings_at(self) -> int:
        """The line whose cells name most columns, among the first fifteen."""
        scores = [len(columns_under(self.sheet, map(written, line))) for line in self.lines[:HEADINGS_WITHIN]]
        return scores.index(max(scores)) if scores else 0


def read_tables(source: Path) -> Tables:
    """The book's sheets with the rows that are not empty; UnreadableBook for a file that must not be read."""
    tables = Tables({sheet.name: Table(sheet) for sheet in SHEETS})
    missing = {sheet.name: sheet for sheet in SHEETS}
    for tab in tabs_of(source, tables.remarks):
        del missing[tab.sheet.name]
        _fill(tables, tab)
    for sheet in missing.values():
        if sheet.required:
            tables[sheet.name].whole = False
            tables.errors.append(RowError(sheet.name, 1, "", "", f"sổ phải có sheet «{sheet.name}»"))
    return tables


def tabs_of(source: Path, remarks: list[Remark]) -> Iterator[Tab]:
    """The tabs that are sheets of the book; the others are remarked upon."""
    suspects = inspect(source)
    taken: set[str] = set()
    with _open(source) as workbook:
        for tab in workbook.sheets_metadata:
            sheet = sheet_named(tab.name)
            if sheet is None or sheet.name in taken or tab.typ is not SheetTypeEnum.WorkSheet:
                if tab.name != GUIDE:
                    remarks.append(_unknown_sheet(tab.name, sheet))
                continue
            taken.add(sheet.name)
            first_column, lines = _lines(workbook, tab.name)
            odd = suspects.get(tab.name, Suspects())
            lines.extend([] for _ in range(odd.last_row - len(lines)))  # below the last value formulas may stand
            yield Tab(sheet, tab.name, first_column, lines, odd)


def _unknown_sheet(name: str, sheet: Sheet | None) -> Remark:
    note = f"sheet lặp lại «{sheet.name}», không đọc" if sheet else "sheet lạ, không đọc"
    return Remark(name, 0, "", name, note)


def _open(source: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(source)
    except (CalamineError, OSError) as error:
        raise UnreadableBook(BROKEN) from error


def _lines(workbook: CalamineWorkbook, name: str) -> tuple[int, list[list[Cell]]]:
    """The column where lines begin, and the lines from the first row of the tab."""
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError as error:
        raise UnreadableBook(BROKEN) from error
    return (0, []) if sheet.start is None else (sheet.start[1], list(sheet.iter_rows()))


def _fill(tables: Tables, tab: Tab) -> None:
    table = tables[tab.sheet.name]
    at = tab.headings_at
    headings = [written(cell) for cell in tab.lines[at]] if tab.lines else []
    table.places = columns_under(tab.sheet, headings)
    if not table.places and not tab.sheet.required and not any(headings):
        return
    for column in tab.sheet.columns:
        if column.required and column.field not in table.places:
            table.whole = False
            tables.errors.append(RowError(tab.sheet.name, at + 1, column.name, "", f"phải có cột «{column.name}»"))
    tables.remarks.extend(
        Remark(tab.sheet.name, at + 1, heading, heading, "cột lạ hoặc lặp lại, không đọc")
        for place, heading in enumerate(headings)
        if heading and heading != REASON and place not in table.places.values()
    )
    if table.whole:
        for number, line in enumerate(tab.lines[at + 1 :], at + 2):
            _read_line(tables, tab, number, line)


def _read_line(tables: Tables, tab: Tab, number: int, line: list[Cell]) -> None:
    table = tables[tab.sheet.name]
    row = Row(number, {}, line)
    errors = []
    is_filled = False
    for column in tab.sheet.columns:
        place = table.places.get(column.field)
        if place is None:
            row.values[column.field] = column.kind.empty
            continue
        cell = line[place] if place < len(line) else ""
        refused = _suspected(tab.suspects, (number, place + tab.first_column), row)
        is_filled = is_filled or bool(refused) or (cell != "" and written(cell) != "")
        if refused := refused or _refused_as(column, cell, row):
            errors.append(table.error(row, column.field, refused))
    if is_filled:
        table.rows.append(row)
        tables.errors.extend(errors)


def _suspected(suspects: Suspects, at: tuple[int, int], row: Row) -> str:
    """Mark a row that takes a formula's value; or what was expected where there is none to take."""
    if at in suspects.formulas:
        row.has_formula = True
        if not suspects.formulas[at]:
            return "giá trị thay cho công thức (mở bằng Excel rồi lưu lại, hoặc dán dạng giá trị)"
    if at in suspects.errors:
        return f"giá trị thay cho lỗi {suspects.errors[at]} của công thức"
    return ""


def _refused_as(column: Column, cell: Cell, row: Row) -> str:
    """Put the cell's value into the row; or what was expected instead."""
    kind = column.kind
    text = written(cell) if cell != "" else ""
    if not text:
        if column.required:
            return f"{FILLED_IN}: {kind.expected}"
        row.values[column.field] = kind.empty
        return ""
    if column.longest and len(text) > column.longest:
        return f"nhiều nhất {column.longest} ký tự"
    try:
        row.values[column.field] = text if kind.read is written else kind.read(cell)
    except Unfit:
        return kind.expected
    return ""
