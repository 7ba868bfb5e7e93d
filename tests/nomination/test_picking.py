"""Several nominees in one sitting: live verdicts, who may be marked, one draft each, who is left out and why."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.models import Practice
from lantoa.domain.stages import RoundStage
from lantoa.nomination.actions.drafting import nominate
from lantoa.nomination.actions.refusals import NobodyPicked, NoRound, NotForPicking
from lantoa.nomination.models import Nomination, Round, UsedInitiative
from lantoa.notice.models import Notice
from lantoa.register.models import Subject
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.rounds import SECTOR, nomination_in, round_at

QUERIES = 15


@pytest.fixture
def one(cast: Cast) -> Round:
    return round_at(RoundStage.OPEN, cast)


def pick(one: Round, by: User, *subjects: Subject) -> list[str]:
    """The codes of those a draft was made for."""
    return [made.subject.code for made in nominate(found=one, subjects=subjects, by=by, at=NOW).made]


def test_persons_and_the_unit_itself_are_nominated_with_one_press(cast: Cast, one: Round) -> None:
    made = pick(one, cast.head, cast.lecturer.subject, cast.faculty.subject)

    assert made == ["CB6", "KL"]
    assert list(Nomination.objects.order_by("pk").values_list("stage", "unit__subject__code", "round")) == [
        ("draft", "BM", one.pk),
        ("draft", "KL", one.pk),
    ]


def test_each_draft_is_an_event_of_its_own(cast: Cast, one: Round) -> None:
    before = Event.objects.count()

    pick(one, cast.head, cast.lecturer.subject, cast.faculty.subject)

    assert list(Event.objects.order_by("id").values_list("deed", flat=True))[before:] == ["nomination_drafted"] * 2


def test_the_report_begins_with_what_the_records_know(cast: Cast, one: Round) -> None:
    school.rating(cast.lecturer, 2025)
    school.award(cast.lecturer, 2025, decision="12/QĐ-TR")
    school.initiative(cast.lecturer, 2025)
    school.recognition(cast.lecturer, "school-annual", 2024, decision="9/QĐ")

    pick(one, cast.head, cast.lecturer.subject)

    assert Nomination.objects.get().text.split("\n\n") == [
        "1. Sơ lược\n- Lê Thanh Bình; Giảng viên, Bộ môn Luật Dân sự",
        "2. Mức độ hoàn thành nhiệm vụ\n- Xếp loại năm 2025: Hoàn thành xuất sắc nhiệm vụ",
        "3. Sáng kiến, đề tài\n- Ngân hàng câu hỏi tình huống (cơ sở, 2025)",
        "4. Danh hiệu, hình thức khen thưởng\n- CSTĐCS, năm 2025, QĐ 12/QĐ-TR",
        "5. Đã được công nhận điển hình tiên tiến\n- Công nhận năm 2024, QĐ 9/QĐ",
        "6. Thành tích nổi bật, tác dụng nêu gương\n- (đơn vị viết)",
    ]


def test_the_report_of_a_unit_names_its_practices(cast: Cast, one: Round) -> None:
    Practice.objects.create(
        subject=cast.faculty.subject,
        title="Phiên toà giả định",
        problem="Ít thực hành",
        done="Mỗi tháng một phiên.",
        result="120 sinh viên tham gia.",
        written_by=cast.head,
        written_at=NOW,
    )

    pick(one, cast.head, cast.faculty.subject)

    assert "Phiên toà giả định. Cách làm: Mỗi tháng một phiên." in Nomination.objects.get().text


def test_the_dossier_rests_on_the_initiatives_of_the_year(cast: Cast, one: Round) -> None:
    school.initiative(cast.lecturer, 2025, "Ngân hàng câu hỏi")
    school.initiative(cast.lecturer, 2025, "ngân hàng  CÂU HỎI")
    school.initiative(cast.lecturer, 2024, "Sổ tay")

    pick(one, cast.head, cast.lecturer.subject)

    assert [(one.name, one.key) for one in UsedInitiative.objects.all()] == [
        ("ngân hàng  CÂU HỎI", "ngan hang cau hoi")
    ]


def test_the_nominee_is_told(cast: Cast, one: Round) -> None:
    assert cast.staff.person

    pick(one, cast.head, cast.staff.person.subject)

    told = Notice.objects.get(user=cast.staff)
    assert (told.address, "Nguyễn Văn An được đề cử" in told.text) == (f"/de-cu/{Nomination.objects.get().pk}/", True)


def test_who_cannot_be_nominated_is_left_out_with_the_reason_and_the_others_are_made(cast: Cast, one: Round) -> None:
    assert cast.staff.person
    assert cast.deputy.person
    assert cast.head.person
    school.attestation(cast.staff.person, "G1", 2025, passed=False)
    nomination_in(one, cast)
    gone = school.person("CB9", "Vũ Minh Tuấn")
    people = [cast.lecturer, cast.staff.person, cast.deputy.person, cast.head.person, gone]
    asked = [*(person.subject for person in people), cast.division.subject]

    picked = nominate(found=one, subjects=asked, by=cast.head, at=NOW)

    assert [made.subject.code for made in picked.made] == ["BM"]
    assert {subject.code: reason.split(".")[0] for subject, reason in picked.left_out} == {
        "CB6": "Đã có đề cử của người, tập thể này cho bậc và năm đó",
        "CB5": "Theo sổ, điều kiện G1 không đạt",
        "CB4": "Bạn chỉ được đề cử trong phạm vi đơn vị mình phụ trách",
        "CB2": "Không ai tự đề cử mình",
        "CB9": "Vũ Minh Tuấn hiện không còn công tác (hoạt động) tại đơn vị nào của Trường",
    }


@pytest.mark.parametrize("stage", [RoundStage.DRAFT, RoundStage.CLOSED, RoundStage.CANCELLED])
def test_a_round_that_is_not_open_takes_nobody(cast: Cast, stage: RoundStage) -> None:
    with pytest.raises(NoRound):
        pick(round_at(stage, cast), cast.officer, cast.lecturer.subject)


def test_nobody_marked_is_said(cast: Cast, one: Round) -> None:
    with pytest.raises(NobodyPicked):
        pick(one, cast.head)


def test_a_tier_whose_nominees_come_from_below_is_not_picked_for(cast: Cast) -> None:
    above = round_at(RoundStage.OPEN, cast, aim=SECTOR)

    with pytest.raises(NotForPicking):
        pick(above, cast.officer, cast.lecturer.subject)
    assert "không đề cử từ đơn vị" in signed_in(cast.officer).get(f"/dot-xet/{above.pk}/de-cu/").content.decode()


@pytest.mark.parametrize(
    ("who", "asked", "codes"),
    [
        ("head", "", {"BM", "KL", "CB5"}),  # never oneself, nobody whom the records deny, nobody of another unit
        ("head", "?ket_qua=tat-ca", {"BM", "KL", "CB5", "CB6"}),
        ("head", "?ket_qua=dat", set()),
        ("head", "?ket_qua=chua-ro", {"BM", "KL", "CB5"}),
        ("head", "?doi_tuong=ca-nhan", {"CB5"}),
        ("head", "?q=nguyen+an", {"CB5"}),
        ("head", "?don_vi=BM", {"BM", "CB5"}),
        ("head", "?sap_xep=-ten&don_vi=khong-co", {"BM", "KL", "CB5"}),
        ("other_head", "", {"PDT", "CB1", "CB4"}),
        ("officer", "?doi_tuong=ca-nhan", {"CB2", "CB3", "CB4", "CB5"}),
    ],
)
def test_the_list_shows_whom_one_may_nominate(cast: Cast, one: Round, who: str, asked: str, codes: set[str]) -> None:
    school.attestation(cast.lecturer, "G1", 2025, passed=False)

    page = signed_in(getattr(cast, who)).get(f"/dot-xet/{one.pk}/de-cu/{asked}")

    assert {row.line.subject.code for row in page.context["rows"]} - {"SL"} == codes


def test_what_is_missing_stands_with_who_can_settle_it(cast: Cast, one: Round) -> None:
    page = signed_in(cast.head).get(f"/dot-xet/{one.pk}/de-cu/?q=CB6")

    (row,), settlers = page.context["rows"], page.context["settlers"]
    assert [cell.criterion.code for cell in row.open_cells] == ["G1", "G2", "G3", "G4", "SA-I1", "SA-I2"]
    assert [(settler.criterion.code, settler.is_attested, settler.offices) for settler in settlers][:2] == [
        ("G1", True, ("Đảng uỷ",)),
        ("G2", False, ("Tổ chức cán bộ",)),
    ]


@pytest.mark.parametrize("case", ["nominated", "denied", "on hold", "closed"])
def test_who_cannot_be_marked_has_no_box(cast: Cast, one: Round, case: str) -> None:
    if case == "nominated":
        nomination_in(one, cast)
    if case == "denied":
        school.attestation(cast.lecturer, "G1", 2025, passed=False)
    if case == "on hold":
        school.hold(cast.lecturer, "1/12/2025")
    if case == "closed":
        Round.objects.update(stage="closed")

    page = signed_in(cast.head).get(f"/dot-xet/{one.pk}/de-cu/?q=CB6&ket_qua=tat-ca").content.decode()

    assert ("Lê Thanh Bình" in page, f'value="{cast.lecturer.pk}"' in page) == (True, False)


def test_the_press_makes_the_drafts_and_leads_to_them(cast: Cast, one: Round) -> None:
    marked = {"chon": [str(cast.lecturer.pk), str(cast.faculty.pk), "x"]}

    answer = signed_in(cast.head).post(f"/dot-xet/{one.pk}/de-cu/", marked)

    assert (answer.status_code, answer["Location"]) == (302, f"/de-cu/?dot={one.pk}&buoc=draft")


def test_one_alone_leads_to_its_dossier(cast: Cast, one: Round) -> None:
    answer = signed_in(cast.head).post(f"/dot-xet/{one.pk}/de-cu/", {"chon": [str(cast.lecturer.pk)]})

    assert answer["Location"] == f"/de-cu/{Nomination.objects.get().pk}/"


@pytest.mark.parametrize(("is_marked", "stage", "status"), [(False, "open", 422), (True, "closed", 409)])
def test_a_press_that_makes_nothing_says_why(
    cast: Cast, one: Round, *, is_marked: bool, stage: str, status: int
) -> None:
    Round.objects.update(stage=stage)
    marked = {"chon": [str(cast.lecturer.pk)] if is_marked else []}

    assert signed_in(cast.head).post(f"/dot-xet/{one.pk}/de-cu/", marked).status_code == status


def test_when_nobody_marked_can_be_nominated_the_page_comes_back(cast: Cast, one: Round) -> None:
    nomination_in(one, cast)

    answer = signed_in(cast.head).post(f"/dot-xet/{one.pk}/de-cu/", {"chon": [str(cast.lecturer.pk)]})

    assert (answer.status_code, "Đã có đề cử" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("many", [1, 3, 40])
def test_the_list_asks_little_however_many_there_are(
    cast: Cast, one: Round, many: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        school.person(f"GV{number}", f"Giảng viên {number}", cast.division)
    head: Any = signed_in(cast.head)
    head.get(f"/dot-xet/{one.pk}/de-cu/")  # the screening is kept until the records change

    with django_assert_max_num_queries(QUERIES):
        head.get(f"/dot-xet/{one.pk}/de-cu/")
