"""Prospects, and the units that put them forward, as Excel files."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.discovery.models import Practice, Prospect
from lantoa.discovery.queries.prospects.forward import UnitYears
from lantoa.discovery.queries.sheets import written
from lantoa.discovery.queries.tiers import tier_name

AT_A_TIME = 500


def file_of(found: QuerySet[Prospect]) -> BytesIO:
    """One row a prospect, in the order of the list, with its practice beside it."""
    return written(_("Nhân tố mới"), _headings(), _rows(found), still=2)


def file_of_units(units: Iterable[UnitYears]) -> BytesIO:
    """One row a unit and year."""
    headings = [
        (_("Mã"), 12),
        (_("Đơn vị"), 34),
        (_("Năm"), 8),
        (_("Số nhân tố mới"), 12),
        (_("Lý do chưa giới thiệu ai"), 60),
        (_("Người ghi"), 24),
        (_("Ghi ngày"), 12),
    ]
    return written(_("Đơn vị giới thiệu"), headings, _unit_rows(units), still=2)


def _headings() -> list[tuple[str, int]]:
    return [
        (_("Mã"), 12),
        (_("Tên"), 28),
        (_("Đơn vị"), 28),
        (_("Bước"), 16),
        (_("Bậc hướng tới"), 22),
        (_("Nguồn"), 24),
        (_("Căn cứ"), 60),
        (_("Quyết định của đơn vị"), 60),
        (_("Ngày có thành tích"), 12),
        (_("Phát hiện ngày"), 12),
        (_("Chọn ngày"), 12),
        (_("Xem xét gần nhất"), 12),
        (_("Lý do thôi theo dõi"), 40),
        (_("Mô hình, cách làm"), 40),
        (_("Kết quả"), 60),
    ]


def _rows(found: QuerySet[Prospect]) -> Iterator[list[str]]:
    everyone = list(found)
    for start in range(0, len(everyone), AT_A_TIME):
        some = everyone[start : start + AT_A_TIME]
        practices = {one.prospect_id: one for one in Practice.objects.filter(prospect__in=some).order_by("-pk")}
        yield from (_texts(one, practices.get(one.pk)) for one in some)


def _texts(one: Prospect, practice: Practice | None) -> list[str]:
    return [
        one.subject.code,
        one.subject.name,
        one.unit.subject.name,
        one.get_stage_display(),
        tier_name(one.tier),
        one.get_origin_display(),
        one.grounds,
        one.decision,
        f"{one.merit_day:%d/%m/%Y}" if one.merit_day else "",
        f"{localtime(one.found_at):%d/%m/%Y}",
        f"{localtime(one.chosen_at):%d/%m/%Y}" if one.chosen_at else "",
        f"{localtime(one.looked_at):%d/%m/%Y}",
        one.reason,
        practice.title if practice else "",
        practice.result if practice else "",
    ]


def _unit_rows(units: Iterable[UnitYears]) -> Iterator[list[str]]:
    for one in units:
        for year in one.years:
            said = year.said
            yield [
                one.unit.subject.code,
                one.unit.subject.name,
                str(year.year),
                str(year.chosen),
                said.reason if said else "",
                str(said.said_by) if said else "",
                f"{localtime(said.said_at):%d/%m/%Y}" if said else "",
            ]
