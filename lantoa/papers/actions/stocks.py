"""Stock that papers are printed on: taken in with its picture, laid out, withdrawn; and what was printed on it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.stocks import Sheet, Spot, laid_out, written
from lantoa.papers.attachments import Checked, discard, store
from lantoa.papers.models import Stock
from lantoa.papers.queries.stocks import fields_for
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed


class NameTaken(ValueError):
    """Two stocks in use cannot be told from each other."""

    def __init__(self, name: str) -> None:
        super().__init__(_("Đã có phôi tên «%s» đang dùng. Đặt tên khác, ví dụ thêm năm in phôi.") % name)


class Withdrawn(ValueError):
    """The stock is not used any more."""

    def __init__(self) -> None:
        super().__init__(_("Phôi này đã thôi dùng. Mở lại trang để xem."))


def take_in(*, name: str, kind: PaperKind, sheet: Sheet, picture: Checked, by: User, at: datetime) -> Stock:
    """A new stock, with the usual fields in their usual places."""
    _insist(by, Deed.KEEP_TEMPLATES)
    try:
        return _take_in(name, kind, sheet, picture, by, at)
    except IntegrityError:
        raise NameTaken(name) from None


@transaction.atomic
def _take_in(name: str, kind: PaperKind, sheet: Sheet, picture: Checked, by: User, at: datetime) -> Stock:
    stock = Stock.objects.create(
        name=name,
        kind=kind.value,
        width=sheet.width,
        height=sheet.height,
        path=store(picture).path,
        spots=written(laid_out(fields_for(kind), sheet)),
        made_by=by,
        made_at=at,
        changed_by=by,
        changed_at=at,
    )
    _write("stock_taken_in", stock, {"kind": stock.get_kind_display(), "file": picture.name}, by, at)
    return stock


def lay_out(
    *,
    stock: Stock,
    version: str,
    name: str,
    spots: Iterable[Spot],
    shift: tuple[float, float],
    by: User,
    at: datetime,
) -> Stock:
    """Where the fields go from now on, when the stock is still as `version` saw it."""
    _insist(by, Deed.KEEP_TEMPLATES)
    facts = {"name": name, "spots": written(spots), "shift_x": shift[0], "shift_y": shift[1]}
    try:
        return _lay_out(stock, version, facts, by, at)
    except IntegrityError:
        raise NameTaken(name) from None


@transaction.atomic
def _lay_out(stock: Stock, version: str, facts: dict[str, Any], by: User, at: datetime) -> Stock:
    row = _standing(stock)
    if version != version_of(row):
        raise ChangedMeanwhile
    names = {one.name: one.words for one in fields_for(PaperKind(row.kind))}
    before, after = _places(row.spots, names), _places(facts["spots"], names)
    details = {
        "before": {field: said for field, said in before.items() if after.get(field) != said},
        "after": {field: said for field, said in after.items() if before.get(field) != said},
        "shift": f"{facts['shift_x']:g} × {facts['shift_y']:g} mm",
    }
    for column, value in facts.items():
        setattr(row, column, value)
    row.changed_by, row.changed_at = by, at
    row.save()
    _write("stock_laid_out", row, details, by, at)
    return row


@transaction.atomic
def show_anew(*, stock: Stock, picture: Checked, by: User, at: datetime) -> Stock:
    """Another picture of the same sheet; the fields stay where they are."""
    _insist(by, Deed.KEEP_TEMPLATES)
    row = _standing(stock)
    discard([row.path] if row.path else [])
    row.path = store(picture).path
    row.save(update_fields=["path"])
    _write("stock_shown_anew", row, {"file": picture.name}, by, at)
    return row


@transaction.atomic
def withdraw(*, stock: Stock, by: User, at: datetime) -> Stock:
    """Nothing is printed on it any more."""
    _insist(by, Deed.KEEP_TEMPLATES)
    row = _standing(stock)
    row.withdrawn_by, row.withdrawn_at = by, at
    row.save()
    _write("stock_withdrawn", row, {}, by, at)
    return row


@transaction.atomic
def note_printing(*, stock: Stock, papers: list[str], by: User, at: datetime) -> None:
    """Who was printed on it; sheets of value are accounted for."""
    _insist(by, Deed.MAKE_PAPERS)
    row = _standing(stock)
    details = {"kind": row.get_kind_display(), "count": len(papers), "papers": papers}
    _write("stock_printed_on", row, details, by, at)


def version_of(stock: Stock) -> str:
    """Who opens a form keeps this; it is another once somebody has written."""
    return stock.changed_at.isoformat()


def _standing(stock: Stock) -> Stock:
    row = Stock.objects.select_for_update().get(pk=stock.pk)
    if row.withdrawn_at is not None:
        raise Withdrawn
    return row


def _places(spots: Iterable[dict[str, Any]], names: dict[str, str]) -> dict[str, str]:
    """What the log keeps of each field that is printed."""
    words = "{x:g} × {y:g}, {width:g} mm, {size:g} pt, {lines:g} × {step:g} mm, {align}, {colour}"
    return {names.get(one["field"], one["field"]): words.format(**one) for one in spots if one["is_shown"]}


def _insist(by: User, deed: Deed) -> None:
    answer = may(actor_of(by), deed)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def _write(deed: str, stock: Stock, details: dict[str, Any], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"stock:{stock.pk}", details={"name": stock.name} | details, by=by, at=at)
