"""Rounds for the tests: of the school's yearly tier, at any stage; and the faculty's meeting about one."""

from datetime import UTC, date, datetime, time
from typing import Any

from lantoa.accounts.models import User
from lantoa.domain.nurture import Aim
from lantoa.domain.rounds import RoundTerms
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.domain.unit_meetings import Count, Notes, Seat
from lantoa.nomination.actions.rounds import making, running
from lantoa.nomination.actions.unit_meetings import signing, writing
from lantoa.nomination.models import Nomination, Round, UnitMeeting
from lantoa.nomination.queries.unit_meetings import members_on
from lantoa.register.models import Subject, Unit
from tests.cast import NOW, Cast

EDITION = "nganh-tu-phap-2021-2025"
AIM = Aim(EDITION, "school-annual", 2025)
SECTOR = Aim(EDITION, "sector-annual", 2025)
TODAY = date(2026, 1, 15)
LATER = datetime(2026, 2, 10, 2, 0, tzinfo=UTC)  # every day of the round but the Council's has gone by
DAYS: dict[str, date | None] = {
    "open_on": date(2026, 1, 5),
    "meet_by": date(2026, 1, 20),
    "send_by": date(2026, 1, 25),
    "verify_by": date(2026, 2, 5),
    "post_by": None,
    "council_on": date(2026, 2, 20),
    "decide_by": date(2026, 2, 25),
    "submit_by": None,
}
TERMS = RoundTerms("Đợt xét năm 2025", "Gửi qua phần mềm", DAYS)


def round_in(cast: Cast, *, aim: Aim = AIM, by: User | None = None, **days: date | None) -> Round:
    """A round in preparation, with these days instead of the usual ones."""
    terms = RoundTerms(TERMS.name, TERMS.note, {**DAYS, **days})
    return making.draft(aim=aim, terms=terms, by=by or cast.officer, at=NOW)


def round_at(stage: RoundStage, cast: Cast, *, aim: Aim = AIM) -> Round:
    made = round_in(cast, aim=aim)
    if stage is RoundStage.CANCELLED:
        return running.cancel(one=made, reason="Gộp đợt", by=cast.officer, at=NOW)
    if stage is not RoundStage.DRAFT:
        made = running.open_round(one=made, by=cast.officer, at=NOW)
    if stage is RoundStage.CLOSED:
        made = running.close(one=made, by=cast.officer, at=NOW)
    return made


def notes(
    cast: Cast, *counts: Count, unit: Unit | None = None, absent: dict[int, str] | None = None, **other: Any
) -> Notes:
    """What the faculty notes on 14 January: the head chairs, the lecturer writes, one vote of each present."""
    seats = tuple(
        Seat(pk, (absent or {}).get(pk, ""))
        for pk in members_on(unit or cast.faculty, date(2026, 1, 14)).values_list("pk", flat=True)
    )
    told: dict[str, Any] = {
        "held_on": date(2026, 1, 14),
        "place": "Phòng họp khoa",
        "chair": person_of(cast.head),
        "secretary": cast.lecturer.pk,
        "text": "Mọi người đều tham gia ý kiến.",
        "begins": time(8, 30),
        "ends": time(10, 5),
        "seats": seats,
        "counts": counts or (Count(cast.lecturer.pk, 3, 0, 0),),
    }
    return Notes(**told | other)


def meeting_at(stage: UnitMeetingStage, cast: Cast, one: Round | None = None) -> UnitMeeting:
    """The faculty's meeting, written or signed."""
    one = one or round_at(RoundStage.OPEN, cast)
    given: dict[str, Any] = {"one": one, "unit": cast.faculty, "notes": notes(cast), "seen": 0}
    act = signing.hold if stage is UnitMeetingStage.HELD else writing.write
    return act(**given, by=cast.officer, at=NOW)


def nomination_in(
    one: Round, cast: Cast, *, stage: str = "draft", subject: Subject | None = None, **columns: Any
) -> Nomination:
    """A row of that stage, without the way that leads to it."""
    sent: dict[str, Any] = {} if stage in ("draft", "withdrawn") else {"sent_by": cast.head, "sent_at": NOW}
    row: dict[str, Any] = {
        "round": one,
        "subject": subject or cast.lecturer.subject,
        "unit": cast.division,
        "edition": one.edition,
        "tier": one.tier,
        "year": one.year,
        "verdict": {},
        "stage": stage,
        "reason": "Chưa đủ" if stage in ("withdrawn", "not_recommended", "postponed", "struck", "revoked") else "",
        "made_by": cast.head,
        "made_at": NOW,
        "written_by": cast.head,
        "written_at": NOW,
    }
    return Nomination.objects.create(**row | sent | columns)


def person_of(user: User) -> int:
    assert user.person_id is not None
    return int(user.person_id)
