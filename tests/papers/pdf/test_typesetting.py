"""Papers set by Typst: what a field says is printed as it is, in our fonts, as PDF/A."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, paper, said
from lantoa.papers.pdf.typesetting import FOLDER, CannotTypeset, typeset

PAGE = (
    '#import "data.typ": data, picture\n#set page(width: 150mm, height: 60mm)\n#set text(font: "Tinos", lang: "vi")\n'
)
HOSTILE = '<b>&"\' #import "@preview/x:1.0.0" #read("/etc/passwd") $x$ *đậm* \\ _n_ @ai = [a]'


@paper
class Slip(Contents):
    """A small paper of these tests."""

    name: str = said("ho_ten", "Họ tên")
    photo: Picture | None = said("anh", "Ảnh", default=None)


def lines(data: bytes) -> str:
    return re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)).strip()


def picture(form: str, width: int = 40) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, 30), "#b11").save(file, form)
    return file.getvalue()


def sizes(data: bytes) -> list[tuple[int, int]]:
    """Of the pictures on the first page."""
    images = PdfReader(io.BytesIO(data)).pages[0].images
    return [one.image.size for one in images if one.image]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "phieu.typ").write_text(PAGE + '#data.ho_ten #picture(data.at("anh", default: none))')
    return tmp_path


def test_a_field_is_printed(folder: Path) -> None:
    assert lines(typeset("phieu", Slip(name="Đặng Thị Ngọc Huyền"), folder=folder)) == "Đặng Thị Ngọc Huyền"


def test_what_a_field_says_stays_text(folder: Path) -> None:
    assert lines(typeset("phieu", {"ho_ten": HOSTILE}, folder=folder)) == HOSTILE


def test_it_is_pdf_a_2b(folder: Path) -> None:
    metadata = PdfReader(io.BytesIO(typeset("phieu", Slip(name="A"), folder=folder))).xmp_metadata

    assert metadata is not None
    assert re.findall(rb"<pdfaid:(\w+)>(\w+)<", metadata.stream.get_data()) == [(b"part", b"2"), (b"conformance", b"B")]


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_of_the_paper_is_printed(folder: Path, form: str) -> None:
    data = typeset("phieu", Slip(name="A", photo=Picture(picture(form), 20)), folder=folder)

    assert sizes(data) == [(40, 30)]


def test_pictures_are_there_under_their_names(tmp_path: Path) -> None:
    (tmp_path / "phieu.typ").write_text(PAGE + "#for name in data.names { image(name) }")
    pictures = {"a.png": picture("PNG"), "b.jpg": picture("JPEG", 20)}

    assert sizes(typeset("phieu", {"names": list(pictures)}, pictures=pictures, folder=tmp_path)) == [
        (40, 30),
        (20, 30),
    ]


def test_a_picture_cannot_leave_its_folder(folder: Path) -> None:
    with pytest.raises(CannotTypeset, match=r"\.\./x\.png"):
        typeset("phieu", {"ho_ten": "A"}, pictures={"../x.png": picture("PNG")}, folder=folder)


def test_only_our_fonts_are_used(folder: Path) -> None:
    resources: Any = PdfReader(io.BytesIO(typeset("phieu", Slip(name="Đặng Ỷ"), folder=folder))).pages[0]["/Resources"]

    assert {str(font["/BaseFont"]).partition("+")[2] for font in resources["/Font"].values()} == {"Tinos"}


@pytest.mark.parametrize(
    "line", ['#import "@preview/x:1.0.0"', '#read("/etc/passwd")', '#read("../../etc/passwd")', "#data.khac", "#{"]
)
def test_a_file_that_asks_for_more_than_its_fields_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "phieu.typ").write_text(PAGE + line)

    with pytest.raises(CannotTypeset, match=r"phieu\.typ: "):
        typeset("phieu", {"ho_ten": "A"}, folder=tmp_path)


def test_our_files_import_no_packages_and_name_only_our_fonts() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.typ")]

    assert [line for text in texts for line in text.splitlines() if re.search(r"@\w+/|https?:", line)] == []
    assert {name for text in texts for name in re.findall(r'font: "([^"]+)"', text)} <= {"Tinos", "Be Vietnam Pro"}
