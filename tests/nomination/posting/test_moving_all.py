"""Many nominations along one arrow: what stops one stops it here too, and the log keeps an event for each."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.audit.models import Event
from lantoa.audit.queries import verify_chain
from lantoa.domain.stages import MOVES, NominationStage
from lantoa.nomination.actions.moving_all import Stopped, held_all, in_the_way, move_all
from lantoa.nomination.models import Nomination
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.posting.made import nomination, round_of, stages_of, verified

DAY = date(2026, 1, 15)


@pytest.mark.parametrize("stage", NominationStage)
def test_every_stage_but_the_right_one_stands_in_the_way(cast: Cast, stage: NominationStage) -> None:
    one = nomination(cast.lecturer, round_of(by=cast.officer), stage, unit=cast.division, by=cast.head)

    problems = in_the_way([one], "post", cast.officer, DAY)

    assert bool(problems) == (stage not in MOVES[NominationStage]["post"].sources)


def test_who_has_no_right_moves_nobody(cast: Cast) -> None:
    [why] = in_the_way([verified(cast)], "post", cast.head, DAY).values()

    assert why.startswith("Việc công khai danh sách lấy ý kiến thuộc về: Chuyên viên thi đua - khen thưởng.")


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [("1/1/2026", None, True), ("16/1/2026", None, False), ("1/1/2026", "14/1/2026", False)],
)
def test_a_hold_of_the_day_stands_in_the_way(cast: Cast, since: str, until: str | None, *, holds: bool) -> None:
    one = verified(cast)
    school.hold(cast.lecturer, since, until)

    assert bool(in_the_way([one], "post", cast.officer, DAY)) is holds


def test_all_go_or_none(cast: Cast) -> None:
    both = [verified(cast), verified(cast, cast.division)]
    school.hold(cast.division, "1/1/2026")

    with pytest.raises(Stopped) as stopped:
        move_all(nominations=both, deed="post", event="nomination_posted", details={}, by=cast.officer, at=NOW)

    assert (list(stopped.value.problems), stages_of(both), Event.objects.count()) == (
        [both[1].pk],
        ["verified", "verified"],
        0,
    )


def test_each_has_its_event_in_one_unbroken_chain(cast: Cast) -> None:
    both = [verified(cast), verified(cast, cast.division)]

    move_all(nominations=both, deed="post", event="nomination_posted", details={"posting": 7}, by=cast.officer, at=NOW)

    assert list(Event.objects.order_by("id").values_list("target", "details")) == [
        (f"nomination:{both[0].pk}", {"subject": "CB6", "posting": 7}),
        (f"nomination:{both[1].pk}", {"subject": "BM", "posting": 7}),
    ]
    assert (verify_chain().broken, [one.version for one in Nomination.objects.all()]) == (None, [2, 2])


@pytest.mark.parametrize("count", [2, 40])
def test_however_many_go_it_takes_few_queries(
    cast: Cast, count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    all_of_them = [
        verified(cast, school.unit(f"T{number}", f"Tổ {number}", under=cast.faculty)) for number in range(count)
    ]

    with django_assert_max_num_queries(12):
        found = held_all([one.pk for one in all_of_them])
        move_all(nominations=found, deed="post", event="nomination_posted", details={}, by=cast.officer, at=NOW)

    assert set(stages_of(all_of_them)) == {"posted"}
