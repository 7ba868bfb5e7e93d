"""Putting nominations on the agenda, taking them off, putting them in order."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import agenda as actions
from lantoa.council.actions.refusals import NotBeforeTheCouncil, NothingChosen, NotPreparing, OnAnotherAgenda
from lantoa.council.forms.meetings import CandidatesFilter
from lantoa.council.queries import agenda as queries
from lantoa.council.views.asked import case_for, meeting_for, refuse, who
from lantoa.domain.authority import Deed

PAGE = 50
ALL = "tat-ca"
OF_AGENDA = (NothingChosen, NotBeforeTheCouncil, OnAnotherAgenda, NotPreparing)


@requires(Deed.RUN_MEETING)
def choose(request: HttpRequest, number: int) -> HttpResponse:
    """Those that wait for the Council; several, or all that the filter leaves, with one press."""
    meeting = meeting_for(number)
    form = CandidatesFilter(queries.rounds_waiting(meeting), request.GET)
    found = queries.candidates(meeting, **form.asked())
    if request.method == "POST":
        chosen = [int(one) for one in request.POST.getlist("hs") if one.isascii() and one.isdigit()]
        everything = request.POST.get("chon") == ALL
        try:
            made = actions.put_on(
                meeting=meeting,
                nominations=list(found.values_list("pk", flat=True)) if everything else chosen,
                **who(request),
            )
        except OF_AGENDA as problem:
            refuse(request, problem)
            return redirect("meeting_cases", number)
        words = ngettext("Đã đưa %s hồ sơ vào chương trình.", "Đã đưa %s hồ sơ vào chương trình.", len(made))
        messages.success(request, words % len(made))
        return redirect("meeting", number)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "meeting": meeting,
        "form": form,
        "page": page,
        "rows": [(one, queries.tier_of(one)) for one in page],
        "is_asked": any(request.GET.get(name) for name in ("q", "dot")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"council/choose.html{part}", context)


@require_POST
@requires(Deed.RUN_MEETING)
def take_off(request: HttpRequest, number: int, case: int) -> HttpResponse:
    try:
        actions.take_off(case=case_for(meeting_for(number), case), **who(request))
    except NotPreparing as problem:
        refuse(request, problem)
    else:
        messages.success(request, _("Đã rút hồ sơ khỏi chương trình."))
    return redirect("meeting", number)


@require_POST
@requires(Deed.RUN_MEETING)
def move_up(request: HttpRequest, number: int, case: int) -> HttpResponse:
    try:
        actions.move_up(case=case_for(meeting_for(number), case), **who(request))
    except NotPreparing as problem:
        refuse(request, problem)
    return redirect("meeting", number)
