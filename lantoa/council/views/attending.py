"""Calling the roll, and a member who goes before the end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import attending as actions
from lantoa.council.actions import refusals
from lantoa.council.forms.meetings import RollForm
from lantoa.council.queries.attendance import attendance
from lantoa.council.views.asked import WRONG, meeting_for, member_for, refuse, who
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed

OF_ROLL = (
    NoReason,
    refusals.NotGoingOn,
    refusals.NotSitting,
    refusals.NotThere,
    refusals.PollGoesOn,
    refusals.StillNeededThere,
)


@requires(Deed.RUN_MEETING)
def call(request: HttpRequest, number: int) -> HttpResponse:
    meeting = meeting_for(number)
    seen = attendance(meeting)
    form = RollForm([(row.member, row.presence) for row in seen.rows], request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.call_roll(meeting=meeting, noted=form.noted(), **who(request))
        except OF_ROLL as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi điểm danh."))
            return redirect("meeting", number)
    status = WRONG if request.method == "POST" else 200
    return render(request, "council/roll.html", {"meeting": meeting, "form": form, "seen": seen}, status=status)


@require_POST
@requires(Deed.RUN_MEETING)
def leave(request: HttpRequest, number: int, member: int) -> HttpResponse:
    meeting = meeting_for(number)
    try:
        actions.leave(meeting=meeting, member=member_for(meeting, member), **who(request))
    except OF_ROLL as problem:
        refuse(request, problem)
    else:
        messages.success(request, _("Đã ghi thành viên về trước khi kết thúc."))
    return redirect("meeting_roll", number)
