"""Voting: bases, thresholds and counts, by example and for every council there could be."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.ballot import (
    Choice,
    Count,
    Mode,
    Result,
    Roll,
    count_of,
    disagreements,
    is_quorate,
    needed,
)
from lantoa.domain.procedure import Base, Threshold

MAJORITY = Threshold(Fraction(1, 2), True, Base.ALL_MEMBERS, "Hội đồng", "Quy chế")
FOUR_FIFTHS = Threshold(Fraction(4, 5), False, Base.ALL_MEMBERS, "Chính phủ", "NĐ thử", date(2024, 1, 1))
TWO_THIRDS = Threshold(Fraction(2, 3), False, Base.ALL_MEMBERS, "Hội đồng", "Quy chế")

people = st.frozensets(st.integers(1, 30))
shares = st.fractions(0, 1, max_denominator=100)
thresholds = st.builds(Threshold, shares, st.booleans(), st.sampled_from(Base), st.just("Hội đồng"), st.just("Quy chế"))
rolls = st.builds(Roll, people, people, people, people)
counts = st.builds(Count, *[st.integers(0, 40)] * 4)


@pytest.mark.parametrize(
    ("threshold", "base", "votes"),
    [
        (MAJORITY, 9, 5),
        (MAJORITY, 10, 6),
        (FOUR_FIFTHS, 10, 8),
        (FOUR_FIFTHS, 9, 8),
        (FOUR_FIFTHS, 11, 9),
        (TWO_THIRDS, 9, 6),
        (TWO_THIRDS, 10, 7),
        (FOUR_FIFTHS, 0, 1),
    ],
)
def test_the_fewest_votes_that_are_enough(threshold: Threshold, base: int, votes: int) -> None:
    assert needed(threshold, base) == votes


@given(thresholds, st.integers(1, 200))
def test_one_vote_fewer_would_not_be_enough(threshold: Threshold, base: int) -> None:
    enough = needed(threshold, base)

    def satisfies(votes: int) -> bool:
        share = Fraction(votes, base)
        return votes > 0 and (share > threshold.share if threshold.strictly else share >= threshold.share)

    assert satisfies(enough)
    assert not satisfies(enough - 1)


@given(thresholds, st.integers(0, 200))
def test_a_larger_base_never_needs_fewer_votes(threshold: Threshold, base: int) -> None:
    assert needed(threshold, base) <= needed(threshold, base + 1)


@pytest.mark.parametrize(("present", "quorate"), [(5, False), (6, True), (9, True)])
def test_a_meeting_of_nine_is_quorate_with_two_thirds(present: int, *, quorate: bool) -> None:
    assert is_quorate(TWO_THIRDS, members=9, present=present) is quorate


def test_who_has_an_interest_neither_votes_nor_counts_in_the_base() -> None:
    roll = Roll(frozenset(range(1, 10)), frozenset(range(1, 8)), written=frozenset({8}), barred=frozenset({1}))

    assert roll.voters == {2, 3, 4, 5, 6, 7}
    assert roll.writers == {8}
    assert [roll.base(base, conflict_leaves_base=True) for base in Base] == [8, 7]
    assert [roll.base(base, conflict_leaves_base=False) for base in Base] == [9, 8]


@given(rolls, st.sampled_from(Base), st.booleans())
def test_nobody_votes_who_does_not_count_in_the_base(roll: Roll, of: Base, leaves: bool) -> None:  # noqa: FBT001 - drawn
    assert len(roll.voters | roll.writers) <= roll.base(of, conflict_leaves_base=leaves)


@given(rolls)
def test_nobody_votes_twice_and_nobody_with_an_interest(roll: Roll) -> None:
    assert roll.voters & roll.writers == frozenset()
    assert (roll.voters | roll.writers) & roll.barred == frozenset()


@given(rolls, st.sampled_from(Base), st.integers(1, 30))
def test_an_interest_more_never_enlarges_the_base(roll: Roll, of: Base, member: int) -> None:
    more = Roll(roll.members, roll.present, roll.written, roll.barred | {member})

    assert more.base(of, conflict_leaves_base=True) <= roll.base(of, conflict_leaves_base=True)
    assert more.base(of, conflict_leaves_base=False) == roll.base(of, conflict_leaves_base=False)


@given(counts, thresholds, st.integers(0, 40))
def test_a_vote_more_for_it_never_turns_a_pass_into_a_fail(count: Count, threshold: Threshold, base: int) -> None:
    before, after = Result(count, base, threshold), Result(count + Count(votes_for=1), base, threshold)

    assert after.passed or not before.passed


@given(counts, thresholds, st.integers(0, 40))
def test_without_a_vote_for_it_nothing_passes(count: Count, threshold: Threshold, base: int) -> None:
    silent = Count(0, count.votes_against, count.votes_blank, count.votes_invalid)

    assert not Result(silent, base, threshold).passed


@given(st.lists(st.sampled_from(Choice)), st.lists(st.sampled_from(Choice)))
def test_counting_together_is_counting_apart_and_adding(first: list[Choice], second: list[Choice]) -> None:
    assert count_of(first + second) == count_of(first) + count_of(second)
    assert count_of(first).total == len(first)


@given(st.lists(st.sampled_from(Choice)), st.randoms())
def test_the_order_of_the_ballots_says_nothing(ballots: list[Choice], random: Random) -> None:
    shuffled = list(ballots)
    random.shuffle(shuffled)

    assert count_of(shuffled) == count_of(ballots)


def test_a_tie_is_no_majority() -> None:
    result = Result(Count(4, 4), 8, MAJORITY)

    assert (result.tied, result.passed) == (True, False)
    assert result.words == "4/8 (50,00%); cần trên 50% tổng số thành viên (5 phiếu): chưa đạt, hoà phiếu"


def test_absent_members_are_in_the_base_of_a_title() -> None:
    result = Result(Count(7), 9, FOUR_FIFTHS)

    assert result.words == "7/9 (77,77%); cần từ 80% tổng số thành viên trở lên (8 phiếu): chưa đạt"


def test_a_share_is_cut_off_so_that_it_never_seems_reached() -> None:
    nearly = Result(Count(79_999), 100_000, FOUR_FIFTHS)

    assert (nearly.share_words, nearly.passed) == ("79,99%", False)


def test_everybody_with_an_interest_leaves_nothing_to_decide() -> None:
    result = Result(Count(), 0, FOUR_FIFTHS)

    assert (result.share_words, result.passed, result.tied) == ("0,00%", False, False)


def test_a_pass_is_told_in_words() -> None:
    assert Result(Count(8, 1), 9, FOUR_FIFTHS).words == (
        "8/9 (88,88%); cần từ 80% tổng số thành viên trở lên (8 phiếu): đạt"
    )


def test_tellers_who_disagree_are_told_on_which_cases() -> None:
    first = {1: Count(5, 2), 2: Count(7), 3: Count(6, 1)}
    second = {1: Count(5, 2), 2: Count(6, 1)}

    assert disagreements(first, second) == [2, 3]
    assert disagreements(first, first) == []


def test_a_show_of_hands_is_the_only_open_way() -> None:
    assert {mode.label: mode.is_secret for mode in Mode} == {
        "bỏ phiếu kín trên máy": True,
        "bỏ phiếu kín bằng phiếu in": True,
        "biểu quyết giơ tay": False,
    }


def test_every_choice_has_its_words() -> None:
    assert [choice.label for choice in Choice] == ["đồng ý", "không đồng ý", "không ý kiến"]
