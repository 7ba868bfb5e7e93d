"""Pages of submissions: the list, who is proposed, one submission through all its presses, the door for packages."""

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.domain.authority import Role
from lantoa.domain.stages import SubmissionStage
from lantoa.nomination.models import Nomination
from lantoa.notice.models import Notice
from lantoa.notice.queries.deadlines import deadlines
from lantoa.recognition.actions.submissions import sending, writing
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel.shelf import place_of
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.recognition.furnishing import received
from tests.recognition.going_up import (
    TODAY,
    at_stage,
    deed,
    drafted,
    grant,
    partial_answer,
    proposed,
    ready,
    recognised_below,
    recommended,
    sector_round,
)

S = SubmissionStage
QUERIES = 15


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def more_submissions(cast: Cast, count: int) -> None:
    for number in range(count):
        received(cast, number)


def test_an_empty_list_teaches_the_first_step(cast: Cast, officer: Client) -> None:
    assert "Chưa có tờ trình nào" in text_of(officer.get("/trinh-bo/"))
    assert "Chưa nhận hồ sơ trình nào" in text_of(signed_in(grant(cast, Role.MINISTRY)).get("/trinh-bo/"))


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_list_asks_the_same_number_of_questions(
    cast: Cast, officer: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    more_submissions(cast, count)
    sector_round(cast)

    with django_assert_max_num_queries(QUERIES):
        officer.get("/trinh-bo/")


def test_the_list_is_searched_without_accents_filtered_and_sorted(cast: Cast, officer: Client) -> None:
    more_submissions(cast, 3)

    assert [one.sender_code for one in officer.get("/trinh-bo/?q=TRUONG+SO+2").context["page"]] == ["T2"]
    assert list(officer.get("/trinh-bo/?buoc=answered").context["page"]) == []
    assert [one.sender_code for one in officer.get("/trinh-bo/?sap_xep=-ten").context["page"]] == ["T2", "T1", "T0"]
    assert len(officer.get("/trinh-bo/?nam=2025&bac=sector-annual").context["page"]) == 3
    assert len(officer.get("/trinh-bo/?nam=abc&bac=khong").context["page"]) == 3


def test_the_list_as_a_workbook_has_every_row(cast: Cast, officer: Client) -> None:
    more_submissions(cast, 60)

    answer = officer.get("/trinh-bo/xuat/?q=truong")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet
    assert sheet.max_row == 61


def test_the_ministry_s_officer_sees_what_was_sent_and_no_drafts(cast: Cast) -> None:
    submission = drafted(cast)
    browser = signed_in(grant(cast, Role.MINISTRY))

    assert browser.get(f"/trinh-bo/{submission.pk}/").status_code == 404
    assert list(browser.get("/trinh-bo/").context["page"]) == []


def test_those_recognised_below_are_listed_with_today_s_verdict(cast: Cast, officer: Client) -> None:
    recognised_below(cast)
    school.recognition(cast.division, "school-annual", 2025)
    school.hold(cast.faculty, "1/12/2025")
    round_ = sector_round(cast)

    page = officer.get(f"/trinh-bo/dot/{round_.pk}/").context["page"]

    assert [(one.recognition.subject.code, one.is_open) for one in page] == [("CB6", True), ("BM", True), ("KL", False)]


def test_candidates_are_searched_narrowed_and_exported(cast: Cast, officer: Client) -> None:
    recognised_below(cast)
    address = f"/trinh-bo/dot/{sector_round(cast).pk}/"
    officer.post(address, {"chon": [cast.faculty.pk]})

    assert [one.recognition.subject.code for one in officer.get(f"{address}?q=binh").context["page"]] == ["CB6"]
    assert [one.recognition.subject.code for one in officer.get(f"{address}?con=on").context["page"]] == ["CB6"]
    by_name = [one.recognition.subject.code for one in officer.get(f"{address}?sap_xep=-ten").context["page"]]
    sheet = load_workbook(BytesIO(b"".join(officer.get(f"{address}xuat/").streaming_content))).active  # type: ignore[attr-defined]
    assert sheet
    assert (sorted(by_name), sheet.max_row) == (["CB6", "KL"], 3)


@pytest.mark.parametrize("count", [1, 3, 60])
def test_candidates_take_the_same_number_of_questions(
    cast: Cast, officer: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        school.recognition(school.person(f"X{number}", f"Người {number}", cast.office), "school-annual", 2025)
    address = f"/trinh-bo/dot/{sector_round(cast).pk}/"
    officer.get(address)

    with django_assert_max_num_queries(QUERIES):
        officer.get(address)


def test_ticked_ones_go_before_the_council_with_one_press(cast: Cast, officer: Client) -> None:
    recognised_below(cast)
    address = f"/trinh-bo/dot/{sector_round(cast).pk}/"

    answer = officer.post(address, {"chon": [cast.lecturer.pk, cast.faculty.pk, "x"]}, follow=True)

    assert "Đã đưa 2 đề nghị ra Hội đồng." in text_of(answer)
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"cleared"}


def test_nothing_ticked_is_said(cast: Cast, officer: Client) -> None:
    answer = officer.post(f"/trinh-bo/dot/{sector_round(cast).pk}/")

    assert (answer.status_code, "Hãy đánh dấu ít nhất một người" in text_of(answer)) == (422, True)


def test_a_round_of_the_school_is_no_matter_of_the_ministry(cast: Cast, officer: Client) -> None:
    assert officer.get(f"/trinh-bo/dot/{sector_round(cast, tier='school-annual').pk}/").status_code == 404


def test_from_the_council_s_word_to_the_minister_s_decision_in_the_browser(cast: Cast, officer: Client) -> None:
    recognised_below(cast)
    round_ = sector_round(cast)
    recommended(cast, proposed(cast, round_))

    officer.post(f"/trinh-bo/dot/{round_.pk}/lap/")
    submission = Submission.objects.get()
    address = f"/trinh-bo/{submission.pk}/"
    wording = {"subject_line": "Đề nghị", "text": "Kính trình", "number": "12/TTr-TSL", "dated": "14/01/2026"}
    officer.post(f"{address}sua/", {**wording, "version": submission.version})
    officer.post(f"{address}dong-goi/")
    officer.post(f"{address}gui/")
    sent_at = Submission.objects.get().sent_at
    assert sent_at
    sent = localdate(sent_at)
    officer.post(f"{address}tiep-nhan/", {"day": f"{sent:%d/%m/%Y}"})
    first, second = submission.items.all()
    answer = {
        "number": "88/QĐ-BTP",
        "decided": f"{sent:%d/%m/%Y}",
        "paper": SimpleUploadedFile("qd.pdf", b"%PDF-1.4 x"),
        f"ket_qua_{first.pk}": "co",
        f"ket_qua_{second.pk}": "khong",
        f"ly_do_{second.pk}": "Chưa nổi bật",
    }
    page = officer.post(f"{address}quyet-dinh/ghi/", answer, follow=True)

    assert "Đã ghi quyết định của Bộ trưởng" in text_of(page)
    assert Recognition.objects.get(tier="sector-annual").subject == first.nomination.subject  # type: ignore[union-attr]
    assert officer.get(f"{address}quyet-dinh/").headers["Content-Disposition"] == 'attachment; filename="qd.pdf"'


def test_the_package_is_handed_out_as_it_was_made(cast: Cast, officer: Client) -> None:
    submission = ready(cast)

    answer = officer.get(f"/trinh-bo/{submission.pk}/goi/")

    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert (answer.headers["Content-Disposition"], data) == (
        'attachment; filename="trinh-bo-12-ttr-tsl.zip"',
        place_of(submission.package_sha256).read_bytes(),
    )


def test_there_is_no_package_before_one_is_made(cast: Cast, officer: Client) -> None:
    assert officer.get(f"/trinh-bo/{drafted(cast).pk}/goi/").status_code == 404
    assert officer.get(f"/trinh-bo/{Submission.objects.get().pk}/quyet-dinh/").status_code == 404


def test_packing_waits_for_number_and_day(cast: Cast, officer: Client) -> None:
    answer = officer.post(f"/trinh-bo/{drafted(cast).pk}/dong-goi/")

    assert (answer.status_code, "chưa ghi số và ngày tờ trình" in text_of(answer)) == (422, True)


@pytest.mark.usefixtures("queued_tasks")
def test_packing_is_shown_while_the_worker_is_at_it_and_is_not_begun_twice(cast: Cast, officer: Client) -> None:
    submission = ready(cast)
    writing.take_out(submission=submission, item=submission.items.get(code="KL").pk, by=cast.officer, at=NOW)
    address = f"/trinh-bo/{submission.pk}/"
    for _press in range(2):
        officer.post(f"{address}dong-goi/")

    part = officer.get(address, headers={"HX-Request": "true"})

    assert ("Đang lập giấy tờ và đóng gói" in text_of(part), "<html" in text_of(part)) == (True, False)


def test_what_is_missing_stands_beside_the_button(cast: Cast, officer: Client) -> None:
    page = text_of(officer.get(f"/trinh-bo/{drafted(cast, signed=False).pk}/"))

    assert "chưa ghi số và ngày tờ trình; chưa có biên bản Hội đồng đã ký" in page


def test_two_editors_see_both_texts(cast: Cast, officer: Client) -> None:
    submission = drafted(cast)
    address = f"/trinh-bo/{submission.pk}/sua/"
    words = {"subject_line": "Đề nghị", "number": "", "dated": "", "version": submission.version}
    officer.post(address, {**words, "text": "Bản thứ nhất"})

    answer = officer.post(address, {**words, "text": "Bản thứ hai"})

    assert (answer.status_code, "Bản thứ nhất" in text_of(answer), "Bản thứ hai" in text_of(answer)) == (
        409,
        True,
        True,
    )


def test_number_and_day_come_together(cast: Cast, officer: Client) -> None:
    address = f"/trinh-bo/{drafted(cast).pk}/sua/"

    answer = officer.post(address, {"subject_line": "a", "text": "b", "number": "12", "version": 2})

    assert (answer.status_code, "Số và ngày tờ trình đi cùng nhau" in text_of(answer)) == (422, True)


def test_one_is_taken_out_put_back_and_the_draft_thrown_away(cast: Cast, officer: Client) -> None:
    submission = drafted(cast)
    address, item = f"/trinh-bo/{submission.pk}/", submission.items.get(code="CB6")

    officer.post(f"{address}bot/{item.pk}/")
    assert "Thêm trong 1 hồ sơ" in text_of(officer.get(address))
    officer.post(f"{address}them/", {"chon": [item.nomination_id]})
    assert submission.items.count() == 2
    officer.post(f"{address}bo/")
    assert Submission.objects.count() == 0


@pytest.mark.parametrize("press", ["gui", "tra-lai", "tiep-nhan", "bo", "dong-goi", "them"])
def test_a_press_at_the_wrong_stage_explains_itself(cast: Cast, officer: Client, press: str) -> None:
    submission = at_stage(cast, S.ANSWERED)
    given = {"reason": "a", "day": f"{TODAY:%d/%m/%Y}"}

    answer = officer.post(f"/trinh-bo/{submission.pk}/{press}/", given)

    assert (answer.status_code in (409, 422), "hiện đang ở bước «Bộ đã quyết định»" in text_of(answer)) == (True, True)


@pytest.mark.parametrize("address", ["sua/", "quyet-dinh/ghi/"])
def test_a_form_at_the_wrong_stage_is_not_shown(cast: Cast, officer: Client, address: str) -> None:
    assert officer.get(f"/trinh-bo/{at_stage(cast, S.SENT).pk}/{address}").status_code == 409


def test_an_answer_without_a_reason_is_asked_for_it(cast: Cast, officer: Client) -> None:
    submission = at_stage(cast, S.ACCEPTED)
    first, second = submission.items.all()
    given = {"number": "88", "decided": "15/01/2026", f"ket_qua_{first.pk}": "co", f"ket_qua_{second.pk}": "khong"}

    answer = officer.post(f"/trinh-bo/{submission.pk}/quyet-dinh/ghi/", given)

    assert (answer.status_code, "Hãy ghi lý do chưa công nhận Khoa Luật." in text_of(answer)) == (422, True)


def test_a_dossier_is_read_as_it_goes_up(cast: Cast, officer: Client) -> None:
    submission = ready(cast)
    item = submission.items.get(code="CB6")

    page = text_of(officer.get(f"/trinh-bo/{submission.pk}/ho-so/{item.pk}/"))

    assert ("Quyết định 45/QĐ-TSL ngày 10/01/2026" in page, "MA-1" in page) == (True, True)


@pytest.mark.parametrize("count", [1, 30])
def test_one_submission_takes_the_same_number_of_questions(
    cast: Cast, officer: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    submission = drafted(cast)
    for number in range(count):
        facts: dict[str, Any] = {"kind": "individual", "code": f"X{number}", "name": f"Người {number}"}
        submission.items.create(place=number + 10, unit="Khoa Luật", **facts)

    with django_assert_max_num_queries(QUERIES):
        officer.get(f"/trinh-bo/{submission.pk}/")


def test_a_school_s_package_comes_in_by_the_door(cast: Cast) -> None:
    submission = ready(cast)
    data = place_of(submission.package_sha256).read_bytes()
    submission.delete()
    browser = signed_in(grant(cast, Role.MINISTRY))

    page = browser.post("/trinh-bo/nhan/", {"parcel": SimpleUploadedFile("a.zip", data)}, follow=True)
    again = browser.post("/trinh-bo/nhan/", {"parcel": SimpleUploadedFile("a.zip", data)})

    assert "mọi tệp khớp mục lục" in text_of(page)
    assert (again.status_code, "đã nhận và đang ở bước" in text_of(again)) == (422, True)
    item = Submission.objects.get().items.get(code="CB6")
    assert "Lê Thanh Bình" in text_of(browser.get(f"/trinh-bo/{item.submission_id}/ho-so/{item.pk}/"))


def test_a_file_that_is_no_package_is_refused_at_the_door(officer: Client) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("a.html", "a")

    answer = officer.post("/trinh-bo/nhan/", {"parcel": SimpleUploadedFile("a.zip", file.getvalue())})

    assert (answer.status_code, "không có mục lục" in text_of(answer)) == (422, True)


def test_the_day_of_submitting_stands_among_the_officer_s_deadlines(cast: Cast) -> None:
    recognised_below(cast)
    round_ = sector_round(cast)
    assert [one for one in deadlines(TODAY) if one.key.startswith("submit")] == []
    proposed(cast, round_)

    found = [(one.user, one.due) for one in deadlines(TODAY) if one.key == f"submit:{round_.pk}"]

    assert found == [(cast.officer.pk, date(2026, 1, 31))]


def test_once_submitted_nothing_is_due(cast: Cast) -> None:
    submission = ready(cast)
    assert len([one for one in deadlines(TODAY) if one.key.startswith("submit")]) == 1

    deed("send", submission, by=cast.officer)

    assert [one for one in deadlines(TODAY) if one.key.startswith("submit")] == []


def test_the_recognised_hear_of_it(cast: Cast) -> None:
    cast.staff.person = cast.lecturer
    cast.staff.save()

    at_stage(cast, S.ANSWERED)

    told = Notice.objects.get(user=cast.staff)
    assert (told.text, told.address) == (
        "Bộ trưởng đã công nhận bạn là Điển hình tiên tiến ngành Tư pháp hằng năm, năm 2025, Quyết định 88/QĐ-BTP.",
        "/ho-so/CB6/",
    )


def test_the_reply_of_the_ministry_fills_the_school_s_form(cast: Cast, officer: Client) -> None:
    submission = at_stage(cast, S.ACCEPTED)
    above = received(cast, 1, stage="accepted", accepted_on=TODAY)
    above.items.all().delete()
    for item in submission.items.all():
        above.items.create(place=item.place, kind=item.kind, code=item.code, name=item.name, unit="")
    sending.answer(submission=above, answer=partial_answer(above), by=cast.officer, at=NOW)
    file = officer.get(f"/trinh-bo/{above.pk}/tra-loi/").content.replace(b'"r1"', f'"{submission.reference}"'.encode())

    page = officer.post(
        f"/trinh-bo/{submission.pk}/quyet-dinh/tep/", {"reply": SimpleUploadedFile("tra-loi.json", file)}
    )

    text = text_of(page)
    assert ("Đã điền theo tệp trả lời" in text, "88/QĐ-BTP" in text, "Chưa nổi bật trong ngành" in text) == (True,) * 3
    assert Submission.objects.get(pk=submission.pk).stage == "accepted"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"{", "không phải tệp trả lời"),
        (b"[]", "không phải tệp trả lời"),
        (b'{"format": "lantoa-reply", "version": 1, "reference": "y"}', "trả lời một tờ trình khác"),
        (b'{"format": "lantoa-reply", "version": 1, "reference": "x"}', "bị hỏng"),
        (
            b'{"format": "lantoa-reply", "version": 1, "reference": "x", "decided": "2026-01-15", "items": [1]}',
            "bị hỏng",
        ),
        (
            b'{"format": "lantoa-reply", "version": 1, "reference": "x", "decided": "2026-01-15", "items": []}',
            "khác danh sách của tờ trình",
        ),
    ],
)
def test_a_file_that_is_no_reply_to_it_is_refused(cast: Cast, officer: Client, file: bytes, words: str) -> None:
    submission = received(cast, 1, stage="accepted", accepted_on=TODAY, reference="x")

    answer = officer.post(
        f"/trinh-bo/{submission.pk}/quyet-dinh/tep/", {"reply": SimpleUploadedFile("tra-loi.json", file)}
    )

    assert (answer.status_code, words in text_of(answer)) == (422, True)


def test_there_is_no_reply_before_the_decision(cast: Cast, officer: Client) -> None:
    assert officer.get(f"/trinh-bo/{received(cast, 1).pk}/tra-loi/").status_code == 404
