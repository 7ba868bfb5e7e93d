"""One complaint: for who complains, and for who settles it with one press each."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.domain.authority import Deed
from lantoa.domain.stages import ComplaintStage, WrongStage, moves_from
from lantoa.papers.views import download
from lantoa.recognition.actions.complaints import settling
from lantoa.recognition.forms.complaints import HandOverForm, ReasonForm, SettleForm
from lantoa.recognition.models import Complaint, ComplaintFile
from lantoa.recognition.queries.complaints.reading import (
    WITH_NAMES,
    due,
    handlers,
    may_handle,
    procedure_of,
    recognition_of,
    visible,
)
from lantoa.register.actions.refusals import NotAllowed

WRONG, CONFLICT = 422, 409


@requires(Deed.COMPLAIN)
def show(request: HttpRequest, code: str) -> HttpResponse:
    return page_of(request, complaint_for(request, code))


@requires(Deed.COMPLAIN)
def file(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A paper of the complaint, for those who may see it."""
    kept = get_object_or_404(ComplaintFile, pk=number, complaint=complaint_for(request, code))
    return download(name=kept.name, path=kept.path)


@require_POST
@requires(Deed.HANDLE_COMPLAINT)
def accept(request: HttpRequest, code: str) -> HttpResponse:
    complaint = complaint_for(request, code)
    words = _("Đã thụ lý; người khiếu nại đã được báo, hạn giải quyết bắt đầu tính.")
    return _done(request, complaint, words, lambda: settling.accept(complaint=complaint, **_who(request)))


@require_POST
@requires(Deed.HANDLE_COMPLAINT)
def refuse(request: HttpRequest, code: str) -> HttpResponse:
    return _with_reason(request, code, "refuse", _("Đã trả lời không thụ lý."), settling.refuse)


@require_POST
@requires(Deed.HANDLE_COMPLAINT)
def extend(request: HttpRequest, code: str) -> HttpResponse:
    return _with_reason(request, code, "extend", _("Đã kéo dài hạn giải quyết."), settling.extend)


@require_POST
@requires(Deed.COMPLAIN)
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    return _with_reason(request, code, "withdraw", _("Đã rút khiếu nại."), settling.withdraw)


@require_POST
@requires(Deed.HANDLE_COMPLAINT)
def hand_over(request: HttpRequest, code: str) -> HttpResponse:
    complaint = complaint_for(request, code)
    form = HandOverForm(handlers(complaint), request.POST)
    if not form.is_valid():
        return page_of(request, complaint, WRONG, hand_over_form=form)
    words = _("Đã chuyển cho %(name)s.") % {"name": form.user}
    return _done(
        request, complaint, words, lambda: settling.hand_over(complaint=complaint, to=form.user, **_who(request))
    )


@require_POST
@requires(Deed.HANDLE_COMPLAINT)
def settle(request: HttpRequest, code: str) -> HttpResponse:
    complaint = complaint_for(request, code)
    form = SettleForm(_grounds(complaint), recognition_of(complaint), request.POST)
    if not form.is_valid():
        return page_of(request, complaint, WRONG, settle_form=form)
    conclusion = form.conclusion()
    return _done(
        request,
        complaint,
        _("Đã giải quyết; người khiếu nại đã được báo."),
        lambda: settling.settle(complaint=complaint, conclusion=conclusion, **_who(request)),
        settle_form=form,
    )


def complaint_for(request: HttpRequest, code: str) -> Complaint:
    """The complaint, for who complains and who may settle it; nobody else learns that there is one."""
    found = visible(cast("User", request.user)).select_related(*WITH_NAMES).filter(code=code.upper()).first()
    if found is None:
        raise Http404
    return found


def page_of(request: HttpRequest, complaint: Complaint, status: int = 200, **typed: forms.Form) -> HttpResponse:
    """The page as it is now; `typed` are forms that were refused."""
    user, day = cast("User", request.user), localdate()
    complaint = complaint_for(request, complaint.code)
    is_own = complaint.complainant_id == user.pk
    settles = bool(may_handle(user, complaint)) and not is_own
    clock = due(complaint)
    recognition = recognition_of(complaint) if settles else None
    others = handlers(complaint) if settles and complaint.stage == ComplaintStage.ACCEPTED.value else []
    page: dict[str, Any] = {
        "complaint": complaint,
        "files": list(complaint.files.order_by("pk")),
        "due": clock,
        "days": (clock - day).days if clock else None,
        "is_own": is_own,
        "settles": settles,
        "deeds": {move.deed for move in moves_from(ComplaintStage(complaint.stage))},
        "may_withdraw": clock is not None and (is_own or (settles and complaint.complainant_id is None)),
        "recognition": recognition,
        "procedure": procedure_of(complaint.decision),
        "source": procedure_of(complaint.decision).sources["complaints"],
        "events": [(one, deed_in_words(one.deed)) for one in events(target=f"complaint:{complaint.code}")],
        "refuse_form": ReasonForm(name="refuse"),
        "extend_form": ReasonForm(name="extend"),
        "withdraw_form": ReasonForm(name="withdraw"),
        "hand_over_form": HandOverForm(others) if others else None,
        "settle_form": SettleForm(_grounds(complaint), recognition),
    }
    return render(request, "recognition/complaints/one.html", page | typed, status=status)


def _with_reason(request: HttpRequest, code: str, name: str, words: str, action: Callable[..., object]) -> HttpResponse:
    complaint, form = complaint_for(request, code), ReasonForm(request.POST, name=name)
    if not form.is_valid():
        return page_of(request, complaint, WRONG, **{f"{name}_form": form})
    reason = form.cleaned_data["reason"]
    return _done(request, complaint, words, lambda: action(complaint=complaint, reason=reason, **_who(request)))


def _done(
    request: HttpRequest, complaint: Complaint, words: str, act: Callable[[], object], **typed: forms.Form
) -> HttpResponse:
    """Do it and say so; or show the page as it is now with the reason why not."""
    try:
        act()
    except WrongStage as refusal:
        messages.error(request, str(refusal))
        return page_of(request, complaint, CONFLICT, **typed)
    except (ValueError, PermissionError, NotAllowed) as refusal:
        messages.error(request, str(refusal))
        return page_of(request, complaint, WRONG, **typed)
    messages.success(request, words)
    return redirect("complaint", complaint.code)


def _grounds(complaint: Complaint) -> list[Any]:
    return list(procedure_of(complaint.decision).grounds.values())


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
