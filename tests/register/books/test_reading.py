"""A workbook becomes a record book, row by row."""

import unicodedata
from datetime import date, datetime
from pathlib import Path

import pytest

from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import (
    Attestation,
    Award,
    AwardStatus,
    Closing,
    Hold,
    Initiative,
    Ledger,
    Level,
    Origin,
    Person,
    Post,
    Rating,
    Recognition,
    Sanction,
    Unit,
)
from lantoa.register.books.reading import read_book
from tests.register.books.workbooks import save, sound, spoilt, with_row


def test_a_sound_book_breaks_no_rule_and_leaves_no_remark(tmp_path: Path) -> None:
    reading = read_book(save(tmp_path, sound()))

    assert (reading.errors, reading.dependants, reading.warnings, reading.formulas) == ([], [], [], [])


def test_every_sheet_becomes_its_records(tmp_path: Path) -> None:
    book = read_book(save(tmp_path, sound())).book

    assert book.units["BM"] == Unit("BM", "Bộ môn Luật Dân sự", "KL", PartialDate(2015, 6), None, Origin("Đơn vị", 4))
    assert book.people["CB2"] == Person(
        "CB2", "Trần Văn Khoa", Origin("Cán bộ", 3), "Nam", PartialDate(1975), "người lao động"
    )
    assert book.posts[2] == Post("CB2", "KL", "Trưởng khoa", True, PartialDate(2018, 1, 1), None, Origin("Công tác", 4))
    assert book.ratings == [
        Rating("CB1", 2024, "EXCELLENT", Origin("Xếp loại", 2)),
        Rating("KL", 2024, "GOOD", Origin("Xếp loại", 3)),
    ]
    assert book.sanctions == [
        Sanction("CB2", "REPRIMAND", PartialDate(2022, 3), Origin("Kỷ luật", 2), "BM", "7/QĐ-CĐLSL", True)
    ]
    assert book.initiatives == [Initiative("CB1", 2023, "Ngân hàng tình huống dân sự", Origin("Sáng kiến", 2), "cơ sở")]
    assert book.recognitions == [
        Recognition("CB1", "school-annual", 2023, Origin("Công nhận", 2), "20/QĐ-CĐLSL", PartialDate(2024, 1, 20))
    ]
    assert book.attestations[1] == Attestation(
        "CB1", "G1", 2024, True, Origin("Xác nhận", 3), "Biên bản họp đơn vị", "Trần Văn Khoa"
    )
    assert book.holds == [
        Hold(
            "CB2",
            "Đang xác minh đơn tố cáo",
            PartialDate(2023, 5, 1),
            PartialDate(2023, 6, 30),
            Origin("Tạm hoãn", 2),
        )
    ]
    assert book.closings == [
        Closing(Ledger.RATINGS, 2024, None, PartialDate(2025, 1, 31), Origin("Chốt sổ", 2)),
        Closing(Ledger.SANCTIONS, 2024, "KL", PartialDate(2025, 1, 31), Origin("Chốt sổ", 3)),
    ]


def test_a_title_gives_its_level_and_an_empty_status_means_awarded(tmp_path: Path) -> None:
    title, other = read_book(save(tmp_path, sound())).book.awards

    assert title == Award(
        "CB1", 2024, "CSTĐ cơ sở", "GRASSROOTS_FIGHTER", Level.SCHOOL, AwardStatus.AWARDED, Origin("Khen thưởng", 2),
        "12/QĐ-CĐLSL", PartialDate(2025, 1, 15), "Hiệu trưởng",
    )  # fmt: skip
    assert (other.title, other.level, other.status) == ("", Level.MINISTRY, AwardStatus.ELIGIBLE)


def test_the_level_that_is_written_goes_before_the_titles_own(tmp_path: Path) -> None:
    reading = read_book(save(tmp_path, spoilt("Khen thưởng", 2, "Cấp", "Cấp Tỉnh")))

    assert reading.book.awards[0].level is Level.PROVINCE


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (date(2015, 6, 3), PartialDate(2015, 6, 3)),
        (datetime(2015, 6, 3), PartialDate(2015, 6, 3)),  # noqa: DTZ001  a cell has no time zone
        ("3/6/2015", PartialDate(2015, 6, 3)),
        ("03-06-2015", PartialDate(2015, 6, 3)),
        (" 3.6.2015\u00a0", PartialDate(2015, 6, 3)),
        ("2015-06-03", PartialDate(2015, 6, 3)),
        ("6/2015", PartialDate(2015, 6)),
        ("2015", PartialDate(2015)),
        (2015, PartialDate(2015)),
    ],
)
def test_a_date_is_read_with_its_precision(tmp_path: Path, cell: object, expected: PartialDate) -> None:
    reading = read_book(save(tmp_path, spoilt("Đơn vị", 4, "Từ ngày", cell)))

    assert reading.book.units["BM"].since == expected


@pytest.mark.parametrize("year", [2023, 2023.0, "2023", " 2023\u00a0"])
def test_a_year_may_be_a_number_or_text(tmp_path: Path, year: object) -> None:
    reading = read_book(save(tmp_path, spoilt("Xếp loại", 2, "Năm", year)))

    assert reading.book.ratings[0].year == 2023


@pytest.mark.parametrize(
    ("sheet", "row", "column", "cell", "table", "field", "value"),
    [
        ("Xếp loại", 2, "Mức", "hoan thanh nhiem vu", "ratings", "grade", "COMPLETED"),
        ("Xếp loại", 2, "Mức", "HOÀN THÀNH XUẤT SẮC NHIỆM VỤ", "ratings", "grade", "EXCELLENT"),
        ("Xếp loại", 2, "Mức", "khtnv", "ratings", "grade", "NOT_COMPLETED"),
        ("Khen thưởng", 2, "Cấp", "NHÀ NƯỚC", "awards", "level", Level.STATE),
        ("Khen thưởng", 2, "Tình trạng", "Du dieu kien", "awards", "status", AwardStatus.ELIGIBLE),
        ("Kỷ luật", 2, "Hình thức", "CẢNH CÁO", "sanctions", "form", "WARNING"),
        ("Kỷ luật", 2, "Huỷ bỏ", "X", "sanctions", "cancelled", True),
        ("Kỷ luật", 2, "Huỷ bỏ", None, "sanctions", "cancelled", False),
        ("Công nhận", 2, "Bậc", "SECTOR-PERIOD", "recognitions", "tier", "sector-period"),
        (
            "Công nhận", 2, "Bậc", "Điển hình tiên tiến của Trường giai đoạn 2021-2025",
            "recognitions", "tier", "school-period",
        ),
        ("Công nhận", 2, "Bậc", "cấp ngành hằng năm", "recognitions", "tier", "sector-annual"),
        ("Xác nhận", 2, "Tiêu chí", "sa-i2", "attestations", "criterion", "SA-I2"),
        ("Xác nhận", 2, "Kết quả", "ĐẠT", "attestations", "passed", True),
        ("Chốt sổ", 2, "Sổ", "Sang kien", "closings", "ledger", Ledger.INITIATIVES),
        ("Sáng kiến", 2, "Số quyết định", 105.0, "initiatives", "decision", "105"),
        ("Sáng kiến", 2, "Tên", "Ðổi mới\u00a0 cách dạy", "initiatives", "name", "Đổi mới cách dạy"),
    ],
)  # fmt: skip
def test_a_cell_is_read_in_any_spelling(
    tmp_path: Path, sheet: str, row: int, column: str, cell: object, table: str, field: str, value: object
) -> None:
    reading = read_book(save(tmp_path, spoilt(sheet, row, column, cell)))

    assert reading.errors == []
    assert getattr(getattr(reading.book, table)[row - 2], field) == value


def test_codes_are_text_even_when_they_are_typed_as_numbers(tmp_path: Path) -> None:
    book = sound()
    book["Cán bộ"].append([1001, "Lê Thanh Bình", None, None, None])
    book["Công tác"].append(["1001", "BM", "Giảng viên", None, "2020", None])

    reading = read_book(save(tmp_path, book))

    assert reading.errors == []
    assert list(reading.book.people) == ["CB1", "CB2", "1001"]


def test_decomposed_accents_are_composed(tmp_path: Path) -> None:
    book = {
        unicodedata.normalize("NFD", name): [
            [unicodedata.normalize("NFD", cell) if isinstance(cell, str) else cell for cell in row] for row in rows
        ]
        for name, rows in sound().items()
    }

    reading = read_book(save(tmp_path, book))

    assert reading.book == read_book(save(tmp_path, sound())).book


def test_columns_and_sheets_may_come_in_any_order(tmp_path: Path) -> None:
    book = {name: [row[::-1] for row in rows] for name, rows in reversed(sound().items())}

    reading = read_book(save(tmp_path, book))

    assert reading.book == read_book(save(tmp_path, sound())).book


def test_headings_may_stand_below_a_title_and_rows_keep_the_numbers_of_excel(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [["BẢNG XẾP LOẠI NĂM 2024"], [], [], *book["Xếp loại"]]

    reading = read_book(save(tmp_path, book))

    assert reading.errors == []
    assert [rating.origin.row for rating in reading.book.ratings] == [5, 6]


def test_a_table_may_begin_away_from_the_corner(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [[], *([None, None, *row] for row in book["Xếp loại"])]

    reading = read_book(save(tmp_path, book))

    assert reading.errors == []
    assert [rating.origin.row for rating in reading.book.ratings] == [3, 4]


def test_empty_rows_are_skipped(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"].insert(2, [" ", "\u00a0", None])

    reading = read_book(save(tmp_path, book))

    assert [rating.origin.row for rating in reading.book.ratings] == [2, 4]


def test_an_optional_sheet_or_column_may_be_missing(tmp_path: Path) -> None:
    book = {name: sound()[name] for name in ("Đơn vị", "Cán bộ", "Công tác")}
    book["Cán bộ"] = [row[:2] for row in book["Cán bộ"]]

    reading = read_book(save(tmp_path, book))

    assert reading.errors == []
    assert reading.book.people["CB1"] == Person("CB1", "Phạm Thị Hạnh", Origin("Cán bộ", 2))


def test_the_number_of_rows_of_every_sheet_is_known(tmp_path: Path) -> None:
    reading = read_book(save(tmp_path, with_row("Xếp loại", "CB1", 2023, "HTNV")))

    assert (reading.read["Xếp loại"], reading.read["Đơn vị"]) == (3, 3)


def test_a_newer_attestation_comes_after_an_older_one(tmp_path: Path) -> None:
    book = read_book(save(tmp_path, sound())).book

    assert book.standing_attestation["CB1", "G1", 2024].passed
