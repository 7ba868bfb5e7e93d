"""Met, not met, unknown or not applicable - with the sentence, the rows and the books behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import assert_never

from lantoa.domain.calendar import Window
from lantoa.domain.checks import (
    AllOf,
    AnyOf,
    AtLeast,
    Attested,
    Case,
    Check,
    EachUnitHeaded,
    NoneOf,
    Not,
    RatingIs,
)
from lantoa.domain.plan import Criterion, Plan, Tier
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Hold,
    Kind,
    Ledger,
    Recognition,
    Record,
    RecordBook,
    Sanction,
)


class Verdict(IntEnum):
    """Three values in the order of the logic; not applicable stands above them, so that AND leaves it out."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2
    NOT_APPLICABLE = 3

    @property
    def code(self) -> str:
        return self.name.lower()


LEDGER_NAMES = {
    Ledger.RATINGS: "xếp loại",
    Ledger.AWARDS: "khen thưởng",
    Ledger.SANCTIONS: "kỷ luật",
    Ledger.INITIATIVES: "sáng kiến",
    Ledger.RECOGNITIONS: "công nhận",
}


@dataclass(frozen=True, slots=True)
class OpenBook:
    """A book that would have to be closed before silence is an answer."""

    ledger: Ledger
    years: tuple[int, ...]

    def __str__(self) -> str:
        return f"sổ {LEDGER_NAMES[self.ledger]} {spell_years(self.years)} chưa chốt"


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict of a check with its sentence, the rows that count, and what keeps it unknown."""

    verdict: Verdict
    reason: str
    evidence: tuple[Record, ...] = ()
    open_books: tuple[OpenBook, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one criterion."""

    criterion: Criterion
    verdict: Verdict
    reason: str
    evidence: tuple[Record, ...]
    open_books: tuple[OpenBook, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One subject before one tier."""

    subject: str
    kind: Kind
    tier: Tier
    window: Window
    as_of: date
    verdict: Verdict
    holds: tuple[Hold, ...]
    findings: tuple[Finding, ...]

    @property
    def on_hold(self) -> bool:
        return bool(self.holds)

    @property
    def missing(self) -> tuple[Finding, ...]:
        """What stands between the subject and the tier."""
        return tuple(finding for finding in self.findings if finding.verdict < Verdict.MET)


def assess(plan: Plan, tier: Tier, year: int, book: RecordBook, subject: str, as_of: date | None = None) -> Assessment:
    """Every criterion of the tier for one subject, from the rows of the book; OutsidePlan for a wrong year."""
    case = _before(plan, tier, year, book, subject, as_of)
    return _assessed(tier, case, tuple(_findings(plan, tier, case)))


def assess_if_near(
    plan: Plan, tier: Tier, year: int, book: RecordBook, subject: str, most_missing: int
) -> Assessment | None:
    """The same for who lacks at most so many criteria; None as soon as one more is missing."""
    case = _before(plan, tier, year, book, subject)
    findings: list[Finding] = []
    for finding in _findings(plan, tier, case):
        findings.append(finding)
        most_missing -= finding.verdict < Verdict.MET
        if most_missing < 0:
            return None
    return _assessed(tier, case, tuple(findings))


def _before(plan: Plan, tier: Tier, year: int, book: RecordBook, subject: str, as_of: date | None = None) -> Case:
    window = plan.window(tier, year)
    kind = Kind.COLLECTIVE if subject in book.units else Kind.INDIVIDUAL
    return Case(book, subject, kind, window, as_of or window.last_day)


def _findings(plan: Plan, tier: Tier, case: Case) -> Iterator[Finding]:
    return (_find(criterion, tier, case) for criterion in plan.criteria_of(tier) if case.kind in criterion.concerns)


def _assessed(tier: Tier, case: Case, findings: tuple[Finding, ...]) -> Assessment:
    holds = tuple(hold for hold in case.book.holds_of.get(case.subject, []) if hold.in_force(case.as_of))
    verdict = lowest(finding.verdict for finding in findings)
    return Assessment(case.subject, case.kind, tier, case.window, case.as_of, verdict, holds, findings)


def _find(criterion: Criterion, tier: Tier, case: Case) -> Finding:
    answer = explain(criterion.checks[tier.code], case)
    return Finding(criterion, answer.verdict, answer.reason, answer.evidence, answer.open_books)


def lowest(verdicts: Iterable[Verdict]) -> Verdict:
    """Three-valued AND; what is not applicable is left out, and AND of nothing is met."""
    return min((one for one in verdicts if one is not Verdict.NOT_APPLICABLE), default=Verdict.MET)


def explain(check: Check, case: Case) -> Answer:
    """The verdict of one check for one subject, with evidence."""
    match check:
        case AtLeast():
            return _at_least(check, case)
        case NoneOf():
            return _none_of(check, case)
        case RatingIs():
            return _rating_is(check, case)
        case Attested():
            return _attested(check, case)
        case EachUnitHeaded():
            return _each_unit_headed(check, case)
        case AllOf():
            return _join(Verdict.NOT_MET, [explain(part, case) for part in check.parts])
        case AnyOf():
            return _join(Verdict.MET, [explain(part, case) for part in check.parts])
        case Not():
            return _opposite(explain(check.part, case))
        case _:
            assert_never(check)


def _narrowed(case: Case, window: Window) -> Case:
    return case if window == case.window else Case(case.book, case.subject, case.kind, window, case.as_of)


def _at_least(check: AtLeast, case: Case) -> Answer:
    case = _narrowed(case, check.span.of(case.window))
    rows = check.rows.of(case)
    count = f"{len(rows)}/{check.number} " if check.number > 1 else ""
    if len(rows) >= check.number:
        return Answer(Verdict.MET, f"Có {count}{check.rows.noun} {case.window}: {spell_rows(rows)}.", rows)
    found = f"Mới có {count}{check.rows.noun} {case.window}" if rows else f"Không thấy {check.rows.noun} {case.window}"
    return _silence(check.rows.ledger, case, Verdict.NOT_MET, found, rows)


def _none_of(check: NoneOf, case: Case) -> Answer:
    case = _narrowed(case, check.span.of(case.window))
    rows = check.rows.of(case)
    if rows:
        return Answer(Verdict.NOT_MET, f"Có {len(rows)} {check.rows.noun} {case.window}: {spell_rows(rows)}.", rows)
    return _silence(check.rows.ledger, case, Verdict.MET, f"Không có {check.rows.noun} {case.window}")


def _rating_is(check: RatingIs, case: Case) -> Answer:
    rating = case.book.rating_of.get((case.subject, case.window.last_year))
    if rating is None:
        return _silence(check.ledger, case, Verdict.NOT_MET, f"Không thấy xếp loại {case.window}")
    if rating.grade == check.grade:
        return Answer(Verdict.MET, f"Xếp loại {case.window}: {check.name}.", (rating,))
    return Answer(Verdict.NOT_MET, f"Xếp loại {case.window} chưa đạt mức {check.name}.", (rating,))


def _attested(check: Attested, case: Case) -> Answer:
    row = case.book.standing_attestation.get((case.subject, check.criterion, case.window.last_year))
    if row is None:
        return Answer(Verdict.UNKNOWN, f"Chưa có xác nhận {case.window}.")
    grounds = f" Căn cứ: {row.grounds.rstrip('. ')}." if row.grounds else ""
    if row.passed:
        return Answer(Verdict.MET, f"Đã xác nhận đạt {case.window}.{grounds}", (row,))
    return Answer(Verdict.NOT_MET, f"Đã xác nhận không đạt {case.window}.{grounds}", (row,))


def _each_unit_headed(check: EachUnitHeaded, case: Case) -> Answer:
    answers = []
    for window, day in check.moments(case.window, case.as_of):
        for unit in case.book.units_headed(case.subject, day):
            answer = explain(check.check, Case(case.book, unit, Kind.COLLECTIVE, window, day))
            name = case.book.units[unit].name
            answers.append(Answer(answer.verdict, f"{name}: {answer.reason}", answer.evidence, answer.open_books))
    if not answers:
        return Answer(Verdict.NOT_APPLICABLE, "Không phải người đứng đầu đơn vị.")
    return _join(Verdict.NOT_MET, answers)


def _join(decisive: Verdict, answers: list[Answer]) -> Answer:
    """AND (decisive: not met) or OR (decisive: met) of answers; the sentences are those that decide."""
    concerned = [answer for answer in answers if answer.verdict is not Verdict.NOT_APPLICABLE]
    if not concerned:
        return Answer(Verdict.NOT_APPLICABLE, "Không áp dụng.")
    pick = min if decisive is Verdict.NOT_MET else max
    verdict = pick(answer.verdict for answer in concerned)
    reasons = dict.fromkeys(answer.reason for answer in concerned if answer.verdict is verdict)
    evidence = dict.fromkeys(row for answer in concerned for row in answer.evidence)
    books = dict.fromkeys(one for answer in concerned if answer.verdict is verdict for one in answer.open_books)
    return Answer(verdict, " ".join(reasons), tuple(evidence), tuple(books))


def _opposite(answer: Answer) -> Answer:
    opposites = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}
    verdict = opposites.get(answer.verdict, answer.verdict)
    return Answer(verdict, answer.reason, answer.evidence, answer.open_books)


def _silence(ledger: Ledger, case: Case, verdict: Verdict, found: str, rows: tuple[Record, ...] = ()) -> Answer:
    """What a missing row means: the verdict if every book that is read is closed, otherwise unknown."""
    listed = f": {spell_rows(rows)}" if rows else ""
    if years := case.open_years(ledger):
        book = OpenBook(ledger, tuple(years))
        return Answer(Verdict.UNKNOWN, f"{found}{listed}, nhưng {book}.", rows, (book,))
    return Answer(
        verdict, f"{found}{listed}; sổ {LEDGER_NAMES[ledger]} {spell_years(tuple(case.window.years))} đã chốt.", rows
    )


def spell_years(years: tuple[int, ...]) -> str:
    """`năm 2024`, `các năm 2021-2025`, `các năm 2021, 2023`."""
    if len(years) == 1:
        return f"năm {years[0]}"
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"các năm {years[0]}-{years[-1]}"
    return "các năm " + ", ".join(str(year) for year in years)


def spell_rows(rows: Iterable[Record]) -> str:
    """The rows in words, in their order; of a sanction only form and date, never the person."""
    return "; ".join(dict.fromkeys(_spell(row) for row in rows))


def _spell(row: Record) -> str:
    match row:
        case Award():
            eligible = " (đủ điều kiện)" if row.status is AwardStatus.ELIGIBLE else ""
            decision = f", QĐ {row.decision}" if row.decision else ""
            return f"{row.text}{eligible} ({row.year}{decision})"
        case Recognition():
            return f"năm {row.year}" + (f", QĐ {row.decision}" if row.decision else "")
        case Sanction():
            return f"hiệu lực {row.effective}"
        case Attestation():
            return row.grounds
    return str(row)
