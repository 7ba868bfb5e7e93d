"""What the office writes into a year's book; every version stays."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.recognition.models import YearbookText
from lantoa.register.actions.refusals import NotAllowed


class WrittenMeanwhile(ValueError):
    """Somebody else has written a newer version."""

    def __init__(self) -> None:
        super().__init__(_("Người khác vừa ghi một bản mới. Hãy đọc bản đó rồi sửa tiếp."))


@transaction.atomic
def write(*, year: int, part: YearbookText.Part, text: str, seen: int, by: User, at: datetime) -> YearbookText:
    """A version after the one that was `seen`, 0 for none; NotAllowed, WrittenMeanwhile."""
    answer = may(actor_of(by), Deed.MAKE_PAPERS, Case())
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    numbers = YearbookText.objects.filter(year=year, part=part).order_by("-number").values_list("number", flat=True)
    if (numbers.first() or 0) != seen:
        raise WrittenMeanwhile
    facts = {"year": year, "part": part, "number": seen + 1}
    made = _kept(YearbookText(**facts, text=text.strip(), by=by, at=at))
    record(
        deed="yearbook_written",
        target=f"yearbook:{year}",
        details={"year": year, "part": str(YearbookText.Part(part).label), "version": made.number},
        by=by,
        at=at,
    )
    return made


def _kept(made: YearbookText) -> YearbookText:
    """WrittenMeanwhile when another one of that number came first."""
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise WrittenMeanwhile from None
    return made
