"""Every rule of a book names the sheet, the row and the column that break it."""

from pathlib import Path

import pytest

from lantoa.domain.records import Kind
from lantoa.register.books.findings import RowError
from lantoa.register.books.reading import Reading, read_book
from lantoa.register.books.rules import OnFile
from tests.register.books.workbooks import Rows, save, sound, spoilt, with_row


def found(folder: Path, book: dict[str, Rows]) -> list[tuple[str, int, str, str]]:
    return [(error.sheet, error.row, error.column, error.value) for error in read_book(save(folder, book)).errors]


@pytest.mark.parametrize("sheet", ["Đơn vị", "Cán bộ", "Công tác"])
def test_three_sheets_must_be_there(tmp_path: Path, sheet: str) -> None:
    book = sound()
    del book[sheet]

    reading = read_book(save(tmp_path, book))

    assert reading.errors == [RowError(sheet, 1, "", "", f"sổ phải có sheet «{sheet}»")]


def test_a_required_column_must_be_there(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [row[:2] for row in book["Xếp loại"]]

    assert found(tmp_path, book) == [("Xếp loại", 1, "Mức", "")]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Đơn vị", 3, "Tên", None),
        ("Cán bộ", 2, "Họ và tên", " \u00a0"),
        ("Công tác", 2, "Từ ngày", None),
        ("Xếp loại", 2, "Mức", None),
        ("Khen thưởng", 3, "Danh hiệu, hình thức", None),
        ("Kỷ luật", 2, "Ngày hiệu lực", None),
        ("Xác nhận", 2, "Kết quả", None),
        ("Tạm hoãn", 2, "Lý do", None),
        ("Chốt sổ", 2, "Ngày chốt", None),
    ],
)
def test_a_required_cell_is_filled(tmp_path: Path, sheet: str, row: int, column: str, value: object) -> None:
    assert found(tmp_path, spoilt(sheet, row, column, value)) == [(sheet, row, column, "")]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Xếp loại", 2, "Năm", 1944),
        ("Xếp loại", 2, "Năm", 2101),
        ("Xếp loại", 2, "Năm", 2024.5),
        ("Xếp loại", 2, "Năm", "2023-2024"),
        ("Chốt sổ", 2, "Năm", "năm 2024"),
        ("Xếp loại", 2, "Mức", "Giỏi"),
        ("Khen thưởng", 2, "Cấp", "huyện"),
        ("Khen thưởng", 2, "Tình trạng", "đang trình"),
        ("Khen thưởng", 2, "Ngày quyết định", "31/02/2025"),
        ("Khen thưởng", 2, "Ngày quyết định", "tháng 1"),
        ("Kỷ luật", 2, "Hình thức", "phê bình"),
        ("Kỷ luật", 2, "Ngày hiệu lực", 45000),
        ("Kỷ luật", 2, "Huỷ bỏ", "có"),
        ("Công tác", 2, "Người đứng đầu", "1"),
        ("Công nhận", 2, "Bậc", "school"),
        ("Xác nhận", 2, "Tiêu chí", "SA-I1"),
        ("Xác nhận", 2, "Kết quả", "tốt"),
        ("Chốt sổ", 2, "Sổ", "hồ sơ"),
        ("Cán bộ", 2, "Giới tính", "không muốn nêu"),
    ],
)
def test_a_cell_that_does_not_fit_its_column_is_refused(
    tmp_path: Path, sheet: str, row: int, column: str, value: object
) -> None:
    assert found(tmp_path, spoilt(sheet, row, column, value)) == [(sheet, row, column, str(value))]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Đơn vị", 4, "Mã cấp trên", "KX"),
        ("Đơn vị", 4, "Mã cấp trên", "CB1"),
        ("Công tác", 2, "Mã cán bộ", "CB9"),
        ("Công tác", 2, "Mã cán bộ", "KL"),
        ("Công tác", 2, "Mã đơn vị", "CB1"),
        ("Xếp loại", 2, "Mã đối tượng", "CB9"),
        ("Khen thưởng", 2, "Mã đối tượng", "CB9"),
        ("Kỷ luật", 2, "Mã cán bộ", "BM"),
        ("Kỷ luật", 2, "Mã đơn vị vi phạm", "CB1"),
        ("Sáng kiến", 2, "Mã cán bộ", "BM"),
        ("Công nhận", 2, "Mã đối tượng", "CB9"),
        ("Xác nhận", 2, "Mã đối tượng", "CB9"),
        ("Tạm hoãn", 2, "Mã đối tượng", "CB9"),
        ("Chốt sổ", 3, "Mã đơn vị", "CB1"),
    ],
)
def test_a_code_referred_to_exists_and_is_of_the_right_kind(
    tmp_path: Path, sheet: str, row: int, column: str, value: str
) -> None:
    assert found(tmp_path, spoilt(sheet, row, column, value)) == [(sheet, row, column, value)]


def test_a_code_occurs_once(tmp_path: Path) -> None:
    assert found(tmp_path, with_row("Cán bộ", "CB1", "Phạm Thị Hạnh")) == [("Cán bộ", 4, "Mã", "CB1")]


def test_no_code_serves_both_a_unit_and_a_person(tmp_path: Path) -> None:
    assert found(tmp_path, with_row("Cán bộ", "KL", "Lê Thanh Bình")) == [("Cán bộ", 4, "Mã", "KL")]


def test_a_second_root_is_refused(tmp_path: Path) -> None:
    book = with_row("Đơn vị", "T2", "Trường thứ hai")
    book["Đơn vị"].append(["T3", "Trường thứ ba"])

    assert found(tmp_path, book) == [("Đơn vị", 5, "Mã cấp trên", ""), ("Đơn vị", 6, "Mã cấp trên", "")]


def test_a_tree_without_root_is_refused_at_row_one(tmp_path: Path) -> None:
    book = sound()
    book["Đơn vị"] = book["Đơn vị"][:1]

    assert found(tmp_path, book)[0] == ("Đơn vị", 1, "Mã cấp trên", "")


def test_a_unit_that_is_its_own_parent_is_refused(tmp_path: Path) -> None:
    assert found(tmp_path, spoilt("Đơn vị", 4, "Mã cấp trên", "BM")) == [("Đơn vị", 4, "Mã cấp trên", "BM")]


def test_units_that_are_above_each_other_are_refused_and_those_under_them_are_not(tmp_path: Path) -> None:
    book = spoilt("Đơn vị", 3, "Mã cấp trên", "BM")
    book["Đơn vị"].append(["T1", "Tổ Hình sự", "BM"])

    assert found(tmp_path, book) == [("Đơn vị", 3, "Mã cấp trên", "BM"), ("Đơn vị", 4, "Mã cấp trên", "KL")]


@pytest.mark.parametrize(
    ("sheet", "row", "until"), [("Đơn vị", 3, "2011"), ("Công tác", 2, "31/8/2016"), ("Tạm hoãn", 2, "4/2023")]
)
def test_an_end_is_not_before_its_beginning(tmp_path: Path, sheet: str, row: int, until: str) -> None:
    assert found(tmp_path, spoilt(sheet, row, "Đến ngày", until)) == [(sheet, row, "Đến ngày", until)]


def test_an_end_in_the_month_of_the_beginning_is_not_before_it(tmp_path: Path) -> None:
    assert found(tmp_path, spoilt("Tạm hoãn", 2, "Đến ngày", "5/2023")) == []


def test_a_second_rating_of_a_year_is_refused(tmp_path: Path) -> None:
    assert found(tmp_path, with_row("Xếp loại", "CB1", 2024, "HTNV")) == [("Xếp loại", 4, "Năm", "2024")]


def test_another_form_of_commendation_needs_its_level(tmp_path: Path) -> None:
    assert found(tmp_path, spoilt("Khen thưởng", 3, "Cấp", None)) == [("Khen thưởng", 3, "Cấp", "")]


def test_a_title_nobody_knows_needs_its_level_and_the_sentence_says_so(tmp_path: Path) -> None:
    reading = read_book(save(tmp_path, spoilt("Khen thưởng", 2, "Danh hiệu, hình thức", "Ngôi sao sáng")))

    assert reading.errors == [
        RowError(
            "Khen thưởng",
            2,
            "Cấp",
            "",
            "một trong: trường, bộ, ngành, tỉnh, nhà nước, vì «Ngôi sao sáng» không phải danh hiệu thi đua đã biết",
        )
    ]


def test_the_same_post_twice_at_a_time_is_refused(tmp_path: Path) -> None:
    book = with_row("Công tác", "CB1", "BM", "Giảng viên", None, "12/2020", "6/2021")

    assert found(tmp_path, book) == [("Công tác", 5, "Từ ngày", "12/2020")]


@pytest.mark.parametrize(
    "post",
    [
        ("CB1", "BM", "Trưởng bộ môn", "x", "1/1/2021", None),
        ("CB1", "KL", "Giảng viên", None, "1/1/2021", None),
        ("CB2", "BM", "Giảng viên", "x", "1/1/2021", None),
        ("CB1", "BM", "Giảng viên", None, "1/1/2010", "31/8/2016"),
    ],
)
def test_other_posts_may_overlap(tmp_path: Path, post: tuple[object, ...]) -> None:
    assert found(tmp_path, with_row("Công tác", *post)) == []


def test_a_person_may_head_two_units(tmp_path: Path) -> None:
    assert found(tmp_path, with_row("Công tác", "CB2", "BM", "Trưởng bộ môn", "x", "1/1/2018", None)) == []


def test_a_row_with_two_broken_rules_gives_two_errors(tmp_path: Path) -> None:
    book = with_row("Xếp loại", "CB9", "xx", "HTNV")

    assert found(tmp_path, book) == [
        ("Xếp loại", 4, "Năm", "xx"),
        ("Xếp loại", 4, "Mã đối tượng", "CB9"),
    ]


def test_a_refused_row_still_gives_its_code_to_others(tmp_path: Path) -> None:
    assert found(tmp_path, spoilt("Cán bộ", 2, "Ngày sinh", "xx")) == [("Cán bộ", 2, "Ngày sinh", "xx")]


def test_rows_that_refer_to_a_refused_row_fall_with_it(tmp_path: Path) -> None:
    reading: Reading = read_book(save(tmp_path, spoilt("Đơn vị", 3, "Từ ngày", "xx")))

    assert [(row.sheet, row.row, row.column, row.value) for row in reading.dependants] == [
        ("Đơn vị", 4, "Mã cấp trên", "KL"),
        ("Công tác", 2, "Mã đơn vị", "BM"),
        ("Công tác", 3, "Mã đơn vị", "BM"),
        ("Công tác", 4, "Mã đơn vị", "KL"),
        ("Xếp loại", 3, "Mã đối tượng", "KL"),
        ("Kỷ luật", 2, "Mã đơn vị vi phạm", "BM"),
        ("Chốt sổ", 3, "Mã đơn vị", "KL"),
    ]
    assert list(reading.book.units) == ["SL"]
    assert len(reading.book.ratings) == 1


ON_FILE = OnFile({"SL": Kind.COLLECTIVE, "KL": Kind.COLLECTIVE, "CB1": Kind.INDIVIDUAL}, {"SL": None, "KL": "SL"})


def test_what_is_on_file_may_be_referred_to(tmp_path: Path) -> None:
    book = {name: sound()[name][:1] for name in ("Đơn vị", "Cán bộ", "Công tác")}
    book["Xếp loại"] = [sound()["Xếp loại"][0], ["CB1", 2022, "HTNV"], ["CB2", 2022, "HTNV"]]

    reading = read_book(save(tmp_path, book), ON_FILE)

    assert [(error.sheet, error.row, error.column) for error in reading.errors] == [("Xếp loại", 3, "Mã đối tượng")]


def test_a_root_beside_the_one_on_file_is_refused(tmp_path: Path) -> None:
    book = with_row("Đơn vị", "T2", "Trường thứ hai")

    reading = read_book(save(tmp_path, book), ON_FILE)

    assert [(error.sheet, error.row, error.column) for error in reading.errors] == [("Đơn vị", 5, "Mã cấp trên")]


def test_a_circle_with_units_on_file_is_refused(tmp_path: Path) -> None:
    book = {name: sound()[name][:1] for name in ("Đơn vị", "Cán bộ", "Công tác")}
    book["Đơn vị"].append(["SL", "Trường Cao đẳng Luật Sông Lam", "KL"])

    reading = read_book(save(tmp_path, book), ON_FILE)

    assert [(error.sheet, error.row, error.column) for error in reading.errors] == [("Đơn vị", 2, "Mã cấp trên")]


def test_a_code_of_a_person_on_file_cannot_become_a_unit(tmp_path: Path) -> None:
    reading = read_book(save(tmp_path, with_row("Đơn vị", "CB1", "Tổ Hình sự", "KL")), ON_FILE)

    assert ("Đơn vị", 5, "Mã") in [(error.sheet, error.row, error.column) for error in reading.errors]
