"""Movements for the tests: the school's, launched to the faculty and the office, at any stage."""

from datetime import date
from typing import Any

from lantoa.accounts.models import User
from lantoa.discovery.actions.movements import pledging, reporting, running
from lantoa.discovery.models import Movement, Pledge, Result
from lantoa.domain.movements import Terms
from lantoa.domain.stages import MovementStage, PledgeStage
from lantoa.register.models import Unit
from tests.cast import NOW, Cast

TERMS = Terms(
    name="Thi đua dạy tốt, học tốt năm 2026",
    kind="regular",
    aims="Nâng chất lượng giờ dạy",
    targets="100 % bộ môn có giờ dạy mẫu",
    since=date(2026, 1, 1),
    until=date(2026, 12, 31),
    pledges_due=date(2026, 1, 31),
)
DATES = [("Sơ kết học kỳ", date(2026, 6, 30)), ("Tổng kết", date(2026, 12, 15))]


def movement(cast: Cast, *, by: User | None = None, unit: Unit | None = None, **terms: Any) -> Movement:
    """A draft of the school's officer, unless said otherwise."""
    made = Terms(**{field: getattr(TERMS, field) for field in Terms.__slots__} | terms)
    return running.draft(unit=unit or cast.school, terms=made, report_dates=DATES, by=by or cast.officer, at=NOW)


def movement_at(stage: MovementStage, cast: Cast) -> Movement:
    made = movement(cast)
    if stage is MovementStage.CANCELLED:
        return running.cancel(movement=made, reason="Gộp vào phong trào khác", by=cast.officer, at=NOW)
    if stage is not MovementStage.DRAFT:
        made = running.launch(movement=made, units=[cast.faculty.pk, cast.office.pk], by=cast.officer, at=NOW)
    if stage is MovementStage.SUMMED_UP:
        made = running.sum_up(movement=made, summary="Đạt chỉ tiêu", by=cast.officer, at=NOW)
    return made


def pledge_at(stage: PledgeStage, cast: Cast) -> Pledge:
    """The faculty's pledge to the school's movement."""
    made = movement_at(MovementStage.LAUNCHED, cast).pledges.get(unit=cast.faculty)
    if stage is not PledgeStage.NOT_SENT:
        made = pledging.send(pledge=made, text="10 giờ dạy mẫu", version=made.version, by=cast.head, at=NOW)
    if stage is PledgeStage.RETURNED:
        made = pledging.give_back(pledge=made, reason="Ghi rõ bộ môn", by=cast.officer, at=NOW)
    if stage is PledgeStage.ACCEPTED:
        made = pledging.accept(pledge=made, by=cast.officer, at=NOW)
    return made


def result(cast: Cast, *, accepted: bool = False) -> Result:
    """What the faculty reports at mid-year."""
    first = movement_at(MovementStage.LAUNCHED, cast).report_dates.order_by("due")[0]
    made = reporting.report(
        report_date=first, unit=cast.faculty, text="8 giờ dạy mẫu", reached=80, by=cast.head, at=NOW
    )
    return reporting.accept(result=made, by=cast.officer, at=NOW) if accepted else made
