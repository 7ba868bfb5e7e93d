"""What every page of a decision begins and ends with: which one is asked for, who asks, what came of a deed."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Round
from lantoa.recognition.actions.decisions.refusals import REFUSALS, ChangedMeanwhile
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.lists import visible
from lantoa.recognition.views.decisions.page import page_of
from lantoa.register.actions.refusals import NotAllowed

WRONG, CONFLICT = 422, 409
MOST = 2**63 - 1  # the largest key of either database
REFUSED = (NoReason, NotAllowed, OnHold, *REFUSALS)


def decision_for(request: HttpRequest, number: int) -> Decision:
    """The decision, if the user may read it: a draft is there only for those who work on it."""
    found = visible(user_of(request)).select_related("round", "about", "number").filter(pk=min(number, MOST)).first()
    if found is None:
        raise Http404
    return found


def item_for(request: HttpRequest, number: int) -> DecisionItem:
    """The line that was chosen."""
    lines = decision_for(request, number).items.select_related("decision__round", "nomination")
    found = lines.filter(pk__in=keys(request, "dong")[:1]).first()
    if found is None:
        raise Http404
    return found


def round_for(number: int) -> Round:
    found = Round.objects.filter(pk=min(number, MOST)).first()
    if found is None:
        raise Http404
    return found


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": user_of(request), "at": now()}


def keys(request: HttpRequest, name: str) -> list[int]:
    """The ticked rows; what is no key is left out."""
    return [int(text) for text in request.POST.getlist(name) if text.isascii() and text.isdigit() and int(text) <= MOST]


def done(request: HttpRequest, decision: Decision, words: str, act: Callable[[], object]) -> HttpResponse:
    """Do it and go back to the decision; a refusal shows the page as it stands now, with the sentence."""
    try:
        act()
    except (ChangedMeanwhile, WrongStage) as problem:
        return refused(request, decision, str(problem), CONFLICT)
    except REFUSED as problem:
        return refused(request, decision, str(problem), WRONG)
    messages.success(request, words)
    return redirect("decision", decision.pk)


def refused(request: HttpRequest, decision: Decision, sentence: str, status: int, **forms: Any) -> HttpResponse:
    messages.error(request, sentence)
    return page_of(request, decision_for(request, decision.pk), status=status, **forms)
