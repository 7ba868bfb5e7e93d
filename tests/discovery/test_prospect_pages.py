"""The pages of prospects: lists, one of them, its practice, units that put nobody forward; who sees what."""

from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.utils.timezone import now
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.discovery.actions import practices
from lantoa.discovery.actions.tips import handling
from lantoa.discovery.models import NobodyPutForward, Practice, Prospect
from lantoa.domain.practices import PracticeText
from lantoa.domain.stages import MOVES, ProspectStage, TipStage
from lantoa.register.models import Post
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.discovery.finding import prospect, signal
from tests.discovery.tips import tip_at

PRACTICE = {
    "title": "Phiên toà tập sự",
    "problem": "Sinh viên ít thực hành",
    "done": "Mỗi tháng một phiên",
    "result": "Tỷ lệ đạt từ 71% lên 88%",
    "seen": "0",
}
DEEDS = {
    "choose": ("chon", {"decision": "Biên bản số 4"}),
    "set_aside": ("thoi-theo-doi", {"reason": "Chuyển việc khác"}),
}


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def get(user: User, address: str) -> HttpResponse:
    answer: HttpResponse = signed_in(user).get(address)  # type: ignore[assignment]
    return answer


def post(user: User, address: str, data: dict[str, Any] | None = None) -> HttpResponse:
    answer: HttpResponse = signed_in(user).post(address, data or {})  # type: ignore[assignment]
    return answer


def listed(user: User, question: str = "") -> list[str]:
    answer = get(user, f"/phat-hien/nhan-to/?{question}")
    return [one.subject.code for one, _tier, _is_alone in answer.context["rows"]]  # type: ignore[attr-defined]


def table_of(answer: Any) -> list[list[Any]]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


# ---- found


def test_the_meetings_form_finds_a_prospect(cast: Cast) -> None:
    given = {"subject": "le thanh binh", "grounds": "Họp 05/01", "merit": "3/2025", "tier": "school-annual"}

    answer = post(cast.head, "/phat-hien/nhan-to/moi/", given)

    made = Prospect.objects.get()
    assert answer.headers["Location"] == f"/phat-hien/nhan-to/{made.pk}/"
    assert (made.subject, made.origin, made.tier, str(made.merit_day)) == (
        cast.lecturer.subject,
        "meeting",
        "school-annual",
        "2025-03-01",
    )


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"subject": "Người lạ"}, "subject", "Chưa rõ là ai trong sổ."),
        ({"subject": "CB6", "grounds": " "}, "grounds", "Trường này là bắt buộc."),
        ({"subject": "CB4"}, "subject", "Bạn chỉ được chọn nhân tố mới trong phạm vi đơn vị mình phụ trách."),
        ({"subject": "CB2"}, "subject", "Không ai tự chọn mình."),
        ({"subject": "CB6", "merit": "hôm nọ"}, "merit", "«hôm nọ» chưa đọc được."),
        ({"subject": "CB6", "tier": "x"}, "tier", "Hãy chọn một lựa chọn hợp lệ."),
    ],
)
def test_what_cannot_be_found_is_explained_beside_its_field(
    given: dict[str, str], field: str, sentence: str, cast: Cast
) -> None:
    answer = post(cast.head, "/phat-hien/nhan-to/moi/", {"grounds": "Họp", **given})

    errors = answer.context["form"].errors  # type: ignore[attr-defined]
    assert (answer.status_code, list(errors), Prospect.objects.count()) == (422, [field], 0)
    assert errors[field][0].startswith(sentence)


def test_who_left_is_refused_at_the_meeting(cast: Cast) -> None:
    Post.objects.filter(person=cast.lecturer).update(until="2025-06-30")

    answer = post(cast.officer, "/phat-hien/nhan-to/moi/", {"subject": "CB6", "grounds": "Họp"})

    assert answer.status_code == 422
    assert "hiện không còn công tác" in answer.content.decode()


def test_who_is_followed_already_is_shown_instead_of_found_again(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)

    answer = post(cast.head, "/phat-hien/nhan-to/moi/", {"subject": "CB6", "grounds": "Họp"})

    assert answer.headers["Location"] == f"/phat-hien/nhan-to/{made.pk}/"


def test_a_link_from_a_record_opens_the_form_filled(cast: Cast) -> None:
    answer = get(cast.head, "/phat-hien/nhan-to/moi/?doi_tuong=CB6")

    assert 'value="Lê Thanh Bình (CB6)"' in answer.content.decode()


def test_a_tip_accepted_with_one_press_is_a_prospect_that_leads_back_to_it(cast: Cast) -> None:
    tip = tip_at(TipStage.IN_HAND, cast)

    post(cast.head, f"/phat-hien/mach/{tip.code}/chon/", {"answer": "Khoa chọn."})

    made = Prospect.objects.get()
    assert f"/phat-hien/mach/{tip.code}/" in get(cast.head, f"/phat-hien/nhan-to/{made.pk}/").content.decode()


# ---- the list


def test_the_head_sees_the_own_units_the_person_oneself(cast: Cast) -> None:
    assert cast.staff.person
    for who in (cast.lecturer, cast.staff.person, cast.division, cast.office):
        prospect(who, cast)

    seen = {name: sorted(listed(getattr(cast, name))) for name in ("officer", "head", "other_head", "staff", "deputy")}

    assert seen == {
        "officer": ["BM", "CB5", "CB6", "PDT"],
        "head": ["BM", "CB5", "CB6"],
        "other_head": ["PDT"],
        "staff": ["CB5"],
        "deputy": [],
    }


def test_who_moved_in_is_seen_by_the_new_head_too(cast: Cast) -> None:
    prospect(cast.lecturer, cast)
    Post.objects.filter(person=cast.lecturer).update(until="2025-12-31")
    people.post(cast.lecturer, cast.office, since="1/1/2026")

    assert [listed(user) for user in (cast.head, cast.other_head)] == [["CB6"], ["CB6"]]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", ["CB6", "CB5", "PDT"]),
        ("buoc=tat-ca", ["CB6", "CB5", "PDT", "BM"]),
        ("buoc=set_aside", ["BM"]),
        ("buoc=chosen", ["CB5"]),
        ("q=phong dao tao", ["PDT"]),
        ("don_vi=KL", ["CB6", "CB5"]),
        ("don_vi=KL&rieng=on", []),
        ("don_vi=BM&rieng=on", ["CB6", "CB5"]),
        ("bac=school-annual", ["CB5"]),
        ("bac=chua-dinh", ["CB6", "PDT"]),
        ("nam=2026", ["CB6", "CB5", "PDT"]),
        ("nam=2025", []),
        ("nguon=meeting&buoc=found", ["CB6"]),
        ("nguon=tip", []),
        ("lau=on", ["PDT"]),
        ("sap_xep=ten", ["CB5", "CB6", "PDT"]),
        ("sap_xep=-ten", ["PDT", "CB6", "CB5"]),
        ("sap_xep=don_vi", ["CB5", "CB6", "PDT"]),
        ("sap_xep=-buoc", ["PDT", "CB5", "CB6"]),
        ("sap_xep=xem_xet", ["PDT", "CB5", "CB6"]),
        ("sap_xep=khong", ["CB6", "CB5", "PDT"]),
        ("buoc=khong&bac=khong&don_vi=khong", ["CB6", "CB5", "PDT"]),
    ],
)
def test_filters_and_orders(question: str, found: list[str], cast: Cast) -> None:
    assert cast.staff.person
    prospect(cast.lecturer, cast)
    prospect(cast.staff.person, cast, ProspectStage.CHOSEN)
    prospect(cast.office, cast, ProspectStage.READY)
    prospect(cast.division, cast, ProspectStage.SET_ASIDE)
    Prospect.objects.filter(subject__code="CB5").update(tier="school-annual")
    Prospect.objects.filter(subject__code="PDT").update(looked_at="2025-10-01T00:00:00Z")

    assert listed(cast.officer, question) == found


def test_the_tiles_count_what_the_reader_may_see(cast: Cast) -> None:
    prospect(cast.lecturer, cast)
    prospect(cast.division, cast, ProspectStage.CHOSEN)
    prospect(cast.office, cast)
    Prospect.objects.update(looked_at="2025-10-01T00:00:00Z")

    answer = get(cast.head, "/phat-hien/nhan-to/")

    tiles = {stage: number for stage, _words, number, _kind in answer.context["tiles"]}  # type: ignore[attr-defined]
    assert tiles == {"found": 1, "chosen": 1, "nurtured": 0, "ready": 0, "nominated": 0}
    assert answer.context["numbers"].alone == 2  # type: ignore[attr-defined]


def test_the_export_follows_the_filter_with_the_practice_beside_it(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast, ProspectStage.CHOSEN)
    text = PracticeText("Phiên toà tập sự", "Ít thực hành", "Mỗi tháng một phiên", "Từ 71% lên 88%")
    practices.write(prospect=made, text=text, seen=0, by=cast.head, at=NOW)
    prospect(cast.division, cast)

    table = table_of(get(cast.head, "/phat-hien/nhan-to/xuat/?buoc=chosen"))

    assert [row[:4] for row in table[1:]] == [["CB6", "Lê Thanh Bình", "Bộ môn Luật Dân sự", "nhân tố mới"]]
    assert table[1][6:8] + table[1][-2:] == [
        "Họp bộ môn 05/01/2026",
        "Biên bản số 3",
        "Phiên toà tập sự",
        "Từ 71% lên 88%",
    ]


@pytest.mark.parametrize(
    ("name", "question", "title"),
    [
        ("head", "", "Chưa theo dõi ai"),
        ("staff", "", "Chưa có gì ở đây"),
        ("head", "q=khong", "Không có ai như vậy"),
    ],
)
def test_an_empty_list_says_what_it_will_hold(name: str, question: str, title: str, cast: Cast) -> None:
    assert title in get(getattr(cast, name), f"/phat-hien/nhan-to/?{question}").content.decode()


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_list_takes_as_many_queries_for_many_as_for_one(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        prospect(people.person(f"X{place}", f"Người {place}", cast.division), cast)
    head = signed_in(cast.head)
    head.get("/phat-hien/nhan-to/")

    with django_assert_num_queries(8):
        head.get("/phat-hien/nhan-to/")


# ---- one of them


@pytest.mark.parametrize(
    ("name", "status"),
    [("officer", 200), ("head", 200), ("other_head", 403), ("staff", 403), ("administrator", 403), ("stranger", 403)],
)
def test_one_opens_for_its_head_and_the_officer(name: str, status: int, cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)

    assert get(getattr(cast, name), f"/phat-hien/nhan-to/{made.pk}/").status_code == status


def test_the_person_sees_it_and_decides_nothing(cast: Cast) -> None:
    assert cast.staff.person
    made = prospect(cast.staff.person, cast)

    words = get(cast.staff, f"/phat-hien/nhan-to/{made.pk}/").content.decode()

    assert ("Viết mô hình, cách làm" in words, "Chọn làm nhân tố mới</button>" in words) == (True, False)
    assert post(cast.staff, f"/phat-hien/nhan-to/{made.pk}/chon/", {"decision": "Tôi"}).status_code == 403


def test_a_prospect_from_a_signal_shows_its_rule_and_rows(cast: Cast) -> None:
    post(cast.head, f"/phat-hien/tin-hieu/{signal(cast.lecturer, cast).pk}/theo-doi/")

    words = get(cast.head, f"/phat-hien/nhan-to/{Prospect.objects.get().pk}/").content.decode()

    assert "Xếp loại lên dần (2024)" in words
    assert "Xếp loại năm 2024" in words


def test_nobody_of_that_number_is_not_found(cast: Cast) -> None:
    assert get(cast.officer, "/phat-hien/nhan-to/99/").status_code == 404


def test_the_unit_chooses_with_its_grounds_and_the_plan_is_next(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)
    address = f"/phat-hien/nhan-to/{made.pk}/"

    post(cast.head, f"{address}chon/", {"decision": "Biên bản số 4", "tier": "school-annual"})

    made.refresh_from_db()
    assert (made.stage, made.decision, made.tier, made.chosen_by) == (
        "chosen",
        "Biên bản số 4",
        "school-annual",
        cast.head,
    )
    assert f"/boi-duong/moi/?nhan-to={made.pk}" in get(cast.head, address).content.decode()


@pytest.mark.parametrize("deed", ["chon", "thoi-theo-doi", "xem-xet"])
def test_without_a_reason_nothing_is_written(deed: str, cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)

    answer = post(cast.head, f"/phat-hien/nhan-to/{made.pk}/{deed}/")

    assert (answer.status_code, Prospect.objects.get().stage) == (422, "found")
    assert "Chưa lưu được. Cần sửa:" in answer.content.decode()


@pytest.mark.parametrize("stage", ProspectStage)
@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_at_each_stage_is_done_or_explained(deed: str, stage: ProspectStage, cast: Cast) -> None:
    made = prospect(cast.lecturer, cast, stage)
    address, given = DEEDS[deed]

    answer = post(cast.head, f"/phat-hien/nhan-to/{made.pk}/{address}/", given)

    if stage in MOVES[ProspectStage][deed].sources:
        assert (answer.status_code, Prospect.objects.get().stage) == (302, MOVES[ProspectStage][deed].target)
    else:
        assert (answer.status_code, Prospect.objects.get().stage) == (409, stage.value)
        assert "hiện đang ở bước" in answer.content.decode()


def test_looking_again_moves_the_day_and_is_told_in_the_log(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)
    Prospect.objects.update(looked_at="2025-09-01T00:00:00Z")
    address = f"/phat-hien/nhan-to/{made.pk}/"
    before = get(cast.head, address).content.decode()

    post(cast.head, f"{address}xem-xet/", {"note": "Đã dự giờ, lớp rất sôi nổi"})

    after = get(cast.head, address).content.decode()
    assert ("Đã quá 90 ngày" in before, "Đã quá 90 ngày" in after) == (True, False)
    assert "Đã dự giờ, lớp rất sôi nổi" in after
    assert Prospect.objects.get().looked_at == now()


def test_one_page_takes_as_many_queries_after_a_long_story(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = prospect(cast.lecturer, cast)
    head = signed_in(cast.head)
    address = f"/phat-hien/nhan-to/{made.pk}/"
    for number in range(20):
        head.post(f"{address}xem-xet/", {"note": f"Lần {number}"})
    head.get(address)

    with django_assert_num_queries(8):
        head.get(address)


# ---- its practice


def test_a_practice_is_written_and_read_on_one_page(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)
    address = f"/phat-hien/nhan-to/{made.pk}/cach-lam/"

    answer = post(cast.head, f"{address}sua/", PRACTICE)

    assert answer.headers["Location"] == address
    words = get(cast.head, address).content.decode()
    assert all(PRACTICE[name] in words for name in ("title", "problem", "done", "result"))


def test_there_is_no_page_before_it_is_written(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)

    assert get(cast.head, f"/phat-hien/nhan-to/{made.pk}/cach-lam/").status_code == 404


def test_a_result_without_a_number_is_no_result(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)

    answer = post(cast.head, f"/phat-hien/nhan-to/{made.pk}/cach-lam/sua/", {**PRACTICE, "result": "Tốt hơn nhiều"})

    errors = answer.context["form"].errors  # type: ignore[attr-defined]
    assert (answer.status_code, list(errors), Practice.objects.count()) == (422, ["result"], 0)


def test_two_who_write_at_once_both_see_both_texts(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)
    address = f"/phat-hien/nhan-to/{made.pk}/cach-lam/sua/"
    post(cast.officer, address, {**PRACTICE, "title": "Toà tập sự hằng tháng"})

    answer = post(cast.head, address, PRACTICE)

    words = answer.content.decode()
    assert (answer.status_code, Practice.objects.get().title) == (409, "Toà tập sự hằng tháng")
    assert 'value="Phiên toà tập sự"' in words
    assert "Toà tập sự hằng tháng" in words
    assert words.count("Đang có:") == 1


def test_saved_once_more_after_seeing_it_one_text_replaces_the_other(cast: Cast) -> None:
    made = prospect(cast.lecturer, cast)
    address = f"/phat-hien/nhan-to/{made.pk}/cach-lam/sua/"
    post(cast.officer, address, {**PRACTICE, "title": "Toà tập sự hằng tháng"})
    seen = post(cast.head, address, PRACTICE).context["form"]["seen"].value()  # type: ignore[attr-defined]

    post(cast.head, address, {**PRACTICE, "seen": seen})

    assert (Practice.objects.get().title, Practice.objects.get().version) == ("Phiên toà tập sự", 2)


def test_the_person_writes_about_the_own_practice_and_nobody_elses(cast: Cast) -> None:
    assert cast.staff.person
    own, other = prospect(cast.staff.person, cast), prospect(cast.lecturer, cast)

    answers = [post(cast.staff, f"/phat-hien/nhan-to/{one.pk}/cach-lam/sua/", PRACTICE) for one in (own, other)]

    assert [answer.status_code for answer in answers] == [302, 403]


# ---- units


def test_units_are_shown_with_what_they_chose_and_said(cast: Cast) -> None:
    prospect(cast.lecturer, cast, ProspectStage.CHOSEN)
    post(cast.other_head, "/phat-hien/don-vi/PDT/2025/", {"reason": "Đang sáp nhập"})

    answer = get(cast.officer, "/phat-hien/don-vi/")

    words = answer.content.decode()
    assert answer.context["years"] == (2026, 2025)  # type: ignore[attr-defined]
    assert [one.unit.subject.code for one in answer.context["page"]] == ["BM", "KL", "PDT"]  # type: ignore[attr-defined]
    assert ("Đang sáp nhập" in words, "1 nhân tố mới" in words) == (True, True)
    assert "Đơn vị nào cũng đã giới thiệu hoặc nói rõ vì sao chưa." in words


def test_two_silent_years_are_seen_kindly(cast: Cast) -> None:
    words = get(cast.head, "/phat-hien/don-vi/").content.decode()

    assert "2 đơn vị hai năm nay chưa có tin. Có thể người tốt ở đó chưa ai kể" in words


@pytest.mark.parametrize(
    ("question", "found"), [("", ["BM", "KL", "PDT"]), ("q=dan su", ["BM"]), ("im_lang=on", ["PDT"]), ("q=x", [])]
)
def test_units_are_searched_and_filtered(question: str, found: list[str], cast: Cast) -> None:
    prospect(cast.lecturer, cast, ProspectStage.CHOSEN)

    answer = get(cast.officer, f"/phat-hien/don-vi/?{question}")

    assert [one.unit.subject.code for one in answer.context["page"]] == found  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("KL/2026/", 409, "Năm 2026 đơn vị đã chọn nhân tố mới"),
        ("KL/2024/", 422, "Chỉ ghi lý do cho năm 2025 hoặc 2026."),
        ("PDT/2026/", 403, ""),
        ("SL/2026/", 404, ""),
        ("XX/2026/", 404, ""),
    ],
)
def test_what_a_unit_cannot_say_is_explained(address: str, status: int, sentence: str, cast: Cast) -> None:
    prospect(cast.lecturer, cast, ProspectStage.CHOSEN)

    answer = post(cast.head, f"/phat-hien/don-vi/{address}", {"reason": "Bận"})

    assert (answer.status_code, NobodyPutForward.objects.count()) == (status, 0)
    assert sentence in answer.content.decode()


def test_said_twice_it_is_said_already(cast: Cast) -> None:
    post(cast.head, "/phat-hien/don-vi/KL/2025/", {"reason": "Đang ổn định tổ chức"})

    answer = post(cast.head, "/phat-hien/don-vi/KL/2025/", {"reason": "Khác"})

    assert answer.status_code == 409
    assert "đã được khoa ghi ngày 15/01/2026" in answer.content.decode()


def test_the_export_of_units_has_a_row_for_each_year(cast: Cast) -> None:
    post(cast.head, "/phat-hien/don-vi/KL/2025/", {"reason": "Đang ổn định tổ chức"})

    table = table_of(get(cast.head, "/phat-hien/don-vi/xuat/?q=khoa"))

    assert table[1:] == [
        ["KL", "Khoa Luật", "2026", "0", "", "", ""],
        ["KL", "Khoa Luật", "2025", "0", "Đang ổn định tổ chức", "khoa", "15/01/2026"],
    ]


@pytest.mark.parametrize("number", [1, 60])
def test_units_take_as_many_queries_for_many_as_for_one(
    number: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        people.unit(f"U{place}", f"Tổ {place}", under=cast.faculty)
    officer = signed_in(cast.officer)
    officer.get("/phat-hien/don-vi/")

    with django_assert_num_queries(7):
        officer.get("/phat-hien/don-vi/")


def test_the_tip_page_leads_to_its_prospect(cast: Cast) -> None:
    tip = tip_at(TipStage.IN_HAND, cast)
    made = handling.accept(tip=tip, answer="Khoa chọn.", by=cast.head, at=NOW)

    assert f"/phat-hien/nhan-to/{made.pk}/" in get(cast.head, f"/phat-hien/mach/{tip.code}/").content.decode()
