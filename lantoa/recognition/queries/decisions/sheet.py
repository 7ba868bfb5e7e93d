"""The list of one decision as an Excel file: the annex of the paper."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.utils.translation import gettext as _

from lantoa.discovery.queries.sheets import written
from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.decisions.one import Line


def file_of(lines: Iterable[Line]) -> BytesIO:
    """Those who are on the list, numbered, with what goes with it."""
    headings = [
        (_("STT"), 6),
        (_("Mã"), 12),
        (_("Họ tên, tên tập thể"), 34),
        (_("Đơn vị"), 34),
        (_("Bậc"), 46),
        (_("Kết quả bỏ phiếu"), 46),
        (_("Khen thưởng kèm theo"), 30),
        (_("Số tiền (đồng)"), 14),
        (_("Hiệu lực"), 14),
    ]
    listed = [line for line in lines if line.item.state == DecisionItem.State.LISTED]
    rows = (_texts(number, line) for number, line in enumerate(listed, 1))
    return written(_("Danh sách"), headings, rows, still=3)


def _texts(number: int, line: Line) -> Sequence[str]:
    reward = line.reward
    return [
        str(number),
        line.item.subject.code,
        line.name,
        line.unit_name,
        line.tier,
        line.vote,
        reward.form_name if reward else "",
        str(reward.amount) if reward else "",
        _("đã thu hồi") if line.is_revoked else "",
    ]
