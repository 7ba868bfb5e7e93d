"""Files are known by what is in them."""

import pytest

from lantoa.papers.contents import DOCX, JPEG, PDF, PNG, WEBP, XLSX, Content, FileRefused, recognise
from tests.papers.pictures import docx, jpeg, office, png, webp, xlsx

GOOD = [(b"%PDF-1.7\n", PDF), (jpeg(), JPEG), (png(), PNG), (webp(), WEBP), (docx(), DOCX), (xlsx(), XLSX)]
BAD = [
    (b"", "Tệp rỗng"),
    (b"<html><script>alert(1)</script>", "Chỉ nhận PDF"),
    (b"MZ\x90\x00", "Chỉ nhận PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đời cũ hoặc có mật khẩu"),
    (b"\x00\x00\x00\x18ftypheic", "Ảnh HEIC"),
    (b"PK\x03\x04 broken", "bị hỏng"),
    (office("photos/one.jpg"), "Tệp nén không nhận"),
    (office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macro"),
]


@pytest.mark.parametrize(("data", "content"), GOOD)
def test_what_is_taken_in_is_recognised(data: bytes, content: Content) -> None:
    assert recognise(data) == content


@pytest.mark.parametrize(("data", "sentence"), BAD)
def test_everything_else_is_refused_with_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        recognise(data)
