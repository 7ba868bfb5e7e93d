"""One submission: its list, its package and its way; and everything that is done to it with one press."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import STAGE_LABELS, SubmissionStage, moves_from
from lantoa.domain.vietnamese import slug
from lantoa.papers.pdf.office import is_there
from lantoa.papers.views import download
from lantoa.recognition.actions.submissions import packing, sending, writing
from lantoa.recognition.forms.submissions import AcceptForm, ReturnForm
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.parcel.reply import write
from lantoa.recognition.parcel.shelf import place_of
from lantoa.recognition.queries.submissions.dossiers import facts_of
from lantoa.recognition.queries.submissions.reading import OPEN, free, is_packing, lacks
from lantoa.recognition.tasks import pack_submission
from lantoa.recognition.views.submissions.asked import CONFLICT, REFUSALS, WRONG, done, submission_for, user_of, who

WAY = (SubmissionStage.DRAFT, SubmissionStage.SENT, SubmissionStage.ACCEPTED, SubmissionStage.ANSWERED)


@requires(Deed.SUBMIT, Deed.ANSWER)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, submission_for(request, number))


@requires(Deed.SUBMIT, Deed.ANSWER)
def dossier(request: HttpRequest, number: int, item: int) -> HttpResponse:
    """One proposed person or collective, as its dossier went up."""
    submission = submission_for(request, number)
    found = get_object_or_404(submission.items.select_related("nomination"), pk=item)
    context = {"submission": submission, "item": found, "facts": facts_of(found)}
    return render(request, "recognition/submissions/dossier.html", context)


@requires(Deed.SUBMIT, Deed.ANSWER)
def decision(request: HttpRequest, number: int) -> HttpResponse:
    """The signed decision of the Minister."""
    submission = submission_for(request, number)
    if not submission.decision_path:
        raise Http404
    return download(name=submission.decision_name, path=submission.decision_path)


@requires(Deed.SUBMIT, Deed.ANSWER)
def reply(request: HttpRequest, number: int) -> HttpResponse:
    """The decision as a file, for the school that sent the submission."""
    submission = submission_for(request, number)
    if submission.stage != SubmissionStage.ANSWERED.value or not submission.is_received:
        raise Http404
    name = f"{slug(f'tra-loi {submission.sender_code} {submission.number}')}.json"
    headers = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(write(submission), content_type="application/json", headers=headers)


@require_POST
@requires(Deed.SUBMIT)
def put_in(request: HttpRequest, number: int) -> HttpResponse:
    submission = submission_for(request, number)
    chosen = [int(text) for text in request.POST.getlist("chon") if text.isascii() and text.isdigit()]
    return _done(
        request,
        submission,
        _("Đã thêm vào danh sách đề nghị."),
        lambda: writing.put_in(submission=submission, nominations=chosen, **who(request)),
    )


@require_POST
@requires(Deed.SUBMIT)
def take_out(request: HttpRequest, number: int, item: int) -> HttpResponse:
    submission = submission_for(request, number)
    return _done(
        request,
        submission,
        _("Đã bớt khỏi danh sách; hồ sơ chờ tờ trình khác."),
        lambda: writing.take_out(submission=submission, item=item, **who(request)),
    )


@require_POST
@requires(Deed.SUBMIT)
def discard(request: HttpRequest, number: int) -> HttpResponse:
    submission = submission_for(request, number)
    try:
        writing.discard(submission=submission, **who(request))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return page_of(request, submission, CONFLICT)
    messages.success(request, _("Đã bỏ tờ trình; các hồ sơ chờ tờ trình khác."))
    return redirect("submissions")


@require_POST
@requires(Deed.SUBMIT)
def pack(request: HttpRequest, number: int) -> HttpResponse:
    """Let the worker make the package."""
    submission = submission_for(request, number)
    if is_packing(submission):
        return redirect("submission", number)
    try:
        packing.begin(submission=submission, **who(request))
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
        return page_of(request, submission, WRONG)
    pack_submission.enqueue(number, user_of(request).pk)
    return redirect("submission", number)


@require_POST
@requires(Deed.SUBMIT)
def send(request: HttpRequest, number: int) -> HttpResponse:
    submission = submission_for(request, number)
    words = _("Đã gửi. Tải gói hồ sơ để nộp Bộ; khi Bộ trả lời, ghi kết quả ở đây.")
    return _done(request, submission, words, lambda: sending.send(submission=submission, **who(request)))


@require_POST
@requires(Deed.ANSWER)
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    submission, form = submission_for(request, number), ReturnForm(request.POST)
    if not form.is_valid():
        return page_of(request, submission, WRONG, return_form=form)
    reason = form.cleaned_data["reason"]
    return _done(
        request,
        submission,
        _("Đã ghi Bộ trả lại; sửa rồi đóng gói, gửi lại."),
        lambda: sending.take_back(submission=submission, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.ANSWER)
def accept(request: HttpRequest, number: int) -> HttpResponse:
    submission, form = submission_for(request, number), AcceptForm(request.POST)
    if not form.is_valid():
        return page_of(request, submission, WRONG, accept_form=form)
    day = form.cleaned_data["day"]
    return _done(
        request,
        submission,
        _("Đã ghi Bộ tiếp nhận."),
        lambda: sending.accept(submission=submission, day=day, **who(request)),
    )


def page_of(request: HttpRequest, submission: Submission, status: int = 200, **forms: Any) -> HttpResponse:
    """The page as it is now; `forms` are those that were refused, with what was typed."""
    submission = submission_for(request, submission.pk)
    actor, is_open = actor_of(request.user), submission.stage in OPEN
    may_write = is_open and bool(may(actor, Deed.SUBMIT)) and not submission.is_received
    may_answer = bool(may(actor, Deed.ANSWER))
    open_deeds = {move.deed for move in moves_from(SubmissionStage(submission.stage))}
    page: dict[str, Any] = {
        "submission": submission,
        "tier": tier_name(submission.tier),
        "items": list(submission.items.select_related("nomination")),
        "steps": _steps(SubmissionStage(submission.stage)),
        "may_write": may_write,
        "answers": open_deeds & {"return", "accept", "answer"} if may_answer else set(),
        "lacks": lacks(submission, localdate()) if may_write else [],
        "is_packing": is_packing(submission),
        "has_office": is_there(),
        "has_parcel": bool(submission.package_sha256) and place_of(submission.package_sha256).exists(),
        "more": list(free(submission.round)) if may_write and submission.round else [],
        "events": [(event, deed_in_words(event.deed)) for event in events(target=f"submission:{submission.pk}")],
        "outcomes": SubmissionItem.Outcome,
        "return_form": ReturnForm(),
        "accept_form": AcceptForm(initial={"day": localdate()}),
    }
    asks_for_part = bool(request.headers.get("HX-Request")) and request.method == "GET"
    template = "recognition/submissions/deeds.html#package" if asks_for_part else "recognition/submissions/one.html"
    return render(request, template, page | forms, status=status)


def _steps(stage: SubmissionStage) -> list[tuple[str, str]]:
    """The way of a submission, each step done, current or ahead; a returned one is being written again."""
    at = WAY.index(SubmissionStage.DRAFT if stage is SubmissionStage.RETURNED else stage)
    names = [STAGE_LABELS[stage] if place == at else STAGE_LABELS[one] for place, one in enumerate(WAY)]
    return [(name, "done" if place < at else "current" if place == at else "") for place, name in enumerate(names)]


def _done(request: HttpRequest, submission: Submission, words: str, act: Any) -> HttpResponse:
    return done(request, words, act, lambda status: page_of(request, submission, status), "submission", submission.pk)
