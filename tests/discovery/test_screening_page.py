"""The page of the screening: who is listed for whom, how a list is narrowed, what a wrong address says."""

from typing import Any

import pytest
from django.test import Client

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from tests import cast as school
from tests.cast import Cast, signed_in

PEOPLE = ["CB5", "CB6", "CB3", "CB1", "CB2", "CB4"]  # An, Bình, Dũng, Hạnh, Khoa, Mai
UNITS = ["BM", "KL", "PDT"]


def listed(user: User, query: str = "") -> list[str]:
    answer = signed_in(user).get(f"/ra-soat/?{query}")
    assert answer.status_code == 200
    return [line.subject.code for line in answer.context["lines"]]


def shown(user: User, query: str = "") -> Any:
    return signed_in(user).get(f"/ra-soat/?{query}").context


def test_the_officer_sees_everybody_but_the_root(cast: Cast, year: int) -> None:
    assert listed(cast.officer) == PEOPLE + UNITS


def test_a_head_sees_the_own_unit_and_those_under_it(cast: Cast, year: int) -> None:
    assert listed(cast.head) == ["CB5", "CB6", "CB2", "BM", "KL"]


def test_a_head_sees_who_was_in_the_unit_at_the_end_of_that_year(cast: Cast, year: int) -> None:
    school.person("CB7", "Vũ Thị Yên", cast.faculty, since="1/1/2025")

    assert "CB7" not in listed(cast.head, "nam=2024")
    assert "CB7" in listed(cast.head, "nam=2025")


@pytest.mark.parametrize("who", ["staff", "administrator", "stranger"])
def test_who_may_not_screen_is_refused_with_a_reason(cast: Cast, who: str) -> None:
    answer = signed_in(getattr(cast, who)).get("/ra-soat/")

    assert answer.status_code == 403
    assert "Việc rà soát thuộc về" in answer.content.decode()


def test_who_has_not_signed_in_signs_in_first(db: None) -> None:
    assert Client().get("/ra-soat/")["Location"] == "/dang-nhap/?next=/ra-soat/"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("ket_qua=dat", ["CB2"]),
        ("ket_qua=chua-ro", ["CB6"]),
        ("ket_qua=khong-dat", ["CB5", "CB3", "CB1", "CB4", "BM", "KL", "PDT"]),
        ("ket_qua=mot-buoc", ["CB6"]),
        ("ket_qua=mot-buoc&tieu_chi=G4", ["CB6"]),
        ("ket_qua=mot-buoc&tieu_chi=G2", []),
        ("ket_qua=dat&tieu_chi=SA-C1", ["KL"]),
        ("ket_qua=chua-ro&tieu_chi=G4&doi_tuong=ca-nhan", ["CB5", "CB6", "CB3", "CB1", "CB4"]),
        ("doi_tuong=tap-the", UNITS),
        ("doi_tuong=ca-nhan", PEOPLE),
        ("don_vi=KL", ["CB5", "CB6", "CB2", "BM", "KL"]),
        ("don_vi=PDT&doi_tuong=ca-nhan", ["CB3", "CB1", "CB4"]),
        ("q=nguyen+an", ["CB5"]),
        ("q=NGUYỄN", ["CB5", "CB4"]),
        ("q=cb2", ["CB2"]),
        ("q=dao+tao", ["PDT"]),
        ("q=khong+co+ai", []),
        ("doi_tuong=ca-nhan&sap_xep=-ten", PEOPLE[::-1]),
        ("doi_tuong=ca-nhan&sap_xep=don_vi", ["CB5", "CB6", "CB2", "CB3", "CB1", "CB4"]),
        ("doi_tuong=ca-nhan&sap_xep=ket_qua&ket_qua=", ["CB2", "CB6", "CB5", "CB1", "CB4", "CB3"]),
    ],
)
def test_a_list_is_narrowed_and_sorted(cast: Cast, year: int, query: str, codes: list[str]) -> None:
    assert listed(cast.officer, query) == codes


def test_those_on_hold_can_be_listed(cast: Cast, year: int) -> None:
    school.hold(cast.lecturer, "1/6/2024")

    context = shown(cast.officer, "ket_qua=tam-hoan")

    assert [(line.subject.code, line.hold) for line in context["lines"]] == [("CB6", "Đang xác minh đơn tố cáo")]
    assert context["counts"].on_hold == 1


def test_the_counts_are_of_what_the_reader_sees(cast: Cast, year: int) -> None:
    counts = shown(cast.head)["counts"]

    assert (counts.everyone, counts.met, counts.not_met, counts.unknown) == (5, 1, 3, 1)


def test_the_counts_by_unit_include_those_under_it(cast: Cast, year: int) -> None:
    counts = shown(cast.officer)["unit_counts"]

    assert [(one.unit.code, one.met, one.not_met, one.unknown) for one in counts] == [("KL", 1, 3, 1), ("PDT", 0, 4, 0)]


def test_a_unit_opens_to_the_units_below(cast: Cast, year: int) -> None:
    context = shown(cast.officer, "don_vi=KL")

    assert [one.unit.code for one in context["unit_counts"]] == ["BM"]
    assert [one.code for one in context["nearby"].line] == ["SL", "KL"]


def test_a_person_with_posts_in_two_units_counts_once_above_them(cast: Cast, year: int) -> None:
    school.post(cast.lecturer, cast.faculty, "Trợ lý")

    counts = {one.unit.code: one.everyone for one in shown(cast.officer, "doi_tuong=ca-nhan")["unit_counts"]}

    assert counts == {"KL": 3, "PDT": 3}


def test_the_funnel_leads_from_everyone_to_the_eligible(cast: Cast, year: int) -> None:
    bars = shown(cast.officer, "doi_tuong=ca-nhan")["funnel"].bars

    assert [(bar.label, bar.left, bar.perhaps) for bar in bars] == [
        ("Mọi người", 6, 0),
        ("G1", 2, 4),
        ("G2", 2, 0),
        ("G3", 2, 0),
        ("G4", 1, 1),
        ("SA-I1", 1, 1),
        ("SA-I2", 1, 1),
        ("SA-I3", 1, 1),
    ]


def test_the_columns_are_the_criteria_of_the_kind(cast: Cast, year: int) -> None:
    columns = shown(cast.officer, "doi_tuong=tap-the")["columns"]

    assert [one.code for one in columns] == ["G1", "G2", "G3", "G4", "SA-C1", "SA-C2"]


def test_the_year_nobody_chose_is_the_last_one_on_file(cast: Cast, year: int) -> None:
    assert shown(cast.officer)["year"] == 2024


def test_another_day_decides_who_is_there(cast: Cast, year: int) -> None:
    school.person("CB7", "Vũ Thị Yên", cast.faculty, since="1/7/2024")

    assert "CB7" not in listed(cast.officer, "nam=2024&ngay=30/6/2024")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("nam=1999", "Năm 1999 nằm ngoài kế hoạch"),
        ("nam=abc", "«abc» không phải là một năm"),
        ("nam=99999", "«99999» không phải là một năm"),
        ("bac=village", "không có bậc «village»"),
        ("bac=school-period&nam=2024", "năm phải là 2025"),
        ("ke_hoach=khac", "Không có kế hoạch «khac»"),
        ("don_vi=KHONG", "Không có đơn vị nào mang mã «KHONG»"),
        ("don_vi=CB2", "Không có đơn vị nào mang mã «CB2»"),
    ],
)
def test_what_does_not_exist_is_said_with_links_to_what_does(cast: Cast, year: int, query: str, sentence: str) -> None:
    answer = signed_in(cast.officer).get(f"/ra-soat/?{query}")
    text = answer.content.decode()

    assert answer.status_code == 404
    assert sentence in text
    assert "/ra-soat/?ke_hoach=nganh-tu-phap-2021-2025&amp;bac=school-period&amp;nam=2025" in text


def test_a_head_is_not_shown_the_unit_of_another(cast: Cast, year: int) -> None:
    answer = signed_in(cast.head).get("/ra-soat/?don_vi=PDT")

    assert answer.status_code == 404
    assert "không nằm trong phạm vi rà soát của bạn" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("ngay=31/31/2024", "Ghi ngày như 31/12/2024."),
        ("ket_qua=xx", "Không có lựa chọn «xx»."),
        ("tieu_chi=XX-1", "Không có lựa chọn «XX-1»."),
    ],
)
def test_a_wrong_filter_is_said_beside_it_and_stays(cast: Cast, year: int, query: str, message: str) -> None:
    answer = signed_in(cast.officer).get(f"/ra-soat/?{query}")

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert "31/31/2024" in answer.content.decode() or "ngay" not in query


def test_filtering_answers_with_the_part_alone(cast: Cast, year: int) -> None:
    answer = signed_in(cast.officer).get("/ra-soat/?nam=2024", headers={"HX-Request": "true"})

    assert answer.content.decode().lstrip().startswith('<div id="screening"')


def test_a_draft_edition_can_be_screened_and_says_so(cast: Cast, year: int) -> None:
    answer = signed_in(cast.officer).get("/ra-soat/?ke_hoach=nganh-tu-phap-2026-2030")

    assert answer.status_code == 200
    assert "kế hoạch dự thảo" in answer.content.decode()


def test_an_empty_register_teaches(db: None) -> None:
    officer = school.account("hanh", Role.OFFICER)

    answer = signed_in(officer).get("/ra-soat/")

    assert answer.status_code == 200
    assert "Hãy nhập sổ" in answer.content.decode()


def test_pages_hold_fifty(cast: Cast, year: int) -> None:
    for number in range(60):
        school.person(f"X{number:02}", f"Người Thứ {number:02}", cast.office)

    assert len(listed(cast.officer, "doi_tuong=ca-nhan&nam=2024")) == 50
    assert len(listed(cast.officer, "doi_tuong=ca-nhan&nam=2024&trang=2")) == 16


@pytest.mark.parametrize("query", ["don_vi=%00", "q=%00", "tieu_chi=%00", "nam=%00", "trang=100000000000000000000"])
def test_what_no_hand_types_breaks_nothing(cast: Cast, year: int, query: str) -> None:
    assert signed_in(cast.officer).get(f"/ra-soat/?{query}").status_code in (200, 404, 422)
