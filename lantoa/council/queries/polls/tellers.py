"""What the tellers of a paper ballot counted, and on what they differ."""

from dataclasses import dataclass

from lantoa.accounts.models import User
from lantoa.council.models import Poll
from lantoa.council.models.polls import TOTALS
from lantoa.domain.ballot import Count, disagreements


@dataclass(frozen=True, slots=True)
class Entered:
    """One teller's count."""

    user: User
    returned: int
    counts: dict[int, Count]


def counts_of(poll: Poll) -> list[Entered]:
    """The counts that are in, the first teller's first."""
    tellers = poll.tellers.exclude(counted_at=None).select_related("user").prefetch_related("counts")
    return [
        Entered(
            teller.user,
            teller.returned or 0,
            {one.poll_case_id: Count(*(getattr(one, name) for name in TOTALS)) for one in teller.counts.all()},
        )
        for teller in tellers
    ]


def differences(first: Entered, second: Entered) -> list[int | None]:
    """The cases on which they differ; None for the number of papers that came back."""
    papers: list[int | None] = [] if first.returned == second.returned else [None]
    return papers + list(disagreements(first.counts, second.counts))
