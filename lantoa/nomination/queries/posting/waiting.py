"""What an objection makes wait: open objections of cases, and which posting a case is on."""

from collections.abc import Iterable

from django.db.models import Count

from lantoa.domain.stages import PostingStage
from lantoa.nomination.models import Objection, PostedCandidate
from lantoa.nomination.queries.posting.officers import OPEN


def open_objections(nominations: Iterable[int]) -> dict[int, int]:
    """How many objections to each are not settled; those without any are left out."""
    found = Objection.objects.filter(stage__in=OPEN, candidate__nomination__in=list(nominations))
    counted = found.values_list("candidate__nomination").annotate(count=Count("pk"))
    return dict(counted.order_by("candidate__nomination"))


def is_still_posted(nomination: int) -> bool:
    """Whether a list with the case on it is still up."""
    return PostedCandidate.objects.filter(nomination=nomination, posting__stage=PostingStage.OPEN.value).exists()
