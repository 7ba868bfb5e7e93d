"""A unit's meeting: who was there, what was counted, and when that is enough."""

from fractions import Fraction

import pytest

from lantoa import plans
from lantoa.domain.procedure import Base, Threshold, read_procedure
from lantoa.domain.reading import BadFile, parse
from lantoa.domain.unit_meetings import Count, Notes, Seat, reaches
from tests.domain.test_procedure import GOOD, TIERS

SETTINGS = """
[unit_meeting]
quorum = { share = "2/3", base = "all_members", set_by = "Hội đồng", source = "Quy chế" }
approval = { share = "1/2", strictly = true, base = "present", set_by = "Hội đồng", source = "Quy chế" }
"""


def share(of: Base, *, strictly: bool) -> Threshold:
    return Threshold(Fraction(1, 2), strictly, of, "Hội đồng", "Quy chế")


def test_an_edition_says_how_many_must_come_and_how_many_must_agree() -> None:
    read = read_procedure(parse(SETTINGS + GOOD, "thu.toml"), TIERS, ["G3"])

    assert read.unit_quorum is not None
    assert read.unit_approval is not None
    assert (read.unit_quorum.words, read.unit_approval.words) == (
        "từ 2/3 tổng số thành viên trở lên",
        "trên 50% số thành viên có mặt",
    )


def test_an_edition_may_leave_both_to_the_unit() -> None:
    read = read_procedure(parse(GOOD, "thu.toml"), TIERS, ["G3"])

    assert (read.unit_quorum, read.unit_approval) == (None, None)


def test_a_misspelt_setting_is_refused() -> None:
    with pytest.raises(BadFile, match=r"«unit_meeting\.quorums»"):
        read_procedure(parse(SETTINGS + "quorums = 2\n" + GOOD, "thu.toml"), TIERS, ["G3"])


@pytest.mark.parametrize("code", plans.codes())
def test_the_shipped_editions_set_both_and_say_who_did(code: str) -> None:
    procedure = plans.load(code).procedure

    assert procedure.unit_quorum is not None
    assert procedure.unit_approval is not None
    assert procedure.unit_quorum.set_by == procedure.unit_approval.set_by == "Hội đồng Thi đua - Khen thưởng Trường"


def test_who_has_a_reason_is_absent() -> None:
    notes = Notes(seats=(Seat(1), Seat(2, "nghỉ ốm"), Seat(3)))

    assert (notes.members, notes.present) == (3, 2)


def test_votes_add_up_once_all_are_counted() -> None:
    assert [Count(1, 5, 2, 1).total, Count(1, 5).total, Count(1).total] == [8, None, None]


@pytest.mark.parametrize(
    ("threshold", "votes", "enough"),
    [
        (share(Base.ALL_MEMBERS, strictly=False), 5, True),
        (share(Base.ALL_MEMBERS, strictly=True), 5, False),
        (share(Base.ALL_MEMBERS, strictly=True), 6, True),
        (share(Base.PRESENT, strictly=False), 4, True),
        (share(Base.PRESENT, strictly=False), 3, False),
    ],
)
def test_a_share_is_of_all_ten_members_or_of_the_eight_present(
    threshold: Threshold, votes: int, *, enough: bool
) -> None:
    assert reaches(threshold, votes, members=10, present=8) is enough


def test_of_nobody_nothing_is_reached() -> None:
    assert not reaches(share(Base.PRESENT, strictly=False), 0, members=3, present=0)
