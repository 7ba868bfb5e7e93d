"""The pages of verification, as an office and an officer work on them."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.returning import came_back, send_back
from lantoa.nomination.models import CorrectionRequest, Evidence, Nomination, OfficeAnswer, VerificationEnd
from lantoa.nomination.queries.verification.said import Flag
from lantoa.nomination.queries.verifying import open_fields
from lantoa.notice.workdays import due_after
from lantoa.register.models import Attestation, Hold
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.verification.conftest import CRITERIA, MakeNomination, say, say_all, specialist

N = NominationStage
QUERIES = 15


def typed(office: str, words: str = "met", **more: str) -> dict[str, str]:
    """What an office types when it says one thing of all its criteria."""
    given = {"linh_vuc": office}
    for code in CRITERIA[office]:
        given |= {f"{code}-answer": words, f"{code}-grounds": f"Đã kiểm tra {code}", f"{code}-seen": ""}
    return given | more


def kept(criterion: str, verdict: str, sentence: str) -> dict[str, Any]:
    """A frozen verdict that knows one criterion."""
    finding = {"criterion": criterion, "text": "", "verdict": verdict, "sentence": sentence, "rows": ["Dòng sổ"]}
    return {"verdict": verdict, "findings": [finding]}


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sheet_of(answer: Any) -> list[list[Any]]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    return [[cell.value for cell in row] for row in book.iter_rows()]


def test_the_desk_shows_what_waits_for_the_office(nomination: Nomination, speakers: dict[str, User]) -> None:
    answer = signed_in(speakers["party"]).get("/tham-dinh/")

    assert [one.subject.name for one, _aim, _days in answer.context["rows"]] == ["Lê Thanh Bình"]
    assert (answer.context["office_name"], "0/2 tiêu chí" in answer.content.decode()) == ("Đảng uỷ", True)


def test_who_speaks_for_two_offices_chooses(nomination: Nomination) -> None:
    both = signed_in(specialist("haiviec", "science", "union"))

    assert both.get("/tham-dinh/").context["office"] == "science"
    assert both.get("/tham-dinh/?linh_vuc=union").context["office"] == "union"
    assert both.get("/tham-dinh/?linh_vuc=party").context["office"] == "science"
    assert both.get(f"/tham-dinh/{nomination.pk}/?linh_vuc=union").context["office"] == "union"


def test_an_officer_without_an_office_is_led_to_the_progress(cast: Cast, nomination: Nomination) -> None:
    client = signed_in(cast.officer)

    assert client.get("/tham-dinh/")["Location"] == "/tham-dinh/tien-do/"
    assert client.get("/tham-dinh/xuat/")["Location"] == "/tham-dinh/tien-do/xuat/"


@pytest.mark.parametrize(
    ("asked", "found"),
    [("q=binh", 1), ("q=khong", 0), ("tinh_trang=da-ghi", 0), ("tinh_trang=x&dot=x&don_vi=x&sap_xep=x", 1)],
)
def test_the_desk_is_filtered_and_swapped_in_part(
    nomination: Nomination, speakers: dict[str, User], asked: str, found: int
) -> None:
    client = signed_in(speakers["science"])

    whole = client.get(f"/tham-dinh/?{asked}")
    part = client.get(f"/tham-dinh/?{asked}", headers={"HX-Request": "true"}).content.decode()

    assert (len(whole.context["rows"]), part.count("Lê Thanh Bình"), "<h1" in part) == (found, found, False)


def test_the_empty_desk_teaches(speakers: dict[str, User]) -> None:
    assert "Không còn hồ sơ nào chờ ý kiến" in page(signed_in(speakers["science"]), "/tham-dinh/")


def test_the_desk_leaves_as_an_excel_file(nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "party", speakers["party"], "met", "G1")

    rows = sheet_of(signed_in(speakers["party"]).get("/tham-dinh/xuat/"))

    assert [row[0:2] + row[6:] for row in rows[1:]] == [
        ["CB6", "Lê Thanh Bình", "G1", "đạt", "Căn cứ G1", "danguy"],
        ["CB6", "Lê Thanh Bình", "SA-I2", "", "", ""],
    ]


def test_an_office_sees_its_own_criteria_with_records_and_evidence(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    Evidence.objects.create(
        nomination=nomination,
        criterion="G3",
        shows="Quyết định công nhận sáng kiến",
        link="https://songlam.example/qd",
        added_by=cast.head,
        added_at=NOW,
    )
    Nomination.objects.update(verdict=kept("G3", "unknown", "Lúc đó chưa ai xác nhận."))

    found = page(signed_in(speakers["science"]), f"/tham-dinh/{nomination.pk}/")

    assert [
        text in found for text in ("G3 ·", "G1 ·", "Quyết định công nhận sáng kiến", "Lúc đó chưa ai xác nhận.")
    ] == [
        True,
        False,
        True,
        True,
    ]


def test_the_records_own_sentence_is_proposed_as_grounds(nomination: Nomination, speakers: dict[str, User]) -> None:
    Nomination.objects.update(verdict=kept("SA-I1", "met", "Có CSTĐCS năm 2025."))

    answer = signed_in(speakers["personnel"]).get(f"/tham-dinh/{nomination.pk}/")

    proposed = {form.question.criterion.code: form.initial["grounds"] for form in answer.context["answers"]}
    assert proposed == {"G2": "", "SA-I1": "Theo sổ: Có CSTĐCS năm 2025.", "SA-I3": ""}


def test_what_does_not_concern_the_nominee_is_answered_beforehand(
    nomination: Nomination, speakers: dict[str, User]
) -> None:
    Nomination.objects.update(verdict=kept("SA-I3", "not_applicable", "Không phải người đứng đầu."))

    answer = signed_in(speakers["personnel"]).get(f"/tham-dinh/{nomination.pk}/")

    initial = {form.question.criterion.code: form.initial for form in answer.context["answers"]}
    assert (initial["SA-I3"]["answer"], initial["SA-I3"]["grounds"], initial["SA-I1"]["answer"]) == (
        "met",
        "Không áp dụng: Không phải người đứng đầu.",
        "",
    )


def test_an_office_answers_and_comes_back_to_the_dossier(nomination: Nomination, speakers: dict[str, User]) -> None:
    client = signed_in(speakers["party"])

    answer = client.post(f"/tham-dinh/{nomination.pk}/y-kien/", typed("party"))

    assert (answer.status_code, answer["Location"]) == (302, f"/tham-dinh/{nomination.pk}/?linh_vuc=party")
    assert list(OfficeAnswer.objects.values_list("criterion", "answer", "grounds")) == [
        ("G1", "met", "Đã kiểm tra G1"),
        ("SA-I2", "met", "Đã kiểm tra SA-I2"),
    ]
    assert Attestation.objects.filter(stands=True, passed=True).count() == 2
    assert "Đã kiểm tra G1" in page(client, f"/tham-dinh/{nomination.pk}/")


def test_the_next_dossier_opens_at_once(
    cast: Cast, nomination: Nomination, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    unit = make_nomination(subject=cast.division.subject)
    client = signed_in(speakers["science"])

    first = client.post(f"/tham-dinh/{nomination.pk}/y-kien/", typed("science", tiep="1"))
    last = client.post(f"/tham-dinh/{unit.pk}/y-kien/", typed("science", tiep="1"))

    assert (first["Location"], last["Location"]) == (
        f"/tham-dinh/{unit.pk}/?linh_vuc=science",
        "/tham-dinh/?linh_vuc=science",
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"G3-grounds": " "}, "Hãy ghi căn cứ: văn bản, số liệu hoặc việc bạn đã kiểm tra."),
        ({"G3-answer": "maybe"}, "maybe"),
        ({"G3-answer": ""}, "Chưa có ý kiến nào mới để ghi."),
        ({"G3-grounds": "x" * 501}, "500"),
    ],
)
def test_what_cannot_be_read_is_told_and_what_was_typed_stays(
    nomination: Nomination, speakers: dict[str, User], given: dict[str, str], words: str
) -> None:
    answer = signed_in(speakers["science"]).post(f"/tham-dinh/{nomination.pk}/y-kien/", typed("science", **given))

    assert (answer.status_code, words in answer.content.decode(), OfficeAnswer.objects.count()) == (422, True, 0)


def test_two_of_one_office_see_both_texts_and_the_next_press_decides(
    nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "science", speakers["science"])
    colleague = signed_in(specialist("khoahoc2", "science"))
    address = f"/tham-dinh/{nomination.pk}/y-kien/"

    clash = colleague.post(address, typed("science", "not_met"))

    found = clash.content.decode()
    assert (clash.status_code, "Căn cứ G3" in found, "Đã kiểm tra G3" in found) == (409, True, True)
    seen = str(OfficeAnswer.objects.get().pk)
    assert clash.context["answers"][0]["seen"].value() == seen
    assert colleague.post(address, typed("science", "not_met", **{"G3-seen": seen})).status_code == 302
    assert OfficeAnswer.objects.get(stands=True).answer == "not_met"


def test_what_was_said_before_and_before_a_correction_is_told(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    science = speakers["science"]
    (first,) = say(nomination, "science", science, "cannot_say")
    OfficeAnswer.objects.filter(pk=first.pk).update(grounds="Chờ quyết định", stands=False)
    say(nomination, "science", science, "not_met")
    asked: dict[str, Any] = {"flags": [Flag("report")], "text": "Sửa", "due_on": NOW.date()}
    send_back(nomination=nomination, office="science", **asked, by=science, at=NOW)
    Nomination.objects.update(stage="sent")
    came_back(nomination=nomination, by=cast.head, at=NOW + timedelta(hours=1))

    found = page(signed_in(science), f"/tham-dinh/{nomination.pk}/")
    of_head = page(signed_in(cast.head), f"/de-cu/{nomination.pk}/")

    late = "ghi trước khi bổ sung"
    assert ("Các lần ghi trước" in found, "Chờ quyết định" in found, late in found) == (True, True, True)
    assert ("Chờ quyết định" in of_head, late in of_head) == (False, True)


def test_an_answer_too_late_is_refused_and_kept_on_the_page(
    make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    returned = make_nomination(N.RETURNED)

    answer = signed_in(speakers["science"]).post(f"/tham-dinh/{returned.pk}/y-kien/", typed("science"))

    assert (answer.status_code, OfficeAnswer.objects.count()) == (409, 0)
    assert "hồ sơ đang ở bước «trả lại bổ sung»" in answer.content.decode()


def test_a_dossier_goes_back_and_opens_only_what_was_flagged(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    client = signed_in(speakers["science"])
    given = {
        "linh_vuc": "science",
        "tra-lai-parts": ["report", "evidence:G3"],
        "tra-lai-text": "Bổ sung quyết định",
        "tra-lai-due_on": "31/12/2099",
    }

    answer = client.post(f"/tham-dinh/{nomination.pk}/tra-lai/", given)

    nomination.refresh_from_db()
    assert (answer.status_code, nomination.stage, open_fields(nomination)) == (
        302,
        "returned",
        frozenset({"report", "evidence:G3"}),
    )
    found = page(client, f"/tham-dinh/{nomination.pk}/")
    assert ("minh chứng G3" in found, "Hạn 31/12/2099." in found) == (True, True)

    Nomination.objects.update(stage="sent")
    came_back(nomination=nomination, by=cast.head, at=NOW)
    assert "đã bổ sung" in page(client, "/tham-dinh/")


@pytest.mark.parametrize(
    "given",
    [
        {"tra-lai-parts": [], "tra-lai-text": "Sửa", "tra-lai-due_on": "31/12/2099"},
        {"tra-lai-parts": ["evidence:G1"], "tra-lai-text": "Sửa", "tra-lai-due_on": "31/12/2099"},
        {"tra-lai-parts": ["report"], "tra-lai-text": " ", "tra-lai-due_on": "31/12/2099"},
        {"tra-lai-parts": ["report"], "tra-lai-text": "Sửa", "tra-lai-due_on": "1/1/2020"},
        {"tra-lai-parts": ["report"], "tra-lai-text": "Sửa", "tra-lai-due_on": "mai"},
    ],
)
def test_a_return_that_says_too_little_is_refused(
    nomination: Nomination, speakers: dict[str, User], given: dict[str, Any]
) -> None:
    answer = signed_in(speakers["science"]).post(f"/tham-dinh/{nomination.pk}/tra-lai/", given)

    assert (answer.status_code, CorrectionRequest.objects.count()) == (422, 0)


def test_the_day_of_the_procedure_is_proposed_with_who_set_it(
    nomination: Nomination, speakers: dict[str, User]
) -> None:
    form = signed_in(speakers["science"]).get(f"/tham-dinh/{nomination.pk}/").context["return_form"]

    assert form.initial["due_on"] == due_after(localdate(), 5)
    assert form.fields["due_on"].help_text.startswith("5 ngày làm việc. Do Hội đồng")


def test_a_return_after_the_stage_moved_on_is_a_conflict(cast: Cast, make_nomination: MakeNomination) -> None:
    posted = make_nomination(N.POSTED)
    given = {"tra-lai-parts": ["report"], "tra-lai-text": "Sửa báo cáo", "tra-lai-due_on": "31/12/2099"}

    answer = signed_in(cast.officer).post(f"/tham-dinh/{posted.pk}/tra-lai/", given)

    assert (answer.status_code, CorrectionRequest.objects.count()) == (409, 0)


def test_a_hold_is_put_and_lifted_from_the_dossier(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    client, address = signed_in(speakers["personnel"]), f"/tham-dinh/{nomination.pk}/tam-dung/"

    assert (
        client.post(address, {"tam-dung-reason": "Đang thanh tra", "tam-dung-until": "31/12/2099"}).status_code == 302
    )
    hold = Hold.objects.get()
    found = page(client, f"/tham-dinh/{nomination.pk}/")
    assert ("Đang thanh tra" in found, "đến hết 31/12/2099" in found) == (True, True)
    assert client.post(address, {"tam-dung-reason": "Nữa"}).status_code == 422
    assert client.post(address, {"tam-dung-reason": ""}).status_code == 422
    assert signed_in(speakers["party"]).post(f"{address}{hold.pk}/ket-thuc/").status_code == 422
    assert client.post(f"{address}{hold.pk}/ket-thuc/").status_code == 302
    hold.refresh_from_db()
    assert hold.until == hold.since
    assert client.post(f"{address}999/ket-thuc/").status_code == 404


def test_the_officer_reads_every_answer_and_ends_verification(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say_all(nomination, speakers)
    client = signed_in(cast.officer)
    assert "Căn cứ SA-I2" in page(client, f"/tham-dinh/{nomination.pk}/")

    answer = client.post(f"/tham-dinh/{nomination.pk}/ket-thuc/", {"ket-thuc-words": ""})

    nomination.refresh_from_db()
    assert (answer.status_code, nomination.stage) == (302, "verified")
    again = client.post(f"/tham-dinh/{nomination.pk}/ket-thuc/", {"ket-thuc-words": ""})
    assert again.status_code == 409


def test_ending_with_answers_lacking_needs_words(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    client, address = signed_in(cast.officer), f"/tham-dinh/{nomination.pk}/ket-thuc/"

    assert client.post(address, {"ket-thuc-words": " "}).status_code == 422
    assert client.post(address, {"ket-thuc-words": "x" * 3001}).status_code == 422
    assert client.post(address, {"ket-thuc-words": "Các lĩnh vực đã có công văn riêng"}).status_code == 302
    assert VerificationEnd.objects.get().words == "Các lĩnh vực đã có công văn riêng"


def test_the_officer_takes_it_up_again(cast: Cast, make_nomination: MakeNomination) -> None:
    verified = make_nomination(N.VERIFIED)
    client, address = signed_in(cast.officer), f"/tham-dinh/{verified.pk}/lai/"

    assert client.post(address, {"lai-reason": ""}).status_code == 422
    assert client.post(address, {"lai-reason": "Có tài liệu mới"}).status_code == 302
    assert client.post(address, {"lai-reason": "Có tài liệu mới"}).status_code == 409


def test_many_are_ended_in_one_press(
    cast: Cast, nomination: Nomination, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    unit = make_nomination(subject=cast.division.subject)
    say_all(nomination, speakers)
    client = signed_in(cast.officer)

    answer = client.post("/tham-dinh/tien-do/ket-thuc/", {"ho-so": [str(nomination.pk), str(unit.pk), "x"]})

    assert [(one.pk, why[:30]) for one, why in answer.context["left"]] == [(unit.pk, "Hồ sơ chưa có đủ ý kiến của: T")]
    assert sorted(Nomination.objects.values_list("stage", flat=True)) == ["sent", "verified"]
    assert client.post("/tham-dinh/tien-do/ket-thuc/", {"ho-so": []}).status_code == 422


def test_the_progress_shows_offices_and_dossiers(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"], "not_met")

    answer = signed_in(cast.officer).get("/tham-dinh/tien-do/")

    found = answer.content.decode()
    assert [(one.name, one.waiting) for one in answer.context["offices"]] == [
        ("Tổ chức cán bộ", 1),
        ("Quản lý khoa học", 0),
        ("Đảng uỷ", 1),
        ("Công đoàn", 1),
    ]
    assert ("Quản lý khoa học: cần xem" in found, "Đảng uỷ: 0/2" in found) == (True, True)


def test_the_progress_leaves_as_an_excel_file(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"], "not_met")
    say(nomination, "union", speakers["union"])

    rows = sheet_of(signed_in(cast.officer).get("/tham-dinh/tien-do/xuat/"))

    assert [row[6:] for row in rows] == [
        ["Tổ chức cán bộ", "Quản lý khoa học", "Đảng uỷ", "Công đoàn", "Thanh tra - Pháp chế"],
        ["0/3", "G3: không đạt", "0/2", "đạt", ""],
    ]


def test_an_officer_who_also_speaks_for_an_office_has_both(cast: Cast, nomination: Nomination) -> None:
    cast.officer.grants.create(role="specialist", office="union")
    client = signed_in(User.objects.get(pk=cast.officer.pk))

    assert [code for code, _name in client.get(f"/tham-dinh/{nomination.pk}/").context["offices"]] == ["union", ""]
    assert client.get("/tham-dinh/tien-do/").context["desks"] == [("union", "Công đoàn")]
    assert client.get("/tham-dinh/").context["may_run"] is True


def test_who_made_the_dossier_only_reads(make_nomination: MakeNomination, speakers: dict[str, User]) -> None:
    made = make_nomination(made_by=speakers["science"])
    client = signed_in(speakers["science"])

    assert "việc thẩm định do người khác làm" in page(client, f"/tham-dinh/{made.pk}/")
    assert client.post(f"/tham-dinh/{made.pk}/y-kien/", typed("science")).status_code == 422


def test_a_dossier_without_criteria_of_ones_office_is_not_ones_business(nomination: Nomination) -> None:
    inspector = signed_in(specialist("thanhtra", "inspection"))

    answer = inspector.get(f"/tham-dinh/{nomination.pk}/")

    assert (answer.status_code, "không có tiêu chí nào thuộc lĩnh vực" in answer.content.decode()) == (403, True)


def test_drafts_are_not_there_and_ones_own_is_refused(
    cast: Cast, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    draft = make_nomination(N.DRAFT)
    assert signed_in(speakers["science"]).get(f"/tham-dinh/{draft.pk}/").status_code == 404

    own = make_nomination(subject=cast.division.subject)
    nominee = specialist("binh", "science")
    User.objects.filter(pk=nominee.pk).update(person=cast.lecturer)
    Nomination.objects.filter(pk=own.pk).update(subject=cast.lecturer.subject, year=2024)
    assert signed_in(nominee).get(f"/tham-dinh/{own.pk}/").status_code == 403


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_pages_ask_little_whatever_there_is(
    cast: Cast,
    make_nomination: MakeNomination,
    speakers: dict[str, User],
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        one = make_nomination(subject=school.person(f"X{number}", f"Trần Thị {number}", cast.division).subject)
        say(one, "party", speakers["party"])
    officer, science = signed_in(cast.officer), signed_in(speakers["science"])

    for client, address in (
        (science, "/tham-dinh/"),
        (science, f"/tham-dinh/{one.pk}/"),
        (officer, f"/tham-dinh/{one.pk}/"),
        (officer, "/tham-dinh/tien-do/"),
    ):
        with django_assert_max_num_queries(QUERIES):
            assert client.get(address).status_code == 200
