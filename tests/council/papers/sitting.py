"""A meeting that voted by hands: the first case is recommended, the second postponed, one member wrote."""

from dataclasses import dataclass
from datetime import date

from lantoa.council.actions import meetings
from lantoa.council.actions.polls import counting, opinions
from lantoa.council.actions.polls.concluding import conclude
from lantoa.council.models import MeetingCase
from lantoa.domain.ballot import Choice, Count, Mode
from lantoa.papers.models import Letterhead
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, opened, seat
from tests.council.sessions import LATER


@dataclass(frozen=True)
class Sitting:
    chamber: Chamber

    @property
    def key(self) -> str:
        return f"meeting:{self.chamber.meeting.pk}"

    def end(self) -> None:
        meetings.end(meeting=self.chamber.meeting, by=self.chamber.officer, at=LATER)


def voted(cast: Cast) -> Sitting:
    """Concluded, not ended yet."""
    chamber = seat(cast, absent=1)
    first, second = chamber.cases
    opinions.note_opinions(
        meeting=chamber.meeting,
        member=chamber.members[8],
        choices={first.pk: Choice.FOR},
        text="Xứng đáng",
        by=chamber.officer,
        at=NOW,
    )
    poll, _keys = opened(chamber, Mode.HANDS)
    counting.count_hands(
        poll=poll, counts={one.pk: Count(7, 1) for one in poll.cases.all()}, by=chamber.officer, at=NOW
    )
    conclude(case=first, outcome=MeetingCase.Outcome.RECOMMEND, by=chamber.officer, at=NOW)
    conclude(case=second, outcome=MeetingCase.Outcome.POSTPONE, reason="Chờ bổ sung", by=chamber.officer, at=NOW)
    return Sitting(chamber)


def letterhead(cast: Cast) -> Letterhead:
    return Letterhead.objects.create(
        since=date(2025, 1, 1),
        parent="Bộ Tư pháp",
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐL",
        place="Bình An",
        office="TCHC",
        signer="Lê Văn Minh",
        made_by=cast.officer,
        made_at=NOW,
    )
