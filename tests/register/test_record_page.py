"""One person's or unit's page: who may open it, the time line, the way through the tiers."""

import re
from typing import Any

import pytest

from lantoa.accounts.models import User
from lantoa.domain.records import AwardStatus, Ledger
from lantoa.register.models import Person
from tests import cast as school
from tests.cast import Cast, signed_in


def page(user: User, code: str, query: str = "nam=2024") -> Any:
    answer = signed_in(user).get(f"/ho-so/{code}/?{query}")
    assert answer.status_code == 200
    return answer


def text(user: User, code: str, query: str = "nam=2024") -> str:
    return str(page(user, code, query).content.decode())


def happenings(user: User, code: str) -> list[tuple[int, str]]:
    years = page(user, code).context["timeline"]
    return [(year, one.what) for year, found in years for one in found]


def main_of(answer: Any) -> str:
    return str(answer.content.decode().split("<main")[1].split("</main>")[0])


def status(user: User, code: str) -> int:
    return signed_in(user).get(f"/ho-so/{code}/").status_code


# Who may open it


@pytest.mark.parametrize(
    ("who", "codes"),
    [
        ("officer", ["CB1", "CB2", "CB5", "CB6", "KL", "BM", "PDT", "SL"]),
        ("head", ["CB2", "CB5", "CB6", "KL", "BM"]),
        ("deputy", ["CB4"]),
        ("staff", ["CB5"]),
        ("administrator", []),
        ("stranger", []),
    ],
)
def test_a_record_opens_for_the_person_the_head_and_the_officer(cast: Cast, who: str, codes: list[str]) -> None:
    everything = ["CB1", "CB2", "CB3", "CB4", "CB5", "CB6", "KL", "BM", "PDT", "SL"]

    opened = [code for code in everything if status(getattr(cast, who), code) == 200]

    assert sorted(opened) == sorted(codes if who != "officer" else everything)


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_who_may_not_see_all_cannot_tell_a_hidden_record_from_none(cast: Cast, who: str) -> None:
    browser = signed_in(getattr(cast, who))

    hidden, missing = browser.get("/ho-so/CB1/"), browser.get("/ho-so/KHONG-CO/")

    assert (hidden.status_code, missing.status_code) == (403, 403)
    assert main_of(hidden) == main_of(missing)


def test_the_officer_is_told_that_a_code_does_not_exist(cast: Cast) -> None:
    assert status(cast.officer, "KHONG-CO") == 404


def test_a_head_loses_sight_of_who_has_left(cast: Cast) -> None:
    school.person("CB7", "Vũ Thị Yên")
    yen = Person.objects.get(subject__code="CB7")
    school.post(yen, cast.faculty, until="31/12/2022")
    school.post(yen, cast.office, since="1/1/2023")

    assert (status(cast.head, "CB7"), status(cast.other_head, "CB7")) == (403, 200)


# The time line


def test_years_go_down_and_each_tells_what_happened(cast: Cast) -> None:
    school.rating(cast.lecturer, 2023)
    school.award(cast.lecturer, 2024, "CSTĐCS", status=AwardStatus.ELIGIBLE)
    school.initiative(cast.lecturer, 2022)
    school.recognition(cast.lecturer, "school-annual", 2024)
    school.attestation(cast.lecturer, "G1", 2023)
    school.attestation(cast.lecturer, "G4", 2023, passed=False)

    assert happenings(cast.staff if cast.staff.person == cast.lecturer else cast.officer, "CB6") == [
        (2024, "Được công nhận: Điển hình tiên tiến của Trường hằng năm"),
        (2024, "CSTĐCS"),
        (2023, "Xếp loại: Hoàn thành xuất sắc nhiệm vụ"),
        (2023, "Xác nhận: G1 đạt, G4 không đạt"),
        (2022, "Sáng kiến: Ngân hàng câu hỏi tình huống"),
        (2018, "Bắt đầu: Giảng viên, Bộ môn Luật Dân sự"),
    ]


def test_an_award_tells_its_decision_and_that_it_is_not_yet_given(cast: Cast) -> None:
    school.award(
        cast.lecturer,
        2024,
        "CSTĐCS",
        status=AwardStatus.ELIGIBLE,
        decision="12/QĐ",
        decided="5/1/2025",
        issuer="Trường",
    )

    assert "cấp trường; đủ điều kiện, chưa tặng; QĐ 12/QĐ ngày 05/01/2025; Trường" in text(cast.officer, "CB6")


def test_a_sanction_is_seen_by_the_person_the_head_and_the_officer(cast: Cast) -> None:
    an = cast.staff.person
    assert an
    school.sanction(an, "5/3/2024")

    for user in (cast.staff, cast.head, cast.officer):
        assert (2024, "Kỷ luật: khiển trách") in happenings(user, "CB5")


def test_a_cancelled_sanction_says_so(cast: Cast) -> None:
    school.sanction(cast.lecturer, "5/3/2024", cancelled=True)

    assert "đã huỷ bỏ" in text(cast.officer, "CB6")


def test_rows_lead_the_officer_to_the_register_and_nobody_else(cast: Cast) -> None:
    rating = school.rating(cast.lecturer, 2024)

    assert f'href="/so/xep-loai/{rating.pk}/"' in text(cast.officer, "CB6")
    assert "/so/xep-loai/" not in text(cast.head, "CB6")


def test_nothing_on_file_is_said(cast: Cast) -> None:
    school.unit("MOI", "Tổ Khảo thí", under=cast.office)

    assert "Chưa có gì trong sổ" in text(cast.officer, "MOI")


# The way


def test_the_way_has_four_steps_with_their_verdicts(cast: Cast) -> None:
    for ledger in Ledger:
        school.closing(ledger, 2024)
    school.rating(cast.lecturer, 2024)
    school.recognition(cast.lecturer, "school-annual", 2024)

    steps = page(cast.officer, "CB6").context["steps"]

    assert [(step.tier.code, step.assessment.verdict.code, step.is_recognised) for step in steps] == [
        ("school-annual", "not_met", True),
        ("sector-annual", "met", False),
        ("school-period", "unknown", False),
        ("sector-period", "unknown", False),
    ]


def test_what_is_missing_comes_with_what_to_do(cast: Cast) -> None:
    for ledger in Ledger:
        school.closing(ledger, 2024)

    found = text(cast.officer, "CB6")

    assert "Cần được xếp loại Hoàn thành xuất sắc nhiệm vụ năm 2024." in found
    assert "Cần có ít nhất 01 danh hiệu từ Chiến sĩ thi đua cơ sở trở lên trong năm 2024." in found
    assert 'href="/xac-nhan/?doi_tuong=CB6&amp;tieu_chi=G1&amp;nam=2024"' in found


def test_the_next_step_is_the_first_open_question(cast: Cast) -> None:
    step, display = page(cast.officer, "CB6").context["next_step"]

    assert (step.tier.code, display.criterion.code) == ("school-annual", "G1")
    assert "Bước tiếp theo" in text(cast.officer, "CB6")


def test_the_first_tier_not_yet_met_is_open_and_the_others_are_closed(cast: Cast) -> None:
    for year in (2024, 2025):
        school.recognition(cast.lecturer, "school-annual", year)

    tiers = re.findall(
        r'<details class="panel strong tier"( open)?>.*?<h3 id="(.*?)-heading">', text(cast.officer, "CB6"), re.DOTALL
    )

    assert tiers == [
        ("", "school-annual"),
        ("", "sector-annual"),
        (" open", "school-period"),
        ("", "sector-period"),
    ]


def test_staff_read_who_must_act_instead_of_a_button(cast: Cast) -> None:
    found = text(cast.staff, "CB5")

    assert "/xac-nhan/?" not in found
    assert "Không ai tự xác nhận cho mình. Hãy nhờ trưởng đơn vị cấp trên" in found


def test_the_sector_step_names_the_deliberation(cast: Cast) -> None:
    assert "Hội đồng Thi đua - Khen thưởng Trường bình xét, Hiệu trưởng đề nghị" in text(cast.officer, "CB6")


def test_a_recognition_stands_whatever_the_book_says_today(cast: Cast) -> None:
    school.recognition(cast.lecturer, "school-annual", 2024)

    assert "không thay đổi quyết định đã có" in text(cast.officer, "CB6")


def test_a_year_of_the_way_can_be_chosen(cast: Cast) -> None:
    school.rating(cast.lecturer, 2023)

    assert page(cast.officer, "CB6", "").context["year"] == 2023
    assert page(cast.officer, "CB6", "nam=2021").context["year"] == 2021


def test_a_year_outside_the_plan_falls_back_and_says_so(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/ho-so/CB6/?nam=1999")

    assert answer.status_code == 404
    assert "Kế hoạch không có năm «1999»" in answer.content.decode()
    assert answer.context["steps"] != []


def test_someone_without_a_post_is_no_subject_that_year(cast: Cast) -> None:
    school.person("CB7", "Vũ Thị Yên")

    assert "người này không có vị trí công tác nào trong sổ" in text(cast.officer, "CB7")


def test_the_root_is_no_subject(cast: Cast) -> None:
    assert "là đơn vị gốc" in text(cast.officer, "SL")


def test_a_hold_in_force_is_said(cast: Cast) -> None:
    school.hold(cast.lecturer, "1/6/2024")

    assert "Đang xác minh đơn tố cáo" in text(cast.officer, "CB6")


# Units


def test_a_unit_names_its_head_its_people_and_the_units_below(cast: Cast) -> None:
    facts = page(cast.officer, "KL").context["facts"]

    assert [post.person.subject.name for post in facts.heads] == ["Trần Văn Khoa"]
    assert (facts.people, facts.number_of_people) == ([], 1)
    assert [unit.subject.name for unit in facts.below] == ["Bộ môn Luật Dân sự"]


def test_a_head_of_a_unit_leads_to_it(cast: Cast) -> None:
    assert '<a href="/ho-so/KL/">Khoa Luật</a>' in text(cast.officer, "CB2")


def test_a_code_with_signs_in_it_works(cast: Cast) -> None:
    school.person("CB 7+&", "Vũ Thị Yên", cast.faculty)

    answer = signed_in(cast.officer).get("/ra-soat/?q=yen&nam=2024")

    assert 'href="/ho-so/CB%207%2B%26/?nam=2024"' in answer.content.decode()
    assert "Vũ Thị Yên" in text(cast.officer, "CB 7+&")
