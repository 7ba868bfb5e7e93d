"""The dossier of a nomination: what it asks now, its parts, and the sections of those who look into it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Actor, Deed, may
from lantoa.domain.procedure import Station
from lantoa.nomination.actions import sending, writing
from lantoa.nomination.actions.refusals import ChangedMeanwhile, NotOpen
from lantoa.nomination.forms.dossier import (
    ConsentForm,
    EvidenceForm,
    PaperConsentForm,
    ReportForm,
    StatementForm,
    words_form,
)
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries import objecting, verifying
from lantoa.nomination.queries.asking import asked, path_of, way
from lantoa.nomination.queries.dossier import (
    aim_in_words,
    criteria_of,
    criterion_lines,
    needs_consent,
)
from lantoa.nomination.queries.editing import writable_by
from lantoa.nomination.queries.hanging import hanging_on
from lantoa.nomination.queries.presses import presses
from lantoa.nomination.queries.reading import case_of, criteria_read
from lantoa.nomination.queries.unit_meetings import MeetingVote, meeting_vote
from lantoa.nomination.views.asked import CONFLICT, WRONG, nomination_for, user_of, who
from lantoa.register.actions.refusals import NotAllowed


@requires(Deed.SEE_NOMINATION)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """Read it; a report that is sent here is saved."""
    nomination = nomination_for(request, number)
    if request.method != "POST":
        return page_of(request, nomination)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, report_form=form)
    value = form.cleaned_data
    try:
        writing.write(nomination=nomination, text=value["text"], seen=value["version"], **who(request))
    except ChangedMeanwhile as conflict:
        form.add_error(None, str(conflict))
        return page_of(request, conflict.nomination, status=CONFLICT, report_form=form, other=conflict.nomination.text)
    except (NoReason, NotAllowed, NotOpen) as problem:
        form.add_error(None, str(problem))
        return page_of(request, nomination, status=WRONG, report_form=form)
    messages.success(request, _("Đã lưu báo cáo thành tích."))
    return redirect("nomination", nomination.pk)


def page_of(request: HttpRequest, nomination: Nomination, *, status: int = 200, **refused: Any) -> HttpResponse:
    """The dossier as it is; `refused` are forms with what was typed."""
    user, day = user_of(request), localdate()
    actor = actor_of(user)
    parts = hanging_on(nomination)
    writes, ask, vote = writable_by(nomination, actor), asked(nomination), meeting_vote(nomination)
    criteria = criteria_of(nomination)
    open_to = writes.criteria([one.code for one in criteria])
    initial = {"text": nomination.text, "version": nomination.version}
    page: dict[str, Any] = {
        "nomination": nomination,
        "aim": aim_in_words(nomination),
        "ask": ask,
        "ask_days": (ask.due - day).days if ask.due else None,
        "steps": way(nomination),
        "parts": parts,
        "lines": criterion_lines(nomination, parts.evidence, criteria_read(nomination, actor)),
        "writes": writes,
        "open_criteria": open_to,
        "report_form": ReportForm(initial=initial),
        "version": nomination.version,
        "evidence_form": EvidenceForm([one for one in criteria if one.code in open_to]),
        "statement_form": StatementForm(),
        "vote": vote,
        "asks_meeting": Station.MEETING in path_of(nomination).stations,
        "can": _presses(nomination, actor, vote),
        "withdraw_form": words_form("withdraw"),
        **_nominee(nomination, actor),
        **verifying.sections(nomination, actor, day),
        **(objecting.sections(nomination, actor, day) if nomination.sent_at else {}),
    }
    return render(request, "nomination/one.html", page | refused, status=status)


def _presses(nomination: Nomination, actor: Actor, vote: MeetingVote | None) -> dict[str, str]:
    """The deeds of the unit, and of sending what stands in its way just now."""
    found = presses(nomination, actor)
    if found.get("send") == "":
        found["send"] = sending.obstacle(nomination, vote, now())
    return found


def _nominee(nomination: Nomination, actor: Actor) -> dict[str, Any]:
    """What the nominee has said, and what this reader may say in this place."""
    is_nominee = bool(may(actor, Deed.CONSENT, case_of(nomination)))
    needed = needs_consent(nomination)
    is_head_of_it = not needed and nomination.subject.code in actor.units
    return {
        "is_nominee": is_nominee,
        "may_correct": is_nominee or is_head_of_it,
        "may_answer": bool(may(actor, Deed.NOMINATE, case_of(nomination))),
        "needs_consent": needed,
        "consent_form": ConsentForm() if is_nominee else PaperConsentForm(),
        "correct_form": words_form("correct"),
        "answer_form": words_form("answer"),
    }
