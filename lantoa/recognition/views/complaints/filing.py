"""Filing a complaint: first which decision, then what about; the same for a paper that an officer takes down."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.accounts.views.access import abilities
from lantoa.domain.authority import Deed
from lantoa.recognition.actions.complaints import filing
from lantoa.recognition.actions.complaints.refusals import FiledAlready
from lantoa.recognition.forms.complaints import ComplaintForm, PaperComplaintForm
from lantoa.recognition.models import Complaint, Decision
from lantoa.recognition.queries.complaints.reading import issued, last_day_of, procedure_of, subjects_of
from lantoa.register.actions.refusals import NotAllowed

WRONG = 422


@requires(Deed.COMPLAIN)
def choose(request: HttpRequest) -> HttpResponse:
    """The decisions about which one may still complain, each with its days left."""
    day = localdate()
    rows = [(one, last, (last - day).days) for one, last in issued(day, only_open=True)]
    return render(request, "recognition/complaints/choose.html", {"rows": rows, "abilities": abilities(request)})


@requires(Deed.COMPLAIN)
def file(request: HttpRequest, decision: int) -> HttpResponse:
    return _form(request, decision, is_paper=False)


@requires(Deed.HANDLE_COMPLAINT)
def take_down(request: HttpRequest, decision: int) -> HttpResponse:
    return _form(request, decision, is_paper=True)


def _form(request: HttpRequest, number: int, *, is_paper: bool) -> HttpResponse:
    decision, user = get_object_or_404(Decision, pk=number, stage="issued"), cast("User", request.user)
    subjects, last = subjects_of(decision, None if is_paper else user), last_day_of(decision)
    kind = PaperComplaintForm if is_paper else ComplaintForm
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = kind(subjects, *given, is_late=is_paper or localdate() > last)
    if request.method == "POST" and form.is_valid():
        try:
            complaint = _filed(form, decision, user)
        except FiledAlready as known:
            messages.info(request, str(known))
            return redirect("complaint", known.complaint.code)
        except (ValueError, NotAllowed) as refusal:
            form.add_error(None, str(refusal))
        else:
            words = _("Đã nhận khiếu nại, mã %(code)s. Chậm nhất %(due)s sẽ trả lời có thụ lý hay không.")
            messages.success(request, words % {"code": complaint.code, "due": f"{complaint.accept_by:%d/%m/%Y}"})
            return redirect("complaint", complaint.code)
    page = {
        "form": form,
        "decision": decision,
        "last": last,
        "days": (last - localdate()).days,
        "procedure": procedure_of(decision),
        "source": procedure_of(decision).sources["complaints"],
        "is_paper": is_paper,
    }
    return render(request, "recognition/complaints/file.html", page, status=WRONG if form.errors else 200)


def _filed(form: ComplaintForm, decision: Decision, user: User) -> Complaint:
    return filing.file(
        decision=decision,
        about=form.subject,
        telling=form.telling(),
        files=form.cleaned_data["attached"],
        on_paper=form.on_paper() if isinstance(form, PaperComplaintForm) else None,
        by=user,
        at=now(),
    )
