"""What an objection makes wait: open objections of cases, and which posting a case is on."""

from collections.abc import Iterable

from django.db.models import Count

from lantoa.domain.stages import PostingStage
from lantoa.nomination.models import Nomination, Objection, PostedCandidate, Posting
from lantoa.nomination.queries.posting.officers import OPEN


def open_objections(nominations: Iterable[int]) -> dict[int, int]:
    """How many objections to each are not settled; those without any are left out."""
    found = Objection.objects.filter(stage__in=OPEN, candidate__nomination__in=list(nominations))
    counted = found.values_list("candidate__nomination").annotate(count=Count("pk"))
    return dict(counted.order_by("candidate__nomination"))


def held_up(nominations: Iterable[Nomination]) -> set[int]:
    """Which of them wait for an objection, or are on a list that is still up."""
    numbers = [one.pk for one in nominations]
    listed = PostedCandidate.objects.filter(nomination__in=numbers, posting__stage=PostingStage.OPEN.value)
    return {*open_objections(numbers), *listed.values_list("nomination", flat=True)}


def still_posted(nomination: int) -> Posting | None:
    """The list with the case on it that is up, the one that ends last."""
    found = Posting.objects.filter(candidates__nomination=nomination, stage=PostingStage.OPEN.value)
    return found.order_by("-ends").first()
