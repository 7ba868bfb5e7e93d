"""One meeting: called, changed, opened, ended, cancelled; its agenda with who is there and who has an interest."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import meetings as actions
from lantoa.council.actions import presiding, refusals
from lantoa.council.forms.meetings import CasesFilter, PresidingForm, ReasonForm, TermsForm
from lantoa.council.models import Meeting
from lantoa.council.queries import agenda
from lantoa.council.queries.attendance import attendance
from lantoa.council.queries.body import current
from lantoa.council.queries.interests import on_file
from lantoa.council.queries.rights import rights_of
from lantoa.council.views.asked import CONFLICT, WRONG, meeting_for, refuse, user_of, who
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage, WrongStage, moves_from
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
OF_OPENING = (
    WrongStage,
    refusals.NoCases,
    refusals.NotAllNoted,
    refusals.NoQuorum,
    refusals.ChairIsHere,
    refusals.MayNotPreside,
    refusals.MayNotKeepMinutes,
    refusals.NotGoingOn,
)
OF_ENDING = (WrongStage, NoReason, refusals.PollGoesOn, refusals.VotedWithoutConclusion, refusals.ConcludedSome)


@requires(Deed.RUN_MEETING)
def new(request: HttpRequest) -> HttpResponse:
    council = current(localdate())
    if council is None:
        messages.info(request, _("Chưa có Hội đồng nào đang hoạt động. Hãy ghi thành phần Hội đồng trước."))
        return redirect("council_body")
    form = TermsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.prepare(council=council, terms=form.terms(), **who(request))
        except refusals.NoCouncil as problem:
            form.add_error("day", str(problem))
        else:
            messages.success(request, _("Đã triệu tập phiên họp, báo các thành viên. Hãy đưa hồ sơ vào chương trình."))
            return redirect("meeting_cases", made.pk)
    status = WRONG if request.method == "POST" else 200
    return render(request, "council/edit.html", {"form": form}, status=status)


@requires(Deed.RUN_MEETING)
def change(request: HttpRequest, number: int) -> HttpResponse:
    meeting, status, other = meeting_for(number), 200, None
    form = TermsForm(request.POST or None, meeting)
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                actions.change(
                    meeting=meeting, terms=form.terms(), version=form.cleaned_data["version"], **who(request)
                )
            except refusals.ChangedMeanwhile as conflict:
                form.add_error(None, str(conflict))
                status, other = CONFLICT, meeting_for(number)
            except (refusals.NotPreparing, refusals.NoCouncil) as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("Đã sửa phiên họp."))
                return redirect("meeting", meeting.pk)
    context = {"form": form, "meeting": meeting, "other": other}
    return render(request, "council/edit.html", context, status=status)


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest, number: int) -> HttpResponse:
    meeting = meeting_for(number)
    form = CasesFilter(request.GET)
    asked = form.asked()
    page = Paginator(agenda.listed(meeting, asked), PAGE).get_page(request.GET.get("trang"))
    cases = list(page)
    ties = on_file(meeting, cases)
    context = {
        "meeting": meeting,
        "form": form,
        "page": page,
        "rows": [(case, agenda.tier_of(case.nomination), ties[case.pk]) for case in cases],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "loai", "ket_luan")),
        "rights": rights_of(meeting, user_of(request)),
        "allowed": {move.deed for move in moves_from(MeetingStage(meeting.stage))},
    }
    if request.headers.get("HX-Request"):
        return render(request, "council/meeting.html#rows", context)
    return render(request, "council/meeting.html", context | _around(meeting, page.paginator.count))


def _around(meeting: Meeting, cases: int) -> dict[str, Any]:
    """Who is there, what stands in the way of opening, and the forms of the deeds."""
    seen = attendance(meeting)
    return {
        "seen": seen,
        "obstacle": actions.obstacle(seen, cases) if meeting.stage == MeetingStage.PREPARED.value else "",
        "presiding_form": PresidingForm(meeting, seen.here),
        "reason_form": ReasonForm(),
    }


@requires(Deed.SEE_COUNCIL)
def download(request: HttpRequest, number: int) -> FileResponse:
    """The filtered agenda, all pages of it."""
    meeting = meeting_for(number)
    found = agenda.listed(meeting, CasesFilter(request.GET).asked())
    name = f"{_('Chương trình')} {meeting.starts_at:%d-%m-%Y}.xlsx"
    return FileResponse(agenda.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@require_POST
@requires(Deed.RUN_MEETING)
def open_meeting(request: HttpRequest, number: int) -> HttpResponse:
    return _preside(request, number, actions.open_meeting, _("Đã khai mạc phiên họp."))


@require_POST
@requires(Deed.RUN_MEETING)
def hand_over(request: HttpRequest, number: int) -> HttpResponse:
    return _preside(request, number, presiding.hand_over, _("Đã ghi người chủ trì và thư ký từ lúc này."))


def _preside(request: HttpRequest, number: int, deed: Callable[..., Meeting], done: str) -> HttpResponse:
    meeting = meeting_for(number)
    form = PresidingForm(meeting, attendance(meeting).here, request.POST)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn người chủ trì và thư ký trong số thành viên có mặt."))
        return redirect("meeting", number)
    try:
        deed(meeting=meeting, **form.chosen(), **who(request))
    except OF_OPENING as problem:
        refuse(request, problem)
    else:
        messages.success(request, done)
    return redirect("meeting", number)


@require_POST
@requires(Deed.RUN_MEETING)
def end(request: HttpRequest, number: int) -> HttpResponse:
    try:
        actions.end(meeting=meeting_for(number), **who(request))
    except OF_ENDING as problem:
        refuse(request, problem)
        return redirect("meeting", number)
    messages.success(request, _("Phiên họp đã kết thúc. Biên bản đã được lập, chờ đọc lại và ký."))
    return redirect("minutes", number)


@require_POST
@requires(Deed.RUN_MEETING)
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    try:
        actions.cancel(meeting=meeting_for(number), reason=request.POST.get("reason", ""), **who(request))
    except OF_ENDING as problem:
        refuse(request, problem)
    else:
        messages.success(request, _("Đã huỷ phiên họp và báo các thành viên; hồ sơ chờ phiên khác."))
    return redirect("meeting", number)
