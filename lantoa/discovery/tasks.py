"""The long work of discovery, done in the background; each may run again after a killed worker."""

from django.utils import timezone
from django_tasks import task

from lantoa.discovery.actions import runs
from lantoa.discovery.actions.tips.door import forget
from lantoa.discovery.actions.tips.handling import fall_back
from lantoa.discovery.models import SignalRun


@task()
def refresh_signals(run: int, *, whole: bool = False) -> int:
    """Bring the signals of a run's year up to date; how many appeared."""
    asked = SignalRun.objects.get(pk=run)
    if asked.done_at is not None:
        return asked.appeared
    return runs.carry_out(run=asked, whole=whole, at=timezone.now()).appeared


@task()
def follow_the_book() -> int:
    """After an import and every day: look at whomever new rows touch; how many signals appeared."""
    run = runs.ask_if_behind(by=None, at=timezone.now())
    return 0 if run is None else runs.carry_out(run=run, at=timezone.now()).appeared


@task()
def look_after_tips() -> list[int]:
    """Every day: give tips of those who left to an officer, and forget the addresses of yesterday; how many of each."""
    return [len(fall_back(at=timezone.now())), forget(at=timezone.now())]
