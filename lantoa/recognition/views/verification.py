"""What the code on a printed paper leads to: whether the recognition stands, and nothing else."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lantoa.accounts.adapter import client_address
from lantoa.discovery.actions.tips.door import Door, is_full, pass_through
from lantoa.discovery.actions.tips.refusals import TooMany
from lantoa.recognition.queries.credentials.published import standing_of
from lantoa.recognition.queries.verification import Standing, standing

GUESSES = Door("lantoa.verification-address", 20)  # only codes that are none take a place: scanning is never refused
TOO_MANY = 429


@require_safe
@never_cache
def show(request: HttpRequest, code: str) -> HttpResponse:
    return _standing(request, standing(code))


@require_safe
@never_cache
def credential(request: HttpRequest, number: UUID) -> HttpResponse:
    """Where a credential says it is at home: the credential itself is its bearer's to show."""
    return _standing(request, standing_of(number))


def _standing(request: HttpRequest, found: Standing | None) -> HttpResponse:
    """What is known by chance is shown; what is not takes a place of those that may guess."""
    address, at = client_address(request), now()
    if is_full(address=address, at=at, door=GUESSES):
        return _too_many(request)
    if found is None:
        try:
            pass_through(address=address, at=at, door=GUESSES)
        except TooMany:
            return _too_many(request)
        raise Http404
    answer = render(request, "recognition/verification.html", {"standing": found.value})
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "recognition/verification_too_many.html", status=TOO_MANY)
