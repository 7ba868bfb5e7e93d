"""Everything to do in all plans: who sees what, filters, order, Excel files; one measure for its owner."""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import MeasureStage, NurtureStage, ShortcomingStage
from lantoa.nurture.actions.work import reviews
from lantoa.nurture.models import Measure, NurturePlan
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan
from tests.nurture.working import DUE, encouraged, given, measure, met, shortcoming


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def filled(cast: Cast, plan: NurturePlan) -> NurturePlan:
    """Two measures (one of them the deputy's, due sooner), a done one, a shortcoming and a remedied one."""
    assert cast.deputy.person
    measure(plan, cast)
    measure(plan, cast, text="Hướng dẫn soạn giáo án", owner=cast.deputy.person, due=DUE - timedelta(days=30))
    measure(plan, cast, MeasureStage.DONE, text="Học lớp tin học", due=DUE + timedelta(days=1))
    shortcoming(plan, cast)
    shortcoming(plan, cast, ShortcomingStage.REMEDIED, "Chậm báo cáo")
    return plan


def found(user: User, asked: str = "") -> list[str]:
    return [row.text for row in signed_in(user).get(f"/boi-duong/viec/?{asked}").context["rows"]]


def sheets(answer: Any) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(BytesIO(b"".join(answer)))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}


MEASURE, SOONER, DONE = "Dự giờ đồng nghiệp mỗi tháng hai tiết", "Hướng dẫn soạn giáo án", "Học lớp tin học"
OPEN, REMEDIED = "Ít tham gia phong trào", "Chậm báo cáo"
ALL = [SOONER, MEASURE, OPEN, REMEDIED]


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("officer", ALL),
        ("head", ALL),
        ("staff", ALL),
        ("deputy", [SOONER]),
        ("other_head", []),
    ],
)
def test_the_list_holds_what_the_reader_follows_and_what_is_theirs_to_do(
    who: str, seen: list[str], cast: Cast, filled: NurturePlan
) -> None:
    assert found(getattr(cast, who)) == seen


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("q=giao an", [SOONER]),
        ("q=le thanh binh bao cao", [REMEDIED]),
        ("loai=bien-phap", [SOONER, MEASURE]),
        ("loai=ton-tai", [OPEN, REMEDIED]),
        ("nguoi_lam=mai", [SOONER]),
        ("nguoi_lam=binh", [MEASURE, OPEN, REMEDIED]),
        ("don_vi=KL", ALL),
        ("don_vi=PDT", []),
        ("don_vi=NONE&loai=nonsense&buoc=nonsense", ALL),
        ("buoc=da-xong", [DONE]),
        ("buoc=tat-ca&loai=bien-phap", [SOONER, MEASURE, DONE]),
        ("qua_han=on", []),
        ("sap_xep=-han", [MEASURE, OPEN, REMEDIED, SOONER]),
        ("sap_xep=-nguoi_lam&loai=bien-phap", [SOONER, MEASURE]),
        ("sap_xep=nonsense", ALL),
    ],
)
def test_the_list_is_filtered_and_sorted(asked: str, seen: list[str], cast: Cast, filled: NurturePlan) -> None:
    assert found(cast.head, asked) == seen


def test_ones_own_work_is_a_filter(cast: Cast, filled: NurturePlan) -> None:
    person = school.account("binh", Role.STAFF, of=cast.lecturer)

    assert (found(cast.deputy, "cua_toi=on"), found(person, "cua_toi=on")) == ([SOONER], [MEASURE, OPEN, REMEDIED])
    assert found(cast.head, "cua_toi=on") == []


def test_what_is_overdue_is_counted_and_found(cast: Cast, filled: NurturePlan) -> None:
    with time_machine.travel("2026-06-15T03:00:00Z", tick=False):
        page = signed_in(cast.head).get("/boi-duong/viec/?qua_han=on")

    assert ([row.text for row in page.context["rows"]], page.context["late"]) == ([SOONER], 1)


def test_what_is_open_in_a_plan_that_has_ended_is_not_to_be_done(cast: Cast, filled: NurturePlan) -> None:
    NurturePlan.objects.update(stage="not_yet", ended_by=cast.head, ended_at=NOW, lessons="x")

    assert (found(cast.head), len(found(cast.head, "buoc=tat-ca"))) == ([], 5)


@pytest.mark.parametrize("many", [1, 3, 60])
def test_the_list_takes_as_many_queries_whatever_there_is(
    many: int, cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    shortcoming(plan, cast)
    Measure.objects.bulk_create(
        Measure(plan=plan, text=f"Việc {number}", owner=cast.lecturer, starts=DUE, due=DUE) for number in range(many)
    )
    client = signed_in(cast.head)

    with django_assert_num_queries(11):
        client.get("/boi-duong/viec/")


def test_the_list_is_turned_page_by_page_and_swapped_alone(cast: Cast, plan: NurturePlan) -> None:
    Measure.objects.bulk_create(
        Measure(plan=plan, text=f"Việc {number:02}", owner=cast.lecturer, starts=DUE, due=DUE) for number in range(51)
    )

    answer = signed_in(cast.head).get("/boi-duong/viec/?trang=2", headers={"HX-Request": "true"})

    assert [row.text for row in answer.context["rows"]] == ["Việc 50"]
    assert answer.content.decode().lstrip().startswith('<div id="rows">')


def test_a_list_without_anything_says_what_it_is_for(cast: Cast) -> None:
    client = signed_in(cast.head)

    words = [client.get(f"/boi-duong/viec/{asked}").content.decode() for asked in ("", "?q=x")]

    assert ["Không có việc nào đang chờ" in words[0], "Không có việc nào như vậy" in words[1]] == [True, True]


def test_the_filtered_list_goes_to_excel(cast: Cast, filled: NurturePlan) -> None:
    pages = sheets(signed_in(cast.head).get("/boi-duong/viec/xuat/?loai=ton-tai"))

    assert pages["Việc cần làm"][1:] == [
        (
            "khắc phục",
            OPEN,
            "Lê Thanh Bình",
            "Bộ môn Luật Dân sự",
            "Lê Thanh Bình",
            "30/06/2026",
            "166",
            "chưa khắc phục",
        ),
        (
            "khắc phục",
            REMEDIED,
            "Lê Thanh Bình",
            "Bộ môn Luật Dân sự",
            "Lê Thanh Bình",
            "30/06/2026",
            "166",
            "đã khắc phục, chờ xác nhận",
        ),
    ]


def test_a_plan_goes_to_excel_with_a_page_for_each_section_and_no_private_note(cast: Cast, filled: NurturePlan) -> None:
    given(filled, cast)
    encouraged(filled, cast)
    met(filled, cast.staff, "Điều chung")
    met(filled, cast.staff, "Điều riêng", is_private=True)
    reviews.review(plan=filled, quarter=Quarter(2026, 1), text="Đúng hướng", by=cast.head, at=NOW)

    for user in (cast.head, cast.officer, cast.staff):
        pages = sheets(signed_in(user).get(f"/boi-duong/{filled.pk}/xuat/"))
        rows = {title: len(rows) - 1 for title, rows in pages.items()}
        assert rows == {
            "Kế hoạch": 6,
            "Biện pháp": 3,
            "Hỗ trợ": 1,
            "Tồn tại, khắc phục": 2,
            "Gặp gỡ": 1,
            "Đánh giá quý": 1,
            "Động viên": 1,
        }
        assert (pages["Hỗ trợ"][1][2], "riêng" in str(pages)) == (5_000_000, False)


def test_what_looks_like_a_formula_stays_text_in_the_file(cast: Cast, plan: NurturePlan) -> None:
    measure(plan, cast, text="=1+1")

    assert sheets(signed_in(cast.head).get(f"/boi-duong/{plan.pk}/xuat/"))["Biện pháp"][1][0] == "=1+1"


# One measure for whoever does it


def test_its_owner_finishes_it_on_a_page_that_shows_nothing_else_of_the_plan(cast: Cast, filled: NurturePlan) -> None:
    made = Measure.objects.get(text=SOONER)
    client = signed_in(cast.deputy)

    words = client.get(f"/boi-duong/viec/{made.pk}/").content.decode()
    answer = client.post(f"/boi-duong/viec/{made.pk}/", {"note": "Hai buổi"}, follow=True)

    assert (OPEN in words, "Mở kế hoạch" in words, client.get(f"/boi-duong/{filled.pk}/").status_code) == (
        False,
        False,
        403,
    )
    made.refresh_from_db()
    assert (made.stage, made.note) == ("done", "Hai buổi")
    assert [str(one) for one in answer.context["messages"]] == ["Đã ghi biện pháp là đã làm. Cảm ơn bạn."]


@pytest.mark.parametrize(("who", "status"), [("head", 200), ("officer", 200), ("other_head", 403), ("staff", 200)])
def test_a_measure_is_shown_to_those_who_see_its_plan(who: str, status: int, cast: Cast, filled: NurturePlan) -> None:
    made = Measure.objects.get(text=SOONER)

    assert signed_in(getattr(cast, who)).get(f"/boi-duong/viec/{made.pk}/").status_code == status


def test_finished_twice_it_says_so(cast: Cast, filled: NurturePlan) -> None:
    made = Measure.objects.get(text=SOONER)
    client = signed_in(cast.deputy)

    answers = [client.post(f"/boi-duong/viec/{made.pk}/", {"note": ""}).status_code for _each in range(2)]

    assert answers == [302, 409]


def test_in_a_plan_that_waits_the_owner_reads_why_not_now(cast: Cast, filled: NurturePlan) -> None:
    NurturePlan.objects.update(stage="waiting")
    made = Measure.objects.get(text=SOONER)
    client = signed_in(cast.deputy)

    page = client.get(f"/boi-duong/viec/{made.pk}/").content.decode()

    assert ("bạn sẽ ghi việc được" in page, client.post(f"/boi-duong/viec/{made.pk}/").status_code) == (True, 409)


def test_a_plan_without_any_work_goes_to_excel_too(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT, mentor=None, since=date(2026, 2, 1))

    assert len(sheets(signed_in(cast.head).get(f"/boi-duong/{plan.pk}/xuat/"))) == 7


def test_in_a_plan_that_has_ended_nothing_is_overdue(cast: Cast, plan: NurturePlan) -> None:
    task = measure(plan, cast, due=date(2026, 1, 20))
    shortcoming(plan, cast)
    pages = (f"/boi-duong/{plan.pk}/", f"/boi-duong/viec/{task.pk}/", "/boi-duong/viec/?buoc=tat-ca")

    with time_machine.travel("2026-02-15T03:00:00Z", tick=False):
        client = signed_in(cast.head)
        before = [client.get(page).content.decode() for page in pages]
        NurturePlan.objects.update(stage="not_yet", ended_by=cast.head, ended_at=NOW, lessons="Cần thêm thời gian")
        after = [client.get(page).content.decode() for page in pages]

    assert ["quá hạn 26 ngày" in text for text in before] == [True, True, True]
    assert [re.findall(r"(?:quá hạn|còn) \d+ ngày", text) for text in after] == [[], [], []]
    assert ["không làm tới" in text for text in after] == [True, True, False]
    assert "chưa khắc phục" in after[0]
