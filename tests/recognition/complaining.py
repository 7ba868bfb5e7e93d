"""An issued decision that recognised the lecturer and the faculty, and complaints about it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from lantoa.accounts.models import User
from lantoa.domain.complaints import Conclusion, Telling
from lantoa.domain.stages import ComplaintStage
from lantoa.nomination.models import Round
from lantoa.recognition.actions.complaints import filing, settling
from lantoa.recognition.models import Complaint, Decision, DecisionItem, NumberSeries, TakenNumber
from tests import cast as school
from tests.cast import NOW, Cast
from tests.recognition.going_up import sector_round

DECIDED = date(2026, 1, 10)
TELLING = Telling("Sáng kiến không phải của người này.", "Thu hồi công nhận.", "0900 000 000")
DISMISSED = Conclusion(Complaint.Outcome.DISMISSED, "Đã xác minh", "Khiếu nại không có căn cứ")
REVOKED = Conclusion(Complaint.Outcome.REVOKE, "Đúng như khiếu nại", "Chấp nhận", "false-achievements")


def issued(cast: Cast, *, decided: date = DECIDED, **columns: Any) -> Decision:
    """Decision 45 of the year, with both recognitions on file."""
    series, _made = NumberSeries.objects.get_or_create(year=decided.year, defaults={"last": 50, "opened_at": NOW})
    number = TakenNumber.objects.create(
        series=series, number=45 + TakenNumber.objects.count(), taken_by=cast.administrator, taken_at=NOW
    )
    round_ = Round.objects.filter(tier="school-annual").first() or sector_round(cast, tier="school-annual")
    decision = Decision.objects.create(
        **{
            "edition": round_.edition,
            "round": round_,
            "title": "Về việc công nhận điển hình tiên tiến năm 2025",
            "search_key": "",
            "stage": "issued",
            "made_by": cast.officer,
            "made_at": NOW,
            "approved_by": cast.administrator,
            "approved_at": NOW,
            "number": number,
            "reference": f"{number.number}/QĐ-TSL",
            "decided_on": decided,
            "effective_on": decided,
            "issued_by": cast.administrator,
            "issued_at": NOW,
            **columns,
        }
    )
    for who in (cast.lecturer, cast.faculty):
        row = school.recognition(who, "school-annual", 2025, decision=decision.reference, decided="10/1/2026")
        listed(decision, who.subject, recognition=row)
    return decision


def listed(decision: Decision, subject: Any, **columns: Any) -> DecisionItem:
    """A line of the decision, as a correction would write it where there is no nomination."""
    return DecisionItem.objects.create(
        decision=decision,
        kind="correct",
        subject=subject,
        tier="school-annual",
        year=2025,
        name=subject.name,
        **columns,
    )


def filed(cast: Cast, *, by: User | None = None, **columns: Any) -> Complaint:
    """The head of the office complains about the lecturer."""
    decision = Decision.objects.filter(stage="issued").first() or issued(cast)
    values: dict[str, Any] = {"decision": decision, "about": cast.lecturer.subject, "telling": TELLING}
    return filing.file(**values | columns, by=by or cast.other_head, at=NOW)


def at_stage(cast: Cast, stage: ComplaintStage) -> Complaint:
    """Taken to the stage by the deeds that lead there."""
    complaint = filed(cast)
    steps: dict[ComplaintStage, list[str]] = {
        ComplaintStage.FILED: [],
        ComplaintStage.ACCEPTED: ["accept"],
        ComplaintStage.REFUSED: ["refuse"],
        ComplaintStage.SETTLED: ["accept", "settle"],
        ComplaintStage.WITHDRAWN: ["withdraw"],
    }
    for step in steps[stage]:
        deed(step, complaint, by=cast.other_head if step == "withdraw" else cast.officer)
    return Complaint.objects.get()


def deed(name: str, complaint: Complaint, *, by: User, to: User | None = None) -> Any:
    """Do the deed of that name."""
    user: dict[str, Any] = {"complaint": complaint, "by": by, "at": NOW}
    deeds: dict[str, Callable[[], Any]] = {
        "accept": lambda: settling.accept(**user),
        "refuse": lambda: settling.refuse(reason="Hết thời hiệu", **user),
        "settle": lambda: settling.settle(conclusion=DISMISSED, **user),
        "withdraw": lambda: settling.withdraw(reason="Đã hoà giải", **user),
        "extend": lambda: settling.extend(reason="Phải xác minh ở nơi khác", **user),
        "hand_over": lambda: settling.hand_over(to=to or by, **user),
    }
    return deeds[name]()
