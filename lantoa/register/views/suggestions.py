"""Names for a field in which a person or a unit is typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.records import Kind
from lantoa.register.queries.lists.rows import matching

MOST = 8


@requires(Deed.SEE_REGISTER)
def suggest(request: HttpRequest) -> HttpResponse:
    """At most eight subjects whose code or name holds what was typed, as options of a list."""
    kinds = set(request.GET.get("loai", "").split(",")) & set(Kind)
    words = request.GET.get("q", "")[:100]
    found = matching(words).filter(kind__in=kinds).order_by("sort_key")[:MOST] if words.strip() else []
    return render(request, "register/suggestions.html", {"subjects": found})
