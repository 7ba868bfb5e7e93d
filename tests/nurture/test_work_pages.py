"""The sections of the work: shown in place or alone, with what each reader may do; forms, refusals, files, queries."""

from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import MeasureStage, NurtureStage, ShortcomingStage
from lantoa.nurture.actions.work import reviews
from lantoa.nurture.models import Measure, MentorNote, NurturePlan, QuarterReview, Shortcoming, Support
from lantoa.nurture.queries.work import work_of
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan
from tests.nurture.working import TODAY, encouraged, everything, furnish, given, measure, met, shortcoming

SWAP = {"HX-Request": "true"}
TASK: dict[str, Any] = {
    "text": "Viết bài báo khoa học",
    "owner": "CB6",
    "starts": "15/1/2026",
    "due": "30/6/2026",
    "goal": "",
}
GET, POST = "get", "post"


@pytest.fixture(autouse=True)
def _today(settings: Settings, tmp_path: Path) -> Any:
    settings.DATA = tmp_path
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def person(cast: Cast) -> User:
    return school.account("binh", Role.STAFF, of=cast.lecturer)


def sent(user: User, plan: NurturePlan, address: str, swap: bool = True, **typed: Any) -> Any:  # noqa: FBT001, FBT002
    headers = SWAP if swap else {}
    return signed_in(user).post(f"/boi-duong/{plan.pk}/{address}/", typed, headers=headers)


def opened(user: User, plan: NurturePlan, address: str) -> Any:
    return signed_in(user).get(f"/boi-duong/{plan.pk}/{address}/", headers=SWAP)


def faults(answer: HttpResponse) -> dict[str, list[str]]:
    return dict(answer.context["doing"].form.errors)  # type: ignore[attr-defined]


def said(answer: HttpResponse) -> list[str]:
    return [one.words for one in answer.context["said"]]  # type: ignore[attr-defined]


# In place and alone


def test_a_form_opens_in_its_section_and_the_section_comes_back(cast: Cast, plan: NurturePlan) -> None:
    form = opened(cast.head, plan, "bien-phap/them")
    answer = sent(cast.head, plan, "bien-phap/them", **TASK)

    assert (form.status_code, form.content.decode().lstrip()[:8]) == (200, "<section")
    assert (answer.status_code, said(answer)) == (200, ["Đã thêm biện pháp."])
    assert Measure.objects.get().owner == cast.lecturer


def test_without_script_the_form_has_a_page_and_leads_back_to_the_plan(cast: Cast, plan: NurturePlan) -> None:
    client = signed_in(cast.head)

    page = client.get(f"/boi-duong/{plan.pk}/bien-phap/them/")
    wrong = sent(cast.head, plan, "bien-phap/them", swap=False, **TASK | {"text": ""})
    answer = sent(cast.head, plan, "bien-phap/them", swap=False, **TASK)

    assert ["<h1>Lê Thanh Bình</h1>" in one.content.decode() for one in (page, wrong)] == [True, True]
    assert (wrong.status_code, answer.headers["Location"]) == (422, f"/boi-duong/{plan.pk}/#measures")


@pytest.mark.parametrize("part", ["bien-phap", "ho-tro", "ton-tai", "gap-go", "danh-gia", "dong-vien"])
@pytest.mark.parametrize(("who", "status"), [("officer", 200), ("head", 200), ("staff", 200), ("other_head", 403)])
def test_a_section_is_shown_to_those_who_see_the_plan(
    part: str, who: str, status: int, cast: Cast, plan: NurturePlan
) -> None:
    furnish(plan, cast)

    assert opened(getattr(cast, who), plan, part).status_code == status


@pytest.mark.parametrize(
    "address", ["bien-phap/them", "ho-tro/them", "ton-tai/them", "gap-go/them", "danh-gia/them", "dong-vien/them"]
)
def test_before_it_is_approved_no_form_opens(address: str, cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING)

    assert opened(cast.head, plan, address).status_code == 403


def test_while_it_waits_the_section_says_when_one_may_write(cast: Cast, make_plan: MakePlan) -> None:
    words = opened(cast.head, make_plan(NurtureStage.WAITING), "bien-phap").content.decode()

    assert ("Khi trưởng đơn vị duyệt, bạn sẽ ghi việc được." in words, "Thêm biện pháp" in words) == (True, False)


def test_a_row_of_another_plan_is_not_found(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)
    NurturePlan.objects.filter(pk=plan.pk).update(
        stage="not_yet", ended_by=cast.head, ended_at=NOW, lessons="Cần thêm thời gian"
    )
    other = NurturePlan.objects.get(pk=plan.pk)
    other.pk, other.stage, other.ended_by, other.ended_at = None, "active", None, None
    other.save()

    assert opened(cast.head, other, f"bien-phap/{made.pk}/sua").status_code == 404


# What may be done


def test_each_reader_is_offered_what_is_theirs(cast: Cast, plan: NurturePlan, person: User) -> None:
    measure(plan, cast)
    shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    offered = {
        who: (row.measures[0].deeds, row.shortcomings[0].deeds, row.may_add, row.may_write)
        for who, row in (
            (user.username, work_of(plan, user, TODAY)) for user in (cast.head, cast.staff, person, cast.officer)
        )
    }

    every = frozenset({"finish", "edit", "drop"})
    judged = frozenset({"confirm", "reopen"})
    assert offered == {
        "khoa": (every, judged, True, True),
        "an": (every, frozenset(), True, True),
        "binh": (frozenset({"finish"}), frozenset(), True, False),
        "hanh": (every, judged, True, True),
    }


def test_who_remedied_reads_why_another_confirms(cast: Cast, plan: NurturePlan) -> None:
    shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    words = opened(cast.officer, plan, "ton-tai").content.decode()

    assert "Người ghi đã khắc phục không tự xác nhận." in words


def test_quarters_that_have_begun_and_were_not_reviewed_are_named(cast: Cast, plan: NurturePlan) -> None:
    with time_machine.travel("2026-08-01T03:00:00Z", tick=False):
        reviews.review(plan=plan, quarter=Quarter(2026, 2), text="Tốt", by=cast.head, at=NOW.replace(month=8))
        words = opened(cast.head, plan, "danh-gia").content.decode()

    assert "Chưa đánh giá: quý 1/2026, quý 3/2026." in words


# Measures


@pytest.mark.parametrize(
    ("typed", "faulty", "sentence"),
    [
        ({"text": ""}, "text", "Trường này là bắt buộc"),
        ({"text": "x" * 1001}, "text", "1000"),
        ({"due": "14/1/2026"}, "due", "Hạn phải từ ngày bắt đầu trở đi"),
        ({"due": "mai"}, "due", "ngày"),
        ({"due": "30/6/0026"}, "due", "Năm 26 có vẻ ghi nhầm."),
        ({"owner": "Ông Hai"}, "owner", "«Ông Hai» không rõ là ai trong sổ cán bộ."),
        ({"owner": "KL"}, "owner", "không rõ là ai"),
        ({"owner": "CB9"}, "owner", "Trần Thị Đi hiện không còn công tác"),
        ({"goal": "99999"}, "goal", "chọn"),
    ],
)
def test_a_measure_that_cannot_be_is_explained_at_its_field(
    typed: dict[str, str], faulty: str, sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    school.post(school.person("CB9", "Trần Thị Đi"), cast.division, until="31/12/2025")
    before = everything()

    answer = sent(cast.head, plan, "bien-phap/them", **TASK | typed)

    found = faults(answer)
    assert (answer.status_code, list(found), everything() == before) == (422, [faulty], True)
    assert sentence in found[faulty][0]


@pytest.mark.parametrize(
    ("due", "warning"),
    [
        ("1/3/2027", ["Lưu ý: ngày nằm ngoài thời gian của kế hoạch (01/01/2026 đến 31/12/2026)."]),
        ("15/1/2026", []),
    ],
)
def test_a_day_outside_the_plan_is_allowed_with_a_warning(
    due: str, warning: list[str], cast: Cast, plan: NurturePlan
) -> None:
    answer = sent(cast.head, plan, "bien-phap/them", **TASK | {"due": due})

    assert said(answer) == ["Đã thêm biện pháp.", *warning]


def test_the_person_adds_own_work_and_is_not_asked_whose(cast: Cast, plan: NurturePlan, person: User) -> None:
    form = opened(person, plan, "bien-phap/them").context["doing"].form
    sent(person, plan, "bien-phap/them", **TASK)

    assert ("owner" in form.fields, Measure.objects.get().owner) == (False, cast.lecturer)


def test_a_measure_goes_through_its_life_in_place(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)
    address = f"bien-phap/{made.pk}"

    statuses = [
        sent(cast.head, plan, f"{address}/sua", **TASK, version=1).status_code,
        sent(cast.head, plan, f"{address}/xong").status_code,
        sent(cast.head, plan, f"{address}/lam-lai").status_code,
        sent(cast.head, plan, f"{address}/thoi", reason="Trùng lịch").status_code,
    ]

    done = Measure.objects.get()
    assert (statuses, done.text, done.stage, done.note) == ([200] * 4, TASK["text"], "dropped", "Trùng lịch")


def test_one_edited_meanwhile_keeps_what_was_typed(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)

    answer = sent(cast.head, plan, f"bien-phap/{made.pk}/sua", **TASK, version=0)

    assert answer.status_code == 422
    assert faults(answer) == {
        "__all__": ["Trong lúc bạn viết, người khác đã sửa việc này. Hãy xem bản mới rồi ghi lại."]
    }


@pytest.mark.parametrize("deed", ["sua", "xong", "thoi"])
def test_what_is_not_for_this_stage_is_said_where_it_stands(deed: str, cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast, MeasureStage.DONE)

    answer = sent(cast.head, plan, f"bien-phap/{made.pk}/{deed}", **TASK, version=2, reason="x")

    assert answer.status_code == 409
    assert "hiện đang ở bước «đã làm»" in said(answer)[0]


# Support


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("5.000.000", 5_000_000), ("5 000 000 đồng", 5_000_000), ("500000", 500_000), ("5,000,000đ", 5_000_000)],
)
def test_money_is_read_as_an_office_writes_it(typed: str, amount: int, cast: Cast, plan: NurturePlan) -> None:
    sent(cast.head, plan, "ho-tro/them", kind="money", text="Học phí", amount=typed, given_on="10/1/2026")

    assert Support.objects.get().amount == amount


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Hãy ghi số tiền, tính bằng đồng."),
        ("-500000", "Số tiền phải lớn hơn 0."),
        ("1" * 20, "Số tiền quá lớn. Hãy xem lại số chữ số."),
        ("9" * 18, "Số tiền quá lớn (hơn một nghìn tỷ đồng). Hãy xem lại số chữ số."),
        ("năm triệu", "«năm triệu» chưa đọc được. Hãy ghi số đồng, ví dụ 5.000.000."),
        ("5.00", "«5.00» chưa đọc được. Hãy ghi số đồng, ví dụ 5.000.000."),
    ],
)
def test_money_that_cannot_be_is_explained_at_its_field(
    typed: str, sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    answer = sent(cast.head, plan, "ho-tro/them", kind="money", text="Học phí", amount=typed, given_on="10/1/2026")

    assert (answer.status_code, faults(answer), Support.objects.count()) == (422, {"amount": [sentence]}, 0)


def test_the_same_support_sent_twice_is_written_once(cast: Cast, plan: NurturePlan) -> None:
    answers = [
        sent(cast.head, plan, "ho-tro/them", kind="time", text="Giảm 20 giờ", given_on="10/1/2026").status_code
        for _each in range(2)
    ]

    assert (answers, Support.objects.count()) == ([200, 422], 1)


@pytest.mark.parametrize(("make", "address"), [(given, "ho-tro"), (encouraged, "dong-vien")])
def test_a_row_by_mistake_is_taken_out_with_a_reason(make: Any, address: str, cast: Cast, plan: NurturePlan) -> None:
    made = make(plan, cast)

    empty = sent(cast.head, plan, f"{address}/{made.pk}/xoa", reason="")
    done = sent(cast.head, plan, f"{address}/{made.pk}/xoa", reason="Ghi nhầm")

    assert (empty.status_code, done.status_code, type(made).objects.count()) == (422, 200, 0)


# Shortcomings and files


def test_the_remedy_comes_with_a_file_that_readers_of_the_plan_may_open(
    cast: Cast, plan: NurturePlan, person: User
) -> None:
    made = shortcoming(plan, cast)
    paper = SimpleUploadedFile("biên bản.pdf", b"%PDF-1.7")

    answer = sent(person, plan, f"ton-tai/{made.pk}/khac-phuc", evidence="Xem biên bản", file=paper)
    address = f"/boi-duong/{plan.pk}/ton-tai/{made.pk}/tep/"
    files = [signed_in(user).get(address) for user in (cast.head, cast.other_head)]

    assert said(answer) == ["Đã ghi khắc phục; trưởng đơn vị đã được báo để xác nhận."]
    assert [file.status_code for file in files] == [200, 403]
    assert (files[0].content, files[0].headers["Content-Security-Policy"]) == (
        b"%PDF-1.7",
        "default-src 'none'; sandbox",
    )


def test_a_foreign_file_is_refused_by_name_and_nothing_is_written(
    cast: Cast, plan: NurturePlan, person: User, tmp_path: Path
) -> None:
    made = shortcoming(plan, cast)

    answer = sent(person, plan, f"ton-tai/{made.pk}/khac-phuc", evidence="Xem", file=SimpleUploadedFile("a.exe", b"MZ"))

    assert faults(answer) == {"file": ["«a.exe»: Chỉ nhận PDF, ảnh JPG, PNG, WEBP, Word .docx và Excel .xlsx."]}
    assert (Shortcoming.objects.get().stage, list(tmp_path.glob("attachments/*/*"))) == ("open", [])


def test_without_a_file_there_is_none_to_open(cast: Cast, plan: NurturePlan) -> None:
    made = shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    assert signed_in(cast.head).get(f"/boi-duong/{plan.pk}/ton-tai/{made.pk}/tep/").status_code == 404


def test_a_shortcoming_goes_through_its_life_in_place(cast: Cast, plan: NurturePlan, person: User) -> None:
    sent(cast.head, plan, "ton-tai/them", text="Chậm báo cáo", remedy="Nộp trước ngày 25", due="30/6/2026")
    made = Shortcoming.objects.get()
    address = f"ton-tai/{made.pk}"

    statuses = [
        sent(cast.head, plan, f"{address}/sua", text="Hay chậm báo cáo", remedy="y", due="1/7/2026", version=1),
        sent(person, plan, f"{address}/khac-phuc", evidence="Ba tháng đúng hạn"),
        sent(cast.head, plan, f"{address}/lam-lai", reason="Mới hai tháng"),
        sent(person, plan, f"{address}/khac-phuc", evidence="Đủ ba tháng"),
        sent(cast.head, plan, f"{address}/xac-nhan"),
    ]

    assert [answer.status_code for answer in statuses] == [200] * 5
    made.refresh_from_db()
    assert (made.stage, made.text, made.confirmed_by) == ("confirmed", "Hay chậm báo cáo", cast.head)


def test_who_may_not_confirm_is_told_so(cast: Cast, plan: NurturePlan) -> None:
    made = shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    answers = [sent(user, plan, f"ton-tai/{made.pk}/xac-nhan").status_code for user in (cast.officer, cast.staff)]

    assert (answers, Shortcoming.objects.get().stage) == ([403, 403], "remedied")


# Meetings


def test_a_private_note_is_read_by_its_writer_alone(cast: Cast, plan: NurturePlan, person: User) -> None:
    sent(cast.staff, plan, "gap-go/them", text="Điều chỉ mình biết", met_on="10/1/2026", is_private="on")
    sent(cast.staff, plan, "gap-go/them", text="Điều mọi người biết", met_on="10/1/2026")

    texts = {
        user.username: [note.text for note in opened(user, plan, "gap-go").context["work"].notes]
        for user in (cast.staff, cast.head, cast.officer, person)
    }

    shared = ["Điều mọi người biết"]
    assert texts == {"an": [*shared, "Điều chỉ mình biết"], "khoa": shared, "hanh": shared, "binh": shared}


def test_nobody_else_reaches_a_private_note_by_its_number(cast: Cast, plan: NurturePlan) -> None:
    made = met(plan, cast.staff, is_private=True)

    answers = [sent(user, plan, f"gap-go/{made.pk}/xoa").status_code for user in (cast.head, cast.officer)]

    assert (answers, MentorNote.objects.count()) == ([404, 404], 1)


def test_its_writer_takes_a_note_back(cast: Cast, plan: NurturePlan) -> None:
    made = met(plan, cast.staff)

    answer = sent(cast.staff, plan, f"gap-go/{made.pk}/xoa")

    assert (said(answer), MentorNote.objects.count()) == (["Đã xoá ghi chép."], 0)


# Reviews


def test_a_review_is_written_for_the_last_open_quarter(cast: Cast, plan: NurturePlan) -> None:
    form = opened(cast.staff, plan, "danh-gia/them").context["doing"].form
    answer = sent(cast.staff, plan, "danh-gia/them", quarter="2026-1", text="Đúng hướng")

    assert (form["quarter"].initial, said(answer)) == ("2026-1", ["Đã ghi đánh giá quý."])
    assert QuarterReview.objects.get().written_by == cast.staff


@pytest.mark.parametrize(
    ("quarter", "sentence"),
    [
        ("2026-2", "Quý 2/2026 chưa bắt đầu; đánh giá được từ ngày 01/04/2026."),
        ("2025-4", "Quý 4/2025 kết thúc trước khi kế hoạch bắt đầu. Hãy chọn quý khác."),
        ("2026-9", "Hãy chọn"),
        ("", "Trường này là bắt buộc."),
    ],
)
def test_a_quarter_that_cannot_be_reviewed_is_explained(
    quarter: str, sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    answer = sent(cast.head, plan, "danh-gia/them", quarter=quarter, text="x")

    assert (answer.status_code, list(faults(answer)), QuarterReview.objects.count()) == (422, ["quarter"], 0)


@pytest.mark.parametrize("many", [1, 3, 30])
def test_the_work_is_read_in_as_many_queries_whatever_there_is(
    many: int, cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        measure(plan, cast, text=f"Việc {number}")
        shortcoming(plan, cast, text=f"Hạn chế {number}")
        given(plan, cast, text=f"Hỗ trợ {number}")
        encouraged(plan, cast, text=f"Khen {number}")
        met(plan, cast.staff, f"Buổi {number}")
    client = signed_in(cast.head)

    with django_assert_num_queries(12):
        client.get(f"/boi-duong/{plan.pk}/bien-phap/")
