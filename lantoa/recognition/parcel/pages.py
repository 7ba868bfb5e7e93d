"""The pages of a package: plain HTML that opens from a folder and prints on A4, and the list as a workbook."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from lantoa.recognition.parcel.contents import Contents, Dossier, Record

OPTIONS = {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False}
ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # a workbook names the day it was made; the same list gives the same bytes
SHEET = """\
body { font: 12pt/1.5 "Times New Roman", serif; max-width: 19cm; margin: 1.5cm auto; padding: 0 0.5cm; color: #111; }
h1 { font-size: 15pt; text-align: center; } h2 { font-size: 13pt; margin-top: 1.2em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #888; padding: 3pt 6pt; text-align: left; }
.text { white-space: pre-line; } .right { text-align: right; } .quiet { color: #555; }
@page { size: A4; margin: 2cm 2cm 2cm 3cm; } @media print { body { margin: 0; max-width: none; } }
"""


def front(contents: Contents, folders: Mapping[str, str], files: Mapping[str, tuple[str, int]]) -> bytes:
    """The index for people: what is inside, with a link to each, and the hashes."""
    rows = [(one, folders[one.code]) for one in contents.dossiers]
    return _page("index", {"contents": contents, "rows": rows, "files": sorted(files.items())})


def letter(contents: Contents) -> bytes:
    """The submission itself (tờ trình)."""
    return _page("letter", {"contents": contents})


def dossier(one: Dossier, contents: Contents) -> bytes:
    return _page("dossier", {"one": one, "facts": one.facts, "contents": contents})


def minutes(one: Record) -> bytes:
    headings = list(dict.fromkeys(key for row in one.votes for key in row))
    rows = [[row.get(key, "") for key in headings] for row in one.votes]
    return _page("minutes", {"one": one, "headings": headings, "rows": rows})


def list_of(contents: Contents) -> bytes:
    """The list of the proposed as a workbook."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"created": ANY_DAY.replace(tzinfo=None), "title": contents.subject_line})
    sheet = book.add_worksheet(_("Danh sách đề nghị"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    headings = [(_("TT"), 6), (_("Mã"), 14), (_("Họ tên, tập thể"), 36), (_("Đơn vị"), 36), (_("Loại"), 12)]
    headings += [(_("Đã công nhận ở bậc dưới"), 36), (_("Đối chiếu với sổ"), 18)]
    for place, (heading, width) in enumerate(headings):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, head)
    sheet.freeze_panes(1, 3)
    for number, one in enumerate(contents.dossiers, 1):
        sheet.write_number(number, 0, one.place)
        texts = [one.code, one.name, one.unit, one.facts["kind"], one.facts["below"], one.facts["verdict"]["words"]]
        for place, text in enumerate(texts, 1):
            sheet.write_string(number, place, text)
    book.close()
    return file.getvalue()


def _page(name: str, context: dict[str, Any]) -> bytes:
    pages = {
        "index": "recognition/parcel/index.html",
        "letter": "recognition/parcel/letter.html",
        "dossier": "recognition/parcel/dossier.html",
        "minutes": "recognition/parcel/minutes.html",
    }
    return render_to_string(pages[name], context).encode()
