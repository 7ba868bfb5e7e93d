"""What is kept of a plan's page between two visits: facts alike for all, never rights, never a private note."""

from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.queries import revision
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import NurtureStage
from lantoa.domain.verdict import Verdict
from lantoa.nurture.actions import people, transfers
from lantoa.nurture.actions.work import reviews
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.around import around
from lantoa.nurture.queries.verdicts import Machine, aim_of, machine
from lantoa.register.actions.attestations import attest
from lantoa.register.models import Person
from lantoa.register.queries.attesting import Said
from lantoa.register.queries.kept import kept_book
from lantoa.register.queries.records import book_of
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.conftest import MakePlan
from tests.nurture.working import encouraged, given, measure, met, shortcoming

OFFICER, HEAD = 14, 15  # a head's units are one query more


def page(user: User, plan: NurturePlan) -> Any:
    return signed_in(user).get(f"/boi-duong/{plan.pk}/").context


def verdict_of(found: Machine, criterion: str) -> Verdict:
    return next(one.verdict for one in found.all if one.criterion.code == criterion)


def moved(cast: Cast, plan: NurturePlan) -> None:
    """The person works in the office by now, and its head is asked to take the plan over."""
    cast.lecturer.posts.update(until=date(2026, 1, 10))
    school.post(cast.lecturer, cast.office, "Chuyên viên", since="11/1/2026")
    transfers.propose(plan=plan, by=cast.head, at=NOW)


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_of_a_plan_is_read_again_in_as_many_queries_whatever_it_holds(
    many: int, cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        measure(plan, cast, text=f"Việc {number}")
        shortcoming(plan, cast, text=f"Hạn chế {number}")
        given(plan, cast, text=f"Hỗ trợ {number}")
        encouraged(plan, cast, text=f"Khen {number}")
        met(plan, cast.staff, f"Buổi {number}", is_private=bool(number % 2))
    reviews.review(plan=plan, quarter=Quarter(2026, 1), text="Tốt", by=cast.head, at=NOW)
    for user, number in ((cast.officer, OFFICER), (cast.head, HEAD)):
        client = signed_in(user)
        client.get(f"/boi-duong/{plan.pk}/")

        with django_assert_num_queries(number):
            client.get(f"/boi-duong/{plan.pk}/")


@pytest.mark.parametrize("stage", list(NurtureStage))
def test_at_no_stage_does_the_page_ask_for_more(
    stage: NurtureStage, cast: Cast, make_plan: MakePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan, client = make_plan(stage), signed_in(cast.head)
    client.get(f"/boi-duong/{plan.pk}/")

    with django_assert_num_queries(HEAD):
        client.get(f"/boi-duong/{plan.pk}/")


def test_nor_does_it_while_the_plan_is_to_move(
    cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    moved(cast, plan)
    for user, number in ((cast.officer, OFFICER), (cast.head, HEAD), (cast.other_head, HEAD)):
        client = signed_in(user)
        client.get(f"/boi-duong/{plan.pk}/")

        with django_assert_num_queries(number):
            client.get(f"/boi-duong/{plan.pk}/")


def test_a_plan_is_changed_on_a_page_of_few_queries(
    cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.head)
    client.get(f"/boi-duong/{plan.pk}/")

    with django_assert_num_queries(7):
        client.get(f"/boi-duong/{plan.pk}/thay-doi/")


def test_a_private_note_is_nobody_elses_on_a_page_seen_before(cast: Cast, plan: NurturePlan) -> None:
    met(plan, cast.staff, "Điều riêng của An", is_private=True)
    met(plan, cast.head, "Điều riêng của khoa", is_private=True)
    readers = (cast.staff, cast.head, cast.officer, cast.staff)

    answers = [signed_in(user).get(f"/boi-duong/{plan.pk}/").content.decode() for user in readers]

    seen = [("Điều riêng của An" in answer, "Điều riêng của khoa" in answer) for answer in answers]
    assert seen == [(True, False), (False, True), (False, False), (True, False)]


def test_what_one_may_do_is_asked_of_each_reader(cast: Cast, plan: NurturePlan) -> None:
    moved(cast, plan)
    person = school.account("binh", Role.STAFF, of=cast.lecturer)
    readers = (cast.head, person, cast.officer, cast.other_head, cast.head)

    found = [page(user, plan) for user in readers]

    closing = [one["can"]["close"] == "" for one in found]
    assert closing == [True, False, True, False, True]
    assert [one["may_agree"] for one in found] == [True, False, False, True, True]
    assert [one["may_remark"] for one in found] == [False, True, False, False, False]


def test_the_grounds_of_a_sanction_are_shown_to_those_who_may_read_them_alone(cast: Cast, plan: NurturePlan) -> None:
    school.sanction(cast.lecturer, "1/3/2025")
    plan.prospect.subject = cast.division.subject
    book = kept_book(cast.division.subject, revision())

    rows = [
        [row.words for one in machine(plan, actor_of(user), book).all for row in one.rows]
        for user in (cast.head, cast.staff, cast.officer)
    ]

    hidden = "Một quyết định kỷ luật; bạn không được xem chi tiết."
    assert [hidden in words for words in rows] == [False, True, False]


def test_a_deed_on_file_is_seen_at_once(cast: Cast, plan: NurturePlan) -> None:
    before = page(cast.head, plan)
    said = [Said(cast.lecturer.pk, "G4", passed=True, grounds="Biên bản họp")]
    attest(said=said, year=plan.year, day=NOW.date(), by=cast.head, at=NOW)

    after = page(cast.head, plan)

    assert [verdict_of(one["machine"], "G4") for one in (before, after)] == [Verdict.UNKNOWN, Verdict.MET]


def test_another_mentor_is_seen_at_once(cast: Cast, plan: NurturePlan, colleague: Person) -> None:
    before = page(cast.head, plan)
    people.change_mentor(plan=plan, mentor=colleague, by=cast.head, at=NOW)

    after = page(cast.head, plan)

    words = [[step.words for step in one["past_steps"]] for one in (before, after)]
    assert (words[0], len(words[1])) == ([], 1)


def test_what_is_kept_is_what_would_be_read(cast: Cast, plan: NurturePlan, chosen: Prospect) -> None:
    school.rating(cast.lecturer, 2024)
    day = localdate()

    first, second = around(plan, day), around(plan, day)

    assert first == second == (first[0], book_of(chosen.subject))
    assert (first[0].lacks_mentor, first[0].heads, aim_of(plan).year) == (False, "khoa", 2025)
