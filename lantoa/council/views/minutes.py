"""The minutes: read, printed, corrected, signed; every version."""

from difflib import SequenceMatcher

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions import minutes as actions
from lantoa.council.actions import refusals
from lantoa.council.forms.meetings import MinutesForm
from lantoa.council.models import Minutes
from lantoa.council.queries import minutes as queries
from lantoa.council.queries.rights import rights_of
from lantoa.council.views.asked import CONFLICT, WRONG, meeting_for, refuse, user_of, who
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage, WrongStage

OF_SIGNING = (WrongStage, refusals.NotYoursToSign, refusals.SignedAlready, refusals.ChangedMeanwhile)


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """The version that stands, or the one asked for."""
    meeting = meeting_for(number)
    versions = list(meeting.minutes.select_related("written_by", "chair_by", "secretary_by").order_by("-number"))
    asked = request.GET.get("ban", "")
    shown = next((one for one in versions if str(one.number) == asked), versions[0] if versions else None)
    before = next((one for one in versions if shown and one.number == shown.number - 1), None)
    rights = rights_of(meeting, user_of(request))
    side = rights.signs_as(meeting)
    context = {
        "meeting": meeting,
        "minutes": shown,
        "sections": queries.laid_out(shown.text) if shown else [],
        "results": queries.in_order(shown.results) if shown else [],
        "versions": versions,
        "is_latest": bool(versions) and shown == versions[0],
        "changes": changes(before, shown) if before and shown else [],
        "rights": rights,
        "side": side,
        "has_signed": bool(side and shown and getattr(shown, f"{side}_at")),
        "is_waiting": meeting.stage == MeetingStage.HELD.value,
    }
    return render(request, "council/minutes.html", context)


def changes(before: Minutes, after: Minutes) -> list[tuple[list[str], list[str]]]:
    """Lines that went and lines that came, place by place."""
    old, new = before.text.split("\n"), after.text.split("\n")
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(old[a:b], new[c:d]) for kind, a, b, c, d in steps if kind != "equal"]


@requires(Deed.RUN_MEETING)
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """`?tu-dong=1` starts from the text as the records give it."""
    meeting, status = meeting_for(number), 200
    now = queries.latest(meeting)
    if now is None or meeting.stage != MeetingStage.HELD.value:
        messages.info(request, _("Biên bản chỉ sửa được sau khi phiên họp kết thúc và trước khi đủ chữ ký."))
        return redirect("minutes", number)
    text = queries.draft(meeting) if request.GET.get("tu-dong") else now.text
    form = MinutesForm(request.POST or None, initial={"text": text, "version": now.number})
    other = None
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                actions.correct(meeting=meeting, **form.cleaned_data, **who(request))
            except refusals.ChangedMeanwhile as conflict:
                form.add_error(None, str(conflict))
                status, other = CONFLICT, conflict.now
            except (refusals.NothingChanged, NoReason, WrongStage) as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("Đã lưu bản sửa; người chủ trì và thư ký ký lại bản này."))
                return redirect("minutes", number)
    context = {"meeting": meeting, "form": form, "other": other, "version": now.number}
    return render(request, "council/minutes_edit.html", context, status=status)


@require_POST
@requires(Deed.SIGN_MINUTES)
def sign(request: HttpRequest, number: int) -> HttpResponse:
    meeting, version = meeting_for(number), request.POST.get("version", "")
    try:
        signed = actions.sign(meeting=meeting, version=int(version) if version.isdecimal() else 0, **who(request))
    except OF_SIGNING as problem:
        refuse(request, problem)
        return redirect("minutes", number)
    if signed.fixed_at is not None:
        messages.success(request, _("Biên bản đã đủ hai chữ ký và được chốt."))
    else:
        messages.success(request, _("Đã ký. Biên bản được chốt khi có đủ chữ ký của người chủ trì và thư ký."))
    return redirect("minutes", number)
