"""A finding laid out for reading: its sentence, its rows with where they stand, and what would settle it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Case, Deed, may
from lantoa.domain.plan import Criterion, Tier
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Kind,
    Ledger,
    Origin,
    Rating,
    Recognition,
    Record,
    RecordBook,
    Sanction,
)
from lantoa.domain.spelling import advise, attested_criteria, spell
from lantoa.domain.verdict import LEDGER_NAMES, Assessment, Finding, Verdict, spell_years
from lantoa.domain.vietnamese import slug
from lantoa.plans import catalogue
from lantoa.register import models
from lantoa.register.models.columns import Recorded
from lantoa.register.queries import records
from lantoa.register.queries.judgements import ATTESTATIONS, RATINGS, RECOGNITIONS

MODELS: dict[str, type[Recorded]] = {
    RATINGS: models.Rating,
    records.AWARDS: models.Award,
    records.SANCTIONS: models.Sanction,
    RECOGNITIONS: models.Recognition,
    ATTESTATIONS: models.Attestation,
}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One row that counts: in words, with its page in the record book and where it came from."""

    words: str
    address: str
    source: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """What would settle a finding: a page to do it on, or why this reader may not; `key` is its own on a page."""

    key: str
    label: str
    address: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Display:
    """One criterion of one subject, ready to be shown."""

    criterion: Criterion
    verdict: Verdict
    sentence: str
    how: str
    advice: str
    rows: tuple[Exhibit, ...]
    steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads about whom: the subject's units on the day decide what the reader may see and do."""

    actor: Actor
    book: RecordBook
    case: Case

    def may(self, deed: Deed) -> bool:
        return bool(may(self.actor, deed, self.case))

    def may_see_sanctions_of(self, person: str) -> bool:
        units = {post.unit for post in self.book.posts_of.get(person, [])}
        return bool(may(self.actor, Deed.SEE_SANCTIONS, Case(person, frozenset(units))))


def displays(assessment: Assessment, reader: Reader) -> list[Display]:
    """Every finding of the assessment."""
    return [_display(finding, assessment, reader, {}) for finding in assessment.findings]


def closer(finding: Finding, assessment: Assessment, reader: Reader) -> Display:
    """One finding looked at closely: each row also says from which file and row it came."""
    return _display(finding, assessment, reader, _sources(finding.evidence))


def _display(finding: Finding, assessment: Assessment, reader: Reader, sources: Mapping[Origin, str]) -> Display:
    check = finding.criterion.checks[assessment.tier.code]
    return Display(
        criterion=finding.criterion,
        verdict=finding.verdict,
        sentence=finding.reason,
        how=spell(check, assessment.window),
        advice=advise(check, assessment.window) if finding.verdict is Verdict.NOT_MET else "",
        rows=tuple(_exhibit(row, assessment, reader, sources) for row in finding.evidence),
        steps=tuple(_steps(finding, assessment, reader)) if finding.verdict is Verdict.UNKNOWN else (),
    )


def _exhibit(row: Record, assessment: Assessment, reader: Reader, sources: Mapping[Origin, str]) -> Exhibit:
    if isinstance(row, Sanction) and not reader.may_see_sanctions_of(row.person):
        return Exhibit(_("Một quyết định kỷ luật; bạn không được xem chi tiết."), "", "")
    words = words_of(row)
    owner = getattr(row, "subject", assessment.subject)
    if owner != assessment.subject and owner in reader.book.units:
        words = f"{reader.book.units[owner].name}: {words}"
    address = row_address(row.origin) if may(reader.actor, Deed.SEE_REGISTER) else ""
    return Exhibit(words, address, sources.get(row.origin, _("sổ %s") % row.origin.sheet))


def _steps(finding: Finding, assessment: Assessment, reader: Reader) -> Iterable[NextStep]:
    prefix = f"{assessment.tier.code}-{finding.criterion.code}"
    for book in finding.open_books:
        for year in book.years:
            yield _closing(book.ledger, year, f"{prefix}-{book.ledger}-{year}", reader)
    if finding.open_books:
        return
    for criterion in attested_criteria(finding.criterion.checks[assessment.tier.code]):
        yield _attesting(criterion, assessment, f"{prefix}-{criterion}", reader)


def _closing(ledger: Ledger, year: int, key: str, reader: Reader) -> NextStep:
    label = _("Chốt sổ %(ledger)s năm %(year)s") % {"ledger": LEDGER_NAMES[ledger], "year": year}
    allowed = may(reader.actor, Deed.CLOSE_BOOK)
    query = urlencode({"so": ledger.value, "nam": year})
    return NextStep(key, label, f"/so/chot-so/them/?{query}" if allowed else "", getattr(allowed, "reason", ""))


def _attesting(criterion: str, assessment: Assessment, key: str, reader: Reader) -> NextStep:
    label = _("Xác nhận %(criterion)s năm %(year)s") % {"criterion": criterion, "year": assessment.window.last_year}
    allowed = may(reader.actor, Deed.ATTEST, reader.case)
    query = urlencode({"doi_tuong": assessment.subject, "tieu_chi": criterion, "nam": assessment.window.last_year})
    return NextStep(key, label, f"/xac-nhan/?{query}" if allowed else "", getattr(allowed, "reason", ""))


def row_address(origin: Origin) -> str:
    """The page of a row in the record book."""
    return f"/so/{slug(origin.sheet)}/{origin.row}/"


def words_of(row: Record) -> str:
    """A row of evidence as an office would read it out."""
    match row:
        case Rating():
            return _("Xếp loại năm %(year)s: %(grade)s") % {"year": row.year, "grade": grade_name(row.grade)}
        case Award():
            eligible = _(" (đủ điều kiện)") if row.status is AwardStatus.ELIGIBLE else ""
            return f"{row.text}{eligible}, {spell_years((row.year,))}{decision_words(row.decision, row.decided)}"
        case Recognition():
            return _("Công nhận năm %s") % row.year + decision_words(row.decision, row.decided)
        case Sanction():
            words = _("%(form)s, hiệu lực %(day)s, cán bộ %(person)s")
            return words % {"form": sanction_name(row.form), "day": row.effective, "person": row.person}
        case Attestation():
            return _attestation_words(row)
    return str(row)


def _attestation_words(row: Attestation) -> str:
    result = _("Xác nhận đạt") if row.passed else _("Xác nhận không đạt")
    parts = [f"{result} {spell_years((row.year,))}"]
    if row.grounds:
        parts.append(_("căn cứ: %s") % row.grounds)
    if row.by:
        parts.append(_("người xác nhận: %s") % row.by)
    return "; ".join(parts)


def decision_words(decision: str, decided: Any) -> str:
    """`, QĐ 12/QĐ-ĐHLHN ngày 31/12/2024`, or nothing."""
    words = _(", QĐ %s") % decision if decision else ""
    return words + (_(" ngày %s") % decided if decided else "")


def grade_name(grade: str) -> str:
    return catalogue().ratings[grade].name


def sanction_name(form: str) -> str:
    return catalogue().sanctions[form].name


def _sources(rows: Iterable[Record]) -> dict[Origin, str]:
    """Where each row came from: a file's sheet row, or the hand that typed it; one query a sheet."""
    wanted: dict[str, set[int]] = {}
    for row in rows:
        wanted.setdefault(row.origin.sheet, set()).add(row.origin.row)
    return {
        Origin(sheet, key): _source(sheet, file, row)
        for sheet, keys in wanted.items()
        for key, file, row in MODELS[sheet]
        ._default_manager.filter(pk__in=keys)
        .values_list("pk", "imported__file_name", "imported_row")
    }


def _source(sheet: str, file: str | None, row: int | None) -> str:
    if file is None:
        return _("sổ %s, ghi tay") % sheet
    return _("sổ %(sheet)s, dòng %(row)s của tệp %(file)s") % {"sheet": sheet, "row": row, "file": file}


def short_name(tier: Tier) -> str:
    """The tier without the words that all tiers share."""
    name = tier.name.removeprefix("Điển hình tiên tiến ").removeprefix("của ")
    return name[:1].upper() + name[1:]


def kind_name(kind: Kind) -> str:
    return _("cá nhân") if kind is Kind.INDIVIDUAL else _("tập thể")
