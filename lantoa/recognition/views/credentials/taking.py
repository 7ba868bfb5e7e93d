"""Credentials of a person or collective, and those of a whole decision: taken with one press."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.vietnamese import slug
from lantoa.recognition.actions import credentials
from lantoa.recognition.actions.credentials import NothingToGive
from lantoa.recognition.forms.credentials import WithdrawForm
from lantoa.recognition.models import Credential
from lantoa.recognition.queries.credentials.lines import Line, lines_of, may_take
from lantoa.recognition.views.decisions.asked import decision_for, user_of, who
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject
from lantoa.register.queries.subjects import subject_by_code

WRONG = 422


@requires(Deed.TAKE_CREDENTIAL)
def show(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, _subject(request, code))


@require_POST
@requires(Deed.TAKE_CREDENTIAL)
def take(request: HttpRequest, code: str, item: int) -> HttpResponse:
    """The file itself, made now if none stands."""
    subject = _subject(request, code)
    line = _line(subject, item)
    try:
        [given] = credentials.give(items=[line.item], **who(request))
    except (NothingToGive, NotAllowed) as refusal:
        return _page(request, subject, status=WRONG, problem=str(refusal))
    return _file(given.token.encode(), _name(given), "text/plain; charset=us-ascii")


@require_POST
@requires(Deed.DRAFT_DECISION)
def withdraw(request: HttpRequest, code: str, item: int) -> HttpResponse:
    subject = _subject(request, code)
    line, form = _line(subject, item), WithdrawForm(request.POST)
    if line.credential is None:
        raise Http404
    try:
        credentials.withdraw(
            credential=line.credential, reason=form.cleaned_data["reason"] if form.is_valid() else "", **who(request)
        )
    except (NoReason, NotAllowed) as refusal:
        return _page(request, subject, status=WRONG, problem=str(refusal))
    messages.success(request, _("Đã thu lại huy hiệu số. Ai kiểm tra bản đã phát ra sẽ thấy không còn hiệu lực."))
    return redirect("credentials", subject.code)


@require_POST
@requires(Deed.DRAFT_DECISION)
def take_all(request: HttpRequest, number: int) -> HttpResponse:
    """Every credential of a decision in one zip, made now where none stands."""
    decision = decision_for(request, number)
    try:
        given = credentials.give(items=[line.item for line in lines_of(decision=decision.pk)], **who(request))
    except (NothingToGive, NotAllowed) as refusal:
        messages.error(request, str(refusal))
        return redirect("decision", decision.pk)
    return _file(_zip(given), _("huy-hieu-so_%s.zip") % slug(decision.reference), "application/zip")


def _page(request: HttpRequest, subject: Subject, *, status: int = 200, problem: str = "") -> HttpResponse:
    context: dict[str, Any] = {
        "subject": subject,
        "lines": lines_of(subject=subject.code),
        "problem": problem,
        "may_see_record": bool(may(actor_of(request.user), Deed.SEE_RECORD)),
        "may_withdraw": bool(may(actor_of(request.user), Deed.DRAFT_DECISION)),
    }
    return render(request, "recognition/credentials/list.html", context, status=status)


def _subject(request: HttpRequest, code: str) -> Subject:
    """Who may not take it gets the same answer whether the code exists or not."""
    subject = subject_by_code(code)
    answer = may_take(actor_of(user_of(request)), subject.code if subject else "")
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
    if subject is None:
        raise Http404
    return subject


def _line(subject: Subject, item: int) -> Line:
    found = next((one for one in lines_of(subject=subject.code) if one.item.pk == item), None)
    if found is None:
        raise Http404
    return found


def _zip(given: list[Credential]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for place, one in enumerate(given, 1):
            packed.writestr(f"{place:03}_{_name(one)}", one.token)
    return file.getvalue()


def _name(given: Credential) -> str:
    return f"{slug(given.name)}_{str(given.number)[:8]}.jws"


def _file(data: bytes, name: str, content_type: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(data, content_type=content_type, headers=headers)
