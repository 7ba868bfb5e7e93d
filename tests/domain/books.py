"""Random small record books for the property tests: every table filled, every rule of the book kept."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from lantoa import plans
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Closing,
    Hold,
    Kind,
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

LAW = plans.catalogue()
YEARS = st.integers(2020, 2025)
UNIT_CODES = ["TR", "A", "B", "A1", "A2"]
PERSON_CODES = ["P1", "P2", "P3"]
SUBJECTS = st.sampled_from(UNIT_CODES[1:] + PERSON_CODES)
PARENTS = {"A": ["TR"], "B": ["TR", "A"], "A1": ["A", "B"], "A2": ["A", "A1"]}
DAYS = st.dates(date(2020, 1, 1), date(2025, 12, 31))
START = PartialDate(2015)


@st.composite
def books(draw: st.DrawFn) -> RecordBook:
    """A school of four units under a root and three people, with up to a handful of rows a table."""
    units = {"TR": Unit("TR", "Trường", None, START, None, Origin("Đơn vị", 2))}
    for code, parents in PARENTS.items():
        until = draw(st.none() | DAYS.map(PartialDate.of))
        units[code] = Unit(code, code, draw(st.sampled_from(parents)), START, until, Origin("Đơn vị", len(units) + 2))
    people = {code: Person(code, code, Origin("Cán bộ", row)) for row, code in enumerate(PERSON_CODES, 2)}
    return RecordBook(
        units=units,
        people=people,
        posts=_placed("Công tác", draw(st.lists(_posts(), max_size=6))),
        ratings=_placed("Xếp loại", draw(_one_a_year(_ratings()))),
        awards=_placed("Khen thưởng", draw(st.lists(_awards(), max_size=8))),
        sanctions=_placed("Kỷ luật", draw(st.lists(_sanctions(), max_size=3))),
        recognitions=_placed("Công nhận", draw(st.lists(_recognitions(), max_size=5))),
        attestations=_placed("Xác nhận", draw(st.lists(_attestations(), max_size=10))),
        holds=_placed("Tạm hoãn", draw(st.lists(_holds(), max_size=2))),
        closings=_placed("Chốt sổ", draw(st.lists(closings(), max_size=10))),
    )


NOWHERE = Origin("", 0)


def _one_a_year(ratings: st.SearchStrategy[Rating]) -> st.SearchStrategy[list[Rating]]:
    return st.lists(ratings, max_size=6, unique_by=lambda row: (row.subject, row.year))


Row = TypeVar("Row", Post, Rating, Award, Sanction, Recognition, Attestation, Hold, Closing)


def _placed(sheet: str, rows: list[Row]) -> list[Row]:
    """Each row with its own place, so that evidence can be told apart."""
    return [replace(row, origin=Origin(sheet, place)) for place, row in enumerate(rows, 2)]


@st.composite
def _posts(draw: st.DrawFn) -> Post:
    since, until = draw(DAYS), draw(st.none() | DAYS)
    if until and until < since:
        since, until = until, since
    return Post(
        draw(st.sampled_from(PERSON_CODES)),
        draw(st.sampled_from(UNIT_CODES)),
        "",
        draw(st.booleans()),
        PartialDate.of(since),
        PartialDate.of(until) if until else None,
        NOWHERE,
    )


def _ratings() -> st.SearchStrategy[Rating]:
    return st.builds(Rating, SUBJECTS, YEARS, st.sampled_from(list(LAW.ratings)), st.just(NOWHERE))


@st.composite
def _awards(draw: st.DrawFn) -> Award:
    return draw(awards_for(draw(SUBJECTS)))


@st.composite
def awards_for(draw: st.DrawFn, subject: str) -> Award:
    """An award of one subject; a title of the subject's own ladder, or another form."""
    kind = Kind.INDIVIDUAL if subject in PERSON_CODES else Kind.COLLECTIVE
    titles = [title.code for title in LAW.titles.values() if title.kind is kind]
    return Award(
        subject,
        draw(YEARS),
        "khen",
        draw(st.sampled_from([*titles, ""])),
        draw(st.sampled_from(Level)),
        draw(st.sampled_from(AwardStatus)),
        Origin("Khen thưởng", draw(st.integers(1000, 9999))),
        decided=draw(st.none() | DAYS.map(PartialDate.of)),
    )


def _sanctions() -> st.SearchStrategy[Sanction]:
    return st.builds(
        Sanction,
        person=st.sampled_from(PERSON_CODES),
        form=st.sampled_from(list(LAW.sanctions)),
        effective=DAYS.map(PartialDate.of),
        origin=st.just(NOWHERE),
        unit=st.none() | st.sampled_from(UNIT_CODES),
        cancelled=st.booleans(),
    )


def _recognitions() -> st.SearchStrategy[Recognition]:
    tiers = st.sampled_from(list(plans.load().tiers))
    return st.builds(Recognition, SUBJECTS, tiers, YEARS, st.just(NOWHERE))


def _attestations() -> st.SearchStrategy[Attestation]:
    criteria = st.sampled_from(["G1", "G2", "G3", "G4", "SA-I2", "SP-I2"])
    return st.builds(Attestation, SUBJECTS, criteria, YEARS, st.booleans(), st.just(NOWHERE))


@st.composite
def _holds(draw: st.DrawFn) -> Hold:
    since, until = sorted([draw(DAYS), draw(DAYS)])
    return Hold(draw(SUBJECTS), "xác minh", PartialDate.of(since), PartialDate.of(until), NOWHERE)


def closings() -> st.SearchStrategy[Closing]:
    """A closed book of the whole school or of one unit."""
    units = st.none() | st.sampled_from(UNIT_CODES)
    return st.builds(Closing, st.sampled_from(Ledger), YEARS, units, st.just(PartialDate(2026)), st.just(NOWHERE))
