"""A record as a time line: what happened in which year, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.domain.calendar import PartialDate
from lantoa.domain.plan import Plan
from lantoa.domain.records import Attestation, AwardStatus, Level, Origin, RecordBook
from lantoa.plans import catalogue
from lantoa.register.queries.evidence import decision_words, grade_name, row_address, sanction_name


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry: `tone` is good, bad, gold or nothing; `when` is as precise as what was written."""

    year: int
    when: str
    what: str
    detail: str
    tone: str
    origin: Origin

    @property
    def address(self) -> str:
        return row_address(self.origin)


def timeline(book: RecordBook, subject: str, plan: Plan, *, with_sanctions: bool) -> list[tuple[int, list[Happening]]]:
    """Years descending, each with what happened in it; without sanctions for those who may not see them."""
    happenings = [*_recognitions(book, subject, plan), *_awards(book, subject), *_ratings(book, subject)]
    happenings += [*_initiatives(book, subject), *_attestations(book, subject), *_posts(book, subject)]
    happenings += _holds(book, subject)
    if with_sanctions:
        happenings += _sanctions(book, subject)
    by_year: dict[int, list[Happening]] = {}
    for happening in happenings:
        by_year.setdefault(happening.year, []).append(happening)
    return sorted(by_year.items(), reverse=True)


def _written(day: PartialDate | None) -> str:
    return str(day) if day else ""


def _recognitions(book: RecordBook, subject: str, plan: Plan) -> Iterator[Happening]:
    for row in book.recognitions_of.get(subject, []):
        tier = plan.tiers[row.tier].name if row.tier in plan.tiers else row.tier
        detail = decision_words(row.decision, row.decided).removeprefix(", ")
        yield Happening(row.year, _written(row.decided), _("Được công nhận: %s") % tier, detail, "gold", row.origin)


def _awards(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.awards_of.get(subject, []):
        status = "" if row.status is AwardStatus.AWARDED else _("đủ điều kiện, chưa tặng")
        decision = decision_words(row.decision, row.decided).removeprefix(", ")
        detail = "; ".join(part for part in (_level(row.level), status, decision, row.issuer) if part)
        yield Happening(row.year, _written(row.decided), row.text, detail, "good", row.origin)


def _level(level: Level) -> str:
    return _("cấp %s") % catalogue().levels[level].lower()


def _ratings(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.ratings:
        if row.subject == subject:
            yield Happening(row.year, "", _("Xếp loại: %s") % grade_name(row.grade), "", "", row.origin)


def _initiatives(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.initiatives:
        if row.person == subject:
            level = _("cấp công nhận: %s") % row.level if row.level else ""
            detail = "; ".join(part for part in (level, decision_words(row.decision, None).removeprefix(", ")) if part)
            yield Happening(row.year, "", _("Sáng kiến: %s") % row.name, detail, "good", row.origin)


def _attestations(book: RecordBook, subject: str) -> Iterator[Happening]:
    """The attestations that stand, a year's in one entry."""
    by_year: dict[int, list[Attestation]] = {}
    for (who, _criterion, year), row in book.standing_attestation.items():
        if who == subject:
            by_year.setdefault(year, []).append(row)
    for year, rows in by_year.items():
        words = ", ".join(_attested(row) for row in sorted(rows, key=lambda row: row.criterion))
        grounds = "; ".join(dict.fromkeys(part for row in rows for part in (row.grounds, row.by) if part))
        tone = "" if all(row.passed for row in rows) else "bad"
        yield Happening(year, "", _("Xác nhận: %s") % words, grounds, tone, rows[0].origin)


def _attested(row: Attestation) -> str:
    return f"{row.criterion} {_('đạt') if row.passed else _('không đạt')}"


def _posts(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.posts_of.get(subject, []):
        unit = book.units[row.unit].name if row.unit in book.units else row.unit
        head = _("người đứng đầu") if row.is_head else ""
        what = f"{row.position or _('Công tác')}, {unit}"
        if row.since:
            yield Happening(row.since.year, str(row.since), _("Bắt đầu: %s") % what, head, "", row.origin)
        if row.until:
            yield Happening(row.until.year, str(row.until), _("Thôi: %s") % what, head, "", row.origin)


def _holds(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.holds_of.get(subject, []):
        until = _("đến %s") % row.until if row.until else _("chưa kết thúc")
        yield Happening(row.since.year, str(row.since), _("Tạm hoãn: %s") % row.reason, until, "bad", row.origin)


def _sanctions(book: RecordBook, subject: str) -> Iterator[Happening]:
    for row in book.sanctions:
        if row.person == subject:
            cancelled = _("đã huỷ bỏ") if row.cancelled else ""
            decision = decision_words(row.decision, None).removeprefix(", ")
            detail = "; ".join(part for part in (decision, cancelled) if part)
            what = _("Kỷ luật: %s") % sanction_name(row.form).lower()
            yield Happening(row.effective.year, str(row.effective), what, detail, "bad", row.origin)
