"""Daily: remind of what is due, then mail what is new."""

from django.utils.timezone import localdate, now
from django_tasks import task

from lantoa.notice.actions import remind
from lantoa.notice.mail import send_digests


@task()
def remind_everybody() -> list[int]:
    """May be run again at any time: nobody is told or mailed the same thing twice."""
    return [remind(day=localdate(), at=now()), send_digests(at=now())]
