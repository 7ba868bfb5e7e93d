"""What is done to an objection, each by one press on its page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.posting import handling
from lantoa.nomination.actions.posting import identity as identities
from lantoa.nomination.actions.posting.handling import Conclusion
from lantoa.nomination.actions.posting.refusals import CannotHandle, InOtherHands, NobodyKnown, NotTakenUp, OwnObjection
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.forms.posting import HandOverForm, SettleForm
from lantoa.nomination.models import Objection
from lantoa.nomination.queries.posting.officers import handlers
from lantoa.nomination.views.asked import CONFLICT, WRONG, who
from lantoa.nomination.views.posting.objections import objection_for, page_of
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (CannotHandle, InOtherHands, NoReason, NotAllowed, OnHold, OwnObjection)


@require_POST
@requires(Deed.HANDLE_OBJECTION)
def take_up(request: HttpRequest, code: str) -> HttpResponse:
    objection = objection_for(request, code)
    words = _("Bạn đã nhận xác minh ý kiến này.")
    return _done(request, objection, words, lambda: handling.take_up(objection=objection, **who(request)))


@require_POST
@requires(Deed.HANDLE_OBJECTION)
def hand_over(request: HttpRequest, code: str) -> HttpResponse:
    objection = objection_for(request, code)
    form = HandOverForm(handlers(objection, localdate()), request.POST)
    if not form.is_valid():
        return page_of(request, objection, hand_over_form=form, status=WRONG)
    to = form.cleaned_data["to"]
    words = _("Đã chuyển cho %(name)s; từ nay chỉ người đó đọc được tên người gửi.") % {"name": to}
    return _done(request, objection, words, lambda: handling.hand_over(objection=objection, to=to, **who(request)))


@require_POST
@requires(Deed.HANDLE_OBJECTION)
def settle(request: HttpRequest, code: str) -> HttpResponse:
    objection, form = objection_for(request, code), SettleForm(request.POST)
    if not form.is_valid():
        return page_of(request, objection, settle_form=form, status=WRONG)
    said = Conclusion(**form.cleaned_data)
    words = _("Đã kết luận. Người gửi đọc trả lời bằng mã theo dõi.")
    return _done(
        request, objection, words, lambda: handling.settle(objection=objection, conclusion=said, **who(request))
    )


@never_cache
@require_POST
@requires(Deed.HANDLE_OBJECTION)
def identity(request: HttpRequest, code: str) -> HttpResponse:
    """Shown once, on this answer only; the log keeps that it was read."""
    objection = objection_for(request, code)
    try:
        objector = identities.read(objection=objection, **who(request))
    except (InOtherHands, NobodyKnown, NotAllowed, NotTakenUp) as refusal:
        messages.error(request, str(refusal))
        return page_of(request, objection, status=WRONG)
    return page_of(request, objection, objector=objector)


def _done(request: HttpRequest, objection: Objection, words: str, act: Callable[[], object]) -> HttpResponse:
    """Do it and say so; or show the page as it is now with the reason why not."""
    try:
        act()
    except WrongStage as problem:
        return _explained(request, objection, problem, CONFLICT)
    except REFUSALS as problem:
        return _explained(request, objection, problem, WRONG)
    messages.success(request, words)
    return redirect("objection", objection.code)


def _explained(request: HttpRequest, objection: Objection, problem: Exception, status: int) -> HttpResponse:
    messages.error(request, str(problem))
    form = SettleForm(request.POST) if "findings" in request.POST else SettleForm()
    return page_of(request, objection_for(request, objection.code), status=status, settle_form=form)
