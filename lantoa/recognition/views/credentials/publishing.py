"""What programs that check credentials read, from any site: issuer, keys, achievements, revocations. Nobody's name."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from lantoa.domain.credentials.token import end_of
from lantoa.recognition.queries.credentials import published

KEPT = "public, max-age=300"  # seconds that somebody may take an old list for the newest


@require_safe
def issuer(_request: HttpRequest) -> HttpResponse:
    return _answer(published.issuer(localdate()))


@require_safe
def keys(_request: HttpRequest) -> HttpResponse:
    return _answer({"keys": published.key_set()})


@require_safe
def key(_request: HttpRequest, name: str) -> HttpResponse:
    return _answer(next((one for one in published.key_set() if end_of(one["kid"]) == name), None))


@require_safe
def achievement(_request: HttpRequest, edition: str, tier: str, year: int) -> HttpResponse:
    return _answer(published.recognised_for(edition, tier, year))


@require_safe
def revocations(_request: HttpRequest) -> HttpResponse:
    return _answer(published.revocations())


def _answer(found: dict[str, Any] | None) -> HttpResponse:
    if found is None:
        raise Http404
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": KEPT, "X-Robots-Tag": "noindex"}
    return JsonResponse(found, headers=headers, json_dumps_params={"ensure_ascii": False})
