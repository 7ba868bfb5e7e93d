"""A nomination with one press from a nurture plan: filled, frozen, written anew, and never one's own."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.models import Practice
from lantoa.domain.stages import NurtureStage
from lantoa.nomination.actions.refusals import ChangedMeanwhile, NominatedAlready, NotMet
from lantoa.nomination.actions.writing import from_plan, write
from lantoa.nomination.models import Nomination
from lantoa.nurture.models import Encouragement, Measure, NurturePlan, QuarterReview, Shortcoming, Support
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan, chosen, make_plan

__all__ = ["chosen", "make_plan"]  # the fixtures of nurture
QUERIES = 15
DAY = date(2026, 1, 10)
PRACTICE = "Phiên toà giả định. Cách làm: Mỗi tháng một phiên. Kết quả: 120 sinh viên tham gia."


@pytest.fixture
def ready(make_plan: MakePlan) -> NurturePlan:
    """A plan that the unit has declared ready."""
    return make_plan(NurtureStage.READY, readiness="Đã đủ vững")


@pytest.fixture
def nomination(cast: Cast, ready: NurturePlan) -> Nomination:
    return from_plan(plan=ready, by=cast.head, at=NOW)


def worked_on(plan: NurturePlan, cast: Cast) -> None:
    """What was done under the plan, some of it not to its end."""
    done: dict[str, Any] = {"stage": "done", "ended_by": cast.head, "ended_at": NOW}
    Measure.objects.create(plan=plan, text="Dự 12 giờ", starts=DAY, due=DAY, note="Xếp loại giỏi", **done)
    Measure.objects.create(plan=plan, text="Viết giáo trình", starts=DAY, due=DAY)
    given: dict[str, Any] = {"given_on": DAY, "recorded_by": cast.head, "recorded_at": NOW}
    Support.objects.create(plan=plan, kind="training", text="Lớp kỹ năng giảng dạy", **given)
    Encouragement.objects.create(plan=plan, kind="letter", text="Thư khen của Hiệu trưởng", **given)
    remedied: dict[str, Any] = {"remedied_by": cast.head, "remedied_at": NOW}
    confirmed: dict[str, Any] = {"stage": "confirmed", "confirmed_by": cast.head, "confirmed_at": NOW}
    Shortcoming.objects.create(
        plan=plan, text="Ít viết bài", remedy="Viết", due=DAY, evidence="Hai bài báo", **remedied, **confirmed
    )
    Shortcoming.objects.create(plan=plan, text="Hay đi muộn", remedy="Đi sớm", due=DAY)
    Practice.objects.create(
        prospect=plan.prospect,
        subject=plan.prospect.subject,
        title="Phiên toà giả định",
        problem="Sinh viên ít thực hành",
        done="Mỗi tháng một phiên.",
        result="120 sinh viên tham gia.",
        written_by=cast.head,
        written_at=NOW,
    )


def test_the_report_is_filled_from_what_was_done(cast: Cast, ready: NurturePlan) -> None:
    worked_on(ready, cast)
    school.award(cast.lecturer, 2025, decision="12/QĐ-TR")
    QuarterReview.objects.create(
        plan=ready, year=2026, quarter=1, text="Tiến bộ rõ", written_by=cast.head, written_at=NOW
    )

    made = from_plan(plan=ready, by=cast.head, at=NOW)

    assert made.text.split("\n\n") == [
        "Kế hoạch bồi dưỡng từ 01/01/2026 đến 15/01/2026.",
        "1. Thành tích trong sổ\n- CSTĐCS, năm 2025, QĐ 12/QĐ-TR",
        "2. Mục tiêu đã đặt ra\n- Tham gia hoạt động thiện nguyện của khoa",
        "3. Việc đã làm\n- Dự 12 giờ. Xếp loại giỏi",
        "4. Đơn vị đã hỗ trợ\n- Lớp kỹ năng giảng dạy (đào tạo, tập huấn)",
        "5. Tồn tại đã khắc phục\n- Ít viết bài: Hai bài báo",
        "6. Đã được động viên\n- Thư khen của Hiệu trưởng (thư khen, 10/01/2026)",
        f"7. Mô hình, cách làm hay\n- {PRACTICE}",
        "8. Kết quả theo quý\n- 1/2026: Tiến bộ rõ",
        "9. Kết luận của đơn vị\n- Đã đủ vững",
    ]


def test_the_nomination_carries_the_aim_and_the_verdict_of_the_day(cast: Cast, nomination: Nomination) -> None:
    school.attestation(cast.lecturer, "G4", 2025)
    now = Nomination.objects.get()

    of_g4 = next(one for one in now.verdict["findings"] if one["criterion"] == "G4")
    assert (now.subject, now.unit, now.tier, now.year, now.stage) == (
        cast.lecturer.subject,
        cast.division,
        "school-annual",
        2025,
        "draft",
    )
    assert (now.verdict["verdict"], of_g4["verdict"], of_g4["sentence"]) == (
        "unknown",
        "unknown",
        "Chưa có xác nhận năm 2025.",
    )


def test_plan_prospect_and_nomination_move_together(cast: Cast, ready: NurturePlan, nomination: Nomination) -> None:
    ready.refresh_from_db()

    assert (ready.stage, ready.prospect.stage, ready.ended_by) == ("nominated", "nominated", cast.head)
    assert [one.deed for one in Event.objects.order_by("-id")[:3]] == [
        "nomination_drafted",
        "plan_nominated",
        "prospect_moved",
    ]


def test_what_the_records_deny_is_refused_and_nothing_moves(cast: Cast, ready: NurturePlan) -> None:
    school.attestation(cast.lecturer, "G1", 2025, passed=False)
    before = Event.objects.count()

    with pytest.raises(NotMet, match="Theo sổ, điều kiện G1 không đạt"):
        from_plan(plan=ready, by=cast.head, at=NOW)

    ready.refresh_from_db()
    assert (ready.stage, Nomination.objects.count(), Event.objects.count()) == ("ready", 0, before)


def test_who_is_on_hold_is_not_nominated(cast: Cast, ready: NurturePlan) -> None:
    school.hold(cast.lecturer, "1/12/2025")

    with pytest.raises(NotMet, match="Đang tạm hoãn: Đang xác minh đơn tố cáo"):
        from_plan(plan=ready, by=cast.head, at=NOW)


def test_a_subject_is_nominated_once_for_a_tier_and_year(cast: Cast, ready: NurturePlan) -> None:
    Nomination.objects.create(
        subject=cast.lecturer.subject,
        edition=ready.edition,
        tier=ready.tier,
        year=ready.year,
        unit=cast.division,
        verdict={},
        text="Đã có",
        made_by=cast.officer,
        made_at=NOW,
        written_by=cast.officer,
        written_at=NOW,
    )

    with pytest.raises(NominatedAlready):
        from_plan(plan=ready, by=cast.head, at=NOW)


@pytest.mark.parametrize("who", ["other_head", "staff", "deputy", "administrator", "stranger"])
def test_nominating_is_the_own_heads_or_the_officers(cast: Cast, ready: NurturePlan, who: str) -> None:
    with pytest.raises(NotAllowed):
        from_plan(plan=ready, by=getattr(cast, who), at=NOW)


def test_the_report_is_written_anew(cast: Cast, nomination: Nomination) -> None:
    client = signed_in(cast.head)

    answer = client.post(f"/de-cu/{nomination.pk}/", {"text": "Báo cáo mới", "version": "1"})

    nomination.refresh_from_db()
    assert (answer.status_code, nomination.text, nomination.version, nomination.written_by) == (
        302,
        "Báo cáo mới",
        2,
        cast.head,
    )


def test_two_who_write_one_report_see_both_texts(cast: Cast, nomination: Nomination) -> None:
    write(nomination=nomination, text="Bản của chuyên viên", seen=1, by=cast.officer, at=NOW)

    answer = signed_in(cast.head).post(f"/de-cu/{nomination.pk}/", {"text": "Bản của trưởng khoa", "version": "1"})

    page = answer.content.decode()
    assert (answer.status_code, "Bản của trưởng khoa" in page, "Bản của chuyên viên" in page) == (409, True, True)
    assert 'name="version" value="2"' in page
    with pytest.raises(ChangedMeanwhile):
        write(nomination=nomination, text="Nữa", seen=1, by=cast.head, at=NOW)


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_report_is_refused(cast: Cast, nomination: Nomination, words: str) -> None:
    answer = signed_in(cast.head).post(f"/de-cu/{nomination.pk}/", {"text": words, "version": "1"})

    assert answer.status_code == 422
    with pytest.raises(NoReason):
        write(nomination=nomination, text=words, seen=1, by=cast.head, at=NOW)


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 200), ("head", 200), ("other_head", 403), ("staff", 403), ("administrator", 403)]
)
def test_a_nomination_is_read_by_those_who_may_make_it(
    cast: Cast, nomination: Nomination, who: str, status: int
) -> None:
    client = signed_in(getattr(cast, who))

    assert client.get(f"/de-cu/{nomination.pk}/").status_code == status
    with_it = client.get("/de-cu/")
    assert with_it.status_code == 403 or len(with_it.context["rows"]) == (status == 200)


def test_the_own_nomination_is_read_but_never_written(cast: Cast, nomination: Nomination) -> None:
    assert cast.head.person
    Nomination.objects.update(subject=cast.head.person.subject)

    page = signed_in(cast.head).get(f"/de-cu/{nomination.pk}/")

    assert (page.status_code, bool(page.context["writes"])) == (200, False)
    nomination.refresh_from_db()
    with pytest.raises(NotAllowed, match="Không ai tự đề cử mình"):
        write(nomination=nomination, text="Tôi", seen=1, by=cast.head, at=NOW)


def test_the_plan_leads_to_its_nomination(cast: Cast, nomination: Nomination) -> None:
    head = signed_in(cast.head)

    assert head.get(f"/de-cu/?boi-duong={nomination.plan_id}")["Location"] == f"/de-cu/{nomination.pk}/"
    assert head.get("/de-cu/?boi-duong=999").status_code == 200


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=le+thanh", 1),
        ("q=khong+co", 0),
        ("don_vi=KL", 1),
        ("don_vi=PDT", 0),
        ("bac=school-annual", 1),
        ("bac=sector-annual", 0),
        ("sap_xep=-ten", 1),
        ("sap_xep=nonsense&boi-duong=x", 1),
    ],
)
def test_the_list_is_searched_and_filtered(cast: Cast, nomination: Nomination, asked: str, found: int) -> None:
    assert len(signed_in(cast.officer).get(f"/de-cu/?{asked}").context["rows"]) == found


def test_the_list_leaves_as_an_excel_file(cast: Cast, nomination: Nomination) -> None:
    answer = signed_in(cast.head).get("/de-cu/xuat/")

    page = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[1][:5] == [
        "CB6",
        "Lê Thanh Bình",
        "Bộ môn Luật Dân sự",
        "Điển hình tiên tiến của Trường hằng năm, năm 2025",
        "bản nháp",
    ]


@pytest.mark.parametrize("address", ["/de-cu/{}/", "/de-cu/tu-boi-duong/{}/"])
@pytest.mark.parametrize(("who", "status"), [("other_head", 403), ("officer", 404)])
def test_what_is_not_there_is_told_to_those_alone_who_may_see_everything(
    cast: Cast, address: str, who: str, status: int
) -> None:
    assert signed_in(getattr(cast, who)).post(address.format(999)).status_code == status


def test_a_nomination_is_called_after_its_subject_and_year(nomination: Nomination) -> None:
    assert str(nomination) == "Lê Thanh Bình 2025"


def test_pressing_twice_makes_one_nomination(cast: Cast, ready: NurturePlan) -> None:
    head = signed_in(cast.head)

    answers = [head.post(f"/de-cu/tu-boi-duong/{ready.pk}/")["Location"] for _again in range(2)]

    assert (Nomination.objects.count(), answers[1]) == (1, f"/boi-duong/{ready.pk}/")


def test_the_pages_ask_little(
    cast: Cast, nomination: Nomination, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.head)

    for address in ("/de-cu/", f"/de-cu/{nomination.pk}/"):
        with django_assert_max_num_queries(QUERIES):
            client.get(address)
