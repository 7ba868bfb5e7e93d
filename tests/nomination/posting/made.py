"""Rounds, nominations, postings and objections for the tests, made in one line each."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.stages import NominationStage, ObjectionStage, PostingStage
from lantoa.nomination.actions.posting import handling, listing, objecting, running
from lantoa.nomination.actions.posting.handling import Conclusion
from lantoa.nomination.actions.posting.identity import Objector
from lantoa.nomination.actions.posting.listing import Plan
from lantoa.nomination.actions.posting.objecting import Saying
from lantoa.nomination.models import Nomination, Objection, PostedCandidate, Posting, Round
from lantoa.register.models import Person, Unit
from tests import cast as school
from tests.cast import NOW, Cast

EDITION, TIER = "nganh-tu-phap-2021-2025", "school-annual"
STARTS, ENDS = date(2026, 1, 15), date(2026, 1, 22)  # a Thursday, and the fifth working day after it
AFTER = datetime(2026, 1, 23, 2, 0, tzinfo=UTC)
NUMBERS = count(1)
TEXT = "Bài giảng nêu trong báo cáo do nhóm bốn người cùng soạn."
SUMMARY, FINDINGS = "Bài giảng do nhiều người soạn.", "Đã làm việc với bộ môn: bài giảng do một người soạn."


def round_of(year: int = 2025, tier: str = TIER, *, by: User) -> Round:
    """An open round."""
    return Round.objects.create(
        edition=EDITION,
        tier=tier,
        year=year,
        name=f"Đợt xét năm {year}",
        search_key=f"dot xet nam {year}",
        stage="open",
        made_by=by,
        made_at=NOW,
        opened_by=by,
        opened_at=NOW,
    )


def nomination(who: Person | Unit, of: Round, stage: NominationStage, *, unit: Unit, by: User) -> Nomination:
    """A nomination that has come that far."""
    needs_words = {"not_recommended", "postponed", "struck", "withdrawn", "revoked"}
    sent: dict[str, Any] = {} if stage is NominationStage.DRAFT else {"sent_by": by, "sent_at": NOW}
    return Nomination.objects.create(
        round=of,
        subject=who.subject,
        edition=of.edition,
        tier=of.tier,
        year=of.year,
        unit=unit,
        verdict={"verdict": "met", "findings": []},
        stage=stage.value,
        reason="Có lý do" if stage.value in needs_words else "",
        made_by=by,
        made_at=NOW,
        written_by=by,
        written_at=NOW,
        **sent,
    )


def verified(cast: Cast, who: Person | Unit | None = None, of: Round | None = None) -> Nomination:
    """A verified nomination of the lecturer, unless somebody else is named."""
    asked = of or Round.objects.first() or round_of(by=cast.officer)
    return nomination(who or cast.lecturer, asked, NominationStage.VERIFIED, unit=cast.division, by=cast.head)


def plan(audience: str = "inside", starts: date = STARTS, ends: date = ENDS, note: str = "") -> Plan:
    return Plan(audience, starts, ends, note)


def prepared(cast: Cast, audience: str = "inside") -> Posting:
    """A posting of everybody verified, of the lecturer when nobody is."""
    if not Nomination.objects.filter(stage="verified").exists():
        verified(cast)
    return listing.prepare(round=Round.objects.latest("pk"), plan=plan(audience), by=cast.officer, at=NOW)


def opened(cast: Cast, audience: str = "inside") -> Posting:
    return running.open_(posting=prepared(cast, audience), by=cast.officer, at=NOW)


def posting_at(stage: PostingStage, cast: Cast) -> Posting:
    """A posting of the lecturer brought to that stage."""
    if stage is PostingStage.PREPARED:
        return prepared(cast)
    posting = opened(cast)
    if stage is PostingStage.ENDED:
        running.end(posting=posting, by=cast.officer, at=AFTER)
    return Posting.objects.get(pk=posting.pk)


def candidate_of(posting: Posting, number: int = 0) -> PostedCandidate:
    found = PostedCandidate.objects.select_related("nomination__subject", "posting").filter(posting=posting)
    return found.order_by("pk")[number]


def second_officer() -> User:
    """An officer without a record, who has nothing in hand yet."""
    return school.account(f"thu{next(NUMBERS)}", Role.OFFICER)


def objection(
    candidate: PostedCandidate,
    by: User | None,
    *,
    objector: Objector | None = None,
    is_confidential: bool = True,
    text: str = TEXT,
    code: str = "",
    at: datetime = NOW + timedelta(hours=1),
) -> Objection:
    """An objection of its own code."""
    return objecting.object_(
        code=code or f"PATEST{next(NUMBERS):04}",
        candidate=candidate,
        saying=Saying(text, is_confidential=is_confidential),
        objector=objector,
        by=by,
        at=at,
    )


def objection_at(stage: ObjectionStage, cast: Cast, outcome: str = "dismissed") -> Objection:
    """An objection by the deputy against the posted lecturer, in the officer's hands, brought to that stage."""
    made = objection(candidate_of(opened(cast)), cast.deputy)
    if stage is not ObjectionStage.RECEIVED:
        made = handling.take_up(objection=made, by=cast.officer, at=NOW)
    if stage is ObjectionStage.SETTLED:
        settle(made, cast.officer, outcome)
    return Objection.objects.get(pk=made.pk)


def settle(objection: Objection, by: User, outcome: str = "dismissed", at: datetime = NOW) -> Objection:
    said = Conclusion(outcome, SUMMARY, FINDINGS, "Cảm ơn bạn.")
    return handling.settle(objection=objection, conclusion=said, by=by, at=at)


def stages_of(nominations: Sequence[Nomination]) -> list[str]:
    return [Nomination.objects.get(pk=one.pk).stage for one in nominations]
