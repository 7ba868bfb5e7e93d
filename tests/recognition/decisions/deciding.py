"""A round whose nominees the Council has recommended, and a decision taken as far as a test wants it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination, Round
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.recognition.actions.decisions import drafting, issuing, judging, reckoning
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.register.models import Person, Recognition, Subject, Unit
from tests import cast as school
from tests.cast import NOW, Cast

EDITION, TIER, YEAR = "nganh-tu-phap-2021-2025", "school-annual", 2025
TODAY = date(2026, 1, 15)


@dataclass(frozen=True)
class Desk:
    """The round, who decides on it, and the nominees the Council has recommended: the lecturer and the division."""

    cast: Cast
    round: Round
    principal: User
    clerk: User
    lecturer: Nomination
    division: Nomination

    @property
    def all(self) -> list[int]:
        return [self.lecturer.pk, self.division.pk]

    def draft(self, *nominations: Nomination) -> Decision:
        keys = [one.pk for one in nominations] or self.all
        return drafting.draft(of=self.round, nominations=keys, by=self.cast.officer, at=NOW)

    def at(self, stage: DecisionStage, decision: Decision | None = None) -> Decision:
        """A decision in that stage, led there as the office would."""
        decision = decision or self.draft()
        steps: dict[DecisionStage, list[Callable[[Decision], Decision]]] = {
            DecisionStage.DRAFT: [],
            DecisionStage.DROPPED: [self.drop],
            DecisionStage.WITH_PRINCIPAL: [self.present],
            DecisionStage.SENT_BACK: [self.present, self.send_back],
            DecisionStage.APPROVED: [self.present, self.approve],
            DecisionStage.ISSUED: [self.present, self.approve, self.issue],
        }
        for step in steps[stage]:
            decision = step(decision)
        return decision

    def present(self, decision: Decision, **who: Any) -> Decision:
        given: dict[str, Any] = {"by": self.cast.officer, "at": NOW} | who
        return judging.present(decision=decision, **given)

    def send_back(self, decision: Decision, **who: Any) -> Decision:
        given: dict[str, Any] = {"reason": "Thiếu căn cứ", "by": self.principal, "at": NOW} | who
        return judging.send_back(decision=decision, **given)

    def approve(self, decision: Decision, **who: Any) -> Decision:
        given: dict[str, Any] = {"by": self.principal, "at": NOW} | who
        return judging.approve(decision=decision, **given)

    def issue(self, decision: Decision, **given: Any) -> Decision:
        facts: dict[str, Any] = {"decided_on": TODAY, "signer": "Hiệu trưởng Lê Văn Minh", "by": self.clerk, "at": NOW}
        return issuing.issue(decision=decision, **(facts | given))

    def drop(self, decision: Decision, **who: Any) -> Decision:
        given: dict[str, Any] = {"reason": "Lập lại theo mẫu mới", "by": self.cast.officer, "at": NOW} | who
        return drafting.drop(decision=decision, **given)

    def reckon(self, decision: Decision, **who: Any) -> Any:
        given: dict[str, Any] = {"by": self.cast.officer, "at": NOW} | who
        return reckoning.reckon(decision=decision, **given)

    def recognition(self, of: Nomination) -> Recognition:
        return Recognition.objects.get(subject=of.subject)


def desk_of(cast: Cast) -> Desk:
    round_ = make_round(cast)
    return Desk(
        cast=cast,
        round=round_,
        principal=school.account("minh", Role.PRINCIPAL),
        clerk=school.account("thu", Role.CLERK),
        lecturer=recommended(cast, round_, cast.lecturer, cast.division),
        division=recommended(cast, round_, cast.division, cast.division),
    )


def make_round(cast: Cast, tier: str = TIER, year: int = YEAR) -> Round:
    return Round.objects.create(
        edition=EDITION,
        tier=tier,
        year=year,
        name=f"Đợt xét năm {year}",
        search_key=f"dot xet nam {year}",
        stage="open",
        made_by=cast.officer,
        made_at=NOW,
        opened_by=cast.officer,
        opened_at=NOW,
    )


def recommended(cast: Cast, of: Round, who: Person | Unit, unit: Unit, stage: str = "recommended") -> Nomination:
    """A dossier with the verdict frozen as the records are now."""
    return Nomination.objects.create(
        round=of,
        subject=who.subject,
        edition=of.edition,
        tier=of.tier,
        year=of.year,
        unit=unit,
        verdict=verdict_now(who.subject, of),
        text="Báo cáo thành tích",
        stage=stage,
        reason="Vì lý do ấy" if stage in ("not_recommended", "postponed", "struck", "withdrawn", "revoked") else "",
        made_by=cast.head,
        made_at=NOW,
        written_by=cast.head,
        written_at=NOW,
        sent_by=cast.head,
        sent_at=NOW,
    )


def verdict_now(subject: Subject, of: Round, at: datetime = NOW) -> dict[str, Any]:
    found = assessment(Aim(of.edition, of.tier, of.year), subject)
    return frozen_of(found, plans.load(of.edition), localdate(at))


def line(decision: Decision, who: Nomination) -> DecisionItem:
    return decision.items.get(subject=who.subject)
