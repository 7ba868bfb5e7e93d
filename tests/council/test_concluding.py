"""What the Council concludes follows the vote, moves the nomination and is told to the nominee."""

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.council.actions import meetings
from lantoa.council.actions.polls import counting
from lantoa.council.actions.polls.concluding import conclude
from lantoa.council.actions.polls.refusals import (
    AboutOneself,
    AgainstTheVote,
    ConcludedAlready,
    MeetingNotOpen,
    NoReason,
    NotALowerTier,
    NotVotedOn,
    PollStillOpen,
)
from lantoa.council.models import MeetingCase
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Nomination
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, opened, prepared, put

O = MeetingCase.Outcome  # noqa: E741 - the table below is read by its rows


def voted(chamber: Chamber, votes_for: int, case: MeetingCase | None = None) -> MeetingCase:
    """The case after a show of hands with so many for it, the others against."""
    case = case or chamber.cases[0]
    poll, _none = opened(chamber, Mode.HANDS, [case])
    counts = {poll.cases.get().pk: Count(votes_for, 9 - votes_for)}
    counting.count_hands(poll=poll, counts=counts, by=chamber.officer, at=NOW)
    return case


@pytest.mark.parametrize(
    ("votes", "outcome", "stage"),
    [
        (5, O.RECOMMEND, "recommended"),
        (4, O.NOT_RECOMMEND, "not_recommended"),
        (5, O.POSTPONE, "postponed"),
        (4, O.POSTPONE, "postponed"),
    ],
)
def test_a_conclusion_moves_the_nomination(
    chamber: Chamber, votes: int, outcome: MeetingCase.Outcome, stage: str
) -> None:
    case = voted(chamber, votes)

    conclude(case=case, outcome=outcome, reason="Cần thêm minh chứng", by=chamber.officer, at=NOW)

    case.refresh_from_db()
    assert (case.outcome, case.nomination.stage, case.concluded_by) == (outcome.value, stage, chamber.officer)


@pytest.mark.parametrize(("votes", "outcome"), [(5, O.NOT_RECOMMEND), (4, O.RECOMMEND), (5, O.LOWER)])
def test_a_conclusion_follows_the_vote(chamber: Chamber, votes: int, outcome: MeetingCase.Outcome) -> None:
    case = voted(chamber, votes)
    before = Event.objects.count()

    with pytest.raises(AgainstTheVote, match=f"{votes}/9"):
        conclude(case=case, outcome=outcome, reason="Khác", by=chamber.officer, at=NOW)

    case.refresh_from_db()
    assert (case.outcome, case.nomination.stage, Event.objects.count()) == ("", "cleared", before)


def test_a_tie_is_not_recommended_and_may_be_voted_on_once_more(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS, chamber.cases[:1])
    counting.count_hands(poll=poll, counts={poll.cases.get().pk: Count(4, 4, 1)}, by=chamber.officer, at=NOW)

    with pytest.raises(AgainstTheVote, match="hoà phiếu"):
        conclude(case=chamber.cases[0], outcome=O.RECOMMEND, by=chamber.officer, at=NOW)
    voted(chamber, 6)
    conclude(case=chamber.cases[0], outcome=O.RECOMMEND, by=chamber.officer, at=NOW)

    assert Nomination.objects.get(pk=chamber.cases[0].nomination_id).stage == "recommended"


@pytest.mark.parametrize("outcome", [O.RECOMMEND, O.NOT_RECOMMEND, O.LOWER])
def test_without_a_vote_a_case_is_only_postponed(chamber: Chamber, outcome: MeetingCase.Outcome) -> None:
    with pytest.raises(NotVotedOn):
        conclude(case=chamber.cases[0], outcome=outcome, reason="Vội", by=chamber.officer, at=NOW)

    conclude(case=chamber.cases[0], outcome=O.POSTPONE, reason="Chưa kịp", by=chamber.officer, at=NOW)

    assert Nomination.objects.get(pk=chamber.cases[0].nomination_id).stage == "postponed"


@pytest.mark.parametrize("outcome", [O.NOT_RECOMMEND, O.POSTPONE, O.LOWER])
def test_whoever_is_not_recommended_gets_a_reason(chamber: Chamber, outcome: MeetingCase.Outcome) -> None:
    case = voted(chamber, 3)

    with pytest.raises(NoReason):
        conclude(case=case, outcome=outcome, reason=" ", by=chamber.officer, at=NOW)


def test_the_nominee_and_the_sender_are_told_with_the_reason(cast: Cast, chamber: Chamber) -> None:
    account: User = people.account("duocxet", of=chamber.cases[0].nomination.subject.person)
    case = voted(chamber, 3)

    conclude(case=case, outcome=O.NOT_RECOMMEND, reason="Chưa nổi trội", by=chamber.officer, at=NOW)

    told = Notice.objects.filter(key=f"meeting_case:{case.pk}")
    assert {one.user for one in told} == {account, cast.head}
    assert {one.text for one in told} == {"Hội đồng kết luận về Người Được Xét 0: chưa đề nghị. Lý do: Chưa nổi trội"}


def test_a_lower_tier_is_recommended_by_name(cast: Cast, chamber: Chamber) -> None:
    who = people.person("DC7", "Người Giai Đoạn", cast.division)
    case = put(chamber.meeting, cleared(cast, who, cast.officer, tier="school-period"))
    voted(chamber, 2, case)

    with pytest.raises(NotALowerTier):
        conclude(
            case=case, outcome=O.LOWER, reason="Mới đủ một năm", lower_tier="sector-annual", by=chamber.officer, at=NOW
        )
    conclude(
        case=case, outcome=O.LOWER, reason="Mới đủ một năm", lower_tier="school-annual", by=chamber.officer, at=NOW
    )

    case.refresh_from_db()
    assert (case.lower_tier, case.nomination.stage) == ("school-annual", "not_recommended")


def test_for_the_lower_tier_a_draft_with_the_same_report_is_made(cast: Cast, chamber: Chamber) -> None:
    who = people.person("DC7", "Người Giai Đoạn", cast.division)
    case = put(chamber.meeting, cleared(cast, who, cast.officer, tier="school-period"))
    for _time in range(2):
        voted(chamber, 2, case)

    conclude(case=case, outcome=O.LOWER, reason="Mới đủ", lower_tier="school-annual", by=chamber.officer, at=NOW)

    made = Nomination.objects.get(subject=who.subject, tier="school-annual")
    assert (made.stage, made.text, made.unit, made.year) == ("draft", case.nomination.text, cast.division, 2025)


def test_where_the_lower_tier_has_a_nomination_already_none_is_added(cast: Cast, chamber: Chamber) -> None:
    who = people.person("DC7", "Người Giai Đoạn", cast.division)
    case = put(chamber.meeting, cleared(cast, who, cast.officer, tier="school-period"))
    cleared(cast, who, cast.officer)
    voted(chamber, 2, case)

    conclude(case=case, outcome=O.LOWER, reason="Mới đủ", lower_tier="school-annual", by=chamber.officer, at=NOW)

    assert Nomination.objects.filter(subject=who.subject).count() == 2


def test_a_case_is_concluded_once(chamber: Chamber) -> None:
    case = voted(chamber, 9)
    conclude(case=case, outcome=O.RECOMMEND, by=chamber.officer, at=NOW)

    with pytest.raises(ConcludedAlready):
        conclude(case=case, outcome=O.POSTPONE, reason="Nghĩ lại", by=chamber.officer, at=NOW)


def test_nothing_is_concluded_while_a_poll_goes_on(chamber: Chamber) -> None:
    prepared(chamber)

    with pytest.raises(PollStillOpen):
        conclude(case=chamber.cases[0], outcome=O.POSTPONE, reason="Chờ", by=chamber.officer, at=NOW)


def test_nothing_is_concluded_after_the_meeting(chamber: Chamber) -> None:
    case = voted(chamber, 9)
    chamber.meeting.stage, chamber.meeting.ended_by, chamber.meeting.ended_at = "held", chamber.officer, NOW
    chamber.meeting.save()

    with pytest.raises(MeetingNotOpen):
        conclude(case=case, outcome=O.RECOMMEND, by=chamber.officer, at=NOW)


def test_a_dossier_on_hold_is_not_recommended_yet_but_may_be_postponed(chamber: Chamber) -> None:
    case = voted(chamber, 9)
    people.hold(case.nomination.subject, "10/1/2026", reason="Đang thanh tra")

    with pytest.raises(OnHold, match="Đang thanh tra"):
        conclude(case=case, outcome=O.RECOMMEND, by=chamber.officer, at=NOW)
    conclude(case=case, outcome=O.POSTPONE, reason="Chờ kết luận thanh tra", by=chamber.officer, at=NOW)

    assert Nomination.objects.get(pk=case.nomination_id).stage == "postponed"


def test_nobody_concludes_on_oneself(cast: Cast, chamber: Chamber) -> None:
    case = voted(chamber, 9, put(chamber.meeting, cleared(cast, chamber.members[0].person, cast.officer)))

    with pytest.raises(AboutOneself):
        conclude(case=case, outcome=O.RECOMMEND, by=chamber.users[0], at=NOW)


@pytest.mark.parametrize(("who", "allowed"), [(0, True), (3, False)])
def test_who_runs_the_meeting_concludes(chamber: Chamber, who: int, *, allowed: bool) -> None:
    case = voted(chamber, 9)

    if allowed:
        conclude(case=case, outcome=O.RECOMMEND, by=chamber.users[who], at=NOW)
    else:
        with pytest.raises(NotAllowed):
            conclude(case=case, outcome=O.RECOMMEND, by=chamber.users[who], at=NOW)


def test_one_event_says_meeting_and_votes(chamber: Chamber) -> None:
    case = voted(chamber, 9)
    before = Event.objects.count()

    conclude(case=case, outcome=O.RECOMMEND, by=chamber.officer, at=NOW)

    event = Event.objects.latest("pk")
    assert (event.deed, Event.objects.count()) == ("nomination_recommended", before + 1)
    assert event.details == {"subject": "DC0", "meeting": chamber.meeting.pk, "votes_for": 9, "base": 9}


def test_a_nomination_withdrawn_after_the_vote_is_not_concluded_and_does_not_keep_the_meeting_open(
    chamber: Chamber,
) -> None:
    case = voted(chamber, 9)
    Nomination.objects.filter(pk=case.nomination_id).update(stage="withdrawn", reason="Chuyển công tác")

    with pytest.raises(WrongStage, match="«đã rút»"):
        conclude(case=case, outcome=O.RECOMMEND, by=chamber.officer, at=NOW)
    ended = meetings.end(meeting=chamber.meeting, by=chamber.officer, at=NOW)

    case.refresh_from_db()
    assert (ended.stage, case.outcome) == ("held", "not_dealt")
