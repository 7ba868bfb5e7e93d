"""Rounds: days in order, and how far a unit has come."""

from datetime import date

import pytest

from lantoa.domain.rounds import RoundTerms, UnitState, UnitWork

ORDER = ("open_on", "meet_by", "send_by")
MEET, SEND = date(2026, 12, 10), date(2026, 12, 15)


def test_days_in_order_and_days_left_out_are_in_order() -> None:
    in_order = {"open_on": date(2026, 11, 15), "meet_by": MEET, "send_by": MEET}

    assert RoundTerms("Đợt", days=in_order).disorder(ORDER) is None
    assert RoundTerms("Đợt", days={"open_on": None, "send_by": SEND}).disorder(ORDER) is None


def test_a_day_before_an_earlier_one_is_named_even_across_one_left_out() -> None:
    days = {"open_on": SEND, "meet_by": None, "send_by": MEET}

    assert RoundTerms("Đợt", days=days).disorder(ORDER) == ("open_on", "send_by")


@pytest.mark.parametrize(
    ("work", "state"),
    [
        (UnitWork(), UnitState.NOTHING),
        (UnitWork(has_notes=True), UnitState.DRAFT),
        (UnitWork(drafts=2), UnitState.DRAFT),
        (UnitWork(drafts=2, has_notes=True, has_met=True), UnitState.MET),
        (UnitWork(has_notes=True, has_met=True, says_nobody=True), UnitState.NOBODY),
        (UnitWork(drafts=1, sent=1, has_met=True), UnitState.SENT),
    ],
)
def test_the_furthest_thing_done_is_the_state(work: UnitWork, state: UnitState) -> None:
    assert work.state is state


@pytest.mark.parametrize(
    ("work", "day", "late"),
    [
        (UnitWork(), MEET, False),
        (UnitWork(drafts=1), date(2026, 12, 11), True),
        (UnitWork(has_met=True), date(2026, 12, 11), False),
        (UnitWork(has_met=True), SEND, False),
        (UnitWork(has_met=True), date(2026, 12, 16), True),
        (UnitWork(sent=1), date(2026, 12, 16), False),
        (UnitWork(has_met=True, says_nobody=True), date(2026, 12, 16), False),
    ],
)
def test_who_neither_met_nor_sent_in_time_is_late(work: UnitWork, day: date, *, late: bool) -> None:
    assert work.is_late(day, MEET, SEND) is late


def test_without_days_nobody_is_late() -> None:
    assert not UnitWork().is_late(date(2030, 1, 1), None, None)


def test_states_speak() -> None:
    assert [state.label for state in UnitState] == [
        "chưa làm",
        "đang soạn",
        "đã họp",
        "đã gửi",
        "không giới thiệu ai",
    ]
