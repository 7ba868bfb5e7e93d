"""The page where anybody drops a credential and sees whether it is good; what is dropped is kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lantoa.accounts.adapter import client_address
from lantoa.discovery.actions.tips.door import Door, is_full, pass_through
from lantoa.discovery.actions.tips.refusals import TooMany
from lantoa.recognition.forms.credentials import CheckForm
from lantoa.recognition.queries.credentials.published import judged

CHECKS = Door("lantoa.credential-check", 60)  # an office that checks a whole list still gets through
TOO_MANY, WRONG = 429, 422


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "recognition/credentials/check.html", {"form": CheckForm()})
    address, at = client_address(request), now()
    if is_full(address=address, at=at, door=CHECKS):  # before what was sent is read
        return _too_many(request)
    form = CheckForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "recognition/credentials/check.html", {"form": form}, status=WRONG)
    try:
        pass_through(address=address, at=at, door=CHECKS)
    except TooMany:
        return _too_many(request)
    found = judged(form.cleaned_data["credential"], at=at)
    return render(request, "recognition/credentials/check.html", {"form": CheckForm(), "found": found})


def _too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "recognition/credentials/too_many.html", status=TOO_MANY)
