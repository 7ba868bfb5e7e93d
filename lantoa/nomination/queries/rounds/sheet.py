"""Rounds and their units as Excel files."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.stages import STAGE_LABELS, NominationStage
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.nomination.models.rounds import DAYS
from lantoa.nomination.queries.rounds.calendar import label_of
from lantoa.nomination.queries.rounds.units import UnitRow
from lantoa.spreadsheet import Value, spreadsheet

WITHOUT_DRAFTS = [stage for stage in NominationStage if stage is not NominationStage.DRAFT]


def file_of_rounds(rounds: Iterable[Round]) -> BytesIO:
    """A row a round of `reading.listed`, with its days and its numbers."""
    headings = [
        _("Đợt xét"),
        _("Bậc"),
        _("Năm"),
        _("Bước"),
        *map(label_of, DAYS),
        _("Đã đề cử"),
        _("Đã gửi"),
        _("Đã công nhận"),
    ]
    return spreadsheet(_("Đợt xét"), headings, map(_round, rounds))


def file_of_units(rows: Iterable[UnitRow]) -> BytesIO:
    """A row a unit of a round, with how many of its dossiers are at which stage."""
    headings = [
        _("Mã"),
        _("Đơn vị"),
        _("Trưởng đơn vị"),
        _("Tình trạng"),
        _("Chậm"),
        _("Ngày họp"),
        _("Lý do không giới thiệu"),
        _("Hồ sơ nháp"),
        *(STAGE_LABELS[stage] for stage in WITHOUT_DRAFTS),
    ]
    return spreadsheet(_("Đơn vị"), headings, map(_unit, rows))


def _round(one: Any) -> list[Value]:
    days = [_day(getattr(one, column)) for column in DAYS]
    names = [one.name, tier_name(one.tier), one.year, one.get_stage_display()]
    return [*names, *days, one.nominated, one.sent, one.recognised]


def _unit(row: UnitRow) -> list[Value]:
    return [
        row.unit.subject.code,
        row.unit.subject.name,
        row.head,
        row.state.label,
        _("chậm") if row.is_late else "",
        _held_on(row.meeting),
        row.meeting.nobody if row.meeting else "",
        row.work.drafts,
        *(row.stages.get(stage.value, 0) for stage in WITHOUT_DRAFTS),
    ]


def _held_on(meeting: UnitMeeting | None) -> str:
    return _day(meeting.held_on) if meeting else ""


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
