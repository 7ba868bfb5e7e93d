"""What every deed on a nurture plan shares: the plan held as it is now, its next stage, its log, its news."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.authority import Deed
from lantoa.domain.stages import NurtureStage, moved
from lantoa.notice.actions import tell
from lantoa.nurture.actions.refusals import insist
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.people import answering
from lantoa.nurture.queries.reading import WITH_NAMES
from lantoa.nurture.queries.recipients import people_of, users


def held(plan: NurturePlan, by: User, deed: Deed) -> NurturePlan:
    """The plan as it is now, held until the end; NotAllowed when the deed is not the user's to do."""
    now = NurturePlan.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=plan.pk)
    insist(by, deed, now)
    return now


def step(plan: NurturePlan, deed: str) -> None:
    """On to the stage to which the deed leads; WrongStage."""
    plan.stage = str(moved(NurtureStage(plan.stage), deed))
    plan.version += 1


def write_event(
    *, deed: str, plan: NurturePlan, details: dict[str, Any] | None = None, by: User | None, at: datetime
) -> None:
    facts = {"subject": plan.prospect.subject.code, **(details or {})}
    record(deed=deed, target=f"plan:{plan.pk}", details=facts, by=by, at=at)


def tell_all(
    plan: NurturePlan, what: str, text: str, to: Collection[int], at: datetime, due: date | None = None, **said: str
) -> None:
    """News of the plan for these accounts, once for each version of the plan; `said` fills the text beside the name."""
    tell(
        users=users(to),
        key=f"plan:{plan.pk}:{what}:{plan.version}",
        text=text % {"name": plan.prospect.subject.name, **said},
        address=reverse("nurture_plan", args=[plan.pk]),
        due=due,
        at=at,
    )


def heads(plan: NurturePlan, day: date) -> list[int]:
    return answering([plan], day)[plan.pk]


def person_and_mentor(plan: NurturePlan, day: date) -> list[int]:
    people = people_of([plan], [], day)
    return [*people.nurtured(plan), *people.mentor(plan)]
