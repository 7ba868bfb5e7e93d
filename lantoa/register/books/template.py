"""The empty workbook that the officer downloads, with a page that explains every column."""

from pathlib import Path
from typing import BinaryIO

from lantoa.register.books.layout import GUIDE, SHEETS, Column
from lantoa.register.books.pages import Pages, pages

INTRODUCTION = (
    "Mỗi sheet là một sổ. Điền từ dòng 2; cột in đậm phải điền, cột khác để trống được.",
    "Sheet Đơn vị, Cán bộ, Công tác phải có; sheet khác chưa có dữ liệu thì để nguyên.",
    "Ngày viết 31/12/2024; chỉ biết tháng thì 12/2024, chỉ biết năm thì 2024. x nghĩa là có.",
    "Thứ tự cột, chữ hoa chữ thường, dấu đều không quan trọng. Dòng trống được bỏ qua.",
    "Khi nhập, sổ được kiểm tra từng dòng trước; chưa có gì được ghi cho tới khi bạn đồng ý.",
)
HEADS = ("Sheet", "Cột", "Phải điền", "Ghi gì", "Chọn trong")
WIDTHS = (16, 24, 11, 60, 60)


def write_template(target: Path | BinaryIO) -> None:
    """The guide, then every sheet with its heads and nothing else."""
    with pages(target) as workbook:
        _write_guide(workbook)
        for sheet in SHEETS:
            workbook.sheet_of(sheet)


def _write_guide(workbook: Pages) -> None:
    page = workbook.workbook.add_worksheet(GUIDE)
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for place, width in enumerate(WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, "Sổ thi đua – khen thưởng", workbook.title)
    for number, sentence in enumerate(INTRODUCTION, 2):
        page.write_string(number, 0, sentence, workbook.body)
    number = len(INTRODUCTION) + 3
    for place, head in enumerate(HEADS):
        page.write_string(number, place, head, workbook.required_head)
    page.freeze_panes(number + 1, 0)
    for sheet in SHEETS:
        number += 1
        _write_line(workbook, page, number, (sheet.name, "", "có" if sheet.required else "", sheet.hint, ""))
        for column in sheet.columns:
            number += 1
            _write_line(workbook, page, number, _explained(column))


def _explained(column: Column) -> tuple[str, ...]:
    choices = ", ".join(column.kind.choices or column.offers)
    return ("", column.name, "có" if column.required else "", column.hint, choices)


def _write_line(workbook: Pages, page: object, number: int, texts: tuple[str, ...]) -> None:
    for place, text in enumerate(texts):
        if text:
            page.write_string(number, place, text, workbook.wrapped)  # type: ignore[attr-defined]
