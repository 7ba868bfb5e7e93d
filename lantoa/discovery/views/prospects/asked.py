"""The prospect that an address names, for those who may see it; and what the reader may do to it."""

from typing import Any, cast

from django.http import Http404, HttpRequest
from django.utils.timezone import localdate, now

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import insist
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.prospects.listing import WITH_NAMES
from lantoa.discovery.queries.prospects.own_units import case_of_prospect
from lantoa.domain.authority import Allowed, Case, Deed, Refused, may

WRONG, CONFLICT = 422, 409


def prospect_for(request: HttpRequest, pk: int) -> tuple[Prospect, Case]:
    """With its case, looked up once; 404 and 403 say why not."""
    found = Prospect.objects.select_related(*WITH_NAMES).filter(pk=pk).first()
    if found is None:
        raise Http404
    case = case_of_prospect(found, localdate())
    insist(request, Deed.SEE_PROSPECTS, case)
    return found, case


def answer(request: HttpRequest, deed: Deed, case: Case) -> Allowed | Refused:
    return may(actor_of(request.user), deed, case)


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
