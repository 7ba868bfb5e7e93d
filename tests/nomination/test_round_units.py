"""How far every unit has come with a round, which are late, and what is due from whom."""

from datetime import date

import pytest

from lantoa.domain.authority import Scope
from lantoa.domain.rounds import UnitState
from lantoa.domain.stages import NominationStage, RoundStage, UnitMeetingStage
from lantoa.nomination.actions.unit_meetings import signing
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.stages import stages_of
from lantoa.nomination.queries.rounds.units import UnitRow, board, chosen, tally
from lantoa.notice.queries.deadlines import deadlines
from lantoa.register.models import Unit
from tests import cast as people
from tests.cast import NOW, Cast
from tests.nomination.rounds import TODAY, meeting_at, nomination_in, round_at, round_in

ALL = Scope(everything=True)
LATE = date(2026, 1, 26)


@pytest.fixture
def one(cast: Cast) -> Round:
    return round_at(RoundStage.OPEN, cast)


def rows(one: Round, scope: Scope = ALL, day: date = TODAY) -> list[UnitRow]:
    return board(one, scope, day)


def states(found: list[UnitRow]) -> list[tuple[str, str, bool]]:
    return [(row.unit.subject.code, row.state.value, row.is_late) for row in found]


def test_every_unit_under_the_school_is_asked_with_who_heads_it(cast: Cast, one: Round) -> None:
    found = rows(one)

    assert [(row.unit, row.head) for row in found] == [
        (cast.faculty, "Trần Văn Khoa"),
        (cast.office, "Đỗ Tiến Dũng"),
    ]
    assert states(found) == [("KL", "nothing", False), ("PDT", "nothing", False)]


def test_a_block_that_nobody_heads_is_asked_through_its_units(cast: Cast, one: Round) -> None:
    block = people.unit("KCN", "Khối chuyên ngành", under=cast.school)
    Unit.objects.filter(pk=cast.faculty.pk).update(parent=block)
    lonely = people.unit("TT", "Trung tâm Thực hành", under=cast.school)

    assert [row.unit for row in rows(one)] == [cast.faculty, cast.office, lonely]


def test_the_leaders_of_the_school_may_meet_but_are_never_late(cast: Cast, one: Round) -> None:
    people.person("CB8", "Hoàng Minh Đức", cast.school, "Hiệu trưởng", is_head=True)

    found = rows(one, day=LATE)

    assert [(row.unit, row.is_asked, row.is_late) for row in found] == [
        (cast.faculty, True, True),
        (cast.office, True, True),
        (cast.school, False, False),
    ]


def test_what_units_below_have_done_is_counted_for_the_one_above(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")
    assert cast.staff.person
    nomination_in(one, cast, subject=cast.staff.person.subject)
    meeting_at(UnitMeetingStage.PREPARED, cast, one)

    faculty, _office = rows(one)

    assert (faculty.state, faculty.work.sent, faculty.work.drafts, dict(faculty.stages), faculty.below) == (
        UnitState.SENT,
        1,
        1,
        {"sent": 1, "draft": 1},
        (),
    )


def test_a_meeting_of_a_unit_below_is_named_beside_the_one_above(cast: Cast, one: Round) -> None:
    made = signing.say_nobody(one=one, unit=cast.division, reason="Chưa ai", by=cast.head, at=NOW)

    faculty, _office = rows(one)

    assert (faculty.state, faculty.meeting, faculty.below) == (UnitState.DRAFT, None, (made,))


def test_late_is_who_neither_met_nor_sent(cast: Cast, one: Round) -> None:
    signing.say_nobody(one=one, unit=cast.office, reason="Chưa ai", by=cast.officer, at=NOW)

    assert states(rows(one, day=date(2026, 1, 21))) == [("KL", "nothing", True), ("PDT", "nobody", False)]
    meeting_at(UnitMeetingStage.HELD, cast, one)
    assert states(rows(one, day=date(2026, 1, 21))) == [("KL", "met", False), ("PDT", "nobody", False)]
    assert states(rows(one, day=LATE)) == [("KL", "met", True), ("PDT", "nobody", False)]


@pytest.mark.parametrize("stage", [RoundStage.DRAFT, RoundStage.CLOSED])
def test_nobody_is_late_in_a_round_that_is_not_open(stage: RoundStage, cast: Cast) -> None:
    assert states(rows(round_at(stage, cast), day=LATE)) == [("KL", "nothing", False), ("PDT", "nothing", False)]


def test_a_head_sees_the_own_units_only(cast: Cast, one: Round) -> None:
    assert [row.unit for row in rows(one, Scope(units=frozenset({"KL", "BM"})))] == [cast.faculty]
    assert [row.unit for row in rows(one, Scope(units=frozenset({"BM"})))] == [cast.division]
    assert [row.unit for row in rows(one, Scope(units=frozenset({"SL", "KL", "BM", "PDT"})))] == [
        cast.faculty,
        cast.office,
    ]


def test_a_unit_closed_meanwhile_keeps_its_row_if_it_has_dossiers(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, unit=cast.office)
    Unit.objects.filter(pk=cast.office.pk).update(until=date(2026, 1, 10))

    found = rows(one, day=LATE)

    assert [(row.unit, row.is_closed, row.is_late) for row in found] == [
        (cast.faculty, False, True),
        (cast.office, True, False),
    ]
    assert [row.unit for row in rows(one, Scope(units=frozenset({"KL", "BM"})))] == [cast.faculty]


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({"words": "phong dao tao"}, ["PDT"]),
        ({"words": "kl"}, ["KL"]),
        ({"state": "sent"}, ["KL"]),
        ({"late": True}, ["PDT"]),
        ({"sort": "-ten"}, ["PDT", "KL"]),
        ({"sort": "da_gui"}, ["PDT", "KL"]),
        ({"sort": "-tinh_trang"}, ["KL", "PDT"]),
        ({"sort": "nhap"}, ["KL", "PDT"]),
        ({"sort": "khong_co"}, ["KL", "PDT"]),
    ],
)
def test_units_are_searched_filtered_and_sorted(
    asked: dict[str, object], codes: list[str], cast: Cast, one: Round
) -> None:
    nomination_in(one, cast, stage="sent")
    given = {"words": "", "state": "", "late": False} | asked

    found = chosen(rows(one, day=LATE), **given)  # type: ignore[arg-type]

    assert [row.unit.subject.code for row in found] == codes


def test_every_state_is_counted(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")

    assert tally(rows(one)) == {
        UnitState.NOTHING: 1,
        UnitState.DRAFT: 0,
        UnitState.MET: 0,
        UnitState.SENT: 1,
        UnitState.NOBODY: 0,
    }


@pytest.mark.parametrize(
    ("name", "seen"), [("officer", 1), ("head", 1), ("other_head", 0), ("staff", 0), ("administrator", 0)]
)
def test_dossiers_are_counted_by_stage_as_far_as_one_may_look(name: str, seen: int, cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="posted")

    found = stages_of(one, getattr(cast, name))

    assert found == ([(NominationStage.POSTED, 1)] if seen else [])


def due_from(user: int | None, day: date = TODAY) -> list[tuple[date, str]]:
    return [(one.due, one.text) for one in deadlines(day, user)]


def test_heads_are_due_to_meet_and_to_send(cast: Cast, one: Round) -> None:
    assert due_from(cast.head.pk) == [
        (date(2026, 1, 20), "Khoa Luật họp bình xét, «Đợt xét năm 2025»"),
        (date(2026, 1, 25), "Khoa Luật gửi hồ sơ, «Đợt xét năm 2025»"),
    ]
    meeting_at(UnitMeetingStage.HELD, cast, one)
    assert due_from(cast.head.pk) == [(date(2026, 1, 25), "Khoa Luật gửi hồ sơ, «Đợt xét năm 2025»")]


@pytest.mark.parametrize("name", ["staff", "deputy", "administrator", "stranger"])
def test_nothing_is_due_from_the_others(name: str, cast: Cast, one: Round) -> None:
    assert (one.stage, due_from(getattr(cast, name).pk)) == ("open", [])


def test_who_sent_or_said_nobody_is_due_no_more(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")
    signing.say_nobody(one=one, unit=cast.office, reason="Chưa ai", by=cast.officer, at=NOW)

    assert [due_from(user.pk) for user in (cast.head, cast.other_head)] == [[], []]


def test_the_days_of_the_procedure_are_the_officers_with_the_units_they_wait_for(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")

    assert due_from(cast.officer.pk) == [
        (date(2026, 1, 20), "Họp đơn vị, «Đợt xét năm 2025»: còn 1 đơn vị"),
        (date(2026, 1, 25), "Gửi hồ sơ, «Đợt xét năm 2025»: còn 1 đơn vị"),
        (date(2026, 2, 5), "Thẩm định, «Đợt xét năm 2025»: còn 1 hồ sơ"),
        (date(2026, 2, 20), "Họp Hội đồng, «Đợt xét năm 2025»"),
        (date(2026, 2, 25), "Quyết định, «Đợt xét năm 2025»"),
    ]


def test_a_day_gone_by_is_due_as_long_as_dossiers_wait_for_it(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")
    signing.say_nobody(one=one, unit=cast.office, reason="Chưa ai", by=cast.officer, at=NOW)

    assert due_from(cast.officer.pk, date(2026, 2, 26)) == [
        (date(2026, 2, 5), "Thẩm định, «Đợt xét năm 2025»: còn 1 hồ sơ")
    ]


def test_a_round_in_preparation_is_to_be_opened(cast: Cast) -> None:
    round_in(cast)

    assert due_from(cast.officer.pk) == [(date(2026, 1, 5), "mở «Đợt xét năm 2025»")]
    assert due_from(cast.head.pk) == []


def test_of_everybody_each_gets_the_own(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="sent")

    found = {(due.user, due.due) for due in deadlines(TODAY) if due.key.startswith("round:")}

    assert found == {
        (cast.other_head.pk, date(2026, 1, 20)),
        (cast.other_head.pk, date(2026, 1, 25)),
        (cast.officer.pk, date(2026, 1, 20)),
        (cast.officer.pk, date(2026, 1, 25)),
        (cast.officer.pk, date(2026, 2, 5)),
        (cast.officer.pk, date(2026, 2, 20)),
        (cast.officer.pk, date(2026, 2, 25)),
    }
