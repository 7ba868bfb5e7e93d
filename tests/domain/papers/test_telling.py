"""Texts cut to what a story has room for."""

import pytest

from lantoa.domain.papers.telling import abridged, short, without


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (9, ("một hai ba", "bốn năm")),
        (5, ("một hai ba", "bốn năm")),
        (4, ("một hai ba", "bốn…")),
        (3, ("một hai ba …",)),
        (2, ("một hai…",)),
    ],
)
def test_whole_paragraphs_are_kept_as_long_as_there_is_room(most: int, kept: tuple[str, ...]) -> None:
    assert abridged(("một hai ba", "bốn năm"), most) == kept


def test_sections_that_stand_elsewhere_are_left_out_of_a_report() -> None:
    report = ("Lời dẫn", "1. Sơ lược", "- Bình", "2. Việc đã làm", "- Mở lớp", "- (viết)", "3. Nổi bật", "- (viết)")

    assert without(report, {"Sơ lược"}, "(viết)") == ("Lời dẫn", "Việc đã làm:", "- Mở lớp")


def test_a_text_of_several_lines_is_put_into_one() -> None:
    assert short("Một  hai\n\nba bốn", 3) == "Một hai ba…"
