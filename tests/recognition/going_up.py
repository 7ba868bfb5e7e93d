"""A sector round on its way to the Ministry: those recognised at the school, proposed, recommended, submitted."""

from collections.abc import Callable
from datetime import date
from typing import Any

from lantoa.accounts.models import RoleGrant, User
from lantoa.council.models import Council, CouncilMember, Meeting, MeetingCase, Minutes
from lantoa.domain.authority import Role
from lantoa.domain.ministry import Answer, Verdict, Wording
from lantoa.domain.stages import SubmissionStage
from lantoa.nomination.models import Nomination, Round
from lantoa.recognition.actions.submissions import packing, proposing, sending, writing
from lantoa.recognition.models import Submission, SubmissionItem
from tests import cast as school
from tests.cast import NOW, Cast

EDITION = "nganh-tu-phap-2021-2025"
TODAY = date(2026, 1, 15)
NUMBER, DATED = "12/TTr-TSL", date(2026, 1, 14)
WORDING = Wording("Đề nghị công nhận điển hình tiên tiến của Ngành năm 2025", "Kính trình Bộ trưởng.", NUMBER, DATED)


def sector_round(cast: Cast, **columns: Any) -> Round:
    """The open round of the sector for 2025."""
    values: dict[str, Any] = {
        "edition": EDITION,
        "tier": "sector-annual",
        "year": 2025,
        "name": "Đợt xét điển hình tiên tiến của Ngành năm 2025",
        "search_key": "dot xet dien hinh tien tien cua nganh nam 2025",
        "stage": "open",
        "made_by": cast.officer,
        "made_at": NOW,
        "opened_by": cast.officer,
        "opened_at": NOW,
        "submit_by": date(2026, 1, 31),
    }
    return Round.objects.create(**values | columns)


def recognised_below(cast: Cast) -> None:
    """The lecturer and the faculty were recognised at the school for 2025."""
    for who in (cast.lecturer, cast.faculty):
        school.recognition(who, "school-annual", 2025, decision="45/QĐ-TSL", decided="10/1/2026")


def proposed(cast: Cast, round_: Round) -> list[Nomination]:
    subjects = [cast.lecturer.pk, cast.faculty.pk]
    return proposing.propose(round_=round_, subjects=subjects, by=cast.officer, at=NOW)


def recommended(cast: Cast, nominations: list[Nomination], *, signed: bool = True) -> None:
    """The Council met and recommends them; its minutes are signed by both, unless they are not yet."""
    council = Council.objects.create(
        name="Hội đồng Thi đua - Khen thưởng", decision="1/QĐ-TSL", decided=TODAY, since=date(2025, 1, 1), made_at=NOW
    )
    chair = CouncilMember.objects.create(
        council=council,
        person=cast.lecturer,
        seat="chair",
        since=date(2025, 1, 1),
        decision="1/QĐ-TSL",
        made_at=NOW,
    )
    meeting = Meeting.objects.create(
        council=council,
        edition=EDITION,
        name="Phiên họp xét cấp ngành",
        search_key="",
        starts_at=NOW,
        place="Phòng họp A",
        stage="minuted" if signed else "held",
        presided_by=chair,
        secretary=chair,
        opened_by=cast.officer,
        opened_at=NOW,
        ended_by=cast.officer,
        ended_at=NOW,
        made_at=NOW,
    )
    concluded: dict[str, Any] = {"outcome": "recommend", "concluded_by": cast.officer, "concluded_at": NOW}
    for order, nomination in enumerate(nominations, 1):
        MeetingCase.objects.create(meeting=meeting, nomination=nomination, order=order, **concluded)
    signatures: dict[str, Any] = {"chair_by": cast.deputy, "chair_at": NOW, "secretary_by": cast.officer}
    Minutes.objects.create(
        meeting=meeting,
        number=1,
        text="Hội đồng thống nhất đề nghị.",
        results=[_counted(place, one) for place, one in enumerate(nominations, 1)],
        written_by=cast.officer,
        written_at=NOW,
        **(signatures | {"secretary_at": NOW, "fixed_at": NOW} if signed else {}),
    )
    chosen = Nomination.objects.filter(pk__in=[one.pk for one in nominations])
    chosen.filter(text="").update(text="Báo cáo thành tích.")
    chosen.update(stage="recommended")


def _counted(place: int, nomination: Nomination) -> dict[str, str]:
    """A row of the table of votes, as minutes keep it."""
    headings = ("Số", "Ai, tập thể nào", "Đơn vị", "Kết quả bỏ phiếu", "Kết luận", "Lý do")
    name, unit = nomination.subject.name, nomination.unit.subject.name
    return dict(zip(headings, (str(place), name, unit, "7/7 (100%)", "đề nghị công nhận", ""), strict=True))


def drafted(cast: Cast, *, signed: bool = True) -> Submission:
    """A draft with both of them."""
    recognised_below(cast)
    round_ = sector_round(cast)
    recommended(cast, proposed(cast, round_), signed=signed)
    return writing.draft(round_=round_, by=cast.officer, at=NOW)


def ready(cast: Cast) -> Submission:
    """Worded, numbered, packed: it may be sent."""
    submission = drafted(cast)
    written = writing.write(submission=submission, wording=WORDING, seen=submission.version, by=cast.officer, at=NOW)
    return packing.pack(submission=written, by=cast.officer, at=NOW)


def at_stage(cast: Cast, stage: SubmissionStage) -> Submission:
    """Taken to the stage by the deeds that lead there."""
    submission = ready(cast)
    steps: dict[SubmissionStage, list[str]] = {
        SubmissionStage.DRAFT: [],
        SubmissionStage.SENT: ["send"],
        SubmissionStage.RETURNED: ["send", "return"],
        SubmissionStage.ACCEPTED: ["send", "accept"],
        SubmissionStage.ANSWERED: ["send", "accept", "answer"],
    }
    for step in steps[stage]:
        deed(step, submission, by=cast.officer)
    return Submission.objects.get(pk=submission.pk)


def full_answer(submission: Submission) -> Answer:
    return Answer("88/QĐ-BTP", TODAY, {item.pk: Verdict(is_recognised=True) for item in submission.items.all()})


def partial_answer(submission: Submission) -> Answer:
    """The lecturer is recognised, the faculty is not."""
    verdicts = {
        item.pk: Verdict(is_recognised=True)
        if item.code == "CB6"
        else Verdict(is_recognised=False, reason="Chưa nổi bật trong ngành")
        for item in submission.items.all()
    }
    return Answer("88/QĐ-BTP", TODAY, verdicts)


def deed(name: str, submission: Submission, *, by: User, at: Any = NOW) -> Any:
    """Do the deed of that name."""
    user: dict[str, Any] = {"submission": submission, "by": by, "at": at}
    seen = Submission.objects.get(pk=submission.pk).version
    first: SubmissionItem | None = submission.items.first()
    deeds: dict[str, Callable[[], Any]] = {
        "send": lambda: sending.send(**user),
        "return": lambda: sending.take_back(reason="Thiếu minh chứng", **user),
        "accept": lambda: sending.accept(day=TODAY, **user),
        "answer": lambda: sending.answer(answer=full_answer(submission), **user),
        "write": lambda: writing.write(wording=WORDING, seen=seen, **user),
        "take_out": lambda: writing.take_out(item=first.pk if first else 0, **user),
        "begin": lambda: packing.begin(**user),
        "discard": lambda: writing.discard(**user),
    }
    return deeds[name]()


def grant(cast: Cast, role: Role) -> User:
    """The stranger with that one role."""
    user, office = cast.stranger, "party" if role is Role.SPECIALIST else ""
    RoleGrant.objects.create(user=user, role=role.value, office=office, unit=cast.school if role is Role.HEAD else None)
    return User.objects.get(pk=user.pk)
