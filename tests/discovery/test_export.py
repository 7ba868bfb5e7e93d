"""The list as an Excel file: what it holds, and what cannot happen in it."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from lantoa.accounts.models import User
from lantoa.discovery.queries import workbook
from tests import cast as school
from tests.cast import Cast, signed_in


def exported(user: User, query: str = "") -> Any:
    answer = signed_in(user).get(f"/ra-soat/xuat/?nam=2024&{query}")
    assert answer.status_code == 200
    return load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]


def rows(sheet: Any) -> list[tuple[str, ...]]:
    return [tuple(str(cell.value or "") for cell in row) for row in sheet.iter_rows(min_row=2)]


def test_the_file_holds_the_filtered_list_in_words(cast: Cast, year: int) -> None:
    book = exported(cast.officer, "q=binh")

    assert rows(book["Rà soát"]) == [
        (
            *("CB6", "Lê Thanh Bình", "Bộ môn Luật Dân sự", "chưa rõ", "", "G4"),
            *("đạt", "đạt", "đạt", "chưa rõ", "không áp dụng", "không áp dụng", "đạt", "đạt", "không áp dụng"),
        )
    ]


def test_every_verdict_has_its_sentence_and_its_rows(cast: Cast, year: int) -> None:
    reasons = {row[2]: row[3:] for row in rows(exported(cast.officer, "q=binh")["Giải thích"])}

    assert reasons["G4"] == ("chưa rõ", "Chưa có xác nhận năm 2024.", "")
    assert reasons["SA-I1"] == (
        "đạt",
        "Có danh hiệu từ Chiến sĩ thi đua cơ sở trở lên năm 2024: CSTĐCS (2024).",
        "CSTĐCS, năm 2024",
    )


def test_the_file_holds_all_pages(cast: Cast, year: int) -> None:
    for number in range(60):
        school.person(f"X{number:02}", f"Người Thứ {number:02}", cast.office)

    assert len(rows(exported(cast.officer)["Rà soát"])) == 69


def test_in_a_large_register_each_listed_is_explained_alone(
    cast: Cast, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = rows(exported(cast.officer)["Giải thích"])
    monkeypatch.setattr(workbook, "WHOLE_BOOK", 1)

    assert rows(exported(cast.officer)["Giải thích"]) == at_once


def test_a_list_too_long_to_explain_says_how_to_shorten_it(
    cast: Cast, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "WHOLE_BOOK", 1)
    monkeypatch.setattr(workbook, "ONE_BY_ONE", 2)

    reasons = rows(exported(cast.officer)["Giải thích"])

    assert [row[0] for row in reasons] == [
        "Danh sách dài hơn 2 dòng. Hãy lọc theo đơn vị hoặc kết quả để có phần giải thích."
    ]


def test_a_head_exports_the_own_units_alone(cast: Cast, year: int) -> None:
    assert [row[0] for row in rows(exported(cast.head)["Rà soát"])] == ["CB5", "CB6", "CB2", "BM", "KL"]


def test_a_name_that_looks_like_a_formula_stays_text(cast: Cast, year: int) -> None:
    school.person("CB9", '=HYPERLINK("http://x.example","Xem")', cast.office)

    cells = [cell for row in exported(cast.officer, "q=hyperlink")["Rà soát"].iter_rows(min_row=2) for cell in row]

    assert cells[1].value == '=HYPERLINK("http://x.example","Xem")'
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_nobody_listed_makes_a_file_with_heads_alone(cast: Cast, year: int) -> None:
    assert rows(exported(cast.officer, "q=khong+co")["Rà soát"]) == []


def test_a_year_outside_the_plan_makes_no_file(cast: Cast) -> None:
    assert signed_in(cast.officer).get("/ra-soat/xuat/?nam=1999").status_code == 404


def test_a_wrong_filter_makes_no_file(cast: Cast, year: int) -> None:
    assert signed_in(cast.officer).get("/ra-soat/xuat/?nam=2024&ngay=hom-qua").status_code == 422


def test_staff_export_nothing(cast: Cast) -> None:
    assert signed_in(cast.staff).get("/ra-soat/xuat/").status_code == 403
