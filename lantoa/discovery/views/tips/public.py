"""The form for those without an account, where the school allows it; and what became of what they sent."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now

from lantoa.accounts.adapter import client_address
from lantoa.discovery.actions.tips import door
from lantoa.discovery.actions.tips.refusals import AlreadyOnFile, TooMany
from lantoa.discovery.forms.once import LookUpForm
from lantoa.discovery.forms.tips import PublicTipForm
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.lists import by_code, head_of
from lantoa.discovery.views.tips.sending import put_on_file

CLOSED = 404
TOO_MANY = 429


def send(request: HttpRequest) -> HttpResponse:
    if not settings.PUBLIC_TIPS:
        return _closed(request)
    if request.method == "POST" and door.is_full(address=client_address(request), at=now()):
        return _too_many(request)
    form = PublicTipForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _thanks(request, _sent(request, form))
        except TooMany:
            return _too_many(request)
    page = {"form": form, "look_up": LookUpForm()}
    return render(request, "discovery/tips/public.html", page, status=422 if form.errors else 200)


def look_up(request: HttpRequest) -> HttpResponse:
    """The answer to a code: never who it is about, never what was told."""
    if not settings.PUBLIC_TIPS:
        return _closed(request)
    form = LookUpForm(request.POST or None)
    tip = by_code(form.cleaned_data["code"]) if request.method == "POST" and form.is_valid() else None
    is_missing = request.method == "POST" and tip is None
    page = {"form": form, "tip": tip, "answered": head_of(tip) if tip else None, "is_missing": is_missing}
    return render(request, "discovery/tips/look_up.html", page, status=422 if is_missing else 200)


def _sent(request: HttpRequest, form: PublicTipForm) -> Tip:
    """The form's tip; the same form once more is the same tip, and takes no place."""
    known = by_code(form.code)
    if known is not None:
        return known
    door.pass_through(address=client_address(request), at=now())
    try:
        return put_on_file(form, by=None)
    except AlreadyOnFile as same:
        return same.tip


def _thanks(request: HttpRequest, tip: Tip) -> HttpResponse:
    return render(request, "discovery/tips/thanks.html", {"tip": tip})


def _too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "discovery/tips/too_many.html", {"reason": str(TooMany())}, status=TOO_MANY)


def _closed(request: HttpRequest) -> HttpResponse:
    return render(request, "discovery/tips/closed.html", status=CLOSED)
