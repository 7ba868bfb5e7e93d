"""A list as an Excel file: one page, headings that stay, texts that are only texts."""

from collections.abc import Iterable, Sequence
from io import BytesIO

import xlsxwriter

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def written(
    title: str, headings: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], *, still: int = 1
) -> BytesIO:
    """Headings with their widths, then the rows; the first `still` columns stay in sight."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    page = book.add_worksheet(title)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(headings):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, still)
    for number, texts in enumerate(rows, 1):
        for place, text in enumerate(texts):
            page.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file
