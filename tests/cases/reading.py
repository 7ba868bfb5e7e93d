"""Situations as record books: the school of `school.toml` with the rows that a situation adds."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lantoa import plans
from lantoa.domain import records
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import AwardStatus, Ledger, Origin, RecordBook
from lantoa.domain.verdict import LEDGER_NAMES

FOLDER = Path(__file__).parent
LAW = plans.catalogue()
LEDGERS = {name: ledger for ledger, name in LEDGER_NAMES.items()}


@dataclass(frozen=True, slots=True)
class Situation:
    name: str
    tier: str
    year: int
    subject: str
    criterion: str
    verdict: str
    evidence: int
    says: str
    book: RecordBook


def situations() -> Iterator[Situation]:
    """Every situation of `verdicts/`, in the order of its file."""
    for path in sorted((FOLDER / "verdicts").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield Situation(
                name=case["name"],
                tier=case.get("tier", "school-annual"),
                year=case.get("year", 2025),
                subject=case["subject"],
                criterion=case["criterion"],
                verdict=case["verdict"],
                evidence=case["evidence"],
                says=case.get("says", ""),
                book=school(**case),
            )


def school(**rows: Any) -> RecordBook:
    """The school's book with these rows added; each is a list as in the files of this folder."""
    base = tomllib.loads((FOLDER / "school.toml").read_text(encoding="utf-8"))
    return RecordBook(
        units={code: unit(i, code, name, parent) for i, (code, name, parent) in numbered(base["units"])},
        people={code: records.Person(code, name, Origin("Cán bộ", i)) for i, (code, name) in numbered(base["people"])},
        posts=[post(i, *row) for i, row in numbered(base["posts"] + rows.get("posts", []))],
        ratings=[rating(i, *row) for i, row in numbered(rows.get("ratings", []))],
        awards=[award(i, *row) for i, row in numbered(rows.get("awards", []))],
        sanctions=[sanction(i, *row) for i, row in numbered(rows.get("sanctions", []))],
        recognitions=[
            records.Recognition(subject, tier, year, Origin("Công nhận", i))
            for i, (subject, tier, year) in numbered(rows.get("recognitions", []))
        ],
        attestations=[
            records.Attestation(subject, criterion, year, passed == "đạt", Origin("Xác nhận", i))
            for i, (subject, criterion, year, passed) in numbered(rows.get("attestations", []))
        ],
        holds=[hold(i, *row) for i, row in numbered(rows.get("holds", []))],
        closings=[closing(i, *row) for i, row in numbered(rows.get("closings", []))],
    )


def numbered(rows: list[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(rows, 2)


def day(text: str) -> PartialDate | None:
    return PartialDate.read(text) if text else None


def sure(text: str) -> PartialDate:
    return PartialDate.read(text)


def unit(row: int, code: str, name: str, parent: str) -> records.Unit:
    return records.Unit(code, name, parent or None, PartialDate(2010), None, Origin("Đơn vị", row))


def post(row: int, person: str, where: str, head: str, since: str, until: str) -> records.Post:
    return records.Post(person, where, "", head == "x", day(since), day(until), Origin("Công tác", row))


def rating(row: int, subject: str, year: int, text: str) -> records.Rating:
    term = LAW.rating(text)
    assert term is not None
    return records.Rating(subject, year, term.code, Origin("Xếp loại", row))


def award(row: int, subject: str, year: int, text: str, level: str, status: str, decided: str = "") -> records.Award:
    title = LAW.title(text)
    own_level = LAW.level(level) if level else title.level if title else None
    assert own_level is not None
    return records.Award(
        subject,
        year,
        text,
        title.code if title else "",
        own_level,
        AwardStatus.ELIGIBLE if status else AwardStatus.AWARDED,
        Origin("Khen thưởng", row),
        decided=day(decided),
    )


def sanction(row: int, person: str, form: str, effective: str, where: str, cancelled: str) -> records.Sanction:
    term = LAW.sanction(form)
    assert term is not None
    origin = Origin("Kỷ luật", row)
    return records.Sanction(person, term.code, sure(effective), origin, where or None, cancelled=cancelled == "x")


def hold(row: int, subject: str, reason: str, since: str, until: str) -> records.Hold:
    return records.Hold(subject, reason, sure(since), day(until), Origin("Tạm hoãn", row))


def closing(row: int, ledger: str, year: int, where: str) -> records.Closing:
    return records.Closing(Ledger(LEDGERS[ledger]), year, where or None, PartialDate(year + 1), Origin("Chốt sổ", row))
