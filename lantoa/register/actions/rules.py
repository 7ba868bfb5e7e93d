"""Rules that need the book: what a row may be depends on the rows that are there."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from lantoa.domain import records
from lantoa.domain.records import Record
from lantoa.domain.vietnamese import match_key
from lantoa.register.actions.columns import TABLES
from lantoa.register.actions.refusals import RowRefused
from lantoa.register.models import Closing, Post, Rating, Subject, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.tree import lines_of


def check(record: Record, columns: dict[str, Any], row: Recorded | None) -> None:
    """RowRefused for a row that breaks a rule; `row` is the one being changed, None for a new one."""
    pk = row.pk if row else 0
    match record:
        case records.Unit():
            _code_is_free(record, pk)
            _stands_in_the_tree(record, columns["parent_id"], pk)
        case records.Person():
            _code_is_free(record, pk)
        case records.Rating():
            _once_a_year(record, columns, pk)
        case records.Post():
            _no_overlap(record, columns, pk)
        case records.Closing():
            _not_closed_yet(record, columns, pk)
    if row is None and not isinstance(record, records.Unit | records.Person | records.Attestation):
        _not_there_already(record, columns)


def _code_is_free(record: records.Unit | records.Person, pk: int) -> None:
    bearer = Subject.objects.filter(code=record.code).exclude(pk=pk).first()
    if bearer:
        taken = {"code": record.code, "name": bearer.name}
        raise RowRefused(code=_("Mã «%(code)s» đã dùng cho %(name)s. Hãy chọn mã khác.") % taken)


def _stands_in_the_tree(record: records.Unit, parent: int | None, pk: int) -> None:
    """Exactly one root, and no unit above itself."""
    root = Unit.objects.filter(parent=None).select_related("subject").exclude(pk=pk).first()
    if parent is None and root is not None:
        only = {"name": root.subject.name, "code": root.subject.code}
        raise RowRefused(
            parent=_("Chỉ một đơn vị được để trống cấp trên, đã có «%(name)s» (%(code)s). Hãy ghi cấp trên.") % only
        )
    if parent is not None and lines_of([], parent).filter(pk=pk).exists():
        raise RowRefused(
            parent=_("«%(name)s» không thể thuộc chính nó hay đơn vị cấp dưới của nó. Hãy chọn cấp trên khác.")
            % {"name": record.name}
        )


def _once_a_year(record: records.Rating, columns: dict[str, Any], pk: int) -> None:
    there = Rating.objects.filter(subject_id=columns["subject_id"], year=record.year).exclude(pk=pk).exists()
    if there:
        raise RowRefused(
            year=_("Năm %(year)s đối tượng này đã có xếp loại. Mỗi năm một dòng: hãy sửa dòng đã có.")
            % {"year": record.year}
        )


def _no_overlap(record: records.Post, columns: dict[str, Any], pk: int) -> None:
    """No two posts of the same person, unit and position overlap."""
    alike = Post.objects.filter(person_id=columns["person_id"], unit_id=columns["unit_id"]).exclude(pk=pk)
    meeting = alike.filter(
        Q(until=None) | Q(until__gte=columns["since"]), since__lte=columns["until"] or date(9999, 12, 31)
    )
    for other in meeting:
        if match_key(other.position) == match_key(record.position):
            until = f"{other.until:%d/%m/%Y}" if other.until else _("nay")
            raise RowRefused(
                since=_("Trùng thời gian với dòng đã có của cùng người, đơn vị, chức vụ: từ %(since)s đến %(until)s.")
                % {"since": f"{other.since:%d/%m/%Y}", "until": until}
            )


def _not_closed_yet(record: records.Closing, columns: dict[str, Any], pk: int) -> None:
    closings = Closing.objects.filter(ledger=record.ledger, year=record.year, unit_id=columns["unit_id"])
    if closings.exclude(pk=pk).exists():
        raise RowRefused(year=_("Sổ này của năm %(year)s đã chốt rồi.") % {"year": record.year})


def _not_there_already(record: Record, columns: dict[str, Any]) -> None:
    """The very same row once more is a slip of the hand: sent twice, or already imported."""
    there = TABLES[type(record)]._default_manager.filter(**columns).first()
    if there is not None:
        raise RowRefused(__all__=_("Dòng y hệt đã có trong sổ. Không ghi thêm lần nữa."))
