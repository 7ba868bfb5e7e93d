"""The workbooks of a package: the list of the proposed, and the index of its files."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath

import xlsxwriter
from django.utils.translation import gettext as _

from lantoa.recognition.parcel.contents import Contents, Dossier, Enclosed
from lantoa.recognition.parcel.naming import SIGNED, folders_of
from lantoa.spreadsheet import Value

OPTIONS = {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False}
ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # a workbook names the day it was made; the same list gives the same bytes
FORMS = {".docx": "Word", ".pdf": "PDF", ".xlsx": "Excel"}
Files = Mapping[str, tuple[str, int]]


def list_of(contents: Contents) -> bytes:
    """The list of the proposed."""
    headings = [(_("TT"), 6), (_("Mã"), 14), (_("Họ tên, tập thể"), 36), (_("Đơn vị"), 36), (_("Loại"), 12)]
    headings += [(_("Đã công nhận ở bậc dưới"), 36), (_("Đối chiếu với sổ"), 18), (_("Báo cáo thành tích"), 50)]
    return _workbook(contents, _("Danh sách đề nghị"), headings, map(_listed, contents.dossiers))


def index_of(contents: Contents, files: Files) -> bytes:
    """A row for each file: whose it is, what it is, how it is called, and its hash."""
    headings = [(_("TT"), 6), (_("Họ tên, tập thể"), 36), (_("Loại giấy tờ"), 36), (_("Tệp"), 60), (_("Bản"), 12)]
    headings += [(_("Cỡ (byte)"), 12), ("SHA-256", 66)]
    return _workbook(contents, _("Mục lục"), headings, _index(contents, files))


def _listed(one: Dossier) -> list[Value]:
    reports = "\n".join(file.name for paper in one.papers for file in paper.files)
    facts = [one.facts["kind"], one.facts["below"], one.facts["verdict"]["words"], reports]
    return [one.place, one.code, one.name, one.unit, *facts]


def _index(contents: Contents, files: Files) -> Iterator[list[Value]]:
    for paper in contents.papers:
        yield from _of_paper(paper, ["", ""], files)
    folders = folders_of(contents)
    for one in contents.dossiers:
        whose: list[Value] = [one.place, one.name]
        for paper in one.papers:
            yield from _of_paper(paper, whose, files)
        for file in one.evidence:
            yield _row(whose, _("Minh chứng"), f"{folders[one.code]}/{file.name}", files)


def _of_paper(paper: Enclosed, whose: Sequence[Value], files: Files) -> Iterator[list[Value]]:
    for file in paper.files:
        yield _row(whose, paper.words, file.name, files)


def _row(whose: Sequence[Value], what: str, name: str, files: Files) -> list[Value]:
    path, (sha, size) = PurePosixPath(name), files[name]
    form = _("bản đã ký") if path.stem.endswith(f"_{SIGNED}") else FORMS.get(path.suffix, _("ảnh"))
    return [*whose, what, name, form, size, sha]


def _workbook(contents: Contents, name: str, headings: Sequence[tuple[str, int]], rows: Iterator[list[Value]]) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"created": ANY_DAY.replace(tzinfo=None), "title": contents.subject_line})
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(headings):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, head)
    sheet.freeze_panes(1, 3)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, place, value)
            else:
                sheet.write_string(number, place, value)
    book.close()
    return file.getvalue()
