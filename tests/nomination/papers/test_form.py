"""Every official paper of this room is in the form of Decree 30/2020."""

from datetime import date

import pytest

from lantoa.domain.stages import NominationStage, RoundStage, UnitMeetingStage
from lantoa.nomination.models import Posting, Round
from lantoa.nomination.queries.papers import posting, reports, rounds, unit_minutes
from lantoa.papers.form.checking import Verdict, check
from lantoa.papers.models import Letterhead
from lantoa.papers.sources import Source
from tests.cast import NOW, Cast
from tests.nomination.papers.printing import printed
from tests.nomination.rounds import meeting_at, nomination_in, round_at


@pytest.fixture
def keys(cast: Cast) -> dict[str, str]:
    """A round with everything a paper is made of, and the letterhead of the school."""
    Letterhead.objects.create(
        since=date(2020, 1, 1),
        parent="Bộ Tư pháp",
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐL",
        place="Bình An",
        office="TCHC",
        signer="Trần Thị Bưởi",
        made_at=NOW,
    )
    one = round_at(RoundStage.OPEN, cast)
    person = nomination_in(one, cast, stage=NominationStage.POSTED.value, text="Đã đổi mới cách dạy.")
    faculty = nomination_in(one, cast, subject=cast.faculty.subject, unit=cast.faculty, text="Đã đổi mới.")
    meeting = meeting_at(UnitMeetingStage.HELD, cast, one)
    listed = _posting(one, cast)
    listed.candidates.create(nomination=person, words="Chiến sĩ thi đua cơ sở (2024)")
    return {
        "round": str(one.pk),
        "person": str(person.pk),
        "faculty": str(faculty.pk),
        "meeting": str(meeting.pk),
        "posting": str(listed.pk),
    }


@pytest.mark.parametrize(
    ("source", "of"),
    [
        (rounds.PLAN, "round"),
        (rounds.NOTICE, "round"),
        (unit_minutes.SOURCE, "meeting"),
        (reports.INDIVIDUAL, "person"),
        (reports.COLLECTIVE, "faculty"),
        (posting.SOURCE, "posting"),
    ],
)
def test_nothing_of_the_form_is_missed(keys: dict[str, str], source: Source, of: str) -> None:
    found = check(printed(source, keys[of]), source.kind)

    assert [one.sentence for one in found if one.verdict is Verdict.NOT_MET] == []


def _posting(one: Round, cast: Cast) -> Posting:
    return Posting.objects.create(
        round=one, starts=date(2026, 1, 15), ends=date(2026, 1, 22), stage="prepared", made_by=cast.officer, made_at=NOW
    )
