"""Writing the letterhead of the office: from a day on, or setting right one that was written."""

from datetime import datetime
from typing import Any

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.papers.models import Letterhead
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed


@transaction.atomic
def write(
    *, facts: dict[str, Any], letterhead: Letterhead | None = None, version: str = "", by: User, at: datetime
) -> Letterhead:
    """A new one from its day on; or the given one set right, when it is still as `version` saw it."""
    answer = may(actor_of(by), Deed.KEEP_TEMPLATES)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    row, before = Letterhead(), dict[str, str]()
    if letterhead is not None:
        row = Letterhead.objects.select_for_update().get(pk=letterhead.pk)
        before = _said(row, facts)
        if version != version_of(row):
            raise ChangedMeanwhile
    for name, value in facts.items():
        setattr(row, name, value)
    row.made_by, row.made_at = by, at
    row.save()
    details = {"before": before, "after": _said(row, facts)}
    write_event(deed="letterhead_written", target=f"letterhead:{row.pk}", details=details, by=by, at=at)
    return row


def version_of(letterhead: Letterhead) -> str:
    """Who opens a form keeps this; it is another once somebody has written."""
    return letterhead.made_at.isoformat()


def _said(row: Letterhead, facts: dict[str, Any]) -> dict[str, str]:
    """By the words of the form, which are those of the log too."""
    labels = {field.name: str(field.verbose_name) for field in Letterhead._meta.fields}
    return {labels[name]: str(getattr(row, name)) for name in facts}
