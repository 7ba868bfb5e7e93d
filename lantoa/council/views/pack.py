"""The pack: everything about one case on one screen, and the whole of it for reading and printing."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import interests as actions
from lantoa.council.actions import refusals
from lantoa.council.forms.meetings import InterestForm
from lantoa.council.models import CouncilMember, Meeting, MeetingCase
from lantoa.council.queries import pack as queries
from lantoa.council.queries.body import day_of, sitting
from lantoa.council.queries.rights import Rights, rights_of
from lantoa.council.views.asked import case_for, interest_for, meeting_for, refuse, user_of, who
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage

PRINTED = 25
GOING = (MeetingStage.PREPARED.value, MeetingStage.OPEN.value)
OF_INTERESTS = (
    NoReason,
    refusals.DeclaredAlready,
    refusals.FoundByRecords,
    refusals.NotGoingOn,
    refusals.NotSitting,
    refusals.NotYours,
    refusals.VotedOn,
)


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest, number: int, case: int) -> HttpResponse:
    """One case, with the ones before and after it."""
    meeting = meeting_for(number)
    found = queries.with_neighbours(queries.cases_of(meeting)).filter(pk=case).first()
    if found is None:
        raise Http404
    user, members = user_of(request), list(sitting(meeting.council, day_of(meeting)))
    rights = rights_of(meeting, user, members)
    context = {
        "meeting": meeting,
        "one": queries.pack(meeting, [found], reader=user.person_id, members=members)[0],
        "rights": rights,
        "declare_form": _declare_form(meeting, found, rights, members),
    }
    return render(request, "council/case.html", context)


@requires(Deed.SEE_COUNCIL)
def whole(request: HttpRequest, number: int) -> HttpResponse:
    """All cases one after the other, so many a page."""
    meeting = meeting_for(number)
    page = Paginator(queries.cases_of(meeting), PRINTED).get_page(request.GET.get("trang"))
    pack = queries.pack(meeting, list(page), reader=user_of(request).person_id)
    return render(request, "council/pack.html", {"meeting": meeting, "page": page, "pack": pack})


@require_POST
@requires(Deed.VOTE, Deed.RUN_MEETING)
def declare(request: HttpRequest, number: int, case: int) -> HttpResponse:
    meeting = meeting_for(number)
    found = case_for(meeting, case)
    members = list(sitting(meeting.council, day_of(meeting)))
    rights = rights_of(meeting, user_of(request), members)
    form = InterestForm(_those_to_declare(rights, members), request.POST)
    if not form.is_valid():
        refuse(request, NoReason())
        return redirect("meeting_case", number, case)
    try:
        note = form.cleaned_data["note"]
        actions.declare(case=found, member=form.chosen(), note=note, **who(request))
    except OF_INTERESTS as problem:
        refuse(request, problem)
    return redirect("meeting_case", number, case)


@require_POST
@requires(Deed.VOTE, Deed.RUN_MEETING)
def take_back(request: HttpRequest, number: int, interest: int) -> HttpResponse:
    one = interest_for(meeting_for(number), interest)
    try:
        actions.take_back(interest=one, **who(request))
    except OF_INTERESTS as problem:
        refuse(request, problem)
    return redirect("meeting_case", number, one.case_id)


def _declare_form(
    meeting: Meeting, case: MeetingCase, rights: Rights, members: list[CouncilMember]
) -> InterestForm | None:
    """Nothing once the case is concluded or the meeting is over, and for who has no seat."""
    those = _those_to_declare(rights, members)
    return InterestForm(those) if those and meeting.stage in GOING and not case.outcome else None


def _those_to_declare(rights: Rights, members: list[CouncilMember]) -> list[CouncilMember]:
    """Everybody for who runs the meeting, oneself for a member."""
    if rights.run:
        return members
    return [rights.seat] if rights.seat is not None else []
