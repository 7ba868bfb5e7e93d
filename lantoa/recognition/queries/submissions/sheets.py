"""Lists of submissions and candidates as Excel files."""

from collections.abc import Iterable
from io import BytesIO

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.discovery.queries.sheets import written
from lantoa.discovery.queries.tiers import tier_name
from lantoa.recognition.models import Submission
from lantoa.recognition.queries.submissions.candidates import Candidate
from lantoa.recognition.queries.submissions.dossiers import WORDS


def of_submissions(submissions: QuerySet[Submission]) -> BytesIO:
    """One row a submission, in the order of the list."""
    headings = [
        (_("Trích yếu"), 60),
        (_("Đơn vị trình"), 36),
        (_("Bậc"), 30),
        (_("Năm"), 8),
        (_("Bước"), 18),
        (_("Số tờ trình"), 18),
        (_("Ngày tờ trình"), 14),
        (_("Đề nghị"), 10),
        (_("Công nhận"), 10),
        (_("Quyết định của Bộ trưởng"), 24),
    ]
    return written(_("Trình Bộ"), headings, map(_submission, submissions))


def of_candidates(found: Iterable[Candidate]) -> BytesIO:
    headings = [
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 32),
        (_("Quyết định ở bậc dưới"), 26),
        (_("Đối chiếu với sổ"), 18),
        (_("Tạm hoãn"), 12),
        (_("Đã đề nghị"), 24),
    ]
    return written(_("Danh sách xét cấp ngành"), headings, map(_candidate, found), still=2)


def _submission(one: Submission) -> list[str]:
    return [
        one.subject_line,
        one.sender,
        tier_name(one.tier),
        str(one.year),
        one.get_stage_display(),
        one.number,
        f"{one.dated:%d/%m/%Y}" if one.dated else "",
        str(vars(one)["proposed"]),
        str(vars(one)["recognised"]),
        one.decision,
    ]


def _candidate(one: Candidate) -> list[str]:
    return [
        one.recognition.subject.code,
        one.recognition.subject.name,
        one.recognition.decision,
        WORDS[one.verdict],
        _("có") if one.is_on_hold else "",
        one.nomination.get_stage_display() if one.nomination else "",
    ]
