"""What every deed inside a plan begins and ends with: the plan held and its rights known, the event, who is told."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Refused
from lantoa.notice.actions import tell as put_in_inbox
from lantoa.nurture.actions.work.refusals import NotGoing
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.reading import plans_with_names
from lantoa.nurture.queries.recipients import users
from lantoa.nurture.queries.rights import Answer, Rights, going, rights_of
from lantoa.register.actions.refusals import NotAllowed


def held(plan: NurturePlan | int, by: User) -> tuple[NurturePlan, Rights]:
    """The plan as it is now, held until the end, with what the user may do in it."""
    key = plan if isinstance(plan, int) else plan.pk
    found = plans_with_names().select_for_update(of=("self",)).get(pk=key)
    return found, rights_of(found, by)


def insist(plan: NurturePlan, answer: Answer) -> None:
    """NotAllowed with the reason, or NotGoing when it is not the time."""
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    when = going(plan)
    if isinstance(when, Refused):
        raise NotGoing(when.reason)


def look_at(plan: NurturePlan, at: datetime) -> None:
    """Somebody looked at how it goes: that counts as looking at the prospect."""
    Prospect.objects.filter(pk=plan.prospect_id, looked_at__lt=at).update(looked_at=at)


def write_event(*, deed: str, plan: NurturePlan, details: dict[str, Any], by: User, at: datetime) -> None:
    facts = {"subject": plan.prospect.subject.code, **details}
    record(deed=deed, target=f"plan:{plan.pk}", details=facts, by=by, at=at)


def tell(
    *,
    ids: Collection[int],
    plan: NurturePlan,
    key: str,
    words: str,
    about: dict[str, str] | None = None,
    address: str = "",
    by: User,
    at: datetime,
) -> None:
    """To everybody but who did it; `words` may name the plan's %(name)s and what is in `about`."""
    text = words % {"name": plan.prospect.subject.name, **(about or {})}
    others = users([user for user in ids if user != by.pk])
    put_in_inbox(users=others, key=key, text=text, address=address or f"/boi-duong/{plan.pk}/", at=at)
