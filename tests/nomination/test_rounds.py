"""Rounds: made from the calendar or an earlier one, moved from their stages only, changed by one hand at a time."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.nurture import Aim
from lantoa.domain.rounds import RoundTerms
from lantoa.domain.stages import MOVES, NominationStage, RoundStage, WrongStage
from lantoa.nomination.actions.rounds import making, running
from lantoa.nomination.actions.rounds.refusals import (
    DayMissing,
    DaysOutOfOrder,
    DossiersSent,
    DossiersUnderWay,
    NobodyIsLate,
    NoSuchAim,
    RoundChanged,
    RoundExists,
    RoundIsOver,
    TooLateToOpen,
)
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.rounds.calendar import expected, from_plan, from_round
from lantoa.nomination.queries.rounds.reading import before, open_round_for, sending_is_open
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast
from tests.nomination.rounds import AIM, DAYS, EDITION, LATER, SECTOR, TERMS, nomination_in, round_at, round_in

NEXT = Aim("nganh-tu-phap-2026-2030", "school-annual", 2026)
RUN: dict[str, Callable[[Round, Cast], Any]] = {
    "open": lambda one, cast: running.open_round(one=one, by=cast.officer, at=NOW),
    "close": lambda one, cast: running.close(one=one, by=cast.officer, at=NOW),
    "reopen": lambda one, cast: running.reopen(one=one, reason="Còn sót", by=cast.officer, at=NOW),
    "cancel": lambda one, cast: running.cancel(one=one, reason="Thôi", by=cast.officer, at=NOW),
}
DEEDS: dict[str, Callable[[Round, Any], Any]] = {
    "draft": lambda _one, by: making.draft(aim=SECTOR, terms=TERMS, by=by, at=NOW),
    "change": lambda one, by: making.change(one=one, terms=TERMS, seen=one.version, by=by, at=NOW),
    "open": lambda one, by: running.open_round(one=one, by=by, at=NOW),
    "cancel": lambda one, by: running.cancel(one=one, reason="x", by=by, at=NOW),
}


def frozen() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values()) for model in (Round, Nomination, Notice, Event)]


def told(user: Any) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("text", flat=True))


@pytest.mark.parametrize(("stage", "deed"), [(stage, deed) for stage in RoundStage for deed in MOVES[RoundStage]])
def test_a_round_is_moved_from_its_stages_only(stage: RoundStage, deed: str, cast: Cast) -> None:
    one = round_at(stage, cast)
    before_it = frozen()

    if stage in MOVES[RoundStage][deed].sources:
        RUN[deed](one, cast)
        assert Round.objects.get().stage == MOVES[RoundStage][deed].target
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            RUN[deed](one, cast)
        assert frozen() == before_it


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("name", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_rounds_are_run_by_the_officer_only(deed: str, name: str, cast: Cast) -> None:
    one = round_in(cast)
    before_it = frozen()

    with pytest.raises(NotAllowed, match="Chuyên viên thi đua"):
        DEEDS[deed](one, getattr(cast, name))

    assert frozen() == before_it


@pytest.mark.parametrize("deed", RUN)
def test_every_deed_leaves_one_event(deed: str, cast: Cast) -> None:
    one = round_at(next(iter(MOVES[RoundStage][deed].sources)), cast)  # type: ignore[arg-type]
    events = Event.objects.count()

    RUN[deed](one, cast)

    assert Event.objects.count() == events + 1


def test_the_plans_calendar_names_the_round_and_its_days() -> None:
    terms = from_plan(NEXT)

    assert (terms.name, terms.days["open_on"], terms.days["council_on"], terms.days["submit_by"]) == (
        "Đợt xét điển hình tiên tiến của Trường hằng năm, năm 2026",
        date(2026, 11, 15),
        date(2027, 1, 10),
        None,
    )


def test_last_years_round_is_cloned_with_its_days_and_guidance_a_year_later(cast: Cast) -> None:
    old = round_in(cast, council_on=date(2026, 2, 20))

    terms = from_round(old, NEXT)
    made = making.draft(aim=NEXT, terms=terms, like=old, by=cast.officer, at=NOW)

    assert (made.send_by, made.council_on, made.note, made.cloned_from, before("school-annual", 2026)) == (
        date(2027, 1, 25),
        date(2027, 2, 20),
        "Gửi qua phần mềm",
        old,
        old,
    )


def test_a_leap_day_becomes_the_28th(cast: Cast) -> None:
    old = round_in(cast, council_on=date(2028, 2, 29), decide_by=None)

    assert from_round(old, NEXT).days["council_on"] == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2026, 11, 23), [("school-annual", 2026)]),
        (date(2026, 12, 20), [("school-annual", 2026), ("sector-annual", 2026)]),
        (date(2026, 8, 1), []),
    ],
)
def test_the_calendar_says_which_rounds_are_to_be_made_now(day: date, codes: list[tuple[str, int]], cast: Cast) -> None:
    found = [(aim.tier, aim.year) for aim in expected(day) if aim.edition == NEXT.edition]

    assert found == codes


def test_a_round_that_was_made_is_expected_no_more_unless_it_was_cancelled(cast: Cast) -> None:
    made = making.draft(aim=NEXT, terms=from_plan(NEXT), by=cast.officer, at=NOW)

    assert NEXT not in expected(date(2026, 11, 23))
    running.cancel(one=made, reason="Nhầm", by=cast.officer, at=NOW)
    assert NEXT in expected(date(2026, 11, 23))


def test_one_living_round_a_tier_and_year(cast: Cast) -> None:
    made = round_in(cast)

    with pytest.raises(RoundExists, match="đã có «Đợt xét năm 2025»"):
        round_in(cast)

    running.cancel(one=made, reason="Nhầm", by=cast.officer, at=NOW)
    assert round_in(cast).stage == "draft"


@pytest.mark.parametrize(
    "aim",
    [
        Aim("khong-co", "school-annual", 2025),
        Aim(EDITION, "khong-co", 2025),
        Aim(EDITION, "school-annual", 2031),
        Aim(EDITION, "school-period", 2024),
    ],
)
def test_a_tier_or_year_that_no_plan_has_is_refused(aim: Aim, cast: Cast) -> None:
    with pytest.raises(NoSuchAim, match="Không lập được đợt xét"):
        making.draft(aim=aim, terms=TERMS, by=cast.officer, at=NOW)


def test_days_out_of_order_are_refused_and_named(cast: Cast) -> None:
    with pytest.raises(DaysOutOfOrder, match="«Họp Hội đồng» không được trước ngày «Gửi hồ sơ»") as refused:
        round_in(cast, verify_by=None, council_on=date(2026, 1, 24))

    assert (refused.value.columns, Round.objects.count()) == (("send_by", "council_on"), 0)


def test_opened_the_heads_of_the_units_know_until_when(cast: Cast) -> None:
    round_at(RoundStage.OPEN, cast)

    sentence = "Mời đơn vị bình xét, đề cử: Đợt xét năm 2025. Gửi hồ sơ chậm nhất ngày 25/01/2026."
    assert [told(cast.head), told(cast.other_head), told(cast.staff)] == [[sentence], [sentence], []]


def test_a_round_of_the_sector_asks_no_unit(cast: Cast) -> None:
    made = round_in(cast, aim=SECTOR, meet_by=None, send_by=None)

    running.open_round(one=made, by=cast.officer, at=NOW)

    assert (Round.objects.get().stage, Notice.objects.count()) == ("open", 0)


def test_without_a_last_day_of_sending_or_after_it_nothing_is_opened(cast: Cast) -> None:
    without = round_in(cast, send_by=None)
    with pytest.raises(DayMissing, match="«Gửi hồ sơ»"):
        running.open_round(one=without, by=cast.officer, at=NOW)

    making.change(one=without, terms=TERMS, seen=1, by=cast.officer, at=NOW)
    with pytest.raises(TooLateToOpen, match="25/01/2026 đã qua"):
        running.open_round(one=without, by=cast.officer, at=LATER)


def test_drafts_that_waited_come_into_the_round_and_out_again_when_it_is_cancelled(cast: Cast) -> None:
    made = round_in(cast)
    waiting = nomination_in(made, cast, round=None)
    other = nomination_in(made, cast, round=None, year=2024)

    running.open_round(one=made, by=cast.officer, at=NOW)
    inside = Nomination.objects.get(pk=waiting.pk).round
    running.cancel(one=made, reason="Nhầm", by=cast.officer, at=NOW)

    assert inside == made
    assert list(Nomination.objects.filter(round=None).order_by("pk")) == [waiting, other]


@pytest.mark.parametrize("stage", [stage for stage in NominationStage if stage is not NominationStage.DRAFT])
def test_a_round_is_closed_when_every_dossier_has_its_result(stage: NominationStage, cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage=stage.value)

    if stage in running.ON_THEIR_WAY:
        with pytest.raises(DossiersUnderWay, match="Còn hồ sơ đang đi: 1 "):
            running.close(one=one, by=cast.officer, at=NOW)
    else:
        assert running.close(one=one, by=cast.officer, at=NOW).stage == "closed"


def test_a_round_with_dossiers_is_not_cancelled(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")

    with pytest.raises(DossiersSent, match="Đã có 1 hồ sơ"):
        running.cancel(one=one, reason="Thôi", by=cast.officer, at=NOW)


def test_cancelling_and_opening_again_say_why(cast: Cast) -> None:
    with pytest.raises(NoReason):
        running.cancel(one=round_in(cast), reason=" ", by=cast.officer, at=NOW)
    Round.objects.all().delete()
    with pytest.raises(NoReason):
        running.reopen(one=round_at(RoundStage.CLOSED, cast), reason="", by=cast.officer, at=NOW)


def test_changed_by_another_meanwhile_it_is_not_overwritten(cast: Cast) -> None:
    one = round_in(cast)
    making.change(one=one, terms=RoundTerms("Tên của A", "", DAYS), seen=1, by=cast.officer, at=NOW)

    with pytest.raises(RoundChanged) as refused:
        making.change(one=one, terms=RoundTerms("Tên của B", "", DAYS), seen=1, by=cast.officer, at=NOW)

    assert (refused.value.round.name, Round.objects.get().name) == ("Tên của A", "Tên của A")


@pytest.mark.parametrize("stage", [RoundStage.CLOSED, RoundStage.CANCELLED])
def test_what_is_over_is_not_changed(stage: RoundStage, cast: Cast) -> None:
    one = round_at(stage, cast)

    with pytest.raises(RoundIsOver):
        making.change(one=one, terms=TERMS, seen=one.version, by=cast.officer, at=NOW)


def test_when_the_last_day_of_sending_moves_the_heads_hear_of_it(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    longer = RoundTerms(TERMS.name, TERMS.note, {**DAYS, "send_by": date(2026, 1, 31)})

    making.change(one=one, terms=longer, seen=one.version, by=cast.officer, at=NOW)

    assert told(cast.head)[1:] == ["Hạn của «Đợt xét năm 2025» đã đổi: gửi hồ sơ chậm nhất ngày 31/01/2026."]
    assert Event.objects.order_by("-id")[0].details["days"] == {"send_by": "2026-01-31"}


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (NOW, True),
        (datetime(2026, 1, 4, 2, 0, tzinfo=UTC), False),
        (datetime(2026, 1, 25, 16, 59, tzinfo=UTC), True),  # a minute before midnight at the school
        (datetime(2026, 1, 25, 17, 0, tzinfo=UTC), False),
    ],
)
def test_sending_is_open_from_the_first_day_to_the_end_of_the_last(at: datetime, *, is_open: bool, cast: Cast) -> None:
    assert sending_is_open(round_at(RoundStage.OPEN, cast), at) is is_open


@pytest.mark.parametrize("stage", RoundStage)
def test_only_an_open_round_takes_dossiers(stage: RoundStage, cast: Cast) -> None:
    one = round_at(stage, cast)

    assert sending_is_open(one, NOW) is (stage is RoundStage.OPEN)
    assert open_round_for(AIM.edition, AIM.tier, AIM.year) == (one if stage is RoundStage.OPEN else None)


def test_the_late_ones_are_urged_once_a_day(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")

    running.urge(one=one, by=cast.officer, at=LATER)
    running.urge(one=one, by=cast.officer, at=LATER)

    sentence = (
        "Đơn vị bạn đang chậm: Đợt xét năm 2025. Hạn gửi hồ sơ ngày 25/01/2026; hãy họp, gửi hồ sơ hoặc báo lý do."
    )
    assert [told(cast.head)[1:], told(cast.other_head)[1:]] == [[], [sentence]]


def test_nobody_late_nobody_urged(cast: Cast) -> None:
    with pytest.raises(NobodyIsLate):
        running.urge(one=round_at(RoundStage.OPEN, cast), by=cast.officer, at=NOW)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "khac"},
        {"stage": "open"},
        {"stage": "cancelled"},
        {"opened_at": NOW},
        {"council_on": date(2025, 1, 1)},
    ],
)
def test_the_database_refuses_what_the_rules_forbid(wrong: dict[str, object], cast: Cast) -> None:
    one = round_in(cast)

    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=one.pk).update(**wrong)
