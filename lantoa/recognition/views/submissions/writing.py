"""The wording of a submission, and the form of the Minister's answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import SubmissionStage, WrongStage
from lantoa.recognition.actions.submissions import sending, writing
from lantoa.recognition.actions.submissions.refusals import ChangedMeanwhile
from lantoa.recognition.forms.submissions import AnswerForm, ReplyForm, WordingForm
from lantoa.recognition.models import Submission
from lantoa.recognition.queries.submissions.reading import OPEN
from lantoa.recognition.views.submissions.asked import CONFLICT, REFUSALS, WRONG, submission_for, who
from lantoa.recognition.views.submissions.one import page_of


@requires(Deed.SUBMIT)
def edit(request: HttpRequest, number: int) -> HttpResponse:
    submission = submission_for(request, number)
    if submission.stage not in OPEN or submission.is_received:
        messages.error(request, _("Tờ trình đã gửi thì không sửa được nữa; chỉ sửa khi Bộ trả lại."))
        return page_of(request, submission, CONFLICT)
    form = WordingForm(request.POST or None, initial=_initial(submission))
    if request.method != "POST" or not form.is_valid():
        return _form(request, submission, form, WRONG if form.errors else 200)
    try:
        seen = form.cleaned_data["version"]
        writing.write(submission=submission, wording=form.wording(), seen=seen, **who(request))
    except ChangedMeanwhile as conflict:
        form.add_error(None, str(conflict))
        return _form(request, conflict.submission, form, CONFLICT, other=conflict.submission)
    except WrongStage as refusal:
        messages.error(request, str(refusal))
        return page_of(request, submission, CONFLICT)
    messages.success(request, _("Đã lưu tờ trình. Nội dung đã đổi, hãy đóng gói lại trước khi gửi."))
    return redirect("submission", number)


@requires(Deed.ANSWER)
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """The Minister's decision: in full, or partly with a reason for each not recognised."""
    submission = submission_for(request, number)
    if submission.stage != SubmissionStage.ACCEPTED.value:
        messages.error(request, _("Chỉ ghi quyết định khi Bộ đã tiếp nhận hồ sơ."))
        return page_of(request, submission, CONFLICT)
    items = submission.items.all()
    form = AnswerForm(items, request.POST, request.FILES) if request.method == "POST" else AnswerForm(items)
    if request.method == "POST" and form.is_valid():
        try:
            paper = form.cleaned_data["paper"]
            sending.answer(submission=submission, answer=form.answer(), paper=paper, **who(request))
        except WrongStage as refusal:
            messages.error(request, str(refusal))
            return page_of(request, submission, CONFLICT)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi quyết định của Bộ trưởng; các công nhận đã vào sổ."))
            return redirect("submission", number)
    return _answer_page(request, submission, form, ReplyForm(submission))


@require_POST
@requires(Deed.ANSWER)
def fill(request: HttpRequest, number: int) -> HttpResponse:
    """The form of the decision with what the Ministry's file says; nothing is written yet."""
    submission = submission_for(request, number)
    reply, form = ReplyForm(submission, request.POST, request.FILES), AnswerForm(submission.items.all())
    if reply.is_valid():
        form.fill(reply.cleaned_data["reply"])
        messages.info(request, _("Đã điền theo tệp trả lời của Bộ. Đối chiếu với bản ký rồi bấm Ghi quyết định."))
    return _answer_page(request, submission, form, reply)


def _answer_page(request: HttpRequest, submission: Submission, form: AnswerForm, reply: ReplyForm) -> HttpResponse:
    context = {"submission": submission, "form": form, "reply": reply}
    status = WRONG if form.errors or reply.errors else 200
    return render(request, "recognition/submissions/answer.html", context, status=status)


def _initial(submission: Submission) -> dict[str, object]:
    return {
        "subject_line": submission.subject_line,
        "text": submission.text,
        "number": submission.number,
        "dated": submission.dated,
        "version": submission.version,
    }


def _form(
    request: HttpRequest, submission: Submission, form: WordingForm, status: int, other: Submission | None = None
) -> HttpResponse:
    context = {"submission": submission, "form": form, "other": other, "version": submission.version}
    return render(request, "recognition/submissions/edit.html", context, status=status)
