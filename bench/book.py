"""A small generated sector as a record book in memory, row for row what the database would give back."""

from collections.abc import Callable, Iterator
from typing import Any

from bench.rows import Table
from bench.sector import tables
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Closing,
    Hold,
    Initiative,
    Ledger,
    Level,
    Origin,
    Person,
    Post,
    Rating,
    Recognition,
    RecordBook,
    Sanction,
    Unit,
)

Row = dict[str, Any]
EVERY_ROW = slice(None)


class Reader:
    """Tables turned into records, subject ids into codes."""

    def __init__(self, people: int) -> None:
        self.codes: dict[int | None, str] = {}
        self.names: dict[int, str] = {}
        self.book = RecordBook()
        for table in tables(people):
            self._take(table)

    def _take(self, table: Table) -> None:
        if table.model == "Subject":
            for row in _rows(table):
                self.codes[row["id"]], self.names[row["id"]] = row["code"], row["name"]
        elif table.model == "Unit":
            self.book.units.update({unit.code: unit for unit in map(self.unit, _rows(table))})
        elif table.model == "Person":
            self.book.people.update({person.code: person for person in map(self.person, _rows(table))})
        else:
            self._take_list(table)

    def _take_list(self, table: Table) -> None:
        lists: dict[str, tuple[list[Any], Callable[[Row, int], Any]]] = {
            "Post": (self.book.posts, self.post),
            "Rating": (self.book.ratings, self.rating),
            "Award": (self.book.awards, self.award),
            "Sanction": (self.book.sanctions, self.sanction),
            "Initiative": (self.book.initiatives, self.initiative),
            "Recognition": (self.book.recognitions, self.recognition),
            "Attestation": (self.book.attestations, self.attestation),
            "Hold": (self.book.holds, self.hold),
            "Closing": (self.book.closings, self.closing),
        }
        rows, make = lists[table.model]
        rows.extend(make(row, place) for place, row in enumerate(_rows(table), 1))

    def unit(self, row: Row) -> Unit:
        key, parent = row["subject"], row["parent"]
        above = self.codes[parent] if parent else None
        return Unit(self.codes[key], self.names[key], above, None, None, Origin("Đơn vị", key))

    def person(self, row: Row) -> Person:
        key = row["subject"]
        origin = Origin("Cán bộ", key)
        return Person(self.codes[key], self.names[key], origin, row["sex"], _day(row["born"]), row["employment"])

    def post(self, row: Row, place: int) -> Post:
        person, unit = self.codes[row["person"]], self.codes[row["unit"]]
        since, until = _day(row["since"]), _day(row["until"])
        return Post(person, unit, row["position"], bool(row["is_head"]), since, until, Origin("Công tác", place))

    def rating(self, row: Row, place: int) -> Rating:
        return Rating(self.codes[row["subject"]], row["year"], row["grade"], Origin("Xếp loại", place))

    def award(self, row: Row, place: int) -> Award:
        return Award(
            self.codes[row["subject"]],
            row["year"],
            row["text"],
            row["title"],
            Level(row["level"]),
            AwardStatus(row["status"]),
            Origin("Khen thưởng", place),
            row["decision"],
            _day(row["decided"]),
        )

    def sanction(self, row: Row, place: int) -> Sanction:
        unit = self.codes[row["unit"]] if row["unit"] else None
        origin = Origin("Kỷ luật", place)
        return Sanction(
            self.codes[row["person"]], row["form"], _known(row["effective"]), origin, unit, "", bool(row["cancelled"])
        )

    def initiative(self, row: Row, place: int) -> Initiative:
        return Initiative(self.codes[row["person"]], row["year"], row["name"], Origin("Sáng kiến", place))

    def recognition(self, row: Row, place: int) -> Recognition:
        return Recognition(self.codes[row["subject"]], row["tier"], row["year"], Origin("Công nhận", place))

    def attestation(self, row: Row, place: int) -> Attestation:
        subject, origin = self.codes[row["subject"]], Origin("Xác nhận", place)
        return Attestation(subject, row["criterion"], row["year"], bool(row["passed"]), origin)

    def hold(self, row: Row, place: int) -> Hold:
        subject, origin = self.codes[row["subject"]], Origin("Tạm hoãn", place)
        return Hold(subject, row["reason"], _known(row["since"]), _day(row["until"]), origin)

    def closing(self, row: Row, place: int) -> Closing:
        unit = self.codes[row["unit"]] if row["unit"] else None
        return Closing(Ledger(row["ledger"]), row["year"], unit, _known(row["closed"]), Origin("Chốt sổ", place))


def book(people: int) -> RecordBook:
    return Reader(people).book


def _rows(table: Table) -> Iterator[Row]:
    columns = [column.take(EVERY_ROW) for column in table.columns.values()]
    return (dict(zip(table.columns, values, strict=True)) for values in zip(*columns, strict=True))


def _day(text: str | None) -> PartialDate | None:
    return PartialDate.read(text) if text else None


def _known(text: str) -> PartialDate:
    return PartialDate.read(text)
