"""The slip that is sealed: poll, voter and a choice for each case, always of one length so that it tells nothing."""

from collections.abc import Sequence

from lantoa.domain.ballot import Choice

NUMBER_BYTES = 8
MARKS: dict[Choice | None, int] = {None: 0, Choice.FOR: 1, Choice.AGAINST: 2, Choice.BLANK: 3}
CHOICES = {mark: choice for choice, mark in MARKS.items()}


class BadSlip(ValueError):
    """Not a slip of this poll and voter: damaged, or copied from another's envelope."""


def write(poll: int, voter: int, choices: Sequence[Choice | None]) -> bytes:
    """One byte a case, nothing where an interest takes the vote away."""
    head = poll.to_bytes(NUMBER_BYTES) + voter.to_bytes(NUMBER_BYTES)
    return head + bytes(MARKS[choice] for choice in choices)


def read(slip: bytes, *, poll: int, voter: int, cases: int) -> list[Choice | None]:
    """The choices in the order of the cases; BadSlip when it is another's, or no slip at all."""
    head, marks = slip[: 2 * NUMBER_BYTES], slip[2 * NUMBER_BYTES :]
    if head != write(poll, voter, []) or len(marks) != cases or not set(marks) <= CHOICES.keys():
        raise BadSlip
    return [CHOICES[mark] for mark in marks]
