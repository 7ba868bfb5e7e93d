"""Voting: who votes and who counts in the base, what a threshold needs, what a count means (law.md section 4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from lantoa.domain.procedure import Base, Threshold


class Mode(StrEnum):
    """How the ballots are given."""

    SEALED = "sealed"
    PAPER = "paper"
    HANDS = "hands"

    @property
    def label(self) -> str:
        return {
            Mode.SEALED: "bỏ phiếu kín trên máy",
            Mode.PAPER: "bỏ phiếu kín bằng phiếu in",
            Mode.HANDS: "biểu quyết giơ tay",
        }[self]

    @property
    def is_secret(self) -> bool:
        return self is not Mode.HANDS


class Choice(StrEnum):
    """What one says about a case."""

    FOR = "for"
    AGAINST = "against"
    BLANK = "blank"

    @property
    def label(self) -> str:
        return {Choice.FOR: "đồng ý", Choice.AGAINST: "không đồng ý", Choice.BLANK: "không ý kiến"}[self]


@dataclass(frozen=True, slots=True)
class Count:
    """The votes on one case."""

    votes_for: int = 0
    votes_against: int = 0
    votes_blank: int = 0
    votes_invalid: int = 0

    @property
    def total(self) -> int:
        return self.votes_for + self.votes_against + self.votes_blank + self.votes_invalid

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.votes_for + other.votes_for,
            self.votes_against + other.votes_against,
            self.votes_blank + other.votes_blank,
            self.votes_invalid + other.votes_invalid,
        )


def count_of(choices: Iterable[Choice]) -> Count:
    given = list(choices)
    return Count(given.count(Choice.FOR), given.count(Choice.AGAINST), given.count(Choice.BLANK))


@dataclass(frozen=True, slots=True)
class Roll:
    """The members for one case: all who sit, who is there, whose written opinion is in, who has an interest."""

    members: frozenset[int]
    present: frozenset[int]
    written: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()

    @property
    def voters(self) -> frozenset[int]:
        """Who is given a ballot: an interest in the case takes the vote away whatever the base is."""
        return self.present & self.members - self.barred

    @property
    def writers(self) -> frozenset[int]:
        """Whose written opinion counts: an absent member's without interest."""
        return self.written & self.members - self.present - self.barred

    def base(self, of: Base, *, conflict_leaves_base: bool) -> int:
        """How many the share is counted of; «present» means all who take part, written opinions among them."""
        counted = self.members if of is Base.ALL_MEMBERS else (self.present | self.written) & self.members
        return len(counted - self.barred if conflict_leaves_base else counted)


def needed(threshold: Threshold, base: int) -> int:
    """The fewest votes that satisfy the threshold; never none."""
    exact = threshold.share * base
    return max(1, floor(exact) + 1 if threshold.strictly else ceil(exact))


def is_quorate(quorum: Threshold, *, members: int, present: int) -> bool:
    return present >= needed(quorum, members)


@dataclass(frozen=True, slots=True)
class Result:
    """What a count means: ballots and written opinions together, against the threshold of the base."""

    count: Count
    base: int
    threshold: Threshold

    @property
    def needed(self) -> int:
        return needed(self.threshold, self.base)

    @property
    def approval_share(self) -> Fraction:
        return Fraction(self.count.votes_for, self.base) if self.base else Fraction(0)

    @property
    def passed(self) -> bool:
        return self.count.votes_for >= self.needed

    @property
    def tied(self) -> bool:
        return self.count.votes_for == self.count.votes_against > 0

    @property
    def share_words(self) -> str:
        """Cut off, not rounded: a share never looks as if it reached what it did not reach."""
        hundredths = floor(self.approval_share * 10_000)
        return f"{hundredths / 100:.2f}%".replace(".", ",")

    @property
    def words(self) -> str:
        """Like «7/9 (77,77%); cần từ 80% tổng số thành viên trở lên (8 phiếu): chưa đạt»."""
        verdict = "đạt" if self.passed else "chưa đạt, hoà phiếu" if self.tied else "chưa đạt"
        return (
            f"{self.count.votes_for}/{self.base} ({self.share_words}); "
            f"cần {self.threshold.words} ({self.needed} phiếu): {verdict}"
        )


def disagreements(first: Mapping[int, Count], second: Mapping[int, Count]) -> list[int]:
    """The cases on which two tellers counted differently, or which one of them left out."""
    return sorted(case for case in first.keys() | second.keys() if first.get(case) != second.get(case))
