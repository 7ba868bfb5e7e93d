"""Sealed polls: what is kept, what is destroyed, and everything that is refused without leaving a trace."""

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.council.actions.polls import counting, opinions, preparing
from lantoa.council.actions.polls.refusals import (
    BallotDamaged,
    BallotIncomplete,
    CannotVoteHere,
    KeysMissing,
    NoCasesChosen,
    NotAbsent,
    NotATeller,
    NotOnTheRoll,
    TooFewVoters,
    TooLateToWrite,
    WrongKey,
)
from lantoa.council.actions.polls.voting import cast_ballot
from lantoa.council.models import CouncilMember, Poll, SealedBallot, Teller, Voter
from lantoa.council.queries.polls.results import results
from lantoa.domain.ballot import Choice, Count
from lantoa.domain.stages import WrongStage
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast
from tests.council.chamber import A, B, Chamber, F, ballot_of, interest, opened, prepared, seat, totals, vote


def everybody_votes(poll: Poll, chamber: Chamber) -> None:
    for place, user in enumerate(chamber.users):
        vote(poll, user, F, [F, A, B][place % 3])


def test_the_count_writes_totals_and_destroys_ballots_and_keys(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    everybody_votes(poll, chamber)

    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    poll.refresh_from_db()
    assert totals(poll) == {1: (9, 0, 0, 0), 2: (3, 3, 3, 0)}
    assert (poll.stage, poll.issued, poll.returned) == ("counted", 9, 9)
    assert (SealedBallot.objects.count(), Teller.objects.exclude(public_key=None).count()) == (0, 0)


def test_a_result_says_share_base_and_threshold(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    everybody_votes(poll, chamber)
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    first, second = results(chamber.meeting)

    assert first.last is not None
    assert first.last.result.words == "9/9 (100,00%); cần trên 50% tổng số thành viên (5 phiếu): đạt"
    assert second.last is not None
    assert second.last.result.words == "3/9 (33,33%); cần trên 50% tổng số thành viên (5 phiếu): chưa đạt, hoà phiếu"


def test_before_the_count_there_is_no_total_anywhere(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)
    everybody_votes(poll, chamber)

    assert totals(poll) == {1: (None,) * 4, 2: (None,) * 4}
    assert [one.votes for one in results(chamber.meeting)] == [(), ()]


def test_a_receipt_is_among_those_that_were_counted(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    mine = vote(poll, chamber.users[0], F, F)
    others = [vote(poll, user, A, A) for user in chamber.users[1:]]

    counted = counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    assert counted.receipts == sorted([mine, *others])


def test_a_second_ballot_before_the_count_is_kept_as_a_version_and_only_the_last_counts(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    early = vote(poll, chamber.users[0], A, A)
    late = vote(poll, chamber.users[0], F, F)

    assert list(SealedBallot.objects.order_by("version").values_list("version", "receipt")) == [(1, early), (2, late)]
    counted = counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    assert (totals(poll)[1], counted.receipts, counted.returned) == ((1, 0, 0, 0), [late], 1)


def test_after_the_count_no_ballot_is_taken(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    ballot = ballot_of(poll, chamber.users[0])
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)
    before = Event.objects.count()

    with pytest.raises(WrongStage, match="hiện đang ở bước «đã kiểm phiếu»"):
        vote(poll, chamber.users[0], F, F)

    assert (len(ballot), SealedBallot.objects.count(), Event.objects.count()) == (2, 0, before)


def test_a_vote_on_a_case_that_one_has_an_interest_in_is_not_asked_for_and_not_taken(chamber: Chamber) -> None:
    interest(chamber.cases[0], chamber.members[3], chamber.officer)
    poll, keys = opened(chamber)
    both = list(poll.cases.values_list("pk", flat=True))

    with pytest.raises(BallotIncomplete):
        give(poll, chamber.users[3], dict.fromkeys(both, F))
    for user in chamber.users:
        vote(poll, user, *[F] * len(ballot_of(poll, user)))
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    first, second = poll.cases.order_by("order")
    assert [(one.voters, one.base, one.votes_for) for one in (first, second)] == [(8, 8, 8), (9, 9, 9)]


def give(poll: Poll, user: User, choices: dict[int, Choice]) -> None:
    cast_ballot(poll=poll, choices=choices, by=user, at=NOW)


def test_every_case_wants_a_choice(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)
    first, _second = ballot_of(poll, chamber.users[0])

    with pytest.raises(BallotIncomplete, match="không bỏ sót"):
        give(poll, chamber.users[0], {first: F})

    assert Voter.objects.filter(has_voted=True).count() == 0


def test_who_has_an_interest_in_every_case_has_no_ballot(chamber: Chamber) -> None:
    for case in chamber.cases:
        interest(case, chamber.members[3], chamber.officer)
    poll, _keys = opened(chamber)

    with pytest.raises(NotOnTheRoll):
        give(poll, chamber.users[3], {})

    assert poll.issued == 8


def test_who_is_absent_has_no_ballot(cast: Cast) -> None:
    chamber = seat(cast, absent=2)
    poll, _keys = opened(chamber)

    with pytest.raises(NotOnTheRoll):
        give(poll, chamber.users[8], dict.fromkeys(ballot_of(poll, chamber.users[8]), F))


def test_an_officer_who_is_no_member_has_no_vote(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)

    with pytest.raises(NotAllowed, match="Việc bỏ phiếu tại Hội đồng thuộc về"):
        give(poll, chamber.officer, dict.fromkeys(ballot_of(poll, chamber.officer), F))


def test_both_keys_are_needed_before_the_poll_opens(chamber: Chamber) -> None:
    poll = prepared(chamber)
    preparing.make_key(poll=poll, by=chamber.tellers[0], at=NOW)

    with pytest.raises(KeysMissing, match="kiemphieu"):
        preparing.open_poll(poll=poll, by=chamber.officer, at=NOW)


def test_a_new_key_replaces_the_old_one_until_the_poll_opens(chamber: Chamber) -> None:
    poll = prepared(chamber)
    lost = preparing.make_key(poll=poll, by=chamber.tellers[0], at=NOW)
    first, second = [preparing.make_key(poll=poll, by=teller, at=NOW) for teller in chamber.tellers]
    preparing.open_poll(poll=poll, by=chamber.officer, at=NOW)
    vote(poll, chamber.users[0], F, F)

    with pytest.raises(WrongKey):
        counting.open_ballots(poll=poll, keys=[lost, second], by=chamber.tellers[0], at=NOW)
    counting.open_ballots(poll=poll, keys=[first, second], by=chamber.tellers[0], at=NOW)

    assert totals(poll)[1] == (1, 0, 0, 0)


def test_no_key_is_made_for_an_open_poll(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)

    with pytest.raises(WrongStage):
        preparing.make_key(poll=poll, by=chamber.tellers[0], at=NOW)


def test_the_private_key_is_kept_nowhere(chamber: Chamber) -> None:
    poll = prepared(chamber)

    key = preparing.make_key(poll=poll, by=chamber.tellers[0], at=NOW)

    kept = bytes(Teller.objects.get(place=1).public_key or b"")
    assert (len(kept), key.encode() in kept) == (32, False)
    assert [event.details for event in Event.objects.filter(deed="poll_key_made")] == [
        {"meeting": chamber.meeting.pk, "place": 1}
    ]


@pytest.mark.parametrize("wrong", ["", "AAAA", "khoá không đúng", "swapped"])
def test_a_wrong_key_opens_nothing_and_leaves_nothing_behind(chamber: Chamber, wrong: str) -> None:
    poll, keys = opened(chamber)
    everybody_votes(poll, chamber)
    given = keys[::-1] if wrong == "swapped" else [keys[0], wrong]
    before = Event.objects.count()

    with pytest.raises(WrongKey, match="chưa ghi gì vào sổ"):
        counting.open_ballots(poll=poll, keys=given, by=chamber.tellers[0], at=NOW)

    poll.refresh_from_db()
    assert (poll.stage, SealedBallot.objects.count(), Event.objects.count()) == ("open", 9, before)


def test_a_key_is_read_in_any_case_and_grouping(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    vote(poll, chamber.users[0], F, F)

    typed = [keys[0].lower().replace("-", " "), keys[1].replace("-", "")]
    counting.open_ballots(poll=poll, keys=typed, by=chamber.tellers[0], at=NOW)

    assert totals(poll)[1] == (1, 0, 0, 0)


def test_only_a_teller_opens_the_box(chamber: Chamber) -> None:
    poll, keys = opened(chamber)

    with pytest.raises(NotATeller):
        counting.open_ballots(poll=poll, keys=keys, by=chamber.officer, at=NOW)
    with pytest.raises(NotATeller):
        preparing.make_key(poll=prepared_again(chamber, poll), by=chamber.officer, at=NOW)


def prepared_again(chamber: Chamber, poll: Poll) -> Poll:
    preparing.void(poll=poll, reason="Làm lại", by=chamber.officer, at=NOW)
    return prepared(chamber)


@pytest.mark.parametrize("attack", ["copied", "damaged", "forged"])
def test_a_ballot_that_its_voter_did_not_seal_stops_the_count(chamber: Chamber, attack: str) -> None:
    """Whoever has the database might copy one ballot over another to see the totals move; the count refuses."""
    poll, keys = opened(chamber)
    everybody_votes(poll, chamber)
    first, second = SealedBallot.objects.order_by("pk")[:2]
    sealed = bytes(first.sealed)
    second.sealed = {"copied": sealed, "damaged": bytes(second.sealed)[:-1] + b"x", "forged": b"x" * len(sealed)}[
        attack
    ]
    second.save()

    with pytest.raises(BallotDamaged, match="Có 1 phiếu trong hòm không còn nguyên"):
        counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    poll.refresh_from_db()
    assert (poll.stage, totals(poll)[1]) == ("open", (None,) * 4)


def test_a_void_poll_destroys_ballots_and_keys_and_counts_for_nothing(chamber: Chamber) -> None:
    poll, _keys = opened(chamber)
    everybody_votes(poll, chamber)

    preparing.void(poll=poll, reason="Mất điện", by=chamber.officer, at=NOW)

    poll.refresh_from_db()
    assert (poll.stage, poll.reason, SealedBallot.objects.count()) == ("void", "Mất điện", 0)
    assert Teller.objects.exclude(public_key=None).count() == 0
    assert prepared(chamber).number == 2


@pytest.mark.parametrize("lack", ["account", "role", "activity"])
def test_a_member_who_cannot_vote_here_is_named_before_the_box_opens(chamber: Chamber, lack: str) -> None:
    user = chamber.users[5]
    if lack == "account":
        user.person = None
    elif lack == "activity":
        user.is_active = False
    else:
        user.grants.all().delete()
    user.save()

    with pytest.raises(CannotVoteHere, match="trên máy: Uỷ viên Thứ 5\\."):
        opened(chamber)


def test_tellers_and_voters_are_told_what_is_asked_of_them(chamber: Chamber) -> None:
    interest(chamber.cases[0], chamber.members[3], chamber.officer)
    poll, _keys = opened(chamber)

    told = {
        key: {one.user.username for one in Notice.objects.filter(key=f"poll:{poll.pk}:{key}")}
        for key in ("key", "open")
    }
    assert told == {"key": {"uv2", "kiemphieu"}, "open": {f"uv{place}" for place in range(9)}}
    assert set(Notice.objects.values_list("address", flat=True)) == {
        f"/hoi-dong/{chamber.meeting.pk}/bo-phieu/1/khoa/",
        f"/hoi-dong/{chamber.meeting.pk}/bo-phieu/1/phieu/",
    }


def test_with_two_voters_a_sealed_ballot_would_not_be_secret(cast: Cast) -> None:
    chamber = seat(cast, size=3)
    interest(chamber.cases[1], chamber.members[2], chamber.officer)

    with pytest.raises(TooFewVoters, match="Người Được Xét 1"):
        opened(chamber)

    assert Voter.objects.count() == 0


def write(chamber: Chamber, member: CouncilMember, choice: Choice) -> None:
    choices = {chamber.cases[0].pk: choice}
    opinions.note_opinions(meeting=chamber.meeting, member=member, choices=choices, by=chamber.officer, at=NOW)


def test_the_written_opinion_of_an_absent_member_counts_and_is_told_apart(cast: Cast) -> None:
    chamber = seat(cast, absent=2)
    away, gone = chamber.members[7:]
    write(chamber, away, A)
    write(chamber, away, F)
    poll, keys = opened(chamber)
    write(chamber, gone, A)
    for user in chamber.users[:7]:
        vote(poll, user, F, F)

    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    vote_on = results(chamber.meeting)[0].last
    assert vote_on is not None
    assert (vote_on.ballots, vote_on.written) == (Count(7), Count(1, 1))
    assert vote_on.result.words.startswith("8/9")


def test_a_written_opinion_comes_before_any_total(cast: Cast) -> None:
    chamber = seat(cast, absent=2)
    poll, keys = opened(chamber)
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    with pytest.raises(TooLateToWrite):
        write(chamber, chamber.members[8], F)


@pytest.mark.parametrize("who", [0, 8])
def test_a_written_opinion_is_for_the_absent_without_an_interest(cast: Cast, who: int) -> None:
    chamber = seat(cast, absent=2)
    interest(chamber.cases[0], chamber.members[8], chamber.officer)

    with pytest.raises(NotAbsent):
        write(chamber, chamber.members[who], F)


def test_a_written_opinion_is_about_cases_of_the_meeting(cast: Cast) -> None:
    chamber = seat(cast, absent=2)
    away = chamber.members[8]

    with pytest.raises(NoCasesChosen):
        opinions.note_opinions(meeting=chamber.meeting, member=away, choices={}, by=chamber.officer, at=NOW)
    with pytest.raises(NoCasesChosen):
        opinions.note_opinions(meeting=chamber.meeting, member=away, choices={0: F}, by=chamber.officer, at=NOW)


def test_the_log_says_who_voted_when_and_never_what(chamber: Chamber) -> None:
    poll, keys = opened(chamber)
    everybody_votes(poll, chamber)
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    assert [event.details for event in Event.objects.filter(deed="ballot_cast")] == [
        {"meeting": chamber.meeting.pk, "version": 1}
    ] * 9
