"""The listed subjects as a workbook: the matrix in words, and behind it every sentence with its rows."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from lantoa.discovery.queries import matrix
from lantoa.discovery.queries.matrix import Line
from lantoa.discovery.queries.sieve import Sieve
from lantoa.domain.authority import Actor, Case
from lantoa.domain.records import RecordBook
from lantoa.domain.verdict import Verdict, assess
from lantoa.register.queries.evidence import Display, Reader, displays
from lantoa.register.queries.records import book_of, whole_book

AT_A_TIME = 500
WHOLE_BOOK = 3000  # up to so many on file, one reading of the whole book explains everybody in a second
ONE_BY_ONE = 500  # in a larger one, so many are explained one after the other in a few seconds
# Text is written as text: what begins with = or @ is no formula and no link.
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def verdict_word(verdict: Verdict) -> str:
    words = {
        Verdict.MET: _("đạt"),
        Verdict.NOT_MET: _("không đạt"),
        Verdict.UNKNOWN: _("chưa rõ"),
        Verdict.NOT_APPLICABLE: _("không áp dụng"),
    }
    return words[verdict]


def workbook(sieve: Sieve, actor: Actor) -> BytesIO:
    """Every listed subject, whatever the page; the file is ready to be read from its start."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    everyone = list(_all_lines(sieve))
    overview = book.add_worksheet(_("Rà soát"))
    _write(overview, 0, _headings(sieve), head)
    for number, line in enumerate(everyone, 1):
        _write(overview, number, _overview(line))
    reasons = book.add_worksheet(_("Giải thích"))
    _write(reasons, 0, [_("Mã"), _("Tên"), _("Điều kiện"), _("Kết quả"), _("Giải thích"), _("Căn cứ")], head)
    for number, texts in enumerate(_reasons(sieve, everyone, actor), 1):
        _write(reasons, number, texts)
    for sheet in (overview, reasons):
        sheet.freeze_panes(1, 2)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, row: int, texts: list[str], look: Any = None) -> None:
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, look)


def _headings(sieve: Sieve) -> list[str]:
    criteria = [f"{criterion.code}\n{criterion.text}" for criterion in matrix.columns(sieve.choice)]
    return [_("Mã"), _("Tên"), _("Đơn vị"), _("Kết quả"), _("Tạm hoãn"), _("Còn thiếu"), *criteria]


def _overview(line: Line) -> list[str]:
    missing = ", ".join(cell.criterion.code for cell in line.missing)
    hold = line.hold if line.is_on_hold else ""
    cells = [verdict_word(cell.verdict) for cell in line.cells]
    return [line.subject.code, line.subject.name, line.units, verdict_word(line.verdict), hold, missing, *cells]


def _all_lines(sieve: Sieve) -> Iterator[Line]:
    ids = sieve.listed()
    for start in range(0, len(ids), AT_A_TIME):
        yield from matrix.lines(sieve, ids[start : start + AT_A_TIME])


def _reasons(sieve: Sieve, everyone: list[Line], actor: Actor) -> Iterator[list[str]]:
    """One line for every criterion of every subject; a list too long for that says how to get it."""
    if sieve.crowd.size > WHOLE_BOOK and len(everyone) > ONE_BY_ONE:
        sentence = _("Danh sách dài hơn %s dòng. Hãy lọc theo đơn vị hoặc kết quả để có phần giải thích.")
        yield [sentence % ONE_BY_ONE]
        return
    whole = whole_book() if everyone and sieve.crowd.size <= WHOLE_BOOK else None
    for line in everyone:
        book = whole or book_of(line.subject)
        for display in _displays(sieve, line.subject.code, book, actor):
            rows = "; ".join(row.words for row in display.rows)
            criterion = display.criterion.code
            word = verdict_word(display.verdict)
            yield [line.subject.code, line.subject.name, criterion, word, display.sentence, rows]


def _displays(sieve: Sieve, code: str, book: RecordBook, actor: Actor) -> list[Display]:
    choice = sieve.choice
    assessment = assess(choice.plan, choice.tier, choice.year, book, code, choice.day)
    units = [code] if code in book.units else book.units_of(code, choice.day)
    return displays(assessment, Reader(actor, book, Case(code, frozenset(units))))
