"""Candidates, postings and objections as Excel files; who objected, and in which words, stays out."""

from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.discovery.queries.sheets import written
from lantoa.domain.nurture import Aim
from lantoa.nomination.models import Objection, PostedCandidate, Posting
from lantoa.nurture.queries.aims import in_words


def candidates_file(found: QuerySet[PostedCandidate]) -> BytesIO:
    """What everybody may read: name, unit, tier, achievement, days (Law 91/2025 art. 3)."""
    headings = [
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc"), 44),
        (_("Thành tích"), 60),
        (_("Từ ngày"), 12),
        (_("Đến hết ngày"), 14),
    ]
    return written(_("Công khai"), headings, map(_candidate, found))


def postings_file(found: QuerySet[Posting]) -> BytesIO:
    headings = [
        (_("Đợt xét"), 44),
        (_("Công khai"), 28),
        (_("Từ ngày"), 12),
        (_("Đến hết ngày"), 14),
        (_("Bước"), 18),
        (_("Số hồ sơ"), 10),
        (_("Ý kiến chưa kết luận"), 20),
    ]
    return written(_("Danh sách công khai"), headings, map(_posting, found))


def objections_file(found: QuerySet[Objection]) -> BytesIO:
    headings = [
        (_("Mã"), 14),
        (_("Về ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Nhận ngày"), 12),
        (_("Hạn kết luận"), 14),
        (_("Người xác minh"), 24),
        (_("Bước"), 16),
        (_("Kết luận"), 30),
        (_("Tóm tắt phản ánh"), 50),
        (_("Kết quả xác minh"), 50),
    ]
    return written(_("Ý kiến phản ánh"), headings, map(_objection, found))


def _candidate(one: PostedCandidate) -> list[str]:
    nomination = one.nomination
    return [
        nomination.subject.name,
        nomination.unit.subject.name,
        in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
        one.words,
        f"{one.posting.starts:%d/%m/%Y}",
        f"{one.posting.ends:%d/%m/%Y}",
    ]


def _posting(one: Posting) -> list[str]:
    return [
        one.round.name,
        one.get_audience_display(),
        f"{one.starts:%d/%m/%Y}",
        f"{one.ends:%d/%m/%Y}",
        one.get_stage_display(),
        str(getattr(one, "listed", None) or 0),
        str(getattr(one, "objected", None) or 0),
    ]


def _objection(one: Objection) -> list[str]:
    nomination = one.candidate.nomination
    return [
        one.code,
        nomination.subject.name,
        nomination.unit.subject.name,
        f"{localtime(one.received_at):%d/%m/%Y}",
        f"{one.due:%d/%m/%Y}",
        str(one.officer or ""),
        one.get_stage_display(),
        one.get_outcome_display(),
        one.summary,
        one.findings,
    ]
