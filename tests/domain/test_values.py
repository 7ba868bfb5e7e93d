"""What is typed goes on as values: alike when they say the same, never changed on their way."""

from dataclasses import FrozenInstanceError, fields
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lantoa.domain.complaints import Conclusion, OnPaper, Telling
from lantoa.domain.council import CouncilTerm, MeetingTerms, Noted
from lantoa.domain.ministry import Answer, Verdict, Wording

DAY = date(2026, 1, 15)
VALUES: dict[type[Any], tuple[Any, ...]] = {
    Telling: ("Quyết định sai", "Xem xét lại"),
    OnPaper: ("Nguyễn Văn An", DAY),
    Conclusion: ("upheld", "Có cơ sở", "Chấp nhận khiếu nại"),
    Wording: ("Tờ trình về việc công nhận", "Kính trình"),
    Verdict: (True,),
    CouncilTerm: ("Hội đồng Trường", "31/QĐ-CĐLSL", DAY, DAY),
    MeetingTerms: ("Phiên họp thứ nhất", "ke-hoach", datetime(2026, 1, 15, 2, 0, tzinfo=UTC), "Phòng họp A1"),
    Noted: ("present",),
    Answer: ("7/QĐ-BTP", DAY, {1: Verdict(is_recognised=True)}),
}


@pytest.mark.parametrize("kind", VALUES)
def test_two_that_say_the_same_are_alike(kind: type[Any]) -> None:
    assert kind(*VALUES[kind]) == kind(*VALUES[kind])


@pytest.mark.parametrize("kind", VALUES)
def test_what_was_said_is_not_changed_on_its_way(kind: type[Any]) -> None:
    value = kind(*VALUES[kind])

    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, "khác")


def test_what_is_left_out_says_nothing() -> None:
    assert (Telling("Sai", "Sửa").contact, Conclusion("dismissed", "Không", "Bác").ground) == ("", "")
    assert (Wording("Tờ trình", "").dated, Verdict(is_recognised=False).reason) == (None, "")
    assert (CouncilTerm("Hội đồng", "31", DAY, DAY).until, Noted("excused").reason) == (None, "")
