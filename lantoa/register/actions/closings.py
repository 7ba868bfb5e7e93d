"""Closing books, so that silence becomes an answer; and opening them again, with a reason."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Ledger
from lantoa.register.models import Closing, Subject, Unit
from lantoa.register.models.columns import precision_of
from lantoa.register.models.restraints import LEDGER_LABELS


class AlreadyClosed(ValueError):
    """Somebody has closed some of the books before."""

    def __init__(self, books: Collection[tuple[Ledger, int]]) -> None:
        super().__init__(_("Đã chốt từ trước: %(books)s. Hãy bỏ chọn những ô đó.") % {"books": spelt(books)})


class NothingChosen(ValueError):
    """No book was named."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chọn ít nhất một sổ của một năm."))


class NoReason(ValueError):
    """A book is not opened again without saying why."""

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi lý do mở lại sổ: người sau cần biết vì sao."))


@transaction.atomic
def close(
    *, books: Collection[tuple[Ledger, int]], unit: int | None, closed: PartialDate, by: User, at: datetime
) -> list[Closing]:
    """Close books of years, of the whole organisation when no unit is named; all of them or none."""
    if not books:
        raise NothingChosen
    list(Unit.objects.select_for_update().filter(parent=None).values_list("pk"))  # one writer of the book at a time
    there = set(Closing.objects.filter(unit_id=unit).values_list("ledger", "year"))
    if known := [(ledger, year) for ledger, year in books if (ledger.value, year) in there]:
        raise AlreadyClosed(known)
    closings = Closing.objects.bulk_create(
        Closing(
            ledger=ledger.value,
            year=year,
            unit_id=unit,
            closed=closed.first_day,
            closed_precision=precision_of(closed),
            typed_by=by,
            recorded_at=at,
        )
        for ledger, year in sorted(books)
    )
    where = Subject.objects.values_list("code", flat=True).get(pk=unit) if unit else ""
    details = {"books": [f"{ledger.value} {year}" for ledger, year in sorted(books)], "unit": where, "on": str(closed)}
    write_event(deed="books_closed", target=where or _("toàn Trường"), details=details, by=by, at=at)
    return closings


@transaction.atomic
def reopen(*, closing: Closing, reason: str, by: User, at: datetime) -> None:
    """Open a closed book again: from now on its silence is no answer."""
    if not reason.strip():
        raise NoReason
    where = closing.unit.subject.code if closing.unit else ""
    details = {"book": f"{closing.ledger} {closing.year}", "unit": where, "reason": reason.strip()}
    closing.delete()
    write_event(deed="book_reopened", target=where or _("toàn Trường"), details=details, by=by, at=at)


def spelt(books: Collection[tuple[Ledger, int]]) -> str:
    """`xếp loại 2023, 2024; khen thưởng 2024`."""
    years = {ledger: sorted(year for one, year in books if one is ledger) for ledger in Ledger}
    return "; ".join(
        f"{LEDGER_LABELS[ledger]} {', '.join(map(str, years[ledger]))}" for ledger in Ledger if years[ledger]
    )
