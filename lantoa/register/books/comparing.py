"""A book held against what is on file: which rows are new, which are known, which contradict."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Award, Post, Record, RecordBook
from lantoa.domain.vietnamese import accent_key, match_key
from lantoa.register.books import layout
from lantoa.register.books.cells import DATE, MARK, TEXT, spelling
from lantoa.register.books.findings import RowError
from lantoa.register.books.layout import SHEETS, Column, Sheet
from lantoa.register.books.writing import rows_of

# What makes two rows the same row, beside the sheet. Spelling does not: the title of an award counts, not its words.
SAME: dict[Sheet, Callable[[Any], Hashable]] = {
    layout.UNITS: lambda row: row.code,
    layout.PEOPLE: lambda row: row.code,
    layout.POSTS: lambda row: (row.person, row.unit, match_key(row.position), row.since),
    layout.RATINGS: lambda row: (row.subject, row.year),
    layout.AWARDS: lambda row: (
        row.subject, row.year, _award(row), row.level, row.status, match_key(row.decision), row.decided,
    ),
    layout.SANCTIONS: lambda row: (row.person, row.form, row.effective, match_key(row.decision)),
    layout.INITIATIVES: lambda row: (row.person, row.year, match_key(row.name)),
    layout.RECOGNITIONS: lambda row: (row.subject, row.tier, row.year, match_key(row.decision)),
    layout.ATTESTATIONS: lambda row: (row.subject, row.criterion, row.year, row.passed, match_key(row.grounds)),
    layout.HOLDS: lambda row: (row.subject, match_key(row.reason), row.since),
    layout.CLOSINGS: lambda row: (row.ledger, row.year, row.unit),
}  # fmt: skip
# Sheets where the same row with another content contradicts; elsewhere it is simply one more row.
ONE_OF_A_KIND = (
    layout.UNITS, layout.PEOPLE, layout.POSTS, layout.RATINGS, layout.SANCTIONS, layout.HOLDS, layout.CLOSINGS,
)  # fmt: skip


@dataclass(slots=True)
class Comparison:
    """The new rows of every sheet, how many are known, and the rows that contradict what is on file."""

    new: dict[str, list[Record]] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)


def compare(book: RecordBook, on_file: RecordBook) -> Comparison:
    """Hold the good rows of a workbook against the rows on file about the same subjects.

    An empty cell claims nothing, so it contradicts nothing and erases nothing.
    """
    comparison = Comparison()
    for sheet in SHEETS:
        _compare_sheet(sheet, rows_of(book, sheet), rows_of(on_file, sheet), comparison)
    overlapping = _overlapping(comparison.new[layout.POSTS.name], on_file)
    comparison.errors.extend(overlapping.values())
    comparison.new[layout.POSTS.name] = [
        post for post in comparison.new[layout.POSTS.name] if post.origin.row not in overlapping
    ]
    return comparison


def _compare_sheet(sheet: Sheet, rows: list[Record], rows_on_file: list[Record], comparison: Comparison) -> None:
    waiting: dict[Hashable, list[Record]] = defaultdict(list)
    for there in rows_on_file:
        waiting[SAME[sheet](there)].append(there)
    new = comparison.new.setdefault(sheet.name, [])
    known = 0
    for row in rows:
        alike = waiting.get(SAME[sheet](row), [])
        match = next((there for there in alike if not differing(sheet, row, there)), None)
        if match:
            alike.remove(match)
            known += 1
        elif alike and sheet in ONE_OF_A_KIND:
            comparison.errors.extend(_contradictions(sheet, row, alike[0]))
        else:
            new.append(row)
    comparison.known[sheet.name] = known


def differing(sheet: Sheet, row: Record, there: Record) -> list[Column]:
    """The columns that are filled in the row and say something else on file."""
    return [
        column
        for column in sheet.columns
        if (claimed := getattr(row, column.field)) not in (None, "", False)
        and not _says_the_same(column, claimed, getattr(there, column.field))
    ]


def _says_the_same(column: Column, claimed: Any, there: Any) -> bool:
    if column.kind is DATE and there is not None:
        return bool(claimed.first_day <= there.first_day and there.last_day <= claimed.last_day)
    if column.kind is not TEXT:
        return bool(claimed == there)
    return column is AWARD_TEXT or accent_key(claimed) == accent_key(there)


AWARD_TEXT = layout.AWARDS.by_field["text"]  # already compared, as a title


def _contradictions(sheet: Sheet, row: Record, there: Record) -> list[RowError]:
    return [
        RowError(
            sheet.name,
            row.origin.row,
            column.name,
            said(column, getattr(row, column.field)),
            f"trong sổ đã ghi «{said(column, getattr(there, column.field))}»; nếu sai, hãy sửa dòng đó ở trang Sổ",
        )
        for column in differing(sheet, row, there)
    ]


def said(column: Column, value: Any) -> str:
    """A record's value in the words of the workbook."""
    if value in (None, ""):
        return "(trống)"
    if column.kind is MARK:
        return MARK.choices[0] if value else "(trống)"
    if column.kind.choices:
        return spelling(column.kind, value)
    return str(value)


def _award(award: Award) -> str:
    return award.title or match_key(award.text)


def _overlapping(posts: list[Any], on_file: RecordBook) -> dict[int, RowError]:
    """New posts that overlap one on file of the same person, unit and position; by row."""
    there: dict[Hashable, list[Post]] = defaultdict(list)
    for post in on_file.posts:
        there[post.person, post.unit, match_key(post.position)].append(post)
    errors = {}
    column = layout.POSTS.by_field["since"]
    for post in posts:
        alike = there.get((post.person, post.unit, match_key(post.position)), [])
        if other := next((one for one in alike if _overlap(one, post)), None):
            expected = f"ngày không chồng lên dòng đã có trong sổ: {other.since} - {other.until or 'nay'}"
            errors[post.origin.row] = RowError(
                layout.POSTS.name, post.origin.row, column.name, str(post.since), expected
            )
    return errors


def _overlap(one: Post, other: Post) -> bool:
    return _first(one.since) <= _last(other.until) and _first(other.since) <= _last(one.until)


def _first(since: PartialDate | None) -> date:
    return since.first_day if since else date.min


def _last(until: PartialDate | None) -> date:
    return until.last_day if until else date.max
