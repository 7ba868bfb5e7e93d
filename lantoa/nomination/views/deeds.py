"""What the unit does with a dossier as a whole: sent, sent again, withdrawn, moved to the unit of today."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions import sending
from lantoa.nomination.actions.refusals import (
    AfterTheDeadline,
    ChangedMeanwhile,
    HasEnded,
    NomineeHasLeft,
    NomineeHasMoved,
    NoReport,
    NoRound,
    NotMet,
    NotMetAtMeeting,
    NotYetOpen,
    NowhereToMove,
    OnHold,
    ReusedWithoutReason,
    UnitIsGone,
)
from lantoa.nomination.forms.dossier import words_form
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import readable
from lantoa.nomination.views.asked import CONFLICT, WRONG, nomination_for, user_of, who
from lantoa.nomination.views.dossier import page_of
from lantoa.register.actions.refusals import NotAllowed

MOST = 50  # as many as a page of the list has
TOO_LATE = (AfterTheDeadline, ChangedMeanwhile, HasEnded, NoRound, NotYetOpen, OnHold, WrongStage)
REFUSALS = (
    NoReason,
    NoReport,
    NomineeHasLeft,
    NomineeHasMoved,
    NotAllowed,
    NotMet,
    NotMetAtMeeting,
    NowhereToMove,
    ReusedWithoutReason,
    UnitIsGone,
)


@require_POST
@requires(Deed.NOMINATE)
def send(request: HttpRequest, number: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    words = _("Đã gửi hồ sơ. Kết quả đối chiếu, báo cáo và minh chứng được giữ nguyên như lúc gửi.")
    return _done(request, nomination, words, lambda: sending.send(nomination=nomination, **who(request)))


@require_POST
@requires(Deed.NOMINATE)
def send_several(request: HttpRequest) -> HttpResponse:
    """Those that are marked on the list; each that cannot be sent stays a draft and says why."""
    marked = [int(key) for key in request.POST.getlist("chon") if key.isascii() and key.isdigit()][:MOST]
    drafts = list(readable(user_of(request)).filter(pk__in=marked).select_related("subject").order_by("pk"))
    if not drafts:
        messages.error(request, _("Hãy đánh dấu ít nhất một bản nháp để gửi."))
    sent = sum(_sent(request, one) for one in drafts)
    if sent:
        words = ngettext("Đã gửi %(n)s hồ sơ.", "Đã gửi %(n)s hồ sơ.", sent)
        messages.success(request, words % {"n": sent})
    back = request.POST.get("tro-lai", "")
    query = back if back.startswith("?") else ""
    return redirect(f"{reverse('nominations')}{query}")


def _sent(request: HttpRequest, one: Nomination) -> bool:
    try:
        sending.send(nomination=one, **who(request))
    except (*TOO_LATE, *REFUSALS) as problem:
        messages.warning(request, _("%(name)s: %(reason)s") % {"name": one.subject.name, "reason": problem})
        return False
    return True


@require_POST
@requires(Deed.NOMINATE)
def resend(request: HttpRequest, number: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    words = _("Đã gửi lại; người yêu cầu bổ sung đã được báo.")
    return _done(request, nomination, words, lambda: sending.resend(nomination=nomination, **who(request)))


@require_POST
@requires(Deed.NOMINATE)
def move_to_unit(request: HttpRequest, number: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    words = _("Đã chuyển hồ sơ về đơn vị hiện nay của người được đề cử.")
    return _done(request, nomination, words, lambda: sending.move_to_unit(nomination=nomination, **who(request)))


@require_POST
@requires(Deed.NOMINATE)
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    nomination, form = nomination_for(request, number), words_form("withdraw", request.POST)
    if not form.is_valid():
        return page_of(request, nomination, status=WRONG, withdraw_form=form)
    said = form.cleaned_data["words"]
    words = _("Đã rút đề cử.")
    return _done(
        request, nomination, words, lambda: sending.withdraw(nomination=nomination, reason=said, **who(request))
    )


def _done(request: HttpRequest, nomination: Nomination, words: str, act: Callable[[], object]) -> HttpResponse:
    """Do it and say so; or show the dossier as it is now with the reason why not."""
    try:
        act()
    except TOO_LATE as problem:
        return _explained(request, nomination, problem, CONFLICT)
    except REFUSALS as problem:
        return _explained(request, nomination, problem, WRONG)
    messages.success(request, words)
    return redirect("nomination", nomination.pk)


def _explained(request: HttpRequest, nomination: Nomination, problem: Exception, status: int) -> HttpResponse:
    messages.error(request, str(problem))
    return page_of(request, nomination_for(request, nomination.pk), status=status)
