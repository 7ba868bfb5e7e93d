"""The long work of discovery, done in the background; each may run again after a killed worker."""

from django.utils import timezone
from django_tasks import task

from lantoa.discovery.actions import runs
from lantoa.discovery.models import SignalRun


@task()
def refresh_signals(run: int, *, whole: bool = False) -> int:
    """Bring the signals of a run's year up to date; how many appeared."""
    asked = SignalRun.objects.get(pk=run)
    if asked.done_at is not None:
        return asked.appeared
    return runs.carry_out(run=asked, whole=whole, at=timezone.now()).appeared
