"""Oddities are remarked upon and refuse nothing."""

from pathlib import Path

import pytest

from lantoa.register.books.reading import read_book
from tests.register.books.workbooks import Rows, save, sound, spoilt, with_row

LAPSED = "không còn trong pháp luật sau 30/06/2025 (NĐ 112/2020/NĐ-CP; bãi bỏ bởi NĐ 172/2025/NĐ-CP)"


def noted(folder: Path, book: dict[str, Rows]) -> list[tuple[str, int, str]]:
    reading = read_book(save(folder, book))
    assert reading.errors == []
    return [(remark.sheet, remark.row, remark.column) for remark in reading.warnings]


def test_a_post_before_its_unit_began(tmp_path: Path) -> None:
    assert noted(tmp_path, spoilt("Công tác", 4, "Từ ngày", "2011")) == [("Công tác", 4, "Từ ngày")]


def test_a_post_after_its_unit_ended(tmp_path: Path) -> None:
    assert noted(tmp_path, spoilt("Đơn vị", 4, "Đến ngày", "2022")) == [("Công tác", 3, "Đến ngày")]


def test_a_decision_dated_before_the_year_it_rewards(tmp_path: Path) -> None:
    assert noted(tmp_path, spoilt("Khen thưởng", 2, "Ngày quyết định", "12/2023")) == [
        ("Khen thưởng", 2, "Ngày quyết định")
    ]


@pytest.mark.parametrize(
    ("effective", "notes"), [("6/2025", []), ("2025", []), ("1/7/2025", [LAPSED]), ("2026", [LAPSED])]
)
def test_a_sanction_that_the_law_no_longer_has(tmp_path: Path, effective: str, notes: list[str]) -> None:
    row = ("CB2", "Hạ bậc lương", effective)

    reading = read_book(save(tmp_path, with_row("Kỷ luật", *row)))

    assert [(remark.row, remark.column, remark.note) for remark in reading.warnings] == [
        (3, "Hình thức", note) for note in notes
    ]


@pytest.mark.parametrize(
    ("year", "decided", "rows"), [(2004, None, []), (2003, "1/7/2004", []), (2003, None, [4]), (2003, "2003", [4])]
)
def test_a_title_from_before_the_law_that_made_it(
    tmp_path: Path, year: int, decided: str | None, rows: list[int]
) -> None:
    book = with_row("Khen thưởng", "CB2", year, "LĐTT", None, None, None, decided, None)

    found = [remark for remark in read_book(save(tmp_path, book)).warnings if "chỉ có trong pháp luật" in remark.note]

    assert [remark.row for remark in found] == rows


def test_one_decision_on_titles_of_two_years(tmp_path: Path) -> None:
    row = ("CB2", 2023, "LĐTT", None, None, "12/QĐ-CĐLSL", "15/1/2025", None)

    assert noted(tmp_path, with_row("Khen thưởng", *row)) == [("Khen thưởng", 4, "Số quyết định")]


def test_a_person_without_post(tmp_path: Path) -> None:
    assert noted(tmp_path, with_row("Cán bộ", "CB3", "Lê Thanh Bình")) == [("Cán bộ", 4, "Mã")]


def test_an_unknown_column(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [[*row, cell] for row, cell in zip(book["Xếp loại"], ["Điện thoại", 1, 2], strict=True)]

    assert noted(tmp_path, book) == [("Xếp loại", 1, "Điện thoại")]


def test_a_column_that_comes_twice(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [[*row, row[1]] for row in book["Xếp loại"]]

    assert noted(tmp_path, book) == [("Xếp loại", 1, "Năm")]


@pytest.mark.parametrize("name", ["Sheet1", "Cán Bộ (2)"])
def test_an_unknown_sheet(tmp_path: Path, name: str) -> None:
    assert noted(tmp_path, sound() | {name: [["Mã"], ["CB9"]]}) == [(name, 0, "")]


def test_a_sheet_that_comes_twice(tmp_path: Path) -> None:
    assert noted(tmp_path, sound() | {"XEP LOAI": sound()["Xếp loại"]}) == [("XEP LOAI", 0, "")]


def test_a_title_nobody_knows_is_taken_with_its_level_and_remarked_upon(tmp_path: Path) -> None:
    book = with_row("Khen thưởng", "CB1", 2023, "Chiến sĩ thi dua so sở", "trường")

    assert noted(tmp_path, book) == [("Khen thưởng", 4, "Danh hiệu, hình thức")]
