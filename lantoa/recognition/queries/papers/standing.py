"""The lines of a year whose recognition stands: who is in its yearbook."""

from django.db.models import QuerySet

from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.papers.certificates import issued_lines


def standing_lines(year: int) -> QuerySet[DecisionItem]:
    """Of every decision for the year, with the reports; revoked recognitions are passed over."""
    found = issued_lines().filter(year=year).exclude(recognition__revoked=True)
    return found.defer(None).defer("nomination__verdict")
