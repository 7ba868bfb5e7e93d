"""How the Council voted on those of a list: beside each name when the Principal decides."""

from collections.abc import Collection

from lantoa.council.models import MeetingCase, PollCase
from lantoa.council.queries.polls.results import vote_of
from lantoa.domain.stages import PollStage


def votes_on(nominations: Collection[int]) -> dict[int, str]:
    """The last counted vote of each, as the minutes word it; nothing where the Council decided without one."""
    counted = PollCase.objects.filter(
        case__nomination__in=nominations,
        case__outcome=MeetingCase.Outcome.RECOMMEND,
        poll__stage=PollStage.COUNTED.value,
    )
    polled = counted.select_related("poll", "case").order_by("poll__counted_at", "poll__number", "pk")
    return {one.case.nomination_id: vote_of(one).result.words for one in polled}
