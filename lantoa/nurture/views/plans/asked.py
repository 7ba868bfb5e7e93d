"""What the address of a page about a plan names, for those who may see it."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.reading import may_see, plans_with_names

WRONG, CONFLICT = 422, 409


def plan_for(request: HttpRequest, number: int) -> NurturePlan:
    """The plan; who may not see it gets the same answer whether it exists or not."""
    user = user_of(request)
    plan = plans_with_names().filter(pk=number).first()
    if plan is not None and may_see(user, plan):
        return plan
    if scope_of(user, Deed.SEE_NURTURE).everything:
        raise Http404
    answer = may(actor_of(user), Deed.SEE_NURTURE, Case())
    raise PermissionDenied(answer.reason if isinstance(answer, Refused) else "")


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def who(request: HttpRequest) -> dict[str, Any]:
    """The actor and the time of an action."""
    return {"by": user_of(request), "at": now()}
