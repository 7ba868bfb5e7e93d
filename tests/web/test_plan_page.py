"""The plan on one page: tiers, criteria with how each is decided, settings, calendar, duties."""

import pytest
import time_machine

from tests.cast import NOW, Cast, signed_in


def text(cast: Cast, query: str = "") -> str:
    answer = signed_in(cast.staff).get(f"/ke-hoach/{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("who", ["officer", "head", "staff", "administrator"])
def test_every_role_reads_the_plan(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/ke-hoach/").status_code == 200


def test_every_criterion_stands_under_its_tier(cast: Cast) -> None:
    outline = signed_in(cast.staff).get("/ke-hoach/").context["outline"]

    assert {one.tier.code: [entry.criterion.code for entry in one.entries] for one in outline} == {
        "school-annual": ["G1", "G2", "G3", "G4", "SA-C1", "SA-C2", "SA-I1", "SA-I2", "SA-I3"],
        "sector-annual": ["MA-1"],
        "school-period": ["G1", "G2", "G3", "G4", "SP-C1", "SP-C2", "SP-I1", "SP-I2", "SP-I3"],
        "sector-period": ["MP-1", "MP-2", "MP-3"],
    }
    assert [criterion.code for criterion, _ in outline[1].steps] == ["MA-2"]


def test_how_a_yearly_criterion_is_decided_is_told_of_any_year(cast: Cast) -> None:
    assert "Đạt khi sổ xếp loại năm xét ghi mức Hoàn thành xuất sắc nhiệm vụ." in text(cast)


def test_the_numbers_say_who_set_them(cast: Cast) -> None:
    found = text(cast)

    assert "k = 2" in found
    assert "do Hội đồng Thi đua - Khen thưởng Trường đặt" in found


def test_what_a_vote_needs_is_told_with_its_days_and_who_says_so(cast: Cast) -> None:
    page = signed_in(cast.staff).get("/ke-hoach/").content.decode()

    row = page[page.index("Chiến sĩ thi đua cơ sở</th>") :].split("</tr>")[0]
    assert "từ 80% tổng số thành viên trở lên" in row
    assert "từ 01/01/2024 đến 30/06/2025" in row
    assert "NĐ 98/2023/NĐ-CP Điều 30 khoản 7" in row
    assert "trên 50% tổng số thành viên" in page
    assert "Mỗi hồ sơ bỏ phiếu nhiều nhất 2 lần." in page


def test_the_draft_edition_is_marked(cast: Cast) -> None:
    assert "dự thảo, chưa có hiệu lực" in text(cast, "?ban=nganh-tu-phap-2026-2030")
    assert "dự thảo, chưa có hiệu lực" not in text(cast)


def test_an_edition_that_does_not_exist_shows_the_one_in_force(cast: Cast) -> None:
    answer = signed_in(cast.staff).get("/ke-hoach/?ban=khac")

    assert answer.status_code == 404
    assert "Không có bản kế hoạch mang mã «khac»" in answer.content.decode()
    assert answer.context["plan"].code == "nganh-tu-phap-2021-2025"


def test_milestones_have_days_left_or_are_past(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        due = signed_in(cast.staff).get("/ke-hoach/?ban=nganh-tu-phap-2026-2030").context["due_dates"]
        past = signed_in(cast.staff).get("/ke-hoach/").context["due_dates"]

    assert {one.milestone.code: one.days_left for one in due}["yearly-review"] == 350
    assert {one.milestone.code: one.days_left < 0 for one in past} == {
        "interim-review": True,
        "final-review": True,
        "yearly-review": True,
    }
