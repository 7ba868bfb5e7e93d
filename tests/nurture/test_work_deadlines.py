"""Who is reminded of what inside plans, by the real daily task; and what keeps it quiet."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.notice.models import Notice
from lantoa.notice.queries.deadlines import Deadline, deadlines
from lantoa.notice.tasks import remind_everybody
from lantoa.nurture.actions.work import reviews, shortcomings
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.work_deadlines import work
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nurture.working import DUE, measure, shortcoming

WEEK_BEFORE = DUE - timedelta(days=7)


@pytest.fixture
def person(cast: Cast) -> User:
    return school.account("binh", Role.STAFF, of=cast.lecturer)


def reminded(day: date, user: User) -> list[str]:
    """What the daily task of that day puts into the inbox of the user."""
    with time_machine.travel(datetime(day.year, day.month, day.day, 1, tzinfo=UTC), tick=False):
        remind_everybody.enqueue()
        found = Notice.objects.filter(user=user, kind="reminder").order_by("pk")
        return [notice.text for notice in found]


def asked(kind: str, day: date) -> list[tuple[int, date]]:
    return sorted((one.user, one.due) for one in of(kind, day))


def of(kind: str, day: date) -> list[Deadline]:
    return [one for one in work(day, None) if one.key.startswith(f"{kind}:")]


def test_owner_and_mentor_are_reminded_of_a_measure_each_once(cast: Cast, plan: NurturePlan, person: User) -> None:
    measure(plan, cast)
    what = "Còn 7 ngày: làm «Dự giờ đồng nghiệp mỗi tháng hai tiết» (bồi dưỡng Lê Thanh Bình)"

    twice = [reminded(WEEK_BEFORE, person) for _each in range(2)]
    mentor = [text for text in reminded(WEEK_BEFORE, cast.staff) if "làm" in text]

    assert (twice, mentor) == ([[what], [what]], [what])


def test_the_owner_is_led_to_the_measure_and_the_mentor_to_the_plan(
    cast: Cast, plan: NurturePlan, person: User
) -> None:
    made = measure(plan, cast)

    addresses = {one.user: one.address for one in of("measure", WEEK_BEFORE)}

    assert addresses == {person.pk: f"/boi-duong/viec/{made.pk}/", cast.staff.pk: f"/boi-duong/{plan.pk}/#measures"}


def test_a_mentor_who_is_the_owner_is_reminded_once(cast: Cast, plan: NurturePlan) -> None:
    measure(plan, cast, owner=cast.staff.person)

    assert asked("measure", WEEK_BEFORE) == [(cast.staff.pk, DUE)]


def test_when_owner_and_mentor_have_left_the_head_is_reminded(cast: Cast, plan: NurturePlan, person: User) -> None:
    measure(plan, cast)
    Post.objects.filter(person__in=[cast.lecturer, cast.staff.person]).update(until=date(2026, 3, 1))

    assert asked("measure", WEEK_BEFORE) == [(cast.head.pk, DUE)]


@pytest.mark.parametrize("stage", [MeasureStage.DONE, MeasureStage.DROPPED])
def test_of_what_is_done_or_dropped_nobody_is_reminded(stage: MeasureStage, cast: Cast, plan: NurturePlan) -> None:
    measure(plan, cast, stage)

    assert asked("measure", WEEK_BEFORE) == []


@pytest.mark.parametrize("stage", ["draft", "waiting", "nominated", "not_yet"])
def test_of_a_plan_that_is_not_going_on_nobody_is_reminded(
    stage: str, cast: Cast, plan: NurturePlan, person: User
) -> None:
    measure(plan, cast)
    shortcoming(plan, cast)
    ended = {"ended_by": cast.head, "ended_at": NOW, "lessons": "x"} if stage in ("nominated", "not_yet") else {}
    NurturePlan.objects.update(stage=stage, **ended)

    found = [one for one in deadlines(DUE) if one.key.split(":")[0] in ("measure", "remedy", "confirm", "review")]

    assert found == []


def test_what_is_due_in_months_waits(cast: Cast, plan: NurturePlan) -> None:
    measure(plan, cast)

    assert asked("measure", date(2026, 3, 1)) == []


def test_the_person_is_reminded_of_a_remedy_until_it_is_recorded(cast: Cast, plan: NurturePlan, person: User) -> None:
    made = shortcoming(plan, cast)
    before = reminded(WEEK_BEFORE, person)
    shortcomings.remedy(shortcoming=made, evidence="Xong", by=person, at=NOW)

    assert before == ["Còn 7 ngày: khắc phục «Ít tham gia phong trào» (bồi dưỡng Lê Thanh Bình)"]
    assert asked("remedy", WEEK_BEFORE) == []


def test_without_an_account_the_mentor_sees_to_the_remedy(cast: Cast, plan: NurturePlan) -> None:
    shortcoming(plan, cast)

    assert asked("remedy", WEEK_BEFORE) == [(cast.staff.pk, DUE)]


def test_sent_back_the_person_is_reminded_anew(cast: Cast, plan: NurturePlan, person: User) -> None:
    made = shortcoming(plan, cast)
    first = [one.key for one in of("remedy", WEEK_BEFORE)]
    shortcomings.remedy(shortcoming=made, evidence="Xong", by=person, at=NOW)
    shortcomings.reopen(shortcoming=made, reason="Chưa", by=cast.head, at=NOW)

    assert [one.key for one in of("remedy", WEEK_BEFORE)] != first


def test_the_head_has_a_week_to_confirm(cast: Cast, plan: NurturePlan) -> None:
    shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    assert asked("confirm", date(2026, 1, 16)) == [(cast.head.pk, date(2026, 1, 22))]


def test_what_the_head_remedied_the_officer_confirms(cast: Cast, plan: NurturePlan) -> None:
    shortcomings.remedy(shortcoming=shortcoming(plan, cast), evidence="Tự làm", by=cast.head, at=NOW)

    assert asked("confirm", date(2026, 1, 16)) == [(cast.officer.pk, date(2026, 1, 22))]


@pytest.mark.parametrize(
    ("day", "quarters"),
    [
        (date(2026, 3, 16), []),
        (date(2026, 3, 17), [Quarter(2026, 1)]),
        (date(2026, 8, 1), [Quarter(2026, 1), Quarter(2026, 2)]),
        (date(2027, 6, 1), [Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 4)]),
    ],
)
def test_head_and_mentor_are_asked_for_each_quarter_from_two_weeks_before_its_end(
    day: date, quarters: list[Quarter], cast: Cast, plan: NurturePlan
) -> None:
    found = asked("review", day)

    assert found == sorted((user.pk, one.due) for user in (cast.head, cast.staff) for one in quarters)


def test_a_plan_approved_in_the_last_days_of_a_quarter_is_first_reviewed_in_the_next(
    cast: Cast, plan: NurturePlan
) -> None:
    NurturePlan.objects.update(approved_at=datetime(2026, 3, 20, tzinfo=UTC))

    assert asked("review", date(2026, 4, 2)) == []


def test_once_reviewed_nobody_is_asked(cast: Cast, plan: NurturePlan) -> None:
    reviews.review(plan=plan, quarter=Quarter(2026, 1), text="Tốt", by=cast.staff, at=NOW)

    assert asked("review", date(2026, 4, 2)) == []


def test_a_mentor_who_left_is_not_asked(cast: Cast, plan: NurturePlan) -> None:
    Post.objects.filter(person=cast.staff.person).update(until=date(2026, 3, 1))

    assert asked("review", date(2026, 4, 2)) == [(cast.head.pk, date(2026, 4, 10))]


def test_the_deadlines_of_one_user_are_those_among_everybodys(cast: Cast, plan: NurturePlan, person: User) -> None:
    measure(plan, cast)
    measure(plan, cast, text="Việc của phòng", owner=cast.deputy.person)
    shortcoming(plan, cast)
    shortcoming(plan, cast, ShortcomingStage.REMEDIED, "Chậm báo cáo")

    everybodys = deadlines(DUE)

    for user in (cast.officer, cast.head, cast.staff, cast.deputy, person, cast.stranger):
        assert deadlines(DUE, user.pk) == [one for one in everybodys if one.user == user.pk]
    assert {one.user for one in everybodys} == {user.pk for user in (cast.head, cast.staff, cast.deputy, person)}


@pytest.mark.parametrize("many", [1, 20])
def test_as_few_questions_are_asked_for_many_as_for_one(
    many: int, cast: Cast, plan: NurturePlan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(many):
        measure(plan, cast, text=f"Việc {number}")
        shortcoming(plan, cast, text=f"Hạn chế {number}")

    with django_assert_num_queries(7):
        everybodys = len(list(work(DUE, None)))
    with django_assert_num_queries(10):
        heads = len(list(work(DUE, cast.head.pk)))

    assert (everybodys, heads) == (2 * many + 4, 2)  # the mentor's; two quarters for mentor and head


def test_of_nothing_little_is_asked(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(5):
        assert list(work(DUE, cast.deputy.pk)) == []
