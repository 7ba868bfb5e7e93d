"""What is done to a tip, each by one press on its page."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import LeftAlready, NoReason
from lantoa.discovery.actions.tips import handling
from lantoa.discovery.actions.tips.refusals import AboutOneself, CannotHandle, NotADuplicate, NotIdentified
from lantoa.discovery.forms.tips import AnswerForm, HandOverForm, IdentifyForm, MergeForm
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.owners import handlers
from lantoa.discovery.views.tips.one import WRONG, page_of, tip_for
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.register.actions.refusals import NotAllowed

CONFLICT = 409
REFUSALS = (AboutOneself, CannotHandle, LeftAlready, NoReason, NotADuplicate, NotAllowed, NotIdentified)


@require_POST
@requires(Deed.HANDLE_TIP)
def take_up(request: HttpRequest, code: str) -> HttpResponse:
    tip = tip_for(request, code)
    return _done(
        request, tip, _("Bạn đã nhận xem xét phát hiện này."), lambda: handling.take_up(tip=tip, **_who(request))
    )


@require_POST
@requires(Deed.HANDLE_TIP)
def identify(request: HttpRequest, code: str) -> HttpResponse:
    tip, form = tip_for(request, code), IdentifyForm(request.POST)
    if not form.is_valid():
        return page_of(request, tip, identify_form=form, status=WRONG)
    subject = form.cleaned_data["subject"]
    return _done(
        request,
        tip,
        _("Đã ghi rõ: %(name)s.") % {"name": subject.name},
        lambda: handling.identify(tip=tip, subject=subject, **_who(request)),
    )


@require_POST
@requires(Deed.HANDLE_TIP)
def hand_over(request: HttpRequest, code: str) -> HttpResponse:
    tip = tip_for(request, code)
    form = HandOverForm(handlers(tip, localdate()), request.POST)
    if not form.is_valid():
        return page_of(request, tip, hand_over_form=form, status=WRONG)
    to = form.cleaned_data["to"]
    return _done(
        request,
        tip,
        _("Đã chuyển cho %(name)s.") % {"name": to},
        lambda: handling.hand_over(tip=tip, to=to, **_who(request)),
    )


@require_POST
@requires(Deed.HANDLE_TIP)
def merge(request: HttpRequest, code: str) -> HttpResponse:
    tip, form = tip_for(request, code), MergeForm(request.POST)
    if not form.is_valid():
        return page_of(request, tip, merge_form=form, status=WRONG)
    into = form.cleaned_data["into"]
    return _done(
        request,
        tip,
        _("Đã gộp vào phát hiện %(code)s; người gửi sẽ nhận cùng trả lời.") % {"code": into.code},
        lambda: handling.merge(tip=tip, into=into, **_who(request)),
        to=into,
    )


@require_POST
@requires(Deed.HANDLE_TIP)
def accept(request: HttpRequest, code: str) -> HttpResponse:
    words = _("Đã chọn. Người gửi đã được báo; hồ sơ theo dõi nhân tố mới đã mở.")
    return _answered(request, code, words, handling.accept)


@require_POST
@requires(Deed.HANDLE_TIP)
def decline(request: HttpRequest, code: str) -> HttpResponse:
    return _answered(request, code, _("Đã trả lời người gửi."), handling.decline)


def _answered(request: HttpRequest, code: str, words: str, action: Callable[..., object]) -> HttpResponse:
    tip, form = tip_for(request, code), AnswerForm(request.POST)
    if not form.is_valid():
        return page_of(request, tip, answer_form=form, status=WRONG)
    return _done(request, tip, words, lambda: action(tip=tip, answer=form.cleaned_data["answer"], **_who(request)))


def _done(request: HttpRequest, tip: Tip, words: str, act: Callable[[], object], to: Tip | None = None) -> HttpResponse:
    """Do it and say so; or show the page as it is now with the reason why not."""
    try:
        act()
    except WrongStage as problem:
        return _explained(request, tip, problem, CONFLICT)
    except REFUSALS as problem:
        return _explained(request, tip, problem, WRONG)
    messages.success(request, words)
    return redirect("tip", (to or tip).code)


def _explained(request: HttpRequest, tip: Tip, problem: Exception, status: int) -> HttpResponse:
    messages.error(request, str(problem))
    answer = AnswerForm(request.POST) if "answer" in request.POST else AnswerForm()
    forms_typed: dict[str, forms.Form] = {"answer_form": answer}
    return page_of(request, tip_for(request, tip.code), status=status, **forms_typed)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
