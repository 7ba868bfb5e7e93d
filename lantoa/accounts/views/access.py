"""Who may open a page: sign in first, then the table of permissions, and a refusal that says why."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeAlias
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Case, Deed, Refused, may

Arguments = ParamSpec("Arguments")
View: TypeAlias = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def requires(*deeds: Deed) -> Callable[[View[Arguments]], View[Arguments]]:
    """For those who may do one of the deeds to anybody at all; without a deed, for everybody signed in.

    Who has not signed in goes to the sign-in page and comes back. A page about one subject also calls `insist`.
    """

    def guard(view: View[Arguments]) -> View[Arguments]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _sign_in_first(request)
            _insist_on_one(request, deeds)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def insist(request: HttpRequest, deed: Deed, case: Case | None = None) -> None:
    """Go on only if the user may do that deed to that case; otherwise the page 403 with the reason."""
    answer = may(actor_of(request.user), deed, case)
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)


def abilities(request: HttpRequest) -> dict[str, bool]:
    """What the user may do to anybody at all, by deed, so that a template links only where one may go."""
    return {deed.value: bool(may(actor_of(request.user), deed)) for deed in Deed}


def _insist_on_one(request: HttpRequest, deeds: tuple[Deed, ...]) -> None:
    if not any(may(actor_of(request.user), deed) for deed in deeds):
        for deed in deeds:
            insist(request, deed)


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; a part of a page cannot hold it, so htmx is told to leave for it."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRedirect(redirect_to_login(_page_shown(request)).url)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else _page_shown(request))


def _page_shown(request: HttpRequest) -> str:
    """Path of the page in the browser, which is where to come back to after a sent form or a swapped part."""
    shown = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/")
    return urlunsplit(("", "", shown.path or "/", shown.query, ""))
