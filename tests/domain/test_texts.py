"""What people lay down in words: the terms of a movement, the page of a practice."""

from dataclasses import asdict
from datetime import date

import pytest

from lantoa.domain.movements import Terms
from lantoa.domain.practices import PracticeText


def test_the_terms_of_a_movement_need_no_day_for_pledges() -> None:
    terms = Terms("Dạy tốt, học tốt", "thematic", "Đổi mới", "10 mô hình", date(2026, 1, 1), date(2026, 12, 31))

    assert (terms.pledges_due, terms.until.year) == (None, 2026)


def test_a_practice_needs_what_was_done_and_what_came_of_it() -> None:
    with pytest.raises(TypeError, match="result"):
        PracticeText(title="Trả bài trong bảy ngày", problem="Trả bài sau một tháng", done="Bảng mã lỗi")  # type: ignore[call-arg]

    text = PracticeText(title="Trả bài", problem="Chậm", done="Bảng mã lỗi", result="Còn 6 ngày")
    assert [name for name, words in asdict(text).items() if not words] == ["resources", "risks", "learning"]
