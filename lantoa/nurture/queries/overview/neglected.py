"""What is left undone: measures overdue, and prospects that nobody looked at for 90 days."""

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.domain.stages import MeasureStage
from lantoa.nurture.models import Measure
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.tables import Cell, Column, Kind, Link, Section, Table, row
from lantoa.nurture.queries.rights import GOING

PROSPECTS, PLANS, TASKS = "/phat-hien/nhan-to/", "/boi-duong/", "/boi-duong/viec/"
OVERDUE, ALONE = "qua-han", "lau-chua-xem"


def overdue_measures(asked: Asked) -> QuerySet[Measure]:
    """Planned measures of plans under way whose day has passed, the longest overdue first."""
    of_plans = {"plan__stage__in": GOING, "plan__prospect__in": asked.prospects().values("pk")}
    late = Measure.objects.filter(stage=MeasureStage.PLANNED.value, due__lt=asked.today, **of_plans)
    return late.order_by("due", "pk")


def overdue_section(asked: Asked, most: int | None) -> Section:
    columns = (
        Column(_("Nhân tố mới"), Kind.TEXT, 28),
        Column(_("Biện pháp"), Kind.TEXT, 50),
        Column(_("Người làm"), Kind.TEXT, 28),
        Column(_("Hạn"), Kind.TEXT),
        Column(_("Quá hạn (ngày)")),
    )
    found = overdue_measures(asked).select_related("plan__prospect__subject", "owner__subject")[:most]
    lines = [
        row(
            columns,
            Cell(str(one.plan.prospect), f"{PLANS}{one.plan_id}/"),
            one.text,
            str(one.owner or ""),
            f"{one.due:%d/%m/%Y}",
            (asked.today - one.due).days,
        )
        for one in found
    ]
    return Section(
        id=OVERDUE,
        heading=_("Biện pháp quá hạn"),
        sentence=_limited(_("Biện pháp của kế hoạch bồi dưỡng đang thực hiện, quá hạn lâu nhất trước."), lines, most),
        table=Table(_("Biện pháp quá hạn"), columns, tuple(lines)),
        empty=_("Không có biện pháp nào quá hạn."),
        more=Link(_("Tìm, lọc, sắp xếp mọi việc quá hạn"), _address(asked, TASKS, loai="bien-phap", qua_han="on")),
    )


def alone_section(asked: Asked, most: int | None) -> Section:
    columns = (
        Column(_("Nhân tố mới"), Kind.TEXT, 28),
        Column(_("Đơn vị"), Kind.TEXT, 40),
        Column(_("Bước"), Kind.TEXT, 18),
        Column(_("Xem xét gần nhất"), Kind.TEXT),
        Column(_("Số ngày")),
    )
    found = asked.prospects().filter(asked.alone()).select_related("subject").order_by("looked_at", "pk")[:most]
    lines = [
        row(
            columns,
            Cell(str(one.subject), f"{PROSPECTS}{one.pk}/"),
            asked.places.units[one.unit_id].name,
            one.get_stage_display(),
            f"{localdate(one.looked_at):%d/%m/%Y}",
            (asked.today - localdate(one.looked_at)).days,
        )
        for one in found
    ]
    return Section(
        id=ALONE,
        heading=_("Quá 90 ngày chưa xem xét"),
        sentence=_limited(_("Người đang theo dõi mà lâu chưa ai xem lại, lâu nhất trước."), lines, most),
        table=Table(_("Lâu chưa xem xét"), columns, tuple(lines)),
        empty=_("Ai cũng đã được xem xét trong 90 ngày qua."),
        more=Link(_("Tìm, lọc, sắp xếp danh sách này"), _address(asked, PROSPECTS, lau="on", **asked.kept)),
    )


def _limited(sentence: str, lines: list[tuple[Cell, ...]], most: int | None) -> str:
    if most is None or len(lines) < most:
        return sentence
    return f"{sentence} {_('Trang này hiện %d dòng đầu; tệp Excel có đủ.') % most}"


def _address(asked: Asked, page: str, **question: str) -> str:
    unit = {"don_vi": asked.places.units[asked.top].code} if asked.top else {}
    return f"{page}?{urlencode(unit | question)}"
