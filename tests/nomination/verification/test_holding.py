"""A hold put from the dossier: it stops the dossier without rejecting it, and lifts by itself with its record."""

from datetime import date

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.actions.verification.ending import finish
from lantoa.nomination.actions.verification.holding import ON_ITS_WAY, lift, put
from lantoa.nomination.actions.verification.refusals import DueInThePast, HeldAlready, NothingToHold, NotOnesHold
from lantoa.nomination.models import Nomination
from lantoa.register.actions.holds import NotHolding
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, say_all

WHY = "Đang xem xét kỷ luật"


def test_the_record_book_keeps_the_hold_and_the_dossier_waits(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say_all(nomination, speakers)
    before = Event.objects.count()

    hold = put(nomination=nomination, reason=f" {WHY} ", by=speakers["personnel"], at=NOW)

    nomination.refresh_from_db()
    event = Event.objects.latest("id")
    assert (hold.subject, hold.reason, hold.since, hold.until) == (cast.lecturer.subject, WHY, TODAY, None)
    assert (nomination.stage, Event.objects.count() - before, event.deed, event.target) == (
        "sent",
        1,
        "hold_begun",
        "CB6",
    )
    assert event.details == {"id": hold.pk, "reason": WHY, "since": "15/01/2026", "nomination": nomination.pk}
    with pytest.raises(OnHold, match=WHY):
        finish(nomination=nomination, by=cast.officer, at=NOW)


def test_a_hold_with_an_end_lifts_by_itself(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    hold = put(nomination=nomination, reason=WHY, until=date(2026, 1, 20), by=cast.officer, at=NOW)
    assert Event.objects.latest("id").details["last_day"] == "20/01/2026"

    Hold.objects.filter(pk=hold.pk).update(since=date(2026, 1, 1), until=date(2026, 1, 14))

    assert finish(nomination=nomination, by=cast.officer, at=NOW).is_clean


def test_lifted_the_dossier_goes_on_at_once(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    hold = school.hold(cast.lecturer, "1/1/2026")

    lifted = lift(nomination=nomination, hold=hold, by=cast.officer, at=NOW)

    assert lifted.until == date(2026, 1, 14)
    assert finish(nomination=nomination, by=cast.officer, at=NOW).is_clean


def test_a_hold_of_today_ends_with_today(nomination: Nomination, speakers: dict[str, User]) -> None:
    hold = put(nomination=nomination, reason=WHY, by=speakers["personnel"], at=NOW)

    assert lift(nomination=nomination, hold=hold, by=speakers["personnel"], at=NOW).until == TODAY


def test_a_hold_is_lifted_by_who_put_it_or_an_officer(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    hold = put(nomination=nomination, reason=WHY, by=speakers["personnel"], at=NOW)

    with pytest.raises(NotOnesHold):
        lift(nomination=nomination, hold=hold, by=speakers["party"], at=NOW)
    assert lift(nomination=nomination, hold=hold, by=cast.officer, at=NOW).until == TODAY


def test_the_hold_of_somebody_else_is_not_lifted_from_here(cast: Cast, nomination: Nomination) -> None:
    with pytest.raises(NotHolding):
        lift(nomination=nomination, hold=school.hold(cast.division, "1/1/2026"), by=cast.officer, at=NOW)


@pytest.mark.parametrize("stage", list(NominationStage))
def test_what_is_on_its_way_can_be_held(cast: Cast, make_nomination: MakeNomination, stage: NominationStage) -> None:
    nomination = make_nomination(stage)

    if stage in ON_ITS_WAY:
        put(nomination=nomination, reason=WHY, by=cast.officer, at=NOW)
    else:
        with pytest.raises(NothingToHold):
            put(nomination=nomination, reason=WHY, by=cast.officer, at=NOW)

    nomination.refresh_from_db()
    assert (nomination.stage, Hold.objects.count()) == (stage.value, int(stage in ON_ITS_WAY))


def test_one_hold_at_a_time_with_a_reason_and_no_end_in_the_past(cast: Cast, nomination: Nomination) -> None:
    with pytest.raises(NoReason):
        put(nomination=nomination, reason=" ", by=cast.officer, at=NOW)
    with pytest.raises(DueInThePast):
        put(nomination=nomination, reason=WHY, until=date(2026, 1, 14), by=cast.officer, at=NOW)
    put(nomination=nomination, reason=WHY, by=cast.officer, at=NOW)
    with pytest.raises(HeldAlready):
        put(nomination=nomination, reason="Thanh tra", by=cast.officer, at=NOW)

    assert [one.reason for one in Hold.objects.all()] == [WHY]


@pytest.mark.parametrize("who", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_who_does_not_verify_holds_nothing(cast: Cast, nomination: Nomination, who: str) -> None:
    with pytest.raises(NotAllowed):
        put(nomination=nomination, reason=WHY, by=getattr(cast, who), at=NOW)
    with pytest.raises(NotAllowed):
        lift(nomination=nomination, hold=school.hold(cast.lecturer, "1/1/2026"), by=getattr(cast, who), at=NOW)

    assert Hold.objects.filter(until=None).count() == 1
