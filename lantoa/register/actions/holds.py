"""Holds: a subject waits while a matter is looked into, and need not wait any longer once it is settled."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.register.models import Hold, Subject
from lantoa.register.models.columns import DAY


class NotHolding(ValueError):
    """The hold has ended before that day, or has not begun."""

    def __init__(self) -> None:
        super().__init__(_("Tạm hoãn này không có hiệu lực vào ngày đó, nên không có gì để kết thúc."))


@transaction.atomic
def begin(
    *,
    subject: Subject,
    reason: str,
    since: date,
    until: date | None = None,
    dossier: int | None = None,
    by: User,
    at: datetime,
) -> Hold:
    """Let the subject wait from that day; `dossier` is the nomination from which it was said.

    The caller asks for the right.
    """
    hold = Hold.objects.create(subject=subject, reason=reason, since=since, until=until, typed_by=by, recorded_at=at)
    details = {"id": hold.pk, "reason": reason, "since": f"{since:%d/%m/%Y}"}
    if until is not None:
        details["last_day"] = f"{until:%d/%m/%Y}"
    if dossier is not None:
        details["nomination"] = dossier
    write_event(deed="hold_begun", target=subject.code, details=details, by=by, at=at)
    return hold


@transaction.atomic
def end(*, hold: Hold, last_day: date, by: User, at: datetime) -> Hold:
    """Let the hold end with that day; NotHolding when it is not in force then."""
    hold = Hold.objects.select_for_update(of=("self",)).select_related("subject").get(pk=hold.pk)
    if hold.since > last_day or (hold.until is not None and hold.until <= last_day):
        raise NotHolding
    hold.until, hold.until_precision = last_day, DAY
    hold.typed_by, hold.recorded_at = by, at
    hold.save(update_fields=["until", "until_precision", "typed_by", "recorded_at"])
    details = {"id": hold.pk, "reason": hold.reason, "last_day": f"{last_day:%d/%m/%Y}"}
    write_event(deed="hold_ended", target=hold.subject.code, details=details, by=by, at=at)
    return hold
