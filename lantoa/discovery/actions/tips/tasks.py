"""Daily: no tip without somebody to answer it, no address kept longer than a day."""

from django.utils.timezone import now
from django_tasks import task

from lantoa.discovery.actions.tips.door import forget
from lantoa.discovery.actions.tips.handling import fall_back


@task()
def look_after_tips() -> list[int]:
    """Give tips of those who left to an officer, and forget the addresses of yesterday; how many of each."""
    return [len(fall_back(at=now())), forget(at=now())]
