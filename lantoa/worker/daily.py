"""Tasks of every day: whoever first sees that the hour has come writes the day's turn and queues the task with it."""

from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django.utils.timezone import localtime

from lantoa.worker.models import Turn


class Daily:
    """Remembers the day that is done, so that looking again costs nothing."""

    def __init__(self) -> None:
        self.done: date | None = None

    def look(self, at: datetime) -> list[str]:
        """Queue what has not been queued today; the paths of what was."""
        here = localtime(at)
        if here.hour < settings.DAILY_HOUR or self.done == here.date():
            return []
        queued = [path for path in settings.DAILY_TASKS if _queue(path, here.date())]
        self.done = here.date()
        return queued


def _queue(path: str, day: date) -> bool:
    """Turn and task in one transaction: both are there, or neither."""
    if Turn.objects.filter(task=path, day=day).exists():
        return False
    try:
        with transaction.atomic():
            Turn.objects.create(task=path, day=day)
            import_string(path).enqueue()
    except IntegrityError:  # another process had the same turn
        return False
    Turn.objects.filter(task=path, day__lt=day).delete()
    return True
