"""The aim of a nurture plan survives being written into a form and read back."""

import pytest

from lantoa.domain.nurture import Aim


def test_an_aim_is_read_as_it_was_written() -> None:
    aim = Aim("nganh-tu-phap-2026-2030", "school-annual", 2027)

    assert Aim.read(str(aim)) == aim


@pytest.mark.parametrize("text", ["", "a/b", "a/b/c", "a/b/2026/d"])
def test_anything_else_is_no_aim(text: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|invalid literal"):
        Aim.read(text)
