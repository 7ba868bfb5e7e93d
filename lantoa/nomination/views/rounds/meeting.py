"""The meeting of a unit about a round: written, signed, read and printed; «nobody this year»; opened again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import UnitMeetingStage, WrongStage
from lantoa.domain.unit_meetings import Notes
from lantoa.nomination.actions.unit_meetings import refusals, signing, writing
from lantoa.nomination.forms.rounds import ReasonForm
from lantoa.nomination.forms.unit_meetings import MeetingForm, nominee_forms
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.nomination.queries import unit_meetings as queries
from lantoa.nomination.queries.minutes import minutes_of
from lantoa.nomination.queries.rounds.reading import procedure_of
from lantoa.nomination.views.asked import CONFLICT, WRONG, who
from lantoa.nomination.views.rounds.asked import refuse, round_for, unit_for
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject, Unit

WRITTEN_WRONG = (
    refusals.EndsTooSoon,
    refusals.MembersDiffer,
    refusals.NoQuorum,
    refusals.NotAbsentAndChair,
    refusals.NotOfTheUnit,
    refusals.NotYet,
    refusals.PartMissing,
    refusals.VotesDoNotAddUp,
    NoReason,
)
NOT_NOW = (
    refusals.HeldAlready,
    refusals.NoMeetings,
    refusals.RoundNotOpen,
    refusals.SentAlready,
    refusals.UnitIsClosed,
    WrongStage,
)


@requires(Deed.NOMINATE, Deed.SEE_NOMINATION)
def show(request: HttpRequest, number: int, code: str) -> HttpResponse:
    """Read it; or save what was typed, and with the button `ky` sign it."""
    unit = unit_for(request, code)
    one = round_for(request, number)
    if request.method != "POST":
        return page_of(request, one, unit)
    meeting = queries.meeting_of(one, unit)
    form, rows = _forms(one, unit, meeting, request.POST)
    if not (form.is_valid() and rows.is_valid()):
        return page_of(request, one, unit, form=form, rows=rows, status=WRONG)
    notes, is_signed = form.notes(rows.counts()), "ky" in request.POST
    act = signing.hold if is_signed else writing.write
    try:
        act(one=one, unit=unit, notes=notes, seen=form.cleaned_data["version"], **who(request))
    except refusals.MinutesChanged as conflict:
        form.add_error(None, str(conflict))
        return page_of(request, one, unit, form=form, rows=rows, other=conflict.meeting, status=CONFLICT)
    except WRITTEN_WRONG as problem:
        form.add_error(None, str(problem))
        return page_of(request, one, unit, form=form, rows=rows, status=WRONG)
    except NOT_NOW as problem:
        messages.error(request, str(problem))
        return page_of(request, one, unit, status=CONFLICT)
    except NotAllowed as problem:
        raise refuse(problem) from problem
    messages.success(request, _("Đã ký biên bản họp đơn vị.") if is_signed else _("Đã lưu nháp biên bản."))
    return redirect("unit_meeting", one.pk, code)


@require_POST
@requires(Deed.NOMINATE)
def nobody(request: HttpRequest, number: int, code: str) -> HttpResponse:
    return _with_reason(request, number, code, signing.say_nobody, _("Đã ghi: năm nay đơn vị không giới thiệu ai."))


@require_POST
@requires(Deed.NOMINATE)
def reopen(request: HttpRequest, number: int, code: str) -> HttpResponse:
    return _with_reason(request, number, code, signing.reopen, _("Đã mở lại biên bản để sửa."))


def page_of(request: HttpRequest, one: Round, unit: Unit, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The form for those who may write, the minutes for the others and once they are signed."""
    meeting = queries.meeting_of(one, unit)
    may_write = may(actor_of(request.user), Deed.NOMINATE, queries.case_of_unit(unit))
    is_held = meeting is not None and meeting.stage == UnitMeetingStage.HELD.value
    page: dict[str, Any] = {
        "round": one,
        "unit": unit,
        "meeting": meeting,
        "is_held": is_held,
        "may_write": may_write,
        "days_left": (one.meet_by - localdate()).days if one.meet_by else None,
        "has_sent": queries.has_sent(one, unit) if may_write else False,
        "procedure": procedure_of(one),
        "nobody_form": ReasonForm("nobody"),
        "reopen_form": ReasonForm("reopen"),
    }
    if meeting is not None and is_held:
        page["minutes"] = minutes_of(meeting)
    elif may_write and "form" not in typed:
        page["form"], page["rows"] = _forms(one, unit, meeting, None)
    other: UnitMeeting | None = typed.pop("other", None)
    if other is not None:
        page["other"], page["version"] = minutes_of(other) if other.pk else None, other.version
    return render(request, "nomination/rounds/meeting.html", page | typed, status=status)


def _forms(one: Round, unit: Unit, meeting: UnitMeeting | None, data: Any) -> tuple[MeetingForm, Any]:
    known = queries.notes_of(meeting) if meeting else _first_notes(unit)
    members = list(queries.members_on(unit, known.held_on or localdate()))
    drafted = queries.drafted_for(one, unit)
    names = {subject.pk: subject for subject in drafted}
    names |= Subject.objects.in_bulk([count.subject for count in known.counts])
    form = MeetingForm(members, known, meeting.version if meeting else 0, data)
    return form, nominee_forms(known, drafted, names, data)


def _first_notes(unit: Unit) -> Notes:
    """Before anything is typed: today, and the head chairs."""
    today = localdate()
    heads = queries.heads_on(unit, today)
    return Notes(held_on=today, chair=heads[0] if heads else None)


def _with_reason(
    request: HttpRequest, number: int, code: str, act: Callable[..., UnitMeeting], words: str
) -> HttpResponse:
    unit = unit_for(request, code)
    one = round_for(request, number)
    try:
        act(one=one, unit=unit, reason=request.POST.get("reason", "")[:1000], **who(request))
    except NoReason as problem:
        messages.error(request, str(problem))
        return page_of(request, one, unit, status=WRONG)
    except NOT_NOW as problem:
        messages.error(request, str(problem))
        return page_of(request, one, unit, status=CONFLICT)
    except NotAllowed as problem:
        raise refuse(problem) from problem
    messages.success(request, words)
    return redirect("unit_meeting", one.pk, code)
