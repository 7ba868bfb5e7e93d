"""The polls of a meeting with what they came to; preparing one; concluding what has passed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions.polls import concluding, preparing
from lantoa.council.forms.meetings import CasesFilter
from lantoa.council.forms.polls import PrepareForm
from lantoa.council.queries import agenda
from lantoa.council.queries.polls.choosing import in_a_poll, passed_without_conclusion
from lantoa.council.queries.polls.results import results
from lantoa.council.queries.polls.sheet import file_of
from lantoa.council.queries.polls.standing import polls_of
from lantoa.council.views.asked import WRONG, meeting_for, who
from lantoa.council.views.polls.asked import REFUSED, allowed
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest, number: int) -> HttpResponse:
    meeting = meeting_for(number)
    form = CasesFilter(request.GET)
    asked = form.asked()
    page = Paginator(agenda.listed(meeting, asked), PAGE).get_page(request.GET.get("trang"))
    context = {
        "meeting": meeting,
        "form": form,
        "page": page,
        "rows": results(meeting, page),
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "loai", "ket_luan")),
        "may": allowed(request),
        "busy": in_a_poll(meeting),
        "is_open": meeting.stage == MeetingStage.OPEN.value,
    }
    if request.headers.get("HX-Request"):
        return render(request, "council/polls/list.html#rows", context)
    around = {"polls": polls_of(meeting), "passed": len(passed_without_conclusion(meeting))}
    return render(request, "council/polls/list.html", context | around)


@requires(Deed.SEE_COUNCIL)
def download(request: HttpRequest, number: int) -> FileResponse:
    """The filtered list, all pages of it."""
    meeting = meeting_for(number)
    found = results(meeting, agenda.listed(meeting, CasesFilter(request.GET).asked()))
    name = f"{_('Kết quả bỏ phiếu')} {meeting.starts_at:%d-%m-%Y}.xlsx"
    return FileResponse(file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.RUN_MEETING)
def prepare(request: HttpRequest, number: int) -> HttpResponse:
    meeting = meeting_for(number)
    form = PrepareForm(meeting, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            poll = preparing.prepare(meeting=meeting, **form.terms(), **who(request))
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã chuẩn bị lần bỏ phiếu. Hãy xem lại rồi mở bỏ phiếu."))
            return redirect("poll", number, poll.number)
    context = {"meeting": meeting, "form": form}
    return render(request, "council/polls/prepare.html", context, status=WRONG if request.method == "POST" else 200)


@require_POST
@requires(Deed.RUN_MEETING)
def conclude_passed(request: HttpRequest, number: int) -> HttpResponse:
    """Recommend every case that has its votes; one on hold, or about oneself, stays and is named."""
    meeting, written, left = meeting_for(number), 0, []
    for case in passed_without_conclusion(meeting):
        case.meeting = meeting
        try:
            concluding.conclude(case=case, outcome=concluding.Outcome.RECOMMEND, **who(request))
            written += 1
        except (OnHold, *REFUSED) as problem:
            left.append(f"{case.nomination.subject.name}: {problem}")
    messages.success(request, _("Đã ghi Hội đồng đề nghị công nhận: %s hồ sơ.") % written)
    for words in left:
        messages.warning(request, words)
    return redirect("polls", number)
