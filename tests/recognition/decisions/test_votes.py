"""The vote of the Council stands beside a name when the Principal decides."""

from lantoa import plans
from lantoa.council.models import MeetingCase, Poll, PollCase
from lantoa.council.queries.polls.results import frozen
from lantoa.domain.ballot import Mode
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions.decisions.drafting import draft
from lantoa.recognition.queries.decisions.one import lines_of, may_see_votes
from lantoa.recognition.queries.decisions.votes import votes_on
from tests.cast import NOW, Cast
from tests.council.chamber import seat
from tests.recognition.decisions.deciding import EDITION, TIER, TODAY, Desk


def voted(cast: Cast, votes_for: int, outcome: str = "recommend") -> Nomination:
    """A nominee on whom the Council has voted, nine members of nine."""
    chamber = seat(cast, nominees=1)
    when = {"opened_by": cast.officer, "opened_at": NOW, "counted_by": cast.officer, "counted_at": NOW}
    poll = Poll.objects.create(
        meeting=chamber.meeting, number=1, mode=Mode.HANDS.value, stage="counted", issued=9, returned=9,
        made_by=cast.officer, made_at=NOW, **when,
    )  # fmt: skip
    PollCase.objects.create(
        poll=poll, case=chamber.cases[0], order=1, members=9, voters=9, base=9,
        threshold=frozen(plans.load(EDITION).procedure.threshold(TIER, Kind.INDIVIDUAL, TODAY)),
        votes_for=votes_for, votes_against=9 - votes_for, votes_blank=0, votes_invalid=0,
        written_for=0, written_against=0, written_blank=0,
    )  # fmt: skip
    reason = "" if outcome == "recommend" else "Chưa đủ"
    MeetingCase.objects.update(outcome=outcome, reason=reason, concluded_by=cast.officer, concluded_at=NOW)
    Nomination.objects.update(stage="recommended")
    return Nomination.objects.get()


def test_the_vote_is_worded_as_in_the_minutes(cast: Cast) -> None:
    nominee = voted(cast, 8)

    assert votes_on([nominee.pk]) == {nominee.pk: "8/9 (88,88%); cần trên 50% tổng số thành viên (5 phiếu): đạt"}


def test_it_stands_in_the_line_of_the_decision(cast: Cast) -> None:
    nominee = voted(cast, 8)
    assert nominee.round

    made = draft(of=nominee.round, nominations=[nominee.pk], by=cast.officer, at=NOW)

    assert [line.vote.partition(" ")[0] for line in lines_of(made, with_votes=True)] == ["8/9"]
    assert [line.vote for line in lines_of(made, with_votes=False)] == [""]


def test_it_is_shown_to_those_who_may_see_the_papers_of_the_council(desk: Desk) -> None:
    seen = {user.username: may_see_votes(user) for user in (desk.principal, desk.clerk, desk.cast.staff)}

    assert seen == {"minh": True, "thu": False, "an": False}


def test_without_a_counted_vote_nothing_is_said(desk: Desk) -> None:
    assert votes_on(desk.all) == {}
    assert [line.vote for line in lines_of(desk.draft(), with_votes=True)] == ["", ""]
