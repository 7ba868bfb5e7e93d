"""Work inside the lecturer's plan, as the head writes it down; every deed, to be tried at every stage."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.notice.models import Notice
from lantoa.nurture.actions.work import encouragement, measures, notes, reviews, shortcomings, support
from lantoa.nurture.actions.work.measures import Task
from lantoa.nurture.models import (
    Encouragement,
    Measure,
    MentorNote,
    NurturePlan,
    QuarterReview,
    Shortcoming,
    Support,
)
from lantoa.register.models import Person
from tests.cast import NOW, Cast

TODAY = date(2026, 1, 15)
DUE = date(2026, 6, 30)
Deed: TypeAlias = Callable[[NurturePlan, User, Cast], Any]


def task(owner: Person, text: str = "Dự giờ đồng nghiệp mỗi tháng hai tiết", **changed: Any) -> Task:
    values: dict[str, Any] = {"text": text, "owner": owner, "starts": TODAY, "due": DUE}
    return Task(**values | changed)


def measure(plan: NurturePlan, cast: Cast, stage: MeasureStage = MeasureStage.PLANNED, **changed: Any) -> Measure:
    """The lecturer's, unless said otherwise."""
    made = measures.add(plan=plan, task=task(changed.pop("owner", cast.lecturer), **changed), by=cast.officer, at=NOW)
    if stage is MeasureStage.DONE:
        made = measures.finish(measure=made, note="Đủ 12 tiết", by=cast.officer, at=NOW)
    if stage is MeasureStage.DROPPED:
        made = measures.drop(measure=made, reason="Đã có người khác làm", by=cast.officer, at=NOW)
    return made


def shortcoming(
    plan: NurturePlan, cast: Cast, stage: ShortcomingStage = ShortcomingStage.OPEN, text: str = "Ít tham gia phong trào"
) -> Shortcoming:
    """Remedied by the officer, so that the head may confirm it."""
    remedy = "Nhận phụ trách một hoạt động của Đoàn"
    made = shortcomings.note(plan=plan, text=text, remedy=remedy, due=DUE, by=cast.head, at=NOW)
    if stage is not ShortcomingStage.OPEN:
        made = shortcomings.remedy(shortcoming=made, evidence="Biên bản chi đoàn 3/2026", by=cast.officer, at=NOW)
    if stage is ShortcomingStage.CONFIRMED:
        made = shortcomings.confirm(shortcoming=made, by=cast.head, at=NOW)
    return made


def given(plan: NurturePlan, cast: Cast, **changed: Any) -> Support:
    values: dict[str, Any] = {"kind": "money", "text": "Học phí lớp tiếng Anh", "amount": 5_000_000, "given_on": TODAY}
    return support.give(plan=plan, **values | changed, by=cast.head, at=NOW)


def encouraged(plan: NurturePlan, cast: Cast, **changed: Any) -> Encouragement:
    values: dict[str, Any] = {"kind": "praise", "text": "Biểu dương trước khoa", "given_on": TODAY}
    return encouragement.encourage(plan=plan, **values | changed, by=cast.head, at=NOW)


def met(plan: NurturePlan, by: User, text: str = "Cần mạnh dạn hơn", **changed: Any) -> MentorNote:
    values: dict[str, Any] = {"text": text, "met_on": TODAY}
    return notes.note(plan=plan, **values | changed, by=by, at=NOW)


# Every deed of the work, done by anybody to whatever the plan holds of its kind.
DEEDS: dict[str, Deed] = {
    "add": lambda plan, by, cast: measures.add(plan=plan, task=task(cast.lecturer, "Việc mới"), by=by, at=NOW),
    "edit": lambda plan, by, cast: measures.edit(
        measure=plan.measures.get(), task=task(cast.lecturer, "Việc sửa"), version=1, by=by, at=NOW
    ),
    "finish": lambda plan, by, _cast: measures.finish(measure=plan.measures.get(), by=by, at=NOW),
    "drop": lambda plan, by, _cast: measures.drop(measure=plan.measures.get(), reason="Thôi", by=by, at=NOW),
    "support": lambda plan, by, _cast: support.give(
        plan=plan, kind="time", text="Giảm giờ", given_on=TODAY, by=by, at=NOW
    ),
    "withdraw support": lambda plan, by, _cast: support.withdraw(
        support=plan.supports.get(), reason="Ghi nhầm", by=by, at=NOW
    ),
    "shortcoming": lambda plan, by, _cast: shortcomings.note(
        plan=plan, text="Chậm báo cáo", remedy="Nộp đúng hạn", due=DUE, by=by, at=NOW
    ),
    "edit shortcoming": lambda plan, by, _cast: shortcomings.edit(
        shortcoming=plan.shortcomings.get(), text="Rõ hơn", remedy="Rõ hơn", due=DUE, version=1, by=by, at=NOW
    ),
    "remedy": lambda plan, by, _cast: shortcomings.remedy(
        shortcoming=plan.shortcomings.get(), evidence="Ảnh", by=by, at=NOW
    ),
    "note": lambda plan, by, _cast: notes.note(plan=plan, text="Buổi mới", met_on=TODAY, by=by, at=NOW),
    "review": lambda plan, by, _cast: reviews.review(plan=plan, quarter=Quarter(2026, 1), text="Tốt", by=by, at=NOW),
    "encourage": lambda plan, by, _cast: encouragement.encourage(
        plan=plan, kind="letter", text="Thư khen", given_on=TODAY, by=by, at=NOW
    ),
    "withdraw encouragement": lambda plan, by, _cast: encouragement.withdraw(
        encouragement=plan.encouragements.get(), reason="Ghi nhầm", by=by, at=NOW
    ),
}


def furnish(plan: NurturePlan, cast: Cast) -> None:
    """One of each that a deed needs."""
    measure(plan, cast)
    shortcoming(plan, cast)
    given(plan, cast)
    encouraged(plan, cast)


def everything() -> list[Any]:
    """All that the work writes, row by row: equal before and after means that nothing was written."""
    models = (Measure, Support, Shortcoming, MentorNote, QuarterReview, Encouragement, Notice, Event)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


def told(user: User) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("text", flat=True))
