"""The daily work of the room, done in the background; it may run again after a killed worker."""

from django.utils import timezone
from django_tasks import task

from lantoa.nomination.actions.posting.handling import fall_back
from lantoa.nomination.actions.posting.identity import forget
from lantoa.nomination.actions.verification.holding import tell_lifted


@task()
def look_after_objections() -> list[int]:
    """Give open objections of officers who have left to others, and forget objectors in time; how many of each."""
    return [fall_back(at=timezone.now()), forget(at=timezone.now())]


@task()
def look_after_holds() -> int:
    """Tell whose dossiers go on because a hold has ended; how many of them there are."""
    return tell_lifted(at=timezone.now())
