"""A paper of an invented office and small Word templates for it, made where they are used."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, paper, said


@paper
class Merit:
    words: str = said("loi", "Lời")


@paper
class Line:
    name: str = said("ho_ten", "Họ tên")
    is_leader: bool = said("la_lanh_dao", "Là lãnh đạo", default=False)
    merits: tuple[Merit, ...] = said("thanh_tich", "Thành tích", default=())


@paper
class Letter(Contents):
    subject: str = said("trich_yeu", "Trích yếu")
    bases: tuple[str, ...] = said("can_cu", "Căn cứ", default=())
    people: tuple[Line, ...] = said("danh_sach", "Danh sách", default=())
    code: Picture | None = said("ma_xac_thuc", "Mã", default=None)


def template(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "") -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def rows(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(BytesIO(data)).tables[0].rows]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same file with one part replaced or added."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


def part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)
