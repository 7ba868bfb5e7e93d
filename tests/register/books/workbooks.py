"""Workbooks for the tests: a small sound book, and how to spoil it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import openpyxl

Rows: TypeAlias = list[list[object]]

SOUND: dict[str, Rows] = {
    "Đơn vị": [
        ["Mã", "Tên", "Mã cấp trên", "Từ ngày", "Đến ngày"],
        ["SL", "Trường Cao đẳng Luật Sông Lam", None, "2010", None],
        ["KL", "Khoa Luật", "SL", "1/1/2012", None],
        ["BM", "Bộ môn Luật Dân sự", "KL", "6/2015", None],
    ],
    "Cán bộ": [
        ["Mã", "Họ và tên", "Giới tính", "Ngày sinh", "Loại"],
        ["CB1", "Phạm Thị Hạnh", "Nữ", "1/2/1980", "viên chức"],
        ["CB2", "Trần Văn Khoa", "Nam", "1975", "người lao động"],
    ],
    "Công tác": [
        ["Mã cán bộ", "Mã đơn vị", "Chức vụ", "Người đứng đầu", "Từ ngày", "Đến ngày"],
        ["CB1", "BM", "Giảng viên", None, "1/9/2016", "31/12/2020"],
        ["CB1", "BM", "Giảng viên", None, "1/1/2021", None],
        ["CB2", "KL", "Trưởng khoa", "x", "1/1/2018", None],
    ],
    "Xếp loại": [
        ["Mã đối tượng", "Năm", "Mức"],
        ["CB1", 2024, "HTXSNV"],
        ["KL", 2024, "Hoàn thành tốt nhiệm vụ"],
    ],
    "Khen thưởng": [
        [
            "Mã đối tượng", "Năm", "Danh hiệu, hình thức", "Cấp", "Tình trạng",
            "Số quyết định", "Ngày quyết định", "Cơ quan ban hành",
        ],
        ["CB1", 2024, "CSTĐ cơ sở", None, None, "12/QĐ-CĐLSL", "15/1/2025", "Hiệu trưởng"],
        ["CB2", 2024, "Bằng khen của Bộ trưởng", "bộ", "đủ điều kiện", None, None, None],
    ],
    "Kỷ luật": [
        ["Mã cán bộ", "Hình thức", "Ngày hiệu lực", "Mã đơn vị vi phạm", "Số quyết định", "Huỷ bỏ"],
        ["CB2", "Khiển trách", "3/2022", "BM", "7/QĐ-CĐLSL", "x"],
    ],
    "Sáng kiến": [
        ["Mã cán bộ", "Năm", "Tên", "Cấp công nhận", "Số quyết định"],
        ["CB1", 2023, "Ngân hàng tình huống dân sự", "cơ sở", None],
    ],
    "Công nhận": [
        ["Mã đối tượng", "Bậc", "Năm", "Số quyết định", "Ngày quyết định"],
        ["CB1", "school-annual", 2023, "20/QĐ-CĐLSL", "20/1/2024"],
    ],
    "Xác nhận": [
        ["Mã đối tượng", "Tiêu chí", "Năm", "Kết quả", "Căn cứ", "Người xác nhận"],
        ["CB1", "G1", 2024, "không đạt", None, None],
        ["CB1", "G1", 2024, "đạt", "Biên bản họp đơn vị", "Trần Văn Khoa"],
    ],
    "Tạm hoãn": [
        ["Mã đối tượng", "Lý do", "Từ ngày", "Đến ngày"],
        ["CB2", "Đang xác minh đơn tố cáo", "1/5/2023", "30/6/2023"],
    ],
    "Chốt sổ": [
        ["Sổ", "Năm", "Mã đơn vị", "Ngày chốt"],
        ["xếp loại", 2024, None, "31/1/2025"],
        ["kỷ luật", 2024, "KL", "31/1/2025"],
    ],
}  # fmt: skip


def sound() -> dict[str, Rows]:
    """A fresh copy of the small sound book."""
    return {name: [list(row) for row in rows] for name, rows in SOUND.items()}


def spoilt(sheet: str, row: int, column: str, value: object) -> dict[str, Rows]:
    """The sound book with one cell changed; `row` as Excel counts."""
    book = sound()
    headings = book[sheet][0]
    book[sheet][row - 1][headings.index(column)] = value
    return book


def with_row(sheet: str, *cells: object) -> dict[str, Rows]:
    """The sound book with one more row at the end of a sheet."""
    book = sound()
    book[sheet].append(list(cells))
    return book


def save(folder: Path, book: dict[str, Rows], name: str = "so.xlsx") -> Path:
    """Write the book as a workbook and say where."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in book.items():
        tab = workbook.create_sheet(title)
        for cells in rows:
            tab.append(cells)
    path = folder / name
    workbook.save(path)
    return path


def headings_of(book: dict[str, Rows], sheet: str) -> Sequence[object]:
    return book[sheet][0]
