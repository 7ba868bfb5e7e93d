"""What the address of a page about a nomination names, for those who may reach it."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import insist
from lantoa.domain.authority import Case, Deed, Refused
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES, may_read

WRONG, CONFLICT = 422, 409


def nomination_for(request: HttpRequest, number: int) -> Nomination:
    """The nomination, for who may read it; who may not gets the same answer whether it exists or not."""
    found = Nomination.objects.select_related(*WITH_NAMES).filter(pk=number).first()
    if found is None:
        if scope_of(user_of(request), Deed.SEE_NOMINATION).everything:
            raise Http404
        insist(request, Deed.SEE_NOMINATION, Case())
        raise Http404
    answer = may_read(user_of(request), found)
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
    return found


def insist_on(request: HttpRequest, deed: Deed, case: Case | None) -> None:
    """PermissionDenied when the deed does not reach the case; 404 when there is none to reach."""
    insist(request, deed, case or Case())
    if case is None:
        raise Http404


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def who(request: HttpRequest) -> dict[str, Any]:
    """The actor and the time of an action."""
    return {"by": user_of(request), "at": now()}
