"""What the address of a page about a submission names, and what every deed's page does."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.recognition.actions.submissions.refusals import NotInTheSubmission
from lantoa.recognition.models import Submission
from lantoa.recognition.queries.submissions.reading import visible
from lantoa.register.actions.refusals import NotAllowed

WRONG, CONFLICT = 422, 409
REFUSALS = (ValueError, NotAllowed)  # every refusal of the actions is one of these


def submission_for(request: HttpRequest, number: int) -> Submission:
    """The submission, for who may see it."""
    found = visible(user_of(request)).select_related("round", "made_by", "sent_by", "answered_by").filter(pk=number)
    if (submission := found.first()) is None:
        raise Http404
    return submission


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def who(request: HttpRequest) -> dict[str, Any]:
    """The actor and the time of an action."""
    return {"by": user_of(request), "at": now()}


def done(
    request: HttpRequest, words: str, act: Callable[[], object], page: Callable[[int], HttpResponse], to: str, *at: int
) -> HttpResponse:
    """Do it, say so and go there; or show the page with the reason why not."""
    try:
        act()
    except (WrongStage, OnHold, NotInTheSubmission) as refusal:
        messages.error(request, str(refusal))
        return page(CONFLICT)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return page(WRONG)
    messages.success(request, words)
    return redirect(to, *at)
