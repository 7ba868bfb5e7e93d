"""What the polls of a meeting came to, case by case, for the page and for the minutes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from lantoa.council.models import Meeting, MeetingCase, Poll, PollCase
from lantoa.domain.ballot import Count, Mode, Result
from lantoa.domain.procedure import Base, Threshold
from lantoa.domain.stages import PollStage


@dataclass(frozen=True, slots=True)
class CaseVote:
    """One counted vote on a case: the ballots, the written opinions, and what both together mean."""

    poll: Poll
    poll_case: PollCase
    ballots: Count
    written: Count
    result: Result

    @property
    def mode(self) -> Mode:
        return Mode(self.poll.mode)


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case of the agenda with its counted votes, the first one first."""

    case: MeetingCase
    votes: tuple[CaseVote, ...]

    @property
    def last(self) -> CaseVote | None:
        return self.votes[-1] if self.votes else None

    @property
    def passed(self) -> bool:
        return self.last is not None and self.last.result.passed


def results(meeting: Meeting, cases: Iterable[MeetingCase] | None = None) -> list[CaseResult]:
    """The cases, or every one of the meeting in the order of its agenda; two queries."""
    if cases is None:
        named = meeting.cases.select_related("nomination__subject", "nomination__unit__subject", "nomination__round")
        cases = named.defer("nomination__text", "nomination__verdict").order_by("order", "pk")
    listed = list(cases)
    votes: dict[int, list[CaseVote]] = defaultdict(list)
    counted = PollCase.objects.filter(case__in=[case.pk for case in listed], poll__stage=PollStage.COUNTED.value)
    for one in counted.select_related("poll").order_by("poll__number"):
        votes[one.case_id].append(vote_of(one))
    return [CaseResult(case, tuple(votes[case.pk])) for case in listed]


def vote_of(one: PollCase) -> CaseVote:
    """What a counted case of a poll says."""
    ballots = Count(*(getattr(one, name) for name in ("votes_for", "votes_against", "votes_blank", "votes_invalid")))
    written = Count(*(getattr(one, name) for name in ("written_for", "written_against", "written_blank")))
    return CaseVote(one.poll, one, ballots, written, Result(ballots + written, one.base or 0, thawed(one.threshold)))


def frozen(threshold: Threshold) -> dict[str, Any]:
    """A threshold as a poll keeps it: the plan may change, what was voted on does not."""
    return {
        "share": str(threshold.share),
        "strictly": threshold.strictly,
        "base": threshold.base.value,
        "set_by": threshold.set_by,
        "source": threshold.source,
    }


def thawed(kept: Mapping[str, Any]) -> Threshold:
    return Threshold(Fraction(kept["share"]), kept["strictly"], Base(kept["base"]), kept["set_by"], kept["source"])
