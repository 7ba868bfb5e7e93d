"""Closing books."""

from django.http import HttpRequest, HttpResponse

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed


@requires(Deed.CLOSE_BOOK)
def close(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
