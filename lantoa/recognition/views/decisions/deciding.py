"""The Principal's part and the clerk's: presented, struck, sent back, approved, held against the records, issued."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.papers.views import download
from lantoa.recognition.actions.decisions import issuing, judging, reckoning
from lantoa.recognition.actions.decisions.refusals import Unanswered
from lantoa.recognition.forms.decisions import IssueForm, ScanForm
from lantoa.recognition.models import DecisionScan
from lantoa.recognition.views.decisions.asked import (
    CONFLICT,
    REFUSED,
    WRONG,
    decision_for,
    done,
    item_for,
    keys,
    refused,
    who,
)
from lantoa.recognition.views.decisions.page import page_of


@requires(Deed.SEE_DECISIONS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, decision_for(request, number))


@require_POST
@requires(Deed.DRAFT_DECISION)
def present(request: HttpRequest, number: int) -> HttpResponse:
    decision = decision_for(request, number)
    return done(
        request,
        decision,
        _("Đã trình Hiệu trưởng."),
        lambda: judging.present(decision=decision, **who(request)),
    )


@require_POST
@requires(Deed.DECIDE)
def strike(request: HttpRequest, number: int) -> HttpResponse:
    line, reason = item_for(request, number), request.POST.get("reason", "")[:2000]
    return done(
        request,
        line.decision,
        _("Đã gạch tên %(name)s.") % {"name": line.name},
        lambda: judging.strike(item=line, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.DECIDE)
def send_back(request: HttpRequest, number: int) -> HttpResponse:
    decision, reason = decision_for(request, number), request.POST.get("reason", "")[:2000]
    return done(
        request,
        decision,
        _("Đã trả lại; người lập được báo lý do."),
        lambda: judging.send_back(decision=decision, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.DECIDE)
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """What was read is what is approved: the form says which version it was."""
    decision, given = decision_for(request, number), request.POST.get("version", "")
    seen = int(given) if given.isascii() and given.isdigit() else None
    return done(
        request,
        decision,
        _("Đã duyệt; văn thư được báo để cho số và ban hành."),
        lambda: judging.approve(decision=decision, seen=seen, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION, Deed.DECIDE, Deed.ISSUE_DECISION)
def reckon(request: HttpRequest, number: int) -> HttpResponse:
    decision = decision_for(request, number)
    return done(
        request,
        decision,
        _("Đã đối chiếu lại với sổ của hôm nay."),
        lambda: reckoning.reckon(decision=decision, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION, Deed.DECIDE, Deed.ISSUE_DECISION)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    decision, text = decision_for(request, number), request.POST.get("reason", "")[:2000]
    return done(
        request,
        decision,
        _("Đã ghi giải trình."),
        lambda: reckoning.answer(decision=decision, differences=keys(request, "khac_biet"), text=text, **who(request)),
    )


@require_POST
@requires(Deed.ISSUE_DECISION)
def issue(request: HttpRequest, number: int) -> HttpResponse:
    """Issue it; what has changed since the dossiers were sent is written down and shown to be answered first."""
    decision, form = decision_for(request, number), IssueForm(request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, issue_form=form)
    try:
        made = issuing.issue(decision=decision, **form.cleaned_data, **who(request))
    except Unanswered as problem:
        reckoning.reckon(decision=decision, **who(request))
        return refused(request, decision, str(problem), WRONG, issue_form=form)
    except WrongStage as problem:
        return refused(request, decision, str(problem), CONFLICT)
    except REFUSED as problem:
        return refused(request, decision, str(problem), WRONG, issue_form=form)
    said = {"decision": made.reference}
    messages.success(request, _("Đã ban hành Quyết định số %(decision)s; kết quả đã vào sổ.") % said)
    return redirect("decision", made.pk)


@require_POST
@requires(Deed.ISSUE_DECISION)
def attach(request: HttpRequest, number: int) -> HttpResponse:
    decision, form = decision_for(request, number), ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, scan_form=form)
    file = form.cleaned_data["scan"]
    return done(
        request,
        decision,
        _("Đã đính kèm bản ký."),
        lambda: issuing.attach(decision=decision, file=file, **who(request)),
    )


@requires(Deed.SEE_DECISIONS)
def scan(request: HttpRequest, number: int, scan: int) -> HttpResponse:
    kept = get_object_or_404(DecisionScan, pk=scan, decision=decision_for(request, number))
    return download(name=kept.name, path=kept.path)
