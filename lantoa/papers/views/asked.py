"""What the address of a page about papers names, for who may see it."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import Deed, Refused
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.models import Paper, PaperJob
from lantoa.papers.queries.jobs import visible_jobs
from lantoa.papers.queries.papers import visible
from lantoa.papers.sources import Occasion, occasions, sources

WRONG = 422


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def who(request: HttpRequest) -> dict[str, Any]:
    """The actor and the time of an action."""
    return {"by": user_of(request), "at": now()}


def kind_for(value: str) -> PaperKind:
    """A kind of paper that can be made here."""
    found = next((kind for kind in sources() if kind.value == value), None)
    if found is None:
        raise Http404
    return found


def round_for(request: HttpRequest, number: int) -> Occasion:
    """The round, for who may look at its papers."""
    found = next((one for one in occasions(actor_of(request.user)) if one.id == number), None)
    if found is None:
        raise Http404
    return found


def paper_for(request: HttpRequest, number: int) -> Paper:
    """The paper, for who may have it; who sees papers of the whole school is told why not."""
    user = user_of(request)
    found = Paper.objects.select_related("round", "unit__subject", "made_by").filter(pk=number).first()
    if found is None:
        raise Http404
    source = sources().get(PaperKind(found.kind))
    answer = source.may(actor_of(user), found.key) if source else None
    if isinstance(answer, Refused) and scope_of(user, Deed.SEE_PAPERS).everything:
        raise PermissionDenied(answer.reason)
    if isinstance(answer, Refused) or not visible(user).filter(pk=number).exists():
        raise Http404
    return found


def job_for(request: HttpRequest, number: int) -> PaperJob:
    found = visible_jobs(user_of(request)).filter(pk=number).first()
    if found is None:
        raise Http404
    return found
