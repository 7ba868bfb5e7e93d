"""Pages of complaints: who sees which, filing in time or by paper, and every press of who settles them."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.complaints import Telling
from lantoa.domain.stages import ComplaintStage
from lantoa.papers.attachments import check
from lantoa.recognition.models import Complaint
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import Cast, signed_in
from tests.recognition.complaining import TELLING, at_stage, filed, issued, listed

C = ComplaintStage
QUERIES = 15
WORDS = {"text": "Không đúng người", "wish": "Xem lại", "contact": "0900 000 000"}


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def codes(answer: Any) -> list[str]:
    return [one.code for one in answer.context["page"]]


def lately(cast: Cast) -> Any:
    """A decision of yesterday, by the clock on the wall."""
    return issued(cast, decided=localdate() - timedelta(days=1))


def many(cast: Cast, count: int) -> None:
    """Complaints of many about the lecturer."""
    issued(cast)
    for number in range(count):
        filed(cast, by=school.account(f"nguoi{number}", Role.STAFF))


def test_everybody_sees_the_own_ones_and_officers_all_but_those_about_themselves(cast: Cast) -> None:
    decision = issued(cast)
    assert cast.officer.person
    listed(decision, cast.officer.person.subject)
    first, second = filed(cast), filed(cast, about=cast.officer.person.subject)
    own = filed(cast, by=cast.staff)

    def seen_by(user: User) -> set[str]:
        return set(codes(signed_in(user).get("/khieu-nai/")))

    assert seen_by(cast.other_head) == {first.code, second.code}
    assert seen_by(cast.staff) == {own.code}
    assert seen_by(cast.officer) == {first.code, own.code}
    assert seen_by(cast.head) == set()


def test_nobody_else_learns_that_there_is_one(cast: Cast) -> None:
    complaint = filed(cast, files=[check(SimpleUploadedFile("don.pdf", b"%PDF-1.4 x"))])
    kept = complaint.files.get()

    statuses = {
        name: signed_in(getattr(cast, name)).get(f"/khieu-nai/{complaint.code}/tep/{kept.pk}/").status_code
        for name in ("officer", "other_head", "head", "staff", "deputy", "administrator")
    }

    assert statuses == {
        "officer": 200,
        "other_head": 200,
        "head": 404,
        "staff": 404,
        "deputy": 404,
        "administrator": 404,
    }


def test_empty_lists_teach(cast: Cast, officer: Client) -> None:
    assert "Không có khiếu nại nào chưa xong" in text_of(officer.get("/khieu-nai/"))
    assert "Bạn chưa khiếu nại việc gì" in text_of(signed_in(cast.staff).get("/khieu-nai/"))
    assert "Không có quyết định nào còn trong hạn" in text_of(officer.get("/khieu-nai/moi/"))


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_list_asks_the_same_number_of_questions(
    cast: Cast, officer: Client, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(cast, count)

    with django_assert_max_num_queries(QUERIES):
        officer.get("/khieu-nai/")


def test_one_complaint_takes_few_questions(
    cast: Cast, officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    complaint = at_stage(cast, C.ACCEPTED)

    with django_assert_max_num_queries(QUERIES):
        officer.get(f"/khieu-nai/{complaint.code}/")


def test_the_list_is_searched_without_accents_filtered_and_sorted(cast: Cast, officer: Client) -> None:
    faculty = filed(cast, about=cast.faculty.subject)
    lecturer = filed(cast, by=cast.staff)

    assert codes(officer.get("/khieu-nai/?q=le thanh binh")) == [lecturer.code]
    assert codes(officer.get("/khieu-nai/?buoc=settled")) == []
    assert codes(officer.get("/khieu-nai/?buoc=tat-ca&sap_xep=ten")) == [lecturer.code, faculty.code]
    assert codes(officer.get("/khieu-nai/?sap_xep=-ten")) == [faculty.code, lecturer.code]


def test_what_is_late_is_counted_and_found(cast: Cast, officer: Client) -> None:
    late = filed(cast)
    filed(cast, by=cast.staff)
    Complaint.objects.exclude(pk=late.pk).update(accept_by=date(2999, 1, 1))

    page = officer.get("/khieu-nai/?qua_han=on")

    assert (codes(page), "1 khiếu nại quá hạn" in text_of(page)) == ([late.code], True)


def test_the_workbook_tells_clocks_and_never_who_complains(cast: Cast, officer: Client) -> None:
    filed(cast)

    sheet = load_workbook(BytesIO(b"".join(officer.get("/khieu-nai/xuat/").streaming_content))).active  # type: ignore[attr-defined]

    assert sheet
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert ("Lê Thanh Bình" in cells, "15/01/2026" in cells) == (True, True)
    assert [one for one in cells if "Dũng" in one or TELLING.text in one] == []


def test_a_complaint_is_filed_in_the_browser(cast: Cast) -> None:
    decision, browser = lately(cast), signed_in(cast.other_head)
    address = f"/khieu-nai/moi/{decision.pk}/"
    assert decision.reference in text_of(browser.get("/khieu-nai/moi/"))

    given = {**WORDS, "about": cast.lecturer.pk, "attached": SimpleUploadedFile("don.pdf", b"%PDF-1.4 x")}
    page = browser.post(address, given, follow=True)
    again = browser.post(address, {**WORDS, "about": cast.lecturer.pk}, follow=True)

    complaint = Complaint.objects.get()
    assert ("Đã nhận khiếu nại" in text_of(page), "Bạn đã khiếu nại việc này" in text_of(again)) == (True, True)
    assert (complaint.complainant, complaint.files.get().name) == (cast.other_head, "don.pdf")


def test_a_form_with_gaps_comes_back_with_what_was_typed(cast: Cast) -> None:
    decision = lately(cast)

    answer = signed_in(cast.staff).post(f"/khieu-nai/moi/{decision.pk}/", {"text": "Đã gõ dở"})

    assert (answer.status_code, "Đã gõ dở" in text_of(answer)) == (422, True)


def test_after_the_last_day_the_form_asks_for_the_obstacle(cast: Cast) -> None:
    decision, browser = issued(cast), signed_in(cast.staff)
    address = f"/khieu-nai/moi/{decision.pk}/"
    assert "Trở ngại khách quan" in text_of(browser.get(address))

    refused = browser.post(address, {**WORDS, "about": cast.lecturer.pk})
    browser.post(address, {**WORDS, "about": cast.lecturer.pk, "late_reason": "Nằm viện"})

    assert (refused.status_code, "Hạn khiếu nại quyết định này là" in text_of(refused)) == (422, True)
    assert Complaint.objects.get().late_reason == "Nằm viện"


def test_a_decision_past_its_last_day_is_not_offered(cast: Cast, officer: Client) -> None:
    issued(cast)

    assert officer.get("/khieu-nai/moi/").context["rows"] == []


def test_a_paper_is_taken_down_with_name_and_day(cast: Cast, officer: Client) -> None:
    decision = lately(cast)
    given = {**WORDS, "about": cast.lecturer.pk, "name": "Vũ Thị Lan", "filed_on": f"{localdate():%d/%m/%Y}"}

    officer.post(f"/khieu-nai/nhan-don/{decision.pk}/", given)

    assert Complaint.objects.get().complainant_name == "Vũ Thị Lan"


def test_from_acceptance_to_a_drafted_revocation_in_the_browser(cast: Cast, officer: Client) -> None:
    complaint = filed(cast)
    address = f"/khieu-nai/{complaint.code}/"

    officer.post(f"{address}thu-ly/")
    officer.post(f"{address}keo-dai/", {"reason": "Nhiều đơn vị"})
    given = {"outcome": "revoke", "findings": "Đúng", "answer": "Chấp nhận"}
    without = officer.post(f"{address}giai-quyet/", given)
    page = officer.post(f"{address}giai-quyet/", {**given, "ground": "false-dossier"}, follow=True)

    assert (without.status_code, "Hãy chọn căn cứ pháp lý" in text_of(without)) == (422, True)
    assert "Đã lập dự thảo:" in text_of(page)
    assert Complaint.objects.get().stage == "settled"


def test_only_what_can_be_done_about_the_recognition_is_offered(cast: Cast, officer: Client) -> None:
    complaint = at_stage(cast, C.ACCEPTED)

    def offered() -> list[str]:
        form = officer.get(f"/khieu-nai/{complaint.code}/").context["settle_form"]
        return [value for value, _label in form.fields["outcome"].choices]

    assert offered() == ["dismissed", "revoke", "other"]
    Recognition.objects.update(revoked=True)
    assert offered() == ["dismissed", "restore", "other"]


def test_the_complainant_reads_the_answer_and_not_the_findings(cast: Cast) -> None:
    complaint = at_stage(cast, C.SETTLED)

    page = text_of(signed_in(cast.other_head).get(f"/khieu-nai/{complaint.code}/"))

    assert ("Khiếu nại không có căn cứ" in page, "Đã xác minh" in page, "/thu-ly/" in page) == (True, False, False)


def test_the_complainant_withdraws(cast: Cast) -> None:
    complaint = filed(cast)
    browser = signed_in(cast.other_head)

    empty = browser.post(f"/khieu-nai/{complaint.code}/rut/", {"reason": ""})
    browser.post(f"/khieu-nai/{complaint.code}/rut/", {"reason": "Đã rõ"})

    assert (empty.status_code, Complaint.objects.get().stage) == (422, "withdrawn")


def test_it_is_refused_and_handed_over_in_the_browser(cast: Cast, officer: Client) -> None:
    complaint, other = at_stage(cast, C.ACCEPTED), school.account("lan", Role.OFFICER)
    second = filed(cast, by=cast.staff, telling=Telling("a", "b"))

    officer.post(f"/khieu-nai/{complaint.code}/chuyen/", {"to": other.pk})
    officer.post(f"/khieu-nai/{second.code}/khong-thu-ly/", {"reason": "Không có căn cứ"})

    assert {one.code: (one.officer, one.stage) for one in Complaint.objects.all()} == {
        complaint.code: (other, "accepted"),
        second.code: (None, "refused"),
    }


@pytest.mark.parametrize("press", ["thu-ly", "khong-thu-ly", "keo-dai", "giai-quyet", "rut"])
def test_a_press_at_the_wrong_stage_explains_itself(cast: Cast, officer: Client, press: str) -> None:
    complaint = at_stage(cast, C.SETTLED)
    browser = signed_in(cast.other_head) if press == "rut" else officer
    given = {"reason": "a", "outcome": "dismissed", "findings": "a", "answer": "b"}

    answer = browser.post(f"/khieu-nai/{complaint.code}/{press}/", given)

    assert (answer.status_code, "hiện đang ở bước «đã giải quyết»" in text_of(answer)) == (409, True)


def test_who_complains_is_told_why_another_has_to_settle_it(cast: Cast, officer: Client) -> None:
    complaint = filed(cast, by=cast.officer)

    answer = officer.post(f"/khieu-nai/{complaint.code}/thu-ly/")

    assert (answer.status_code, "phải do người khác giải quyết" in text_of(answer)) == (422, True)
