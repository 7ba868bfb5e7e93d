"""Objecting to a candidate, inside and outside; and reading the answer by its code."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache

from lantoa.accounts.adapter import client_address
from lantoa.accounts.views import requires
from lantoa.discovery.actions.tips import door
from lantoa.discovery.actions.tips.refusals import TooMany as DoorIsShut
from lantoa.discovery.forms.once import LookUpForm
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.posting.identity import Objector
from lantoa.nomination.actions.posting.objecting import Saying, object_
from lantoa.nomination.actions.posting.refusals import AboutOneself, NoLongerOpen, SentAlready, TooMany
from lantoa.nomination.forms.posting import ObjectionForm, PublicObjectionForm
from lantoa.nomination.models import Objection, PostedCandidate
from lantoa.nomination.queries.posting import lists
from lantoa.nomination.queries.posting.candidates import posted
from lantoa.nomination.queries.posting.objectors import sent_by
from lantoa.nomination.views.asked import WRONG, user_of
from lantoa.nomination.views.posting.posted import is_inside
from lantoa.nurture.queries.aims import in_words

GONE, TOO_MANY = 410, 429
PAGE = 50


@never_cache
def send(request: HttpRequest, number: int) -> HttpResponse:
    """The form, and the thanks with the code; outside one address has a few places an hour."""
    candidate = _candidate(request, number)
    if candidate is None:
        page = {"reason": str(NoLongerOpen()), "is_inside": is_inside(request)}
        return render(request, "nomination/posting/gone.html", page, status=GONE)
    if request.method == "POST" and not is_inside(request) and door.is_full(address=client_address(request), at=now()):
        return _too_many(request)
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        return _sent(request, candidate, form)
    return _page(request, candidate, form, status=WRONG if form.errors else 200)


@never_cache
def look_up(request: HttpRequest) -> HttpResponse:
    """What became of an objection, for whoever has its code: never who it is about, never what was said."""
    form = LookUpForm(request.POST or None)
    asked = request.method == "POST" and form.is_valid()
    objection = lists.by_code(form.cleaned_data["code"]) if asked else None
    is_missing = request.method == "POST" and objection is None
    page = {"form": form, "objection": objection, "is_missing": is_missing, "is_inside": is_inside(request)}
    return render(request, "nomination/posting/look_up.html", page, status=WRONG if is_missing else 200)


@never_cache
@requires(Deed.OBJECT)
def sent(request: HttpRequest) -> HttpResponse:
    """The own objections; nobody else's page shows whose they are."""
    page = Paginator(sent_by(user_of(request)), PAGE).get_page(request.GET.get("trang"))
    return render(request, "nomination/posting/sent.html", {"page": page})


def _candidate(request: HttpRequest, number: int) -> PostedCandidate | None:
    """Who is posted for the reader; None for a list that has ended, 404 for one that never was theirs."""
    inside = is_inside(request)
    found = posted(is_inside=inside, day=localdate()).filter(pk=number).first()
    if found is None and not (inside and PostedCandidate.objects.filter(pk=number).exists()):
        raise Http404
    return found


def _form(request: HttpRequest) -> ObjectionForm:
    return (ObjectionForm if is_inside(request) else PublicObjectionForm)(request.POST or None)


def _sent(request: HttpRequest, candidate: PostedCandidate, form: ObjectionForm) -> HttpResponse:
    values, inside = form.cleaned_data, is_inside(request)
    saying = Saying(values["text"], values["evidence"], values["manner"] == form.CONFIDENTIAL)
    who = None if inside else Objector(values["name"], values["contact"])
    by = user_of(request) if inside else None
    try:
        if not inside and lists.by_code(form.code) is None:
            door.pass_through(address=client_address(request), at=now())
        made = object_(code=form.code, candidate=candidate, saying=saying, objector=who, by=by, at=now())
    except DoorIsShut:
        return _too_many(request)
    except SentAlready as same:
        return _thanks(request, same.objection)
    except (AboutOneself, NoLongerOpen) as refusal:
        form.add_error(None, str(refusal))
        return _page(request, candidate, form, status=WRONG)
    return _thanks(request, made)


def _thanks(request: HttpRequest, objection: Objection) -> HttpResponse:
    page = {"objection": objection, "is_inside": is_inside(request)}
    return render(request, "nomination/posting/thanks.html", page)


def _too_many(request: HttpRequest) -> HttpResponse:
    return render(request, "nomination/posting/too_many.html", {"reason": str(TooMany())}, status=TOO_MANY)


def _page(request: HttpRequest, candidate: PostedCandidate, form: ObjectionForm, *, status: int) -> HttpResponse:
    nomination = candidate.nomination
    page: dict[str, Any] = {
        "candidate": candidate,
        "tier": in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
        "days": (candidate.posting.ends - localdate()).days,
        "form": form,
        "is_inside": is_inside(request),
    }
    return render(request, "nomination/posting/object.html", page, status=status)
