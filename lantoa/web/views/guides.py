"""Help: the guide of one's own role first, the others beside it."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Role
from lantoa.web.queries import guides


@requires()
def own(request: HttpRequest) -> HttpResponse:
    """To the guide of the first role held; whoever holds none reads that of staff."""
    held = actor_of(cast(User, request.user)).roles
    return redirect("guide", guides.SLUGS[next((role for role in Role if role in held), Role.STAFF)])


@requires()
def show(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        asked = guides.guide(slug)
    except KeyError as unknown:
        raise Http404 from unknown
    return render(request, "web/guide.html", {"guide": asked, "guides": guides.guides()})
