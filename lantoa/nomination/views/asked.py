"""What the address of a page about a nomination names, for those who may reach it."""

from typing import Any, cast

from django.http import Http404, HttpRequest
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.accounts.views import insist
from lantoa.domain.authority import Case, Deed
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES, case_of

WRONG, CONFLICT = 422, 409


def nomination_for(request: HttpRequest, number: int, deed: Deed) -> Nomination:
    """The nomination that the deed reaches; who may not gets the same answer whether it exists or not."""
    found = Nomination.objects.select_related(*WITH_NAMES).filter(pk=number).first()
    insist_on(request, deed, case_of(found) if found else None)
    return cast("Nomination", found)


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
