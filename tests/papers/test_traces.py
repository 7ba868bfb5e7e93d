"""What a phone writes into a picture stays with the phone."""

import pytest

from lantoa.papers.contents import JPEG, PDF, PNG, WEBP, Content, FileRefused
from lantoa.papers.traces import without_traces
from tests.papers.pictures import PLACE, jpeg, png, webp

PICTURES = [(jpeg(), JPEG), (png(), PNG), (webp(), WEBP)]


@pytest.mark.parametrize(("data", "content"), PICTURES)
def test_nothing_says_where_a_picture_was_taken(data: bytes, content: Content) -> None:
    cleaned = without_traces(data, content)

    assert (PLACE in cleaned, b"pixel" in cleaned) == (False, True)


def test_a_picture_stays_the_way_up_it_was_taken() -> None:
    cleaned = without_traces(jpeg(orientation=6), JPEG)

    exif = "45786966 0000 4d4d002a 00000008 0001 0112 0003 00000001 0006 0000 00000000"
    assert cleaned[6:38] == bytes.fromhex(exif)


def test_cleaning_again_changes_nothing() -> None:
    cleaned = without_traces(jpeg(), JPEG)

    assert without_traces(cleaned, JPEG) == cleaned


def test_a_picture_held_upright_needs_no_note_and_keeps_its_colours() -> None:
    cleaned = without_traces(jpeg(orientation=1), JPEG)

    assert (b"Exif" in cleaned, b"ICC_PROFILE" in cleaned) == (False, True)


def test_a_webp_no_longer_claims_what_was_left_out() -> None:
    cleaned = without_traces(webp(), WEBP)

    assert (cleaned[20], int.from_bytes(cleaned[4:8], "little")) == (0x10, len(cleaned) - 8)


@pytest.mark.parametrize(("data", "content"), PICTURES)
def test_a_damaged_picture_is_refused(data: bytes, content: Content) -> None:
    with pytest.raises(FileRefused, match="Ảnh bị hỏng"):
        without_traces(data[:30], content)


def test_papers_are_left_as_they_are() -> None:
    assert without_traces(b"%PDF-1.7", PDF) == b"%PDF-1.7"
