"""The rows of a generated sector: five years of ratings, awards, sanctions and what else a record book holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bench.columns import NO_DAY, Column, Days, Integers, Numbers, Words, day_number
from bench.tree import END, START, Skeleton, random
from bench.words import (
    AWARDS,
    COLLECTIVE_CRITERIA,
    CRITERIA,
    DECISIONS,
    FIRST_COLLECTIVE_TITLE,
    FIRST_FORM,
    FIRST_INDIVIDUAL_TITLE,
    GRADES,
    INITIATIVES,
    LEDGERS,
    REASONS,
    SANCTION_FORMS,
    STATUSES,
    TIERS,
)

YEARS = range(2021, 2026)
LAST = YEARS[-1]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by the name of its model, with the columns that vary from row to row."""

    model: str
    columns: dict[str, Column]
    size: int


def by_year(make: Sequence[tuple[Integers, ...]]) -> list[Integers]:
    """The years' columns one after the other, the year itself in front."""
    years = [np.full(len(columns[0]), year, dtype=np.int16) for year, columns in zip(YEARS, make, strict=True)]
    return [np.concatenate(years), *(np.concatenate(parts) for parts in zip(*make, strict=True))]


def ratings(tree: Skeleton) -> Table:
    """Everybody every year, but three in a thousand; one in four is EXCELLENT."""
    luck = random(len(tree.people), "ratings")
    subjects = tree.subjects[1:]
    years = []
    for _ in YEARS:
        drawn = luck.choice(len(GRADES), len(subjects), p=[0.01, 0.14, 0.6, 0.25]).astype(np.int8)
        there = luck.random(len(subjects)) > 0.003
        years.append((subjects[there], drawn[there]))
    year, subject, grade = by_year(years)
    return Table(
        "Rating", {"subject": Numbers(subject), "year": Numbers(year), "grade": Words(grade, GRADES)}, len(year)
    )


def awards(tree: Skeleton) -> Table:
    """About 1.2 a person and year: a ladder title or none, a form of commendation or none."""
    luck = random(len(tree.people), "awards")
    units = tree.units[1:]
    draws = (
        (tree.people, FIRST_INDIVIDUAL_TITLE, [0.68, 0.2, 0.03, 0.002]),
        (units, FIRST_COLLECTIVE_TITLE, [0.3, 0.6, 0.03, 0.005]),
        (tree.people, FIRST_FORM, [0.15, 0.08, 0.03, 0.02, 0.004]),
        (units, FIRST_FORM, [0.1, 0.12, 0.02, 0.04, 0.005]),
    )
    year, subject, award = by_year([_drawn(luck, draws) for _ in YEARS])
    size = len(year)
    first_of_year = np.array([day_number(date(one, 1, 1)) for one in YEARS])[year - YEARS[0]]
    decided = np.where(luck.random(size) < 0.03, NO_DAY, first_of_year + luck.integers(150, 440, size)).astype(np.int32)
    status = (luck.random(size) < np.where(award < FIRST_FORM, 0.03, 0.0)).astype(np.int8)
    columns: dict[str, Column] = {
        "subject": Numbers(subject),
        "year": Numbers(year),
        "text": Words(award, [text for text, _, _ in AWARDS]),
        "title": Words(award, [title for _, title, _ in AWARDS]),
        "level": Words(award, [level for _, _, level in AWARDS]),
        "status": Words(status, STATUSES),
        "decision": Words(luck.integers(0, len(DECISIONS), size, dtype=np.int16), DECISIONS),
        "decided": Days(decided),
    }
    return Table("Award", columns, size)


def _drawn(luck: np.random.Generator, draws: Sequence[tuple[Integers, int, list[float]]]) -> tuple[Integers, Integers]:
    """Of each group the subjects that drew something, and what: an index into AWARDS."""
    subjects, what = [], []
    for group, first, odds in draws:
        drawn = np.searchsorted(np.cumsum(odds), luck.random(len(group)), side="right")
        got = drawn < len(odds)
        subjects.append(group[got])
        what.append((first + drawn[got]).astype(np.int8))
    subject, award = np.concatenate(subjects), np.concatenate(what)
    order = np.argsort(subject, kind="stable")
    return subject[order], award[order]


def sanctions(tree: Skeleton) -> Table:
    """One person in two hundred a year; one in twenty cancelled, one in ten names the unit."""
    luck = random(len(tree.people), "sanctions")
    size = max(1, len(tree.people) * len(YEARS) // 200)
    unit = np.where(luck.random(size) < 0.1, luck.integers(1, len(tree.units), size), -1)
    units = [*tree.units[1:].tolist(), None]
    columns: dict[str, Column] = {
        "person": Numbers(luck.choice(tree.people, size)),
        "form": Words(luck.choice(len(SANCTION_FORMS), size, p=[0.6, 0.3, 0.04, 0.02, 0.02, 0.02]), SANCTION_FORMS),
        "effective": Days(luck.integers(START, END + 1, size)),
        "unit": Words(np.where(unit == -1, -1, unit - 1), units),
        "cancelled": Numbers((luck.random(size) < 0.05).astype(np.int8)),
    }
    return Table("Sanction", columns, size)


def initiatives(tree: Skeleton) -> Table:
    """One person in ten every year."""
    luck = random(len(tree.people), "initiatives")
    year, person, name = by_year(
        [
            (who, luck.integers(0, len(INITIATIVES), len(who), dtype=np.int8))
            for who in (tree.people[luck.random(len(tree.people)) < 0.1] for _ in YEARS)
        ]
    )
    columns: dict[str, Column] = {"person": Numbers(person), "year": Numbers(year), "name": Words(name, INITIATIVES)}
    return Table("Initiative", columns, len(year))


def recognitions(tree: Skeleton) -> Table:
    """At the yearly tiers every year, at the tiers of the period in its last year."""
    luck = random(len(tree.people), "recognitions")
    odds = {"school-annual": 0.06, "sector-annual": 0.01, "school-period": 0.03, "sector-period": 0.004}
    subjects, years = tree.subjects[1:], []
    for one in YEARS:
        given = [tier for tier in TIERS if one == LAST or tier.endswith("annual")]
        got = [(subjects[luck.random(len(subjects)) < odds[tier]], TIERS.index(tier)) for tier in given]
        tiers = [np.full(len(who), place, dtype=np.int8) for who, place in got]
        years.append((np.concatenate([who for who, _ in got]), np.concatenate(tiers)))
    year, subject, tier = by_year(years)
    columns: dict[str, Column] = {"subject": Numbers(subject), "tier": Words(tier, TIERS), "year": Numbers(year)}
    return Table("Recognition", columns, len(year))


def attestations(tree: Skeleton) -> Table:
    """Of the last year: nine in ten subjects, criterion by criterion; nineteen in twenty passed; some judged anew."""
    luck = random(len(tree.people), "attestations")
    subject, criterion = [], []
    for place in range(len(CRITERIA)):
        group = tree.subjects[1:] if place < COLLECTIVE_CRITERIA else tree.people
        judged = group[luck.random(len(group)) < 0.9]
        subject.append(judged)
        criterion.append(np.full(len(judged), place, dtype=np.int8))
    subjects, criteria = np.concatenate(subject), np.concatenate(criterion)
    again = luck.random(len(subjects)) < 0.01
    stands = np.concatenate([~again, np.ones(int(again.sum()), dtype=np.bool_)]).astype(np.int8)
    size = len(stands)
    columns: dict[str, Column] = {
        "subject": Numbers(np.concatenate([subjects, subjects[again]])),
        "criterion": Words(np.concatenate([criteria, criteria[again]]), CRITERIA),
        "year": Numbers(np.full(size, LAST, dtype=np.int16)),
        "passed": Numbers((luck.random(size) < 0.95).astype(np.int8)),
        "stands": Numbers(stands),
    }
    return Table("Attestation", columns, size)


def holds(tree: Skeleton) -> Table:
    """One person in five hundred, half of them still open."""
    luck = random(len(tree.people), "holds")
    size = max(1, len(tree.people) // 500)
    since = luck.integers(END - 300, END, size)
    columns: dict[str, Column] = {
        "subject": Numbers(luck.choice(tree.people, size)),
        "reason": Words(luck.integers(0, len(REASONS), size), REASONS),
        "since": Days(since),
        "until": Days(np.where(luck.random(size) < 0.5, NO_DAY, since + luck.integers(5, 90, size))),
    }
    return Table("Hold", columns, size)


def closings(tree: Skeleton) -> Table:
    """Old years for all; the last one: ratings and recognitions for all, the others by most units of a level."""
    high, middle = tree.level(1), tree.level(2)
    some = {"awards": high[: -(-len(high) * 9 // 10)], "sanctions": middle[: -(-len(middle) * 9 // 10)]}
    rows: list[tuple[str, int, int | None]] = [(ledger, year, None) for year in YEARS[:-1] for ledger in LEDGERS]
    rows += [(ledger, LAST, None) for ledger in ("ratings", "recognitions")]
    rows += [(ledger, LAST, unit) for ledger, units in some.items() for unit in units.tolist()]
    units = [*tree.units.tolist(), None]
    size = len(rows)
    columns: dict[str, Column] = {
        "ledger": Words(np.array([LEDGERS.index(ledger) for ledger, _, _ in rows]), LEDGERS),
        "year": Numbers(np.array([year for _, year, _ in rows])),
        "unit": Words(np.array([-1 if unit is None else unit - 1 for _, _, unit in rows]), units),
        "closed": Days(np.full(size, END)),
    }
    return Table("Closing", columns, size)
