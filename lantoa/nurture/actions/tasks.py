"""What is done about nurture plans once a day."""

from django.utils.timezone import now
from django_tasks import task

from lantoa.nurture.actions.looking import look_after


@task()
def look_after_plans() -> None:
    """Find mentors who have left and people who have moved."""
    look_after(at=now())
