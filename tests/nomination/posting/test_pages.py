"""Pages of postings and objections: read, typed, sent, refused; inside and outside."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.discovery.models import Place
from lantoa.domain.authority import Role
from lantoa.domain.stages import ObjectionStage, PostingStage
from lantoa.nomination.actions.posting import running
from lantoa.nomination.forms.posting import ObjectionForm
from lantoa.nomination.models import Consent, Nomination, Objection, ObjectorIdentity, PostedCandidate, Posting
from lantoa.nomination.queries.posting.deadlines import objections as objection_deadlines
from lantoa.nomination.queries.posting.deadlines import postings as posting_deadlines
from lantoa.notice.queries.deadlines import Deadline
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.posting.made import (
    AFTER,
    ENDS,
    FINDINGS,
    STARTS,
    SUMMARY,
    TEXT,
    candidate_of,
    objection,
    objection_at,
    opened,
    posting_at,
    prepared,
    second_officer,
    verified,
)

QUERIES = 15
WORDS = {"text": TEXT, "evidence": "", "manner": "giu-kin"}
DATES = {"audience": "inside", "starts": "15/01/2026", "ends": "22/01/2026", "note": "Mời mọi người đọc."}


@pytest.fixture(autouse=True)
def now() -> Iterator[None]:
    """Every page is opened at nine in the morning of the first day."""
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        yield


def text_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def get(client: Client, address: str) -> HttpResponse:
    return client.get(address)  # type: ignore[return-value]


def post(client: Client, address: str, **words: object) -> HttpResponse:
    return client.post(address, words)  # type: ignore[return-value]


def names_on(answer: HttpResponse) -> list[str]:
    """The candidates of the list, or the rounds of the table, in their order."""
    return re.findall(r'(?:<tr><th scope="row"><a[^>]*>|<li class="stack tight">\s*<h2>)([^<]+)', text_of(answer))


def token(*, before: int = 60) -> str:
    """Of a form that was opened so many seconds ago."""
    with time_machine.travel(NOW + timedelta(minutes=5, seconds=-before), tick=False):
        return str(ObjectionForm().initial["token"])


def consented(nomination: Nomination, *answers: bool) -> None:
    for place, answer in enumerate(answers):
        at = NOW + timedelta(minutes=place)
        Consent.objects.create(nomination=nomination, is_given=answer, by=nomination.made_by, at=at)


def three_posted(cast: Cast, audience: str = "inside") -> Posting:
    for who in (cast.lecturer, cast.division, cast.faculty):
        verified(cast, who)
    return opened(cast, audience)


def test_everybody_inside_reads_who_is_posted_and_until_when(cast: Cast) -> None:
    three_posted(cast)

    page = get(signed_in(cast.deputy), "/cong-khai/")

    assert names_on(page) == ["Lê Thanh Bình", "Bộ môn Luật Dân sự", "Khoa Luật"]
    assert "còn 7 ngày" in text_of(page)


def test_what_is_posted_inside_is_not_read_outside(cast: Cast) -> None:
    three_posted(cast)

    for client in (Client(), signed_in(cast.stranger)):
        page = get(client, "/cong-khai/")
        assert (names_on(page), "Hiện không có danh sách nào đang công khai" in text_of(page)) == ([], True)


@pytest.mark.parametrize(("answers", "shown"), [((), False), ((True,), True), ((True, False), False)])
def test_outside_people_are_shown_as_long_as_they_consent(cast: Cast, answers: tuple[bool], *, shown: bool) -> None:
    three_posted(cast, "public")
    consented(Nomination.objects.get(subject=cast.lecturer.subject), *answers)

    found = names_on(get(Client(), "/cong-khai/"))

    assert found == [*(["Lê Thanh Bình"] if shown else []), "Bộ môn Luật Dân sự", "Khoa Luật"]


def test_the_public_page_tells_no_more_than_name_unit_and_achievement(cast: Cast) -> None:
    three_posted(cast, "public")
    posting = Posting.objects.get()
    objection(candidate_of(posting), cast.deputy)

    words = text_of(get(Client(), "/cong-khai/"))

    assert [word for word in ("BM", "CB6", "/de-cu/", "phản ánh</a>", TEXT) if f">{word}" in words] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?q=le+thanh", ["Lê Thanh Bình"]),
        ("?loai=collective", ["Bộ môn Luật Dân sự", "Khoa Luật"]),
        ("?bac=sector-annual", []),
        ("?sap_xep=-ten", ["Khoa Luật", "Bộ môn Luật Dân sự", "Lê Thanh Bình"]),
        ("?sap_xep=bia&don_vi=khong", ["Lê Thanh Bình", "Bộ môn Luật Dân sự", "Khoa Luật"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(cast: Cast, asked: str, found: list[str]) -> None:
    three_posted(cast)

    assert names_on(get(signed_in(cast.deputy), f"/cong-khai/{asked}")) == found


def test_the_list_as_a_file_holds_what_everybody_reads(cast: Cast) -> None:
    three_posted(cast)

    answer = signed_in(cast.deputy).get("/cong-khai/xuat/?loai=individual")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [
            "Lê Thanh Bình",
            "Bộ môn Luật Dân sự",
            "Điển hình tiên tiến của Trường hằng năm, năm 2025",
            "Được đề nghị xét Trường hằng năm",
            "15/01/2026",
            "22/01/2026",
        ]
    ]


def many(cast: Cast, count: int) -> None:
    """So many units posted, with an objection each."""
    for number in range(count):
        verified(cast, school.unit(f"T{number}", f"Tổ {number}", under=cast.faculty))
    posting = opened(cast)
    for candidate in PostedCandidate.objects.filter(posting=posting):
        objection(candidate, cast.deputy)


@pytest.mark.parametrize("count", [1, 3, 60])
@pytest.mark.parametrize(
    "address", ["/cong-khai/", "/cong-khai/da-gui/", "/cong-khai/dot/", "/cong-khai/dot/{posting}/", "/phan-anh/"]
)
def test_however_many_rows_a_page_asks_little(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, count: int, address: str
) -> None:
    many(cast, count)
    client = signed_in(cast.officer)
    place = address.format(posting=Posting.objects.get().pk)

    with django_assert_max_num_queries(QUERIES):
        assert client.get(place).status_code == 200


def test_a_posting_is_prepared_from_a_round_with_its_days_filled_in(cast: Cast) -> None:
    verified(cast)
    client = signed_in(cast.officer)

    page = text_of(get(client, "/cong-khai/dot/moi/"))
    answer = post(client, "/cong-khai/dot/moi/", round=Nomination.objects.get().round_id, **DATES)

    made = Posting.objects.get()
    assert re.findall(r'name="(?:starts|ends)" value="([^"]+)"', page) == ["15/01/2026", "22/01/2026"]
    assert (answer.headers["Location"], made.note, made.candidates.count()) == (
        f"/cong-khai/dot/{made.pk}/",
        "Mời mọi người đọc.",
        1,
    )


def test_without_a_verified_dossier_the_form_says_what_comes_first(cast: Cast) -> None:
    assert "Chưa có hồ sơ nào thẩm định xong" in text_of(get(signed_in(cast.officer), "/cong-khai/dot/moi/"))


def test_too_few_days_are_refused_beside_the_field_with_who_set_them(cast: Cast) -> None:
    verified(cast)
    words = DATES | {"ends": "21/01/2026", "round": Nomination.objects.get().round_id}

    answer = post(signed_in(cast.officer), "/cong-khai/dot/moi/", **words)

    assert answer.status_code == 422
    assert "Công khai ít nhất 5 ngày làm việc (Do Hội đồng" in text_of(answer)


def test_the_days_are_written_anew_and_two_writers_see_both_texts(cast: Cast) -> None:
    posting = prepared(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/sua/"
    first = post(client, address, **DATES, version=1)

    second = post(client, address, **(DATES | {"note": "Bản hai"}), version=1)

    page = text_of(second)
    assert (first.status_code, second.status_code) == (302, 409)
    assert ("Mời mọi người đọc." in page, "Bản hai" in page, 'name="version" value="2"' in page) == (True, True, True)


def test_the_last_day_is_not_before_the_first(cast: Cast) -> None:
    posting = prepared(cast)

    answer = post(
        signed_in(cast.officer),
        f"/cong-khai/dot/{posting.pk}/sua/",
        **(DATES | {"ends": "14/01/2026"}),
        version=1,
    )

    assert (answer.status_code, "Ngày cuối không thể trước ngày đầu." in text_of(answer)) == (422, True)


def test_what_has_been_opened_is_not_written_any_more(cast: Cast) -> None:
    posting = opened(cast)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/sua/", **DATES, version=1)

    assert (answer.status_code, "hiện đang ở bước «đang công khai»" in text_of(answer)) == (409, True)


def test_a_list_is_filled_worded_opened_and_ended_by_presses(cast: Cast) -> None:
    posting = prepared(cast)
    verified(cast, cast.division)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"

    added = client.post(f"{address}them/", follow=True)
    first, second = PostedCandidate.objects.order_by("pk")
    worded = client.post(f"{address}{first.pk}/loi/", {"words": "Giảng dạy giỏi."}, follow=True)
    left = client.post(f"{address}{second.pk}/bo/", follow=True)
    up = client.post(f"{address}mo/", follow=True)
    with time_machine.travel(AFTER, tick=False):
        down = signed_in(cast.officer).post(f"{address}ket-thuc/", follow=True)

    said = ["Đã thêm 1 hồ sơ.", "Đã lưu câu thành tích.", "Đã đưa Bộ môn", "Danh sách đã công khai", "1 hồ sơ chuyển"]
    answers = [added, worded, left, up, down]
    assert [words in answer.content.decode() for words, answer in zip(said, answers, strict=True)] == [True] * 5
    assert PostedCandidate.objects.get().words == "Giảng dạy giỏi."


def test_an_empty_sentence_is_not_saved(cast: Cast) -> None:
    posting = prepared(cast)
    candidate = candidate_of(posting)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/{candidate.pk}/loi/", words=" ")

    assert (answer.status_code, PostedCandidate.objects.get().words) == (422, candidate.words)


def test_a_list_that_was_not_opened_is_thrown_away(cast: Cast) -> None:
    posting = prepared(cast)

    answer = post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/xoa/")

    assert (answer.headers["Location"], Posting.objects.count()) == ("/cong-khai/dot/", 0)


@pytest.mark.parametrize(
    ("stage", "deed", "status"),
    [
        (PostingStage.OPEN, "mo", 409),
        (PostingStage.OPEN, "ket-thuc", 422),
        (PostingStage.ENDED, "xoa", 409),
    ],
)
def test_a_press_that_comes_at_the_wrong_time_is_answered_with_the_reason(
    cast: Cast, stage: PostingStage, deed: str, status: int
) -> None:
    posting = posting_at(stage, cast)

    assert post(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/{deed}/").status_code == status


@pytest.mark.parametrize(("asked", "found"), [("", 3), ("?q=le+thanh", 1), ("?q=khong+co", 0), ("?sap_xep=don_vi", 3)])
def test_the_candidates_of_one_list_are_searched(cast: Cast, asked: str, found: int) -> None:
    posting = three_posted(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"

    page = text_of(get(client, f"{address}{asked}"))
    file = client.get(f"{address}xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (page.count("Sửa câu công bố"), sheet.max_row - 1) == (found, found)


def test_a_list_is_left_up_longer_from_its_page(cast: Cast) -> None:
    posting = opened(cast)
    client, address = signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/keo-dai/"

    answers = [
        post(client, address, ends=ends, reason="Bão số 9").status_code for ends in ("mai", "22/01/2026", "26/01/2026")
    ]

    assert (answers, f"{Posting.objects.get().ends:%d/%m}") == ([422, 422, 302], "26/01")


def test_the_page_says_why_a_button_is_not_for_now(cast: Cast) -> None:
    posting = opened(cast)

    page = text_of(get(signed_in(cast.officer), f"/cong-khai/dot/{posting.pk}/"))

    assert ('aria-disabled="true"' in page, "từ hôm sau mới kết thúc được" in page) == (True, True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", 2), ("?q=2025", 2), ("?q=khong+co", 0), ("?buoc=open", 1), ("?cho_ai=public", 0), ("?sap_xep=dot", 2)],
)
def test_postings_are_searched_filtered_and_sorted(cast: Cast, asked: str, found: int) -> None:
    opened(cast)
    verified(cast, cast.division)
    prepared(cast)

    page = get(signed_in(cast.officer), f"/cong-khai/dot/{asked}")
    file = signed_in(cast.officer).get(f"/cong-khai/dot/xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (len(names_on(page)), sheet.max_row - 1) == (found, found)


def test_a_colleague_objects_and_gets_a_code(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    client = signed_in(cast.deputy)

    answer = post(client, f"/cong-khai/{candidate.pk}/phan-anh/", **WORDS, token=token())

    made = Objection.objects.get()
    assert (answer.status_code, made.code in text_of(answer), made.text, made.is_confidential) == (
        200,
        True,
        TEXT,
        True,
    )


def test_pressed_twice_it_is_one_objection(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    words = WORDS | {"token": token()}

    codes = [
        re.findall(r"PA\w{8}", text_of(post(signed_in(cast.deputy), f"/cong-khai/{candidate.pk}/phan-anh/", **words)))[
            0
        ]
        for _press in range(2)
    ]

    assert (codes[0], Objection.objects.count()) == (codes[1], 1)


def test_without_words_nothing_is_sent(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))

    answer = post(signed_in(cast.deputy), f"/cong-khai/{candidate.pk}/phan-anh/", manner="giu-kin", token=token())

    assert (answer.status_code, Objection.objects.count()) == (422, 0)


def test_ones_own_candidature_is_not_objected_to(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    himself = school.account("binh", Role.STAFF, of=cast.lecturer)

    answer = post(signed_in(himself), f"/cong-khai/{candidate.pk}/phan-anh/", **WORDS, token=token())

    assert (answer.status_code, "hồ sơ của chính bạn" in text_of(answer)) == (422, True)


def test_after_the_last_day_the_form_says_so(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    with time_machine.travel(AFTER, tick=False):
        answer = signed_in(cast.deputy).get(f"/cong-khai/{candidate.pk}/phan-anh/")

    assert answer.status_code == 410


def outside(candidate: PostedCandidate, **words: str) -> HttpResponse:
    given = {**WORDS, "token": token(), "name": "", "contact": "", "website": ""} | words
    return post(Client(), f"/cong-khai/{candidate.pk}/phan-anh/", **given)


def public_unit(cast: Cast) -> PostedCandidate:
    three_posted(cast, "public")
    return PostedCandidate.objects.get(nomination__subject=cast.division.subject)


def test_somebody_outside_objects_without_a_name(cast: Cast) -> None:
    answer = outside(public_unit(cast))

    assert (answer.status_code, ObjectorIdentity.objects.count(), Place.objects.count()) == (200, 0, 1)


def test_somebody_outside_who_signs_says_who_they_are(cast: Cast) -> None:
    candidate = public_unit(cast)

    refused = outside(candidate, manner="ky-ten")
    taken = outside(candidate, manner="ky-ten", name="Mai Văn Út", contact="0900000456")

    assert (refused.status_code, taken.status_code, ObjectorIdentity.objects.count()) == (422, 200, 1)


def test_outside_nobody_objects_to_whom_they_may_not_read_about(cast: Cast) -> None:
    three_posted(cast, "public")
    person = PostedCandidate.objects.get(nomination__subject=cast.lecturer.subject)

    assert outside(person).status_code == 404


@pytest.mark.parametrize("words", [{"website": "x"}, {"text": "http://a http://b http://c"}, {"token": token.__name__}])
def test_what_machines_send_is_held_off(cast: Cast, words: dict[str, str]) -> None:
    assert (outside(public_unit(cast), **words).status_code, Objection.objects.count()) == (422, 0)


def test_one_address_has_a_few_places_an_hour(cast: Cast) -> None:
    candidate = public_unit(cast)

    answers = [outside(candidate).status_code for _turn in range(6)]

    assert answers == [200] * 5 + [429]


def test_the_answer_is_read_by_its_code_without_names(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)

    answer = text_of(post(Client(), "/cong-khai/tra-cuu/", code=f" {made.code.lower()} "))
    wrong = post(Client(), "/cong-khai/tra-cuu/", code="PA0")

    assert ("phản ánh không đúng" in answer, "Cảm ơn bạn." in answer) == (True, True)
    assert [word for word in ("Lê Thanh Bình", TEXT, FINDINGS, str(cast.officer)) if word in answer] == []
    assert wrong.status_code == 422


def test_ones_own_objections_are_on_ones_own_page_only(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)

    pages = [text_of(get(signed_in(user), "/cong-khai/da-gui/")) for user in (cast.deputy, cast.head)]

    assert [made.code in page for page in pages] == [True, False]


def test_officers_see_every_objection_but_their_own_and_those_about_them(cast: Cast) -> None:
    posting = three_posted(cast)
    sender = second_officer()
    himself = school.account("binh", Role.OFFICER, of=cast.lecturer)
    lecturer = PostedCandidate.objects.get(posting=posting, nomination__subject=cast.lecturer.subject)
    made = objection(lecturer, sender)

    seen = [made.code in text_of(get(signed_in(user), "/phan-anh/")) for user in (cast.officer, sender, himself)]
    opened_by = [get(signed_in(user), f"/phan-anh/{made.code}/").status_code for user in (sender, himself)]

    assert (seen, opened_by) == ([True, False, False], [403, 403])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 1),
        ("?buoc=tat-ca", 2),
        ("?buoc=settled", 1),
        ("?ket_luan=dismissed&buoc=tat-ca", 1),
        ("?q=bo+mon", 1),
        ("?q=khong", 0),
        ("?cua_toi=on", 1),
        ("?qua_han=on", 0),
        ("?sap_xep=-ai&buoc=tat-ca", 2),
    ],
)
def test_objections_are_searched_filtered_and_sorted(cast: Cast, asked: str, found: int) -> None:
    verified(cast, cast.division)
    verified(cast)
    settled = objection_at(ObjectionStage.SETTLED, cast)
    other = PostedCandidate.objects.exclude(pk=settled.candidate_id).get()
    Objection.objects.filter(pk=settled.pk).update(search_key="pa cb6 le thanh binh")
    Objection.objects.filter(pk=objection(other, cast.head).pk).update(search_key="pa bm bo mon luat dan su")
    client = signed_in(cast.officer)

    page = get(client, f"/phan-anh/{asked}")
    file = client.get(f"/phan-anh/xuat/{asked}")

    sheet = load_workbook(BytesIO(b"".join(file.streaming_content))).active  # type: ignore[attr-defined]
    assert (len(names_on_codes(page)), sheet.max_row - 1) == (found, found)


def names_on_codes(answer: HttpResponse) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/phan-anh/', text_of(answer))


def test_only_the_officer_in_charge_reads_what_was_written(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    pages = [text_of(get(signed_in(user), f"/phan-anh/{made.code}/")) for user in (cast.officer, second_officer())]

    assert [TEXT in page for page in pages] == [True, False]


def test_an_objection_is_taken_up_read_and_settled_by_presses(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    client, address = signed_in(cast.officer), f"/phan-anh/{made.code}/"

    taken = post(client, f"{address}nhan/")
    who = post(client, f"{address}nguoi-gui/")
    again = get(client, address)
    said = {"outcome": "dismissed", "summary": SUMMARY, "findings": FINDINGS, "reply": ""}
    settled = post(client, f"{address}ket-luan/", **said)

    assert [answer.status_code for answer in (taken, who, settled)] == [302, 200, 302]
    assert [cast.deputy.email in text_of(answer) for answer in (who, again)] == [True, False]
    assert "no-store" in who.headers["Cache-Control"]
    assert Objection.objects.get().stage == "settled"


def test_the_name_is_refused_with_the_reason(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    answer = post(signed_in(second_officer()), f"/phan-anh/{made.code}/nguoi-gui/")

    assert (answer.status_code, f"do {cast.officer} xác minh" in text_of(answer)) == (422, True)


def test_a_conclusion_without_findings_comes_back_with_what_was_typed(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    answer = post(
        signed_in(cast.officer), f"/phan-anh/{made.code}/ket-luan/", outcome="hold", summary=SUMMARY, findings=""
    )

    assert (answer.status_code, SUMMARY in text_of(answer)) == (422, True)


def test_settled_twice_the_second_hears_so_and_keeps_the_text(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)
    said = {"outcome": "hold", "summary": "Khác", "findings": "Khác", "reply": ""}

    answer = post(signed_in(cast.officer), f"/phan-anh/{made.code}/ket-luan/", **said)

    assert (answer.status_code, Objection.objects.get().outcome) == (409, "dismissed")


def test_it_is_handed_over_on_its_page(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    other = second_officer()
    client, address = signed_in(cast.officer), f"/phan-anh/{made.code}/chuyen/"

    wrong = post(client, address, to=cast.head.pk)
    right = post(client, address, to=other.pk)

    assert (wrong.status_code, right.status_code, Objection.objects.get().officer) == (422, 302, other)


def test_the_dossier_shows_where_it_was_posted_and_what_came_of_it(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)
    number = made.candidate.nomination_id

    page = text_of(get(signed_in(cast.officer), f"/de-cu/{number}/"))

    assert ("phản ánh không đúng" in page, FINDINGS in page, TEXT in page) == (True, True, False)


def test_the_head_hears_that_it_waits_and_how_it_ended_but_not_what_was_said(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)

    page = text_of(get(signed_in(cast.head), f"/de-cu/{made.candidate.nomination_id}/"))

    assert ("phản ánh không đúng" in page, FINDINGS in page, SUMMARY in page) == (True, False, False)


def test_a_case_whose_hold_has_ended_goes_on_from_the_dossier(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    hold = school.hold(cast.lecturer, "15/1/2026")
    with time_machine.travel(AFTER, tick=False):
        client = signed_in(cast.officer)
        running.end(posting=posting, by=cast.officer, at=AFTER)
        refused = client.post(f"/cong-khai/ho-so/{nomination.pk}/xong/", follow=True)
        hold.delete()
        client.post(f"/cong-khai/ho-so/{nomination.pk}/xong/")

    assert ("đang tạm dừng" in refused.content.decode(), Nomination.objects.get().stage) == (True, "cleared")


def test_lists_and_objections_are_due_from_those_who_have_them(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    posting = Posting.objects.get()

    found = [*posting_deadlines(STARTS, None), *objection_deadlines(STARTS, cast.officer.pk)]

    assert found == [
        Deadline(
            f"posting:{posting.pk}:open",
            cast.officer.pk,
            ENDS,
            "kết thúc công khai «Đợt xét năm 2025»",
            f"/cong-khai/dot/{posting.pk}/",
        ),
        Deadline(
            f"objection:{made.code}",
            cast.officer.pk,
            made.due,
            f"kết luận ý kiến phản ánh {made.code}",
            f"/phan-anh/{made.code}/",
        ),
    ]


def test_a_list_that_is_prepared_is_due_on_its_first_day(cast: Cast) -> None:
    prepared(cast)

    assert [(one.due, one.text) for one in posting_deadlines(STARTS, cast.officer.pk)] == [
        (STARTS, "bắt đầu công khai «Đợt xét năm 2025»")
    ]
    assert list(posting_deadlines(STARTS, cast.head.pk)) == []
