"""What people attested of each other, and whom the school and the ministry recognised on that ground."""

from collections.abc import Iterable
from dataclasses import replace

from lantoa.demo.merits import EXCELLENT_UNITS, YEARS, Merits
from lantoa.domain.plan import Plan
from lantoa.domain.records import RecordBook
from lantoa.domain.verdict import Verdict, assess

OF_EVERYBODY = ("G1", "G3", "G4")
OF_PEOPLE = (*OF_EVERYBODY, "SA-I2")
COUNCIL = "Thường trực Hội đồng Thi đua - Khen thưởng"
LAST_YEAR = YEARS[-1]


def attest(merits: Merits) -> None:
    """The unit meetings of every December, and those about the whole period."""
    for year in YEARS:
        for person in merits.best(year)[:48]:
            _attest_person(merits, person, year)
        for unit in sorted(EXCELLENT_UNITS[year] | {"TCHC", "KNV"}):
            for criterion in OF_EVERYBODY:
                _attest(merits, unit, criterion, year, passed=(unit, criterion) != ("TCHC", "G3"), by=COUNCIL)
    _attest_period(merits)


def recognise(merits: Merits, plan: Plan) -> None:
    """The best of those who met the criteria: for 2025 only a first round, for the sector not yet."""
    for year in YEARS:
        people = _eligible(merits, plan, "school-annual", year, merits.best(year))
        units = _eligible(merits, plan, "school-annual", year, _renowned(EXCELLENT_UNITS[year]))
        many, few = (4, 1) if year == LAST_YEAR else (6, 3)
        chosen = people[:many] + units[:few]
        _recognise(merits, chosen, "school-annual", year, f"{201 + 37 * (year - 2021)}/QĐ-CĐLSL", f"15/5/{year + 1}")
        if year < LAST_YEAR:
            best = people[:3] + units[:1]
            _recognise(merits, best, "sector-annual", year, f"{1402 + 37 * (year - 2021)}/QĐ-BTP", f"20/8/{year + 1}")
    people = _eligible(merits, plan, "school-period", LAST_YEAR, merits.best(LAST_YEAR))
    units = _eligible(merits, plan, "school-period", LAST_YEAR, ["KL", "BMDS", "TTTV"])
    _recognise(merits, people[:5] + units[:1], "school-period", LAST_YEAR, "655/QĐ-CĐLSL", "30/6/2025")


def _renowned(units: set[str]) -> list[str]:
    """The faculty of law first, whose name is known beyond the school."""
    return sorted(units, key=lambda unit: (unit != "KL", unit))


def _attest_person(merits: Merits, person: str, year: int) -> None:
    """One in twenty-five answers is no; one in thirty is missing, of the last year still one in ten."""
    missing = 1 / 10 if year == LAST_YEAR else 1 / 30
    post = merits.staff_of(year)[person]
    unit = merits.pen.book.units[post.unit].name
    for criterion in OF_PEOPLE:
        drawn = merits.chance.random()
        if drawn > missing:
            passed = drawn < 0.96
            _attest(merits, person, criterion, year, passed=passed, by=_head_of(merits, post.unit), where=unit)


def _attest_period(merits: Merits) -> None:
    candidates = [code for code in merits.best(LAST_YEAR) if _high_awards(merits.pen.book, code) >= 2]
    for place, person in enumerate(candidates):
        _attest(merits, person, "SP-I2", LAST_YEAR, passed=True, by=COUNCIL)
        if place != 4:  # one answer is still missing
            _attest(merits, person, "G2", LAST_YEAR, passed=place != 6, by=COUNCIL)
    for unit in ("KL", "BMDS", "TTTV"):
        _attest(merits, unit, "G2", LAST_YEAR, passed=True, by=COUNCIL)


def _attest(merits: Merits, subject: str, criterion: str, year: int, *, passed: bool, by: str, where: str = "") -> None:
    grounds = f"Biên bản họp {where} ngày 12/12/{year}" if where else f"Biên bản họp Hội đồng ngày 20/12/{year}"
    merits.pen.attestation(subject, criterion, year, passed=passed, grounds=grounds, by=by)


def _head_of(merits: Merits, unit: str) -> str:
    heads = [post.person for post in merits.pen.posts_in(unit) if post.is_head]
    return merits.pen.book.people[heads[-1]].name


def _high_awards(book: RecordBook, subject: str) -> int:
    return sum(row.subject == subject and row.level != "school" and row.decision_year in YEARS for row in book.awards)


def _eligible(merits: Merits, plan: Plan, tier: str, year: int, subjects: Iterable[str]) -> list[str]:
    book = replace(merits.pen.book)  # a fresh reading: the pen has written since the last one
    found = (assess(plan, plan.tier(tier), year, book, subject) for subject in subjects)
    return [one.subject for one in found if one.verdict is Verdict.MET]


def _recognise(merits: Merits, subjects: list[str], tier: str, year: int, decision: str, decided: str) -> None:
    for subject in subjects:
        merits.pen.recognition(subject, tier, year, decision, decided)
