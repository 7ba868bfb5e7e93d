"""The practice that a prospect stands for, written on one page; nobody's text is overwritten unseen."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import ChangedMeanwhile, insist_about
from lantoa.discovery.models import Practice, Prospect
from lantoa.domain.authority import Deed
from lantoa.domain.practices import PracticeText


@transaction.atomic
def write(*, prospect: Prospect, text: PracticeText, seen: int, by: User, at: datetime) -> Practice:
    """Save the page; `seen` is the version that its writer started from, 0 for none. ChangedMeanwhile, NotAllowed."""
    prospect = (
        Prospect.objects.select_for_update(of=("self",)).select_related("subject", "unit__subject").get(pk=prospect.pk)
    )
    insist_about(by, Deed.WRITE_PRACTICE, prospect, localdate(at))
    practice = Practice.objects.filter(prospect=prospect).order_by("pk").first()
    if practice is None:
        practice = Practice(prospect=prospect, subject=prospect.subject, version=0)
    if practice.version != seen:
        raise ChangedMeanwhile(practice)
    changed = [name for name, words in asdict(text).items() if getattr(practice, name) != words]
    if not changed:
        return practice
    for name, words in asdict(text).items():
        setattr(practice, name, words)
    practice.written_by, practice.written_at, practice.version = by, at, seen + 1
    practice.save()
    details = {"subject": prospect.subject.code, "title": text.title, "version": practice.version, "changed": changed}
    write_event(deed="practice_written", target=f"prospect:{prospect.pk}", details=details, by=by, at=at)
    return practice
