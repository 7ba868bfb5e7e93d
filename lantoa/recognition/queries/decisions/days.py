"""On which days a decision may be dated: the series runs with the days."""

from datetime import date

from django.db.models import Max
from django.utils.timezone import localdate

from lantoa.recognition.models import Decision


def earliest_day(decision: Decision, year: int) -> date:
    """Not before its approval, nor before the day of the number given out last in that year."""
    approved = localdate(decision.approved_at) if decision.approved_at else date(year, 1, 1)
    last = Decision.objects.filter(number__series=year).aggregate(last=Max("decided_on"))["last"]
    return max(approved, last or approved, date(year, 1, 1))
