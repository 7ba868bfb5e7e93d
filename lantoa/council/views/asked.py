"""What the address of a page of the Council names, and what its pages share."""

from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import now

from lantoa.accounts.models import User
from lantoa.council.models import CouncilMember, Interest, Meeting, MeetingCase
from lantoa.council.queries.meetings import with_names
from lantoa.domain.authority import Refused

WRONG, CONFLICT = 422, 409


def who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": now()}


def user_of(request: HttpRequest) -> User:
    return cast("User", request.user)


def meeting_for(number: int) -> Meeting:
    return get_object_or_404(with_names(), pk=number)


def case_for(meeting: Meeting, number: int) -> MeetingCase:
    case = get_object_or_404(meeting.cases.select_related("nomination__subject"), pk=number)
    case.meeting = meeting
    return case


def interest_for(meeting: Meeting, number: int) -> Interest:
    names = ("case__meeting", "case__nomination__subject", "member__person__subject")
    return get_object_or_404(Interest.objects.select_related(*names), pk=number, case__meeting=meeting)


def member_for(meeting: Meeting, number: int) -> CouncilMember:
    members = CouncilMember.objects.select_related("person__subject")
    return get_object_or_404(members, pk=number, council=meeting.council_id)


def insist(answer: object) -> None:
    """Go on only when it is allowed; otherwise the page 403 with the reason."""
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)


def refuse(request: HttpRequest, problem: Exception) -> None:
    """The sentence of a refusal, on the page to which one goes back."""
    messages.error(request, str(problem))
