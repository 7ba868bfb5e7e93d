"""The people of a plan: a mentor who leaves, another mentor, a person who moves to another unit in mid-plan."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from lantoa.accounts.models import RoleGrant
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Role
from lantoa.domain.stages import NurtureStage
from lantoa.notice.models import Notice
from lantoa.nurture.actions import looking, people, transfers
from lantoa.nurture.actions.refusals import (
    AskedAlready,
    HasEnded,
    HasNotMoved,
    MentorHasLeft,
    MentorIsOneself,
    NotAsked,
    NothingChanges,
    NotTheirHead,
    SignedAlready,
)
from lantoa.nurture.actions.tasks import look_after_plans
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.around import around
from lantoa.nurture.queries.asking import asked
from lantoa.nurture.queries.deadlines import plans
from lantoa.nurture.queries.people import lacks_mentor
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Person, Post
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan

DAY = NOW.date()
LEFT = date(2026, 1, 10)


def leaves(person: Person | None) -> None:
    Post.objects.filter(person=person).update(until=LEFT)


def moves(cast: Cast) -> None:
    """The lecturer goes from the division to the office."""
    leaves(cast.lecturer)
    school.post(cast.lecturer, cast.office, "Chuyên viên", since="11/1/2026")


@pytest.fixture
def transfer(cast: Cast, plan: NurturePlan) -> Transfer:
    """Proposed from the division to the office."""
    moves(cast)
    return transfers.propose(plan=plan, by=cast.head, at=NOW)


def plan_now() -> NurturePlan:
    return NurturePlan.objects.get()


# ---- The mentor


def test_a_plan_whose_mentor_has_left_asks_the_head_for_another(cast: Cast, plan: NurturePlan) -> None:
    leaves(cast.staff.person)

    looking.look_after(at=NOW)

    now = plan_now()
    ask = asked(now, DAY, around(now, DAY)[0])
    assert (now.mentor_lost, lacks_mentor(now, DAY)) == (DAY, True)
    assert (ask.who, ask.what, ask.due) == ("khoa", "chọn người hướng dẫn mới", date(2026, 1, 29))
    assert [(one.user, one.due) for one in plans(DAY, None) if ":mentor:" in one.key] == [
        (cast.head.pk, date(2026, 1, 29))
    ]
    assert Notice.objects.get().user == cast.head


def test_a_mentor_whose_account_is_closed_is_missing_too(cast: Cast, plan: NurturePlan) -> None:
    cast.staff.is_active = False
    cast.staff.save()

    assert looking.find_lost_mentors(at=NOW) == [plan]


def test_a_mentor_is_found_missing_once(cast: Cast, plan: NurturePlan) -> None:
    leaves(cast.staff.person)

    assert [len(looking.find_lost_mentors(at=NOW + timedelta(days=day))) for day in range(2)] == [1, 0]
    assert Event.objects.filter(deed="mentor_lost").count() == 1


@pytest.mark.parametrize("stage", [NurtureStage.NOMINATED, NurtureStage.NOT_YET])
def test_a_plan_that_has_ended_misses_nobody(cast: Cast, make_plan: MakePlan, stage: NurtureStage) -> None:
    make_plan(stage)
    leaves(cast.staff.person)

    assert looking.look_after(at=NOW) == (0, 0)


def test_the_head_gives_the_plan_another_mentor(cast: Cast, plan: NurturePlan, colleague: Person) -> None:
    leaves(cast.staff.person)
    looking.look_after(at=NOW)

    people.change_mentor(plan=plan, mentor=colleague, by=cast.head, at=NOW)

    now = plan_now()
    assert (now.mentor, now.mentor_lost, lacks_mentor(now, DAY)) == (colleague, None, False)
    assert [one.key for one in plans(DAY, None)] == [f"plan:{plan.pk}:conclude"]


def test_a_mentor_who_cannot_be_is_refused(cast: Cast, plan: NurturePlan, colleague: Person) -> None:
    with pytest.raises(MentorIsOneself):
        people.change_mentor(plan=plan, mentor=cast.lecturer, by=cast.head, at=NOW)
    with pytest.raises(NothingChanges):
        people.change_mentor(plan=plan, mentor=plan.mentor or colleague, by=cast.head, at=NOW)
    leaves(colleague)
    with pytest.raises(MentorHasLeft):
        people.change_mentor(plan=plan, mentor=colleague, by=cast.head, at=NOW)


@pytest.mark.parametrize("stage", [NurtureStage.NOMINATED, NurtureStage.NOT_YET])
def test_a_plan_that_has_ended_gets_no_other_mentor(
    cast: Cast, make_plan: MakePlan, colleague: Person, stage: NurtureStage
) -> None:
    with pytest.raises(HasEnded):
        people.change_mentor(plan=make_plan(stage), mentor=colleague, by=cast.head, at=NOW)


def test_the_mentor_does_not_hand_the_plan_on(cast: Cast, plan: NurturePlan, colleague: Person) -> None:
    with pytest.raises(NotAllowed):
        people.change_mentor(plan=plan, mentor=colleague, by=cast.staff, at=NOW)


def test_the_page_says_that_a_mentor_is_needed_and_changes_it(cast: Cast, plan: NurturePlan, colleague: Person) -> None:
    leaves(cast.staff.person)
    head = signed_in(cast.head)

    answer = head.get(f"/boi-duong/{plan.pk}/")
    head.post(f"/boi-duong/{plan.pk}/huong-dan/", {"mentor": "Vũ Thị Lan (CB7)"})

    assert answer.context["needs_mentor"] is True
    assert plan_now().mentor == colleague


# ---- The person moves


def test_the_daily_look_proposes_that_the_plan_follows_once(cast: Cast, plan: NurturePlan) -> None:
    moves(cast)

    assert [len(transfers.propose_all(at=NOW)) for _again in range(2)] == [1, 0]
    made = Transfer.objects.get()
    assert (made.source, made.target, made.asked_by) == (cast.division, cast.office, None)
    assert set(Notice.objects.values_list("user", flat=True)) == {cast.head.pk, cast.other_head.pk}


def test_the_plan_follows_when_both_heads_agree(cast: Cast, transfer: Transfer) -> None:
    transfers.agree(transfer=transfer, by=cast.head, at=NOW)
    assert plan_now().unit == cast.division
    transfers.agree(transfer=transfer, by=cast.other_head, at=NOW)

    transfer.refresh_from_db()
    assert (plan_now().unit, Prospect.objects.get().unit) == (cast.office, cast.office)
    assert (transfer.let_go_by, transfer.taken_by) == (cast.head, cast.other_head)
    assert [one.deed for one in Event.objects.filter(deed__startswith="transfer").order_by("id")] == [
        "transfer_asked",
        "transfer_signed",
        "transfer_done",
    ]


def test_the_order_of_the_two_heads_does_not_matter(cast: Cast, transfer: Transfer) -> None:
    transfers.agree(transfer=transfer, by=cast.other_head, at=NOW)
    transfers.agree(transfer=transfer, by=cast.head, at=NOW)

    assert plan_now().unit == cast.office


def test_one_head_does_not_agree_twice(cast: Cast, transfer: Transfer) -> None:
    transfers.agree(transfer=transfer, by=cast.head, at=NOW)

    with pytest.raises(SignedAlready):
        transfers.agree(transfer=transfer, by=cast.head, at=NOW)
    assert plan_now().unit == cast.division


def test_who_heads_both_units_agrees_for_both_with_one_press(cast: Cast, transfer: Transfer) -> None:
    RoleGrant.objects.create(user=cast.head, role=Role.HEAD.value, unit=cast.office)
    del vars(cast.head)["actor"]

    transfers.agree(transfer=transfer, by=cast.head, at=NOW)

    transfer.refresh_from_db()
    assert (plan_now().unit, transfer.let_go_by, transfer.taken_by) == (cast.office, cast.head, cast.head)


@pytest.mark.parametrize("who", ["officer", "staff", "deputy", "administrator"])
def test_nobody_agrees_in_a_heads_place(cast: Cast, transfer: Transfer, who: str) -> None:
    with pytest.raises(NotTheirHead, match="trưởng Bộ môn Luật Dân sự"):
        transfers.agree(transfer=transfer, by=getattr(cast, who), at=NOW)


def test_the_officer_agrees_for_a_unit_that_nobody_heads(cast: Cast, transfer: Transfer) -> None:
    RoleGrant.objects.filter(user=cast.other_head).delete()

    transfers.agree(transfer=transfer, by=cast.officer, at=NOW)
    transfers.agree(transfer=transfer, by=cast.head, at=NOW)

    assert plan_now().unit == cast.office


def test_the_person_who_moves_does_not_agree_for_a_unit(cast: Cast, transfer: Transfer) -> None:
    person = school.account("binh", Role.STAFF, of=cast.lecturer, heads=[cast.office])

    with pytest.raises(NotTheirHead):
        transfers.agree(transfer=transfer, by=person, at=NOW)


def test_either_head_may_say_no_with_a_reason_and_the_plan_stays(cast: Cast, transfer: Transfer) -> None:
    with pytest.raises(NoReason):
        transfers.refuse(transfer=transfer, reason=" ", by=cast.other_head, at=NOW)
    transfers.refuse(transfer=transfer, reason="Chỉ biệt phái ba tháng", by=cast.other_head, at=NOW)

    assert plan_now().unit == cast.division
    with pytest.raises(NotAsked):
        transfers.agree(transfer=transfer, by=cast.head, at=NOW)
    assert transfers.propose_all(at=NOW) == []


def test_after_a_refusal_it_may_be_asked_again_by_hand(cast: Cast, plan: NurturePlan, transfer: Transfer) -> None:
    transfers.refuse(transfer=transfer, reason="Chưa rõ", by=cast.head, at=NOW)

    transfers.propose(plan=plan, by=cast.staff, at=NOW)

    assert Transfer.objects.count() == 2


def test_one_transfer_at_a_time(cast: Cast, plan: NurturePlan, transfer: Transfer) -> None:
    with pytest.raises(AskedAlready):
        transfers.propose(plan=plan, by=cast.officer, at=NOW)


def test_a_transfer_says_from_where_to_where(transfer: Transfer) -> None:
    assert str(transfer).endswith("Bộ môn Luật Dân sự → Phòng Đào tạo")


def test_a_unit_does_not_move(cast: Cast, plan: NurturePlan) -> None:
    Prospect.objects.update(subject=cast.division.subject)

    with pytest.raises(HasNotMoved):
        transfers.propose(plan=plan, by=cast.head, at=NOW)


def test_a_second_yes_on_the_page_is_a_conflict(cast: Cast, transfer: Transfer) -> None:
    head, address = signed_in(cast.head), f"/boi-duong/{transfer.plan_id}/chuyen/{transfer.pk}/dong-y/"
    head.post(address)

    answer = head.post(address)

    assert (answer.status_code, "Phía bạn đã đồng ý" in answer.content.decode()) == (409, True)


def test_a_no_to_what_is_settled_is_a_conflict(cast: Cast, transfer: Transfer) -> None:
    transfers.refuse(transfer=transfer, reason="Biệt phái", by=cast.head, at=NOW)
    address = f"/boi-duong/{transfer.plan_id}/chuyen/{transfer.pk}/tu-choi/"

    assert signed_in(cast.head).post(address, {"words": "Nữa"}).status_code == 409


def test_nothing_is_proposed_for_who_has_not_moved(cast: Cast, plan: NurturePlan) -> None:
    with pytest.raises(HasNotMoved):
        transfers.propose(plan=plan, by=cast.head, at=NOW)
    leaves(cast.lecturer)
    with pytest.raises(HasNotMoved):
        transfers.propose(plan=plan, by=cast.head, at=NOW)


def test_a_second_post_elsewhere_is_no_move(cast: Cast, plan: NurturePlan) -> None:
    school.post(cast.lecturer, cast.office, "Kiêm nhiệm", since="11/1/2026")

    assert transfers.propose_all(at=NOW) == []


def test_a_plan_that_has_ended_follows_nobody(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.NOT_YET)
    moves(cast)

    with pytest.raises(HasEnded):
        transfers.propose(plan=plan, by=cast.head, at=NOW)
    assert transfers.propose_all(at=NOW) == []


def test_a_transfer_of_a_plan_that_has_ended_meanwhile_is_settled(cast: Cast, transfer: Transfer) -> None:
    NurturePlan.objects.update(stage="not_yet", lessons="Bài học", ended_by=cast.head, ended_at=NOW)

    with pytest.raises(NotAsked):
        transfers.agree(transfer=transfer, by=cast.head, at=NOW)


def test_both_heads_agree_on_the_page_of_the_plan(cast: Cast, plan: NurturePlan) -> None:
    moves(cast)
    head, other = signed_in(cast.head), signed_in(cast.other_head)
    assert "Theo sổ, người này nay công tác tại Phòng Đào tạo" in head.get(f"/boi-duong/{plan.pk}/").content.decode()
    assert other.get(f"/boi-duong/{plan.pk}/").status_code == 403

    head.post(f"/boi-duong/{plan.pk}/chuyen/")
    address = f"/boi-duong/{plan.pk}/chuyen/{Transfer.objects.get().pk}/dong-y/"
    assert other.get(f"/boi-duong/{plan.pk}/").context["may_agree"] is True
    other.post(address)
    answer = head.post(address)

    assert (plan_now().unit, answer["Location"]) == (cast.office, "/boi-duong/")
    assert head.get(f"/boi-duong/{plan.pk}/").status_code == 403
    assert other.get(f"/boi-duong/{plan.pk}/").status_code == 200


def test_a_head_refuses_on_the_page(cast: Cast, plan: NurturePlan) -> None:
    moves(cast)
    signed_in(cast.head).post(f"/boi-duong/{plan.pk}/chuyen/")
    other, transfer = signed_in(cast.other_head), Transfer.objects.get()
    address = f"/boi-duong/{plan.pk}/chuyen/{transfer.pk}/tu-choi/"

    assert other.post(address, {"words": ""}).status_code == 422
    assert other.post(address, {"words": "Biệt phái"})["Location"] == "/boi-duong/"
    assert "Biệt phái" in signed_in(cast.head).get(f"/boi-duong/{plan.pk}/").content.decode()


@pytest.mark.parametrize(("address", "status"), [("dong-y", 422), ("tu-choi", 422)])
def test_an_officer_is_told_whose_answer_is_waited_for(
    cast: Cast, transfer: Transfer, address: str, status: int
) -> None:
    page = f"/boi-duong/{transfer.plan_id}/chuyen/{transfer.pk}/{address}/"

    answer = signed_in(cast.officer).post(page, {"words": "Thay mặt"})

    assert answer.status_code == status
    assert "Việc chuyển cần trưởng Bộ môn Luật Dân sự (cho đi)" in answer.content.decode()


def test_asking_for_what_is_settled_is_a_conflict(cast: Cast, plan: NurturePlan) -> None:
    assert signed_in(cast.head).post(f"/boi-duong/{plan.pk}/chuyen/").status_code == 409


def test_the_daily_task_looks_at_both(cast: Cast, plan: NurturePlan) -> None:
    leaves(cast.staff.person)
    Post.objects.filter(person=cast.lecturer).update(until=localdate() - timedelta(days=1))
    school.post(cast.lecturer, cast.office, since=f"{localdate():%d/%m/%Y}")

    look_after_plans.enqueue()

    assert (plan_now().mentor_lost, Transfer.objects.count()) == (localdate(), 1)
