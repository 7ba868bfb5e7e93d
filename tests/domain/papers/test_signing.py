"""Who signs is read from how it was typed."""

import pytest

from lantoa.domain.papers.signing import Signing, signing


@pytest.mark.parametrize(
    ("written", "signed"),
    [
        ("Hiệu trưởng Lê Văn Minh", Signing("", "HIỆU TRƯỞNG", "Lê Văn Minh")),
        ("hiệu trưởng  Lê Văn Minh", Signing("", "HIỆU TRƯỞNG", "Lê Văn Minh")),
        ("Lê Văn Minh", Signing("", "HIỆU TRƯỞNG", "Lê Văn Minh")),
        ("Phó Hiệu trưởng Trần Văn Nam", Signing("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Trần Văn Nam")),
        ("", Signing("", "HIỆU TRƯỞNG", "")),
    ],
)
def test_the_position_stands_above_the_name(written: str, signed: Signing) -> None:
    assert signing(written, "Hiệu trưởng") == signed
