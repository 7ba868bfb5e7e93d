"""The evidence behind a cell: the sentence, the rows, the clause, and what would settle it."""

import pytest

from lantoa.accounts.models import User
from lantoa.domain.records import Ledger
from lantoa.register.models import Import
from tests import cast as school
from tests.cast import Cast, signed_in


def told(user: User, code: str, criterion: str, query: str = "nam=2024") -> str:
    answer = signed_in(user).get(f"/ra-soat/o/{code}/{criterion}/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_cell_tells_the_sentence_the_row_and_the_clause(cast: Cast, year: int) -> None:
    award = cast.lecturer.subject.awards.get()

    text = told(cast.officer, "CB6", "SA-I1")

    assert "Có danh hiệu từ Chiến sĩ thi đua cơ sở trở lên năm 2024: CSTĐCS (2024)." in text
    assert f'<a href="/so/khen-thuong/{award.pk}/">CSTĐCS, năm 2024</a>' in text
    assert "Mục II.2.b của Kế hoạch: Điển hình tiên tiến của Trường hằng năm, cá nhân, điều kiện thứ nhất." in text
    assert "Đạt khi sổ khen thưởng năm 2024 có ít nhất 01 danh hiệu" in text


def test_a_row_typed_by_hand_says_so(cast: Cast, year: int) -> None:
    assert "sổ Khen thưởng, ghi tay" in told(cast.officer, "CB6", "SA-I1")


def test_an_imported_row_says_its_file_and_row(cast: Cast, year: int) -> None:
    book = Import.objects.create(file_name="so-2024.xlsx", file_hash="x", path="x", at=school.NOW)
    cast.lecturer.subject.awards.update(imported=book, imported_row=7)

    assert "sổ Khen thưởng, dòng 7 của tệp so-2024.xlsx" in told(cast.officer, "CB6", "SA-I1")


def test_what_must_be_attested_leads_to_attesting(cast: Cast, year: int) -> None:
    text = told(cast.head, "CB6", "G4")

    assert "Chưa có xác nhận năm 2024." in text
    assert 'href="/xac-nhan/?doi_tuong=CB6&amp;tieu_chi=G4&amp;nam=2024"' in text


def test_an_open_book_leads_the_officer_to_closing_it(cast: Cast) -> None:
    text = told(cast.officer, "CB6", "SA-I1")

    assert "nhưng sổ khen thưởng năm 2024 chưa chốt." in text
    assert 'href="/so/chot-so/them/?so=awards&amp;nam=2024"' in text


def test_an_open_book_tells_a_head_who_closes_it(cast: Cast) -> None:
    text = told(cast.head, "CB6", "SA-I1")

    assert "/so/chot-so/them/" not in text
    assert "Việc chốt sổ thuộc về: Chuyên viên thi đua - khen thưởng." in text


def test_a_head_is_led_to_no_row_of_the_register(cast: Cast, year: int) -> None:
    assert "/so/" not in told(cast.head, "CB6", "SA-I1")


def test_the_head_of_a_failing_unit_is_told_of_the_unit(cast: Cast, year: int) -> None:
    text = told(cast.officer, "CB3", "SA-I3")

    assert "Phòng Đào tạo: Không thấy danh hiệu từ Tập thể lao động xuất sắc trở lên năm 2024" in text
    assert "/xac-nhan/" not in text.split("<main")[1]


def test_a_unit_with_a_sanction_shows_it_to_its_head(cast: Cast, year: int) -> None:
    school.sanction(cast.lecturer, "5/3/2024")

    assert "Khiển trách, hiệu lực 05/03/2024, cán bộ CB6" in told(cast.head, "BM", "SA-C2")


def test_a_sanction_of_somebody_elsewhere_is_shown_without_who(cast: Cast, year: int) -> None:
    school.sanction(cast.deputy.person or cast.lecturer, "5/3/2024", at=cast.division)

    text = told(cast.head, "BM", "SA-C2")

    assert "Một quyết định kỷ luật; bạn không được xem chi tiết." in text
    assert "CB4" not in text


def test_someone_on_hold_is_marked(cast: Cast, year: int) -> None:
    school.hold(cast.lecturer, "1/6/2024")

    assert "Đang xác minh đơn tố cáo" in told(cast.officer, "CB6", "G1")


def test_the_drawer_gets_the_part_alone(cast: Cast, year: int) -> None:
    answer = signed_in(cast.officer).get("/ra-soat/o/CB6/G1/?nam=2024", headers={"HX-Request": "true"})

    assert answer.content.decode().lstrip().startswith('<div class="stack">')


def test_another_day_decides_the_evidence(cast: Cast, year: int) -> None:
    school.closing(Ledger.AWARDS, 2023)

    assert "Phòng Đào tạo" in told(cast.officer, "CB3", "SA-I3", "nam=2024&ngay=1/7/2024")


@pytest.mark.parametrize("address", ["CB6/XX-9/?nam=2024", "CB6/SA-C1/?nam=2024", "KHONG/G1/?nam=2024"])
def test_a_cell_that_does_not_exist_is_not_found(cast: Cast, year: int, address: str) -> None:
    assert signed_in(cast.officer).get(f"/ra-soat/o/{address}").status_code == 404


def test_a_cell_of_a_year_outside_the_plan_says_so(cast: Cast, year: int) -> None:
    answer = signed_in(cast.officer).get("/ra-soat/o/CB6/G1/?nam=1999")

    assert answer.status_code == 404
    assert "Năm 1999 nằm ngoài kế hoạch" in answer.content.decode()


def test_a_head_is_refused_the_cell_of_another_unit(cast: Cast, year: int) -> None:
    answer = signed_in(cast.head).get("/ra-soat/o/CB4/G1/?nam=2024")

    assert answer.status_code == 403
    assert "Bạn chỉ được rà soát trong phạm vi đơn vị mình phụ trách." in answer.content.decode()
