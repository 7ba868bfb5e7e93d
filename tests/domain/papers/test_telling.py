"""Texts cut to what a story has room for."""

import pytest

from lantoa.domain.papers.telling import abridged, without


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
