"""A dossier goes back for correction of flagged parts only, and comes back to who asked."""

from datetime import date
from typing import Any

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import NominationStage, WrongStage
from lantoa.nomination.actions.verification.refusals import (
    DueInThePast,
    NotAsked,
    NothingFlagged,
    NotOfThisOffice,
    OwnDossier,
)
from lantoa.nomination.actions.verification.returning import came_back, send_back
from lantoa.nomination.models import CorrectionRequest, Nomination
from lantoa.nomination.queries.verification.said import Flag
from lantoa.nomination.queries.verifying import open_fields
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, say, specialist

DUE = date(2026, 1, 19)
REPORT, EVIDENCE = Flag("report"), Flag("evidence", "G3")


def back(nomination: Nomination, by: User, office: str = "science", *flags: Flag, **given: Any) -> CorrectionRequest:
    values: dict[str, Any] = {"text": "Bổ sung quyết định công nhận sáng kiến", "due_on": DUE} | given
    return send_back(nomination=nomination, office=office, flags=flags or (REPORT, EVIDENCE), **values, by=by, at=NOW)


def resent(nomination: Nomination) -> None:
    """As the sending of the unit does it."""
    Nomination.objects.filter(pk=nomination.pk).update(stage="sent")


def test_only_the_flagged_parts_open(nomination: Nomination, speakers: dict[str, User]) -> None:
    assert open_fields(nomination) is None

    request = back(nomination, speakers["science"])

    nomination.refresh_from_db()
    assert (nomination.stage, nomination.reason, nomination.version) == (
        "returned",
        "Bổ sung quyết định công nhận sáng kiến",
        2,
    )
    assert open_fields(nomination) == frozenset({"report", "evidence:G3"})
    assert [str(part) for part in request.parts.all()] == ["báo cáo thành tích", "minh chứng G3"]
    assert str(request) == "Bổ sung quyết định công nhận sáng kiến"


def test_a_dossier_returned_before_there_were_requests_is_not_limited(make_nomination: MakeNomination) -> None:
    assert open_fields(make_nomination(NominationStage.RETURNED)) is None


def test_the_unit_and_who_sent_it_hear_of_it_and_the_nominee_does_not(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    sender = school.account("nguoigui")
    Nomination.objects.update(sent_by=sender)

    request = back(nomination, speakers["science"])

    told = Notice.objects.filter(key=f"correction:{request.pk}").order_by("user__username")
    assert [(one.user.username, one.due, one.address) for one in told] == [
        ("khoa", DUE, f"/de-cu/{nomination.pk}/"),
        ("nguoigui", DUE, f"/de-cu/{nomination.pk}/"),
    ]
    assert told[0].text == (
        "Quản lý khoa học trả lại hồ sơ đề cử Lê Thanh Bình để bổ sung, hạn 19/01/2026: "
        "Bổ sung quyết định công nhận sáng kiến"
    )


def test_one_event_tells_who_asked_for_what(nomination: Nomination, speakers: dict[str, User]) -> None:
    before = Event.objects.count()

    back(nomination, speakers["science"])

    event = Event.objects.latest("id")
    assert (Event.objects.count() - before, event.deed) == (1, "nomination_returned")
    assert event.details == {
        "subject": "CB6",
        "reason": "Bổ sung quyết định công nhận sáng kiến",
        "office": "Quản lý khoa học",
        "parts": ["báo cáo thành tích", "minh chứng G3"],
        "due": "19/01/2026",
    }


def test_the_same_part_flagged_twice_is_one_part(nomination: Nomination, speakers: dict[str, User]) -> None:
    assert back(nomination, speakers["science"], "science", REPORT, REPORT).parts.count() == 1


def test_it_comes_back_to_who_asked(nomination: Nomination, cast: Cast, speakers: dict[str, User]) -> None:
    specialist("khoahoc2", "science")
    request = back(nomination, speakers["science"])
    resent(nomination)

    came_back(nomination=nomination, by=cast.head, at=NOW)

    request.refresh_from_db()
    told = Notice.objects.get(key=f"correction:{request.pk}:back")
    assert (request.came_back_by, request.came_back_at, told.user) == (cast.head, NOW, speakers["science"])
    assert told.address == f"/tham-dinh/{nomination.pk}/"
    assert open_fields(nomination) is None


def test_when_who_asked_has_gone_the_office_hears_of_it(
    nomination: Nomination, cast: Cast, speakers: dict[str, User]
) -> None:
    colleague = specialist("khoahoc2", "science")
    request = back(nomination, speakers["science"])
    User.objects.filter(pk=speakers["science"].pk).update(is_active=False)

    came_back(nomination=nomination, by=cast.head, at=NOW)

    assert [one.user for one in Notice.objects.filter(key=f"correction:{request.pk}:back")] == [colleague]


def test_what_was_never_sent_back_does_not_come_back(nomination: Nomination, cast: Cast) -> None:
    assert came_back(nomination=nomination, by=cast.head, at=NOW) is None


def test_answering_afterwards_settles_the_request(
    nomination: Nomination, cast: Cast, speakers: dict[str, User]
) -> None:
    request = back(nomination, speakers["science"])
    resent(nomination)
    came_back(nomination=nomination, by=cast.head, at=NOW)

    say(nomination, "science", speakers["science"])

    request.refresh_from_db()
    assert (request.seen_by, request.seen_at) == (speakers["science"], NOW)


def test_a_dossier_may_be_sent_back_again(nomination: Nomination, cast: Cast, speakers: dict[str, User]) -> None:
    back(nomination, speakers["science"])
    resent(nomination)
    came_back(nomination=nomination, by=cast.head, at=NOW)

    back(nomination, speakers["party"], "party", Flag("evidence", "G1"))

    nomination.refresh_from_db()
    assert (CorrectionRequest.objects.count(), open_fields(nomination)) == (2, frozenset({"evidence:G1"}))


def test_the_secretariat_may_ask_for_any_part(nomination: Nomination, cast: Cast) -> None:
    back(nomination, cast.officer, "", Flag("facts"), Flag("evidence", "G4"))

    nomination.refresh_from_db()
    assert open_fields(nomination) == frozenset({"facts", "evidence:G4"})
    assert Event.objects.latest("id").details["office"] == "Thường trực Hội đồng"


@pytest.mark.parametrize(
    ("flags", "given", "refusal"),
    [
        ((Flag("evidence", "G1"),), {}, NotAsked),
        ((REPORT,), {"text": " "}, NoReason),
        ((REPORT,), {"due_on": date(2026, 1, 14)}, DueInThePast),
    ],
)
def test_what_cannot_be_asked_leaves_nothing_behind(
    nomination: Nomination,
    speakers: dict[str, User],
    flags: tuple[Flag, ...],
    given: dict[str, Any],
    refusal: type[Exception],
) -> None:
    before = Event.objects.count()

    with pytest.raises(refusal):
        back(nomination, speakers["science"], "science", *flags, **given)

    nomination.refresh_from_db()
    assert (nomination.stage, CorrectionRequest.objects.count(), Event.objects.count()) == ("sent", 0, before)


def test_nothing_flagged_is_refused(nomination: Nomination, speakers: dict[str, User]) -> None:
    with pytest.raises(NothingFlagged):
        send_back(
            nomination=nomination,
            office="science",
            flags=[],
            text="Sửa",
            due_on=TODAY,
            by=speakers["science"],
            at=NOW,
        )


@pytest.mark.parametrize("stage", [stage for stage in NominationStage if stage is not NominationStage.SENT])
def test_only_a_dossier_under_verification_is_sent_back(
    make_nomination: MakeNomination, speakers: dict[str, User], stage: NominationStage
) -> None:
    nomination = make_nomination(stage)

    with pytest.raises(WrongStage):
        back(nomination, speakers["science"])

    nomination.refresh_from_db()
    assert (nomination.stage, CorrectionRequest.objects.count()) == (stage.value, 0)


@pytest.mark.parametrize("who", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_who_does_not_verify_sends_nothing_back(cast: Cast, nomination: Nomination, who: str) -> None:
    with pytest.raises(NotAllowed):
        back(nomination, getattr(cast, who))


def test_neither_for_another_office_nor_ones_own_dossier(
    nomination: Nomination, cast: Cast, speakers: dict[str, User]
) -> None:
    with pytest.raises(NotOfThisOffice):
        back(nomination, speakers["party"])
    with pytest.raises(NotOfThisOffice):
        back(nomination, speakers["party"], "")
    Nomination.objects.update(made_by=cast.officer)
    with pytest.raises(OwnDossier):
        back(nomination, cast.officer, "")
