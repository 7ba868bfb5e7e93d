"""The pages of nurture plans: writing, the plan itself, its deeds, the list and its Excel file."""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.discovery.actions import prospects
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Role
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NurtureStage
from lantoa.nurture.actions import plans
from lantoa.nurture.models import NurturePlan, PersonRemark
from lantoa.nurture.queries import aims
from lantoa.nurture.views.plans.one import Difference
from lantoa.register.models import Person, Post
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan
from tests.nurture.deeds import terms

QUERIES = 15


def form_of(client: Client, address: str, **typed: Any) -> dict[str, Any]:
    """What a browser would send of the page's form, with other words typed."""
    context = client.get(address).context
    form, goals = context["form"], context["goals"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent = {name: f"{value:%d/%m/%Y}" if isinstance(value, date) else value for name, value in sent.items()}
    sent |= {f"goal-{name}": goals.management_form[name].value() for name in goals.management_form.fields}
    for one in goals.forms:
        sent |= {one.add_prefix(name): one[name].value() or "" for name in ("goal", "criterion", "text")}
    return sent | {"bac": str(context["aim"]), "version": str(context["version"])} | typed


def text(answer: Any) -> str:
    return str(answer.content.decode())


def without_token(answer: Any) -> str:
    return re.sub(r"\b\w{64}\b", "", text(answer))


def plan_now() -> NurturePlan:
    return NurturePlan.objects.get()


def test_the_goals_suggested_are_what_the_tier_asks_and_the_records_do_not_show(cast: Cast, chosen: Prospect) -> None:
    answer = signed_in(cast.head).get(f"/boi-duong/moi/?nhan-to={chosen.pk}")

    aim = aims.suggested(chosen, localdate())
    missing = [one.criterion.code for one in aims.assessment(aim, chosen.subject).missing]
    assert [form["criterion"].value() for form, _display in answer.context["rows"]][:-2] == missing
    assert (aim.tier, "G1" in missing, answer.status_code) == ("school-annual", True, 200)


def test_what_is_met_already_is_no_goal(cast: Cast, chosen: Prospect) -> None:
    day = localdate()
    school.attestation(cast.lecturer, "G4", aims.suggested(chosen, day).year)

    answer = signed_in(cast.head).get(f"/boi-duong/moi/?nhan-to={chosen.pk}")

    assert "G4" not in [form["criterion"].value() for form, _display in answer.context["rows"]]


def test_who_was_recognised_at_the_school_aims_at_the_sector(cast: Cast, chosen: Prospect) -> None:
    school.recognition(cast.lecturer, "school-annual", 2024)

    assert aims.suggested(chosen, date(2025, 3, 1)) == Aim("nganh-tu-phap-2021-2025", "sector-annual", 2025)


def test_late_in_the_year_the_next_one_is_aimed_at(cast: Cast, chosen: Prospect) -> None:
    assert aims.suggested(chosen, date(2025, 11, 1)) == Aim("nganh-tu-phap-2026-2030", "school-annual", 2026)


def test_after_the_last_edition_its_last_year_is_left(cast: Cast, chosen: Prospect) -> None:
    assert aims.suggested(chosen, date(2040, 1, 1)).year == 2030
    assert [len(one.choices) > 0 for one in aims.offered(chosen.subject, date(2040, 1, 1))] == [True]


def test_the_tier_for_which_one_was_chosen_is_aimed_at(cast: Cast, chosen: Prospect) -> None:
    chosen.tier = "school-period"

    assert aims.suggested(chosen, date(2023, 3, 1)) == Aim("nganh-tu-phap-2021-2025", "school-period", 2025)


def test_a_head_starts_a_plan_and_takes_goals_out_and_in(cast: Cast, chosen: Prospect) -> None:
    client, address = signed_in(cast.head), f"/boi-duong/moi/?nhan-to={chosen.pk}"
    sent = form_of(client, address, mentor="Nguyễn Văn An (CB5)")
    last = int(sent["goal-INITIAL_FORMS"])
    sent |= {"goal-0-DELETE": "on", "goal-1-text": "Lời của đơn vị", f"goal-{last}-text": "Thi giảng viên giỏi"}

    answer = client.post(address, sent)

    plan = plan_now()
    goals = list(plan.goals.values_list("criterion", "text"))
    assert (answer.status_code, answer["Location"]) == (302, f"/boi-duong/{plan.pk}/")
    assert (goals[0], goals[-1], len(goals)) == (
        (sent["goal-1-criterion"], "Lời của đơn vị"),
        ("", "Thi giảng viên giỏi"),
        last,
    )
    assert {text for code, text in goals[1:-1] if code} == {""}
    assert (plan.mentor, plan.unit) == (cast.staff.person, cast.division)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"mentor": "Lê Thanh Bình (CB6)"}, "Không ai tự hướng dẫn mình. Hãy chọn một đồng nghiệp khác."),
        ({"mentor": "Không Có Ai"}, "Chưa rõ là ai. Hãy chọn một tên trong danh sách hiện ra khi gõ."),
        ({"mentor": "Khoa Luật (KL)"}, "Chưa rõ là ai. Hãy chọn một tên trong danh sách hiện ra khi gõ."),
        ({"since": "2/2/2027", "until": "1/2/2027"}, "Đến ngày không được trước Từ ngày."),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_typed_is_lost(
    cast: Cast, chosen: Prospect, typed: dict[str, str], sentence: str
) -> None:
    client, address = signed_in(cast.head), f"/boi-duong/moi/?nhan-to={chosen.pk}"

    answer = client.post(address, form_of(client, address, **typed, **{"goal-0-text": "Chữ tôi gõ"}))

    assert (answer.status_code, NurturePlan.objects.count()) == (422, 0)
    assert sentence in text(answer)
    assert "Chữ tôi gõ" in text(answer)


def test_two_who_write_one_draft_see_both_texts(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    address = f"/boi-duong/{plan.pk}/sua/"
    head, officer = signed_in(cast.head), signed_in(cast.officer)
    mine = form_of(head, address, **{"goal-0-text": "Bản của trưởng khoa"})
    officer.post(address, form_of(officer, address, **{"goal-0-text": "Bản của chuyên viên"}))

    answer = head.post(address, mine)

    assert (answer.status_code, plan_now().goals.get().text) == (409, "Bản của chuyên viên")
    assert all(words in text(answer) for words in ("Bản của trưởng khoa", "Bản của chuyên viên"))
    head.post(address, mine | {"version": str(answer.context["version"])})
    assert plan_now().goals.get().text == "Bản của trưởng khoa"


def test_another_tier_brings_its_own_goals_and_keeps_ones_own(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    plan.goals.create(text="Thi giảng viên giỏi")

    answer = signed_in(cast.head).get(f"/boi-duong/{plan.pk}/sua/?bac=nganh-tu-phap-2021-2025/sector-annual/2025")

    shown = [(form["criterion"].value(), form["text"].value()) for form, _display in answer.context["rows"]]
    assert shown[0] == ("", "Thi giảng viên giỏi")
    assert [code for code, _text in shown[1:-2]] == ["MA-1"]


def test_the_whole_way_from_draft_to_nomination(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    head, mentor = signed_in(cast.head), signed_in(cast.staff)

    mentor.post(f"/boi-duong/{plan.pk}/trinh/")
    head.post(f"/boi-duong/{plan.pk}/tra-lai/", {"words": "Ghi rõ hơn"})
    mentor.post(f"/boi-duong/{plan.pk}/trinh/")
    head.post(f"/boi-duong/{plan.pk}/duyet/")
    head.post(f"/boi-duong/{plan.pk}/san-sang/", {"words": "Đã đủ vững"})
    answer = head.post(f"/de-cu/tu-boi-duong/{plan.pk}/")

    now = plan_now()
    assert (now.stage, now.prospect.stage, answer["Location"]) == (
        "nominated",
        "nominated",
        f"/de-cu/{now.nomination.pk}/",
    )


@pytest.mark.parametrize("page", ["sua", "thay-doi"])
def test_a_page_of_another_stage_leads_back_to_the_plan(cast: Cast, make_plan: MakePlan, page: str) -> None:
    plan = make_plan(NurtureStage.WAITING)

    answer = signed_in(cast.head).get(f"/boi-duong/{plan.pk}/{page}/")

    assert (answer.status_code, answer["Location"]) == (302, f"/boi-duong/{plan.pk}/")


def test_what_was_typed_stays_when_the_draft_was_sent_meanwhile(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    head, address = signed_in(cast.head), f"/boi-duong/{plan.pk}/sua/"
    sent = form_of(head, address, **{"goal-0-text": "Chữ tôi gõ"})
    head.post(f"/boi-duong/{plan.pk}/trinh/")

    answer = head.post(address, sent)

    assert answer.status_code == 409
    assert all(words in text(answer) for words in ("Chữ tôi gõ", "Chỉ sửa, xoá bản nháp được khi"))


def test_two_who_change_one_plan_see_both_texts(cast: Cast, plan: NurturePlan) -> None:
    head, address = signed_in(cast.head), f"/boi-duong/{plan.pk}/thay-doi/"
    mine = form_of(head, address, reason="Đổi mục tiêu", **{"goal-0-text": "Bản của trưởng khoa"})
    NurturePlan.objects.update(version=5)

    answer = head.post(address, mine)

    assert (answer.status_code, plan_now().stage) == (409, "active")
    assert all(words in text(answer) for words in ("Bản của trưởng khoa", "Tham gia hoạt động thiện nguyện của khoa"))


def test_a_change_without_a_mentor_is_explained(cast: Cast, plan: NurturePlan) -> None:
    head, address = signed_in(cast.head), f"/boi-duong/{plan.pk}/thay-doi/"

    answer = head.post(address, form_of(head, address, reason="Đổi", mentor=""))

    assert (answer.status_code, plan_now().stage) == (422, "active")
    assert "Kế hoạch chưa có người hướng dẫn." in text(answer)


def test_a_draft_is_thrown_away_on_its_page(cast: Cast, make_plan: MakePlan) -> None:
    answer = signed_in(cast.head).post(f"/boi-duong/{make_plan(NurtureStage.DRAFT).pk}/xoa/")

    assert (answer["Location"], NurturePlan.objects.count(), Prospect.objects.get().stage) == (
        "/boi-duong/",
        0,
        "chosen",
    )


@pytest.mark.parametrize(
    ("stage", "columns", "deed", "reason"),
    [
        (NurtureStage.DRAFT, {"mentor": None}, "send", "Hãy chọn người hướng dẫn còn công tác trước."),
        (NurtureStage.WAITING, {"mentor": None}, "approve", "Hãy chọn người hướng dẫn còn công tác trước."),
    ],
)
def test_a_button_says_what_is_missing_first(
    cast: Cast, make_plan: MakePlan, stage: NurtureStage, columns: dict[str, Any], deed: str, reason: str
) -> None:
    answer = signed_in(cast.head).get(f"/boi-duong/{make_plan(stage, **columns).pk}/")

    assert answer.context["can"][deed] == reason


def test_a_draft_without_goals_is_not_sent(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    plan.goals.all().delete()

    answer = signed_in(cast.head).get(f"/boi-duong/{plan.pk}/")

    assert answer.context["can"]["send"] == "Hãy ghi ít nhất một mục tiêu trước."


def test_the_officer_who_sent_it_is_told_who_approves(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING, sent_by=cast.officer, sent_at=NOW)

    answer = signed_in(cast.officer).get(f"/boi-duong/{plan.pk}/")

    assert answer.context["can"]["approve"].startswith("Bạn là người trình kế hoạch này.")


def test_past_its_end_the_head_is_asked_to_conclude(cast: Cast, plan: NurturePlan) -> None:
    NurturePlan.objects.update(until=localdate() - timedelta(days=3))

    answer = signed_in(cast.head).get(f"/boi-duong/{plan.pk}/")

    assert (answer.context["ask"].what, answer.context["ask_days"]) == ("kết luận sẵn sàng hay chưa đạt", -3)


def test_a_unit_is_nurtured_too_and_speaks_through_its_head(cast: Cast) -> None:
    found = prospects.find(subject=cast.division.subject, grounds="Họp", by=cast.officer, at=NOW)
    found = prospects.choose(prospect=found, decision="Họp", by=cast.officer, at=NOW)
    head, address = signed_in(cast.head), f"/boi-duong/moi/?nhan-to={found.pk}"

    head.post(address, form_of(head, address, mentor="Nguyễn Văn An (CB5)"))
    plan = plan_now()
    head.post(f"/boi-duong/{plan.pk}/y-kien/", {"words": "Bộ môn xin hai giờ họp"})

    assert plan.unit == cast.division
    assert "SA-C1" in plan.goals.values_list("criterion", flat=True)
    assert PersonRemark.objects.count() == 1


def test_an_empty_new_mentor_is_asked_for(cast: Cast, plan: NurturePlan) -> None:
    answer = signed_in(cast.head).post(f"/boi-duong/{plan.pk}/huong-dan/", {"mentor": ""})

    assert (answer.status_code, list(answer.context["mentor_form"].errors)) == (422, ["mentor"])


def test_a_change_shows_the_head_what_would_be_different(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING)
    head, mentor = signed_in(cast.head), signed_in(cast.staff)
    head.post(f"/boi-duong/{plan.pk}/duyet/")
    address = f"/boi-duong/{plan.pk}/thay-doi/"

    mentor.post(address, form_of(mentor, address, until="31/3/2027", reason="Người này đi học ba tháng"))

    answer = head.get(f"/boi-duong/{plan.pk}/")
    assert plan_now().stage == "waiting"
    assert answer.context["changes"] == [Difference("Đến ngày", ["31/12/2026"], ["31/03/2027"])]
    assert "Người này đi học ba tháng" in text(answer)


@pytest.mark.parametrize("address", ["trinh", "duyet"])
def test_a_deed_of_another_stage_says_when_it_is_for(cast: Cast, plan: NurturePlan, address: str) -> None:
    answer = signed_in(cast.head).post(f"/boi-duong/{plan.pk}/{address}/")

    assert (answer.status_code, plan_now().stage) == (409, "active")
    assert "hiện đang ở bước «đang thực hiện»" in text(answer)


@pytest.mark.parametrize(("address", "form"), [("san-sang", "ready"), ("chua-dat", "close")])
def test_an_empty_conclusion_is_asked_for(cast: Cast, plan: NurturePlan, address: str, form: str) -> None:
    answer = signed_in(cast.head).post(f"/boi-duong/{plan.pk}/{address}/", {"words": ""})

    assert (answer.status_code, plan_now().stage) == (422, "active")
    assert answer.context[f"{form}_form"].errors == {"words": ["Trường này là bắt buộc."]}


@pytest.mark.parametrize("stage", list(NurtureStage))
@pytest.mark.parametrize("who", ["officer", "head", "staff", "person"])
def test_a_plan_shows_itself_in_every_stage_to_everybody_it_concerns(
    cast: Cast, make_plan: MakePlan, stage: NurtureStage, who: str
) -> None:
    plan = make_plan(stage)
    reader: User = school.account("binh", Role.STAFF, of=cast.lecturer) if who == "person" else getattr(cast, who)

    answer = signed_in(reader).get(f"/boi-duong/{plan.pk}/")

    assert answer.status_code == 200
    assert answer.context["ask"].then in text(answer)


@pytest.mark.parametrize(
    ("stage", "deeds"),
    [
        (NurtureStage.DRAFT, {"send", "rewrite", "discard", "change_mentor"}),
        (NurtureStage.WAITING, {"return", "approve", "change_mentor"}),
        (NurtureStage.ACTIVE, {"change", "declare_ready", "close", "change_mentor"}),
        (NurtureStage.READY, {"nominate", "close", "change_mentor"}),
        (NurtureStage.NOMINATED, set()),
        (NurtureStage.NOT_YET, set()),
    ],
)
def test_the_head_may_do_what_the_stage_allows(
    cast: Cast, make_plan: MakePlan, stage: NurtureStage, deeds: set[str]
) -> None:
    answer = signed_in(cast.head).get(f"/boi-duong/{make_plan(stage).pk}/")

    assert answer.context["can"] == dict.fromkeys(deeds, "")


def test_a_button_that_is_not_the_readers_says_why(cast: Cast, make_plan: MakePlan) -> None:
    answer = signed_in(cast.staff).get(f"/boi-duong/{make_plan(NurtureStage.WAITING).pk}/")

    assert answer.context["can"]["approve"].startswith("Việc duyệt, kết luận kế hoạch bồi dưỡng thuộc về: Chuyên viên")
    assert answer.context["can"]["approve"] in text(answer)


def test_what_the_records_deny_is_not_nominated(cast: Cast, make_plan: MakePlan) -> None:
    school.attestation(cast.lecturer, "G4", 2025, passed=False)
    plan = make_plan(NurtureStage.READY)
    head = signed_in(cast.head)

    answer = head.get(f"/boi-duong/{plan.pk}/")
    head.post(f"/de-cu/tu-boi-duong/{plan.pk}/")

    assert answer.context["can"]["nominate"].startswith("Theo sổ, điều kiện G4 không đạt.")
    assert plan_now().stage == "ready"


def test_a_person_sees_the_own_plan_and_adds_a_remark_but_writes_nothing_else(cast: Cast, plan: NurturePlan) -> None:
    person = signed_in(school.account("binh", Role.STAFF, of=cast.lecturer))

    assert person.post(f"/boi-duong/{plan.pk}/y-kien/", {"words": "Em xin thêm giờ dự"}).status_code == 302
    assert person.get(f"/boi-duong/{plan.pk}/thay-doi/").status_code == 403
    assert [one.text for one in PersonRemark.objects.all()] == ["Em xin thêm giờ dự"]
    assert "Em xin thêm giờ dự" in text(signed_in(cast.head).get(f"/boi-duong/{plan.pk}/"))


def test_nobody_else_speaks_for_the_person(cast: Cast, plan: NurturePlan) -> None:
    answer = signed_in(cast.head).post(f"/boi-duong/{plan.pk}/y-kien/", {"words": "Tôi nói thay"})

    assert (answer.status_code, PersonRemark.objects.count()) == (422, 0)


@pytest.mark.parametrize(("who", "status"), [("other_head", 403), ("deputy", 403), ("officer", 404)])
def test_a_plan_that_is_not_there_and_one_that_is_not_yours_look_the_same(
    cast: Cast, plan: NurturePlan, who: str, status: int
) -> None:
    client = signed_in(getattr(cast, who))
    there, missing = client.get(f"/boi-duong/{plan.pk}/"), client.get(f"/boi-duong/{plan.pk + 9}/")

    assert missing.status_code == status
    assert there.status_code == 200 or without_token(there) == without_token(missing)


def test_the_prospects_page_leads_to_its_plan(cast: Cast, plan: NurturePlan) -> None:
    head = signed_in(cast.head)

    assert head.get(f"/boi-duong/?nhan-to={plan.prospect_id}")["Location"] == f"/boi-duong/{plan.pk}/"
    assert head.get(f"/boi-duong/moi/?nhan-to={plan.prospect_id}")["Location"] == f"/boi-duong/{plan.pk}/"
    assert head.get(f"/boi-duong/?nhan-to={plan.prospect_id + 9}").status_code == 200


def test_who_may_start_a_plan_is_offered_the_chosen_ones(cast: Cast, chosen: Prospect) -> None:
    answers = [signed_in(user).get("/boi-duong/moi/").context["prospects"] for user in (cast.head, cast.other_head)]

    assert answers == [[chosen], []]


def test_a_prospect_that_was_not_chosen_gets_no_plan(cast: Cast, chosen: Prospect) -> None:
    Prospect.objects.update(stage="found")

    answer = signed_in(cast.head).get(f"/boi-duong/moi/?nhan-to={chosen.pk}")

    assert answer.status_code == 409
    assert "Hiện đang ở bước «mới phát hiện»." in text(answer)


@pytest.mark.parametrize(("who", "status"), [("other_head", 403), ("staff", 403), ("officer", 404)])
def test_a_prospect_that_is_not_there_and_one_that_is_not_yours_look_the_same(
    cast: Cast, chosen: Prospect, who: str, status: int
) -> None:
    client = signed_in(getattr(cast, who))
    there, missing = (client.get(f"/boi-duong/moi/?nhan-to={number}") for number in (chosen.pk, chosen.pk + 9))

    assert missing.status_code == status
    assert there.status_code == 200 or without_token(there) == without_token(missing)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 1),
        ("q=le+thanh", 1),
        ("q=khong+co", 0),
        ("buoc=ready", 0),
        ("buoc=tat-ca", 1),
        ("don_vi=KL", 1),
        ("don_vi=PDT", 0),
        ("bac=school-annual", 1),
        ("bac=sector-annual", 0),
        ("huong_dan=nguyen+van+an", 1),
        ("huong_dan=mai", 0),
        ("sap_xep=-ten", 1),
        ("sap_xep=nonsense", 1),
        ("nhan-to=x", 1),
    ],
)
def test_the_list_is_searched_and_filtered(cast: Cast, plan: NurturePlan, asked: str, found: int) -> None:
    assert len(signed_in(cast.officer).get(f"/boi-duong/?{asked}").context["rows"]) == found


@pytest.mark.parametrize(
    ("sort", "first"), [("ten", "Lê Thanh Bình"), ("-ten", "Vũ Thị Lan"), ("den_ngay", "Vũ Thị Lan")]
)
def test_the_list_is_sorted(cast: Cast, plan: NurturePlan, colleague: Person, sort: str, first: str) -> None:
    prospect = prospects.find(subject=colleague.subject, grounds="Họp", by=cast.head, at=NOW)
    prospect = prospects.choose(prospect=prospect, decision="Họp", by=cast.head, at=NOW)
    plans.draft(prospect=prospect, terms=terms(cast, until=date(2026, 6, 30)), by=cast.head, at=NOW)

    rows = signed_in(cast.head).get(f"/boi-duong/?sap_xep={sort}").context["rows"]

    assert rows[0]["plan"].prospect.subject.name == first


def test_what_is_overdue_is_found(cast: Cast, plan: NurturePlan) -> None:
    client = signed_in(cast.officer)
    NurturePlan.objects.update(until=localdate() + timedelta(days=1))
    assert client.get("/boi-duong/?qua_han=on").context["rows"] == []
    NurturePlan.objects.update(until=localdate() - timedelta(days=1))
    assert len(client.get("/boi-duong/?qua_han=on").context["rows"]) == 1
    NurturePlan.objects.update(until=localdate() + timedelta(days=1))
    Post.objects.filter(person=cast.staff.person).update(until=localdate() - timedelta(days=1))
    assert client.get("/boi-duong/?qua_han=on").context["rows"][0]["needs_mentor"] is True


@pytest.mark.parametrize("number", [1, 3, 60])
def test_the_list_asks_as_much_whatever_its_length(
    cast: Cast, plan: NurturePlan, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(1, number):
        someone = school.person(f"X{place}", f"Người {place}", cast.division)
        prospect = Prospect.objects.create(
            subject=someone.subject,
            unit=cast.division,
            origin="meeting",
            grounds="Họp",
            found_by=cast.head,
            found_at=NOW,
            looked_at=NOW,
            stage="nurtured",
            chosen_by=cast.head,
            chosen_at=NOW,
        )
        NurturePlan.objects.create(
            prospect=prospect,
            unit=cast.division,
            edition=plan.edition,
            tier=plan.tier,
            year=2025,
            since=plan.since,
            until=plan.until,
            mentor=cast.staff.person,
            made_by=cast.head,
            made_at=NOW,
        )
    client = signed_in(cast.head)

    with django_assert_max_num_queries(QUERIES):
        answer = client.get("/boi-duong/")

    assert len(answer.context["rows"]) == min(number, 50)


def test_the_list_leaves_as_an_excel_file(cast: Cast, plan: NurturePlan) -> None:
    answer = signed_in(cast.head).get("/boi-duong/xuat/?q=binh")

    page = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[1][:6] == [
        "CB6",
        "Lê Thanh Bình",
        "Bộ môn Luật Dân sự",
        "Điển hình tiên tiến của Trường hằng năm, năm 2025",
        "đang thực hiện",
        "Nguyễn Văn An",
    ]
    assert len(rows) == 2


def test_a_member_of_staff_without_any_plan_is_told_what_the_page_will_hold(cast: Cast) -> None:
    answer = signed_in(cast.deputy).get("/boi-duong/")

    assert "Bạn chưa có kế hoạch bồi dưỡng nào" in text(answer)
