"""Every deed on a nurture plan, done by the head with plain words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from lantoa.accounts.models import User
from lantoa.domain.nurture import Aim, GoalText
from lantoa.nomination.actions.writing import from_plan
from lantoa.nurture.actions import ending, plans
from lantoa.nurture.actions.plans import Terms
from lantoa.nurture.models import NurturePlan
from tests.cast import NOW, Cast
from tests.nurture.conftest import EDITION


def terms(cast: Cast, **other: Any) -> Terms:
    values: dict[str, Any] = {
        "aim": Aim(EDITION, "school-annual", 2025),
        "since": date(2026, 1, 1),
        "until": date(2026, 12, 31),
        "mentor": cast.staff.person,
        "goals": (GoalText("G4"), GoalText("", "Thi giảng viên giỏi")),
    }
    return Terms(**values | other)


def deed(name: str, plan: NurturePlan, cast: Cast, by: User | None = None) -> Any:
    """Do the deed of that name to the plan."""
    user: dict[str, Any] = {"by": by or cast.head, "at": NOW}
    deeds: dict[str, Callable[[], Any]] = {
        "send": lambda: plans.send(plan=plan, **user),
        "return": lambda: plans.take_to_draft(plan=plan, reason="Ghi rõ mục tiêu", **user),
        "approve": lambda: plans.approve(plan=plan, **user),
        "change": lambda: plans.change(
            plan=plan, terms=terms(cast), reason="Đổi mục tiêu", seen=NurturePlan.objects.get().version, **user
        ),
        "declare_ready": lambda: ending.declare_ready(plan=plan, conclusion="Đã đủ vững", **user),
        "nominate": lambda: from_plan(plan=plan, **user),
        "close": lambda: ending.close(plan=plan, lessons="Cần dự giờ nhiều hơn", **user),
        "rewrite": lambda: plans.rewrite(plan=plan, terms=terms(cast), seen=NurturePlan.objects.get().version, **user),
        "discard": lambda: plans.discard(plan=plan, **user),
    }
    return deeds[name]()
