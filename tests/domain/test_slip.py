"""The slip that is sealed: it reads back, has one length, and is nobody else's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.ballot import Choice
from lantoa.domain.slip import BadSlip, read, write

choices = st.lists(st.none() | st.sampled_from(Choice), max_size=60)
numbers = st.integers(1, 2**63 - 1)


@given(numbers, numbers, choices)
def test_what_was_written_reads_back(poll: int, voter: int, given: list[Choice | None]) -> None:
    assert read(write(poll, voter, given), poll=poll, voter=voter, cases=len(given)) == given


@given(numbers, numbers, choices, st.data())
def test_every_slip_of_a_poll_has_one_length(
    poll: int, voter: int, given: list[Choice | None], data: st.DataObject
) -> None:
    other = data.draw(st.lists(st.none() | st.sampled_from(Choice), min_size=len(given), max_size=len(given)))

    assert len(write(poll, voter, given)) == len(write(poll, data.draw(numbers), other))


@pytest.mark.parametrize(
    "slip",
    [
        write(7, 2, [Choice.FOR]),
        write(8, 1, [Choice.FOR]),
        write(7, 1, []),
        write(7, 1, [Choice.FOR, Choice.FOR]),
        write(7, 1, [])[:-1] + b"x" + bytes([1]),
        write(7, 1, []) + b"z",
        b"",
    ],
    ids=["another voter", "another poll", "too short", "too long", "damaged head", "unknown mark", "nothing"],
)
def test_a_slip_that_is_not_this_voters_is_refused(slip: bytes) -> None:
    with pytest.raises(BadSlip):
        read(slip, poll=7, voter=1, cases=1)
