"""Search over people and units without accents, as far as the reader's scope reaches."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.web.queries.search import SHOWN, find

LONGEST = 100


@requires()
def show(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    found = find(words, scope_of(request.user, Deed.SEE_RECORD), localdate())
    return render(request, "web/search.html", {"words": words, "found": found, "most": SHOWN})
