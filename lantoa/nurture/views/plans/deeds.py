"""What is done to a plan, each by one press on its page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.nurture.actions import ending, people, plans
from lantoa.nurture.actions.refusals import (
    HasEnded,
    MentorHasLeft,
    MentorIsOneself,
    NoGoals,
    NoMentor,
    NothingChanges,
    NotThePerson,
    OwnDraft,
    WasApproved,
)
from lantoa.nurture.forms.plans import MentorForm, words_form
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.views.plans.asked import CONFLICT, WRONG, plan_for, who
from lantoa.nurture.views.plans.one import page_of
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (
    HasEnded,
    MentorHasLeft,
    MentorIsOneself,
    NoGoals,
    NoMentor,
    NoReason,
    NotAllowed,
    NotThePerson,
    NothingChanges,
    OwnDraft,
    WasApproved,
)


@require_POST
@requires(Deed.WRITE_NURTURE)
def discard(request: HttpRequest, number: int) -> HttpResponse:
    plan = plan_for(request, number)
    words = _("Đã xoá bản nháp; %s vẫn là nhân tố mới.") % plan.prospect.subject.name
    return done(request, plan, words, lambda: plans.discard(plan=plan, **who(request)), to="nurture_plans")


@require_POST
@requires(Deed.WRITE_NURTURE)
def send(request: HttpRequest, number: int) -> HttpResponse:
    plan = plan_for(request, number)
    return done(request, plan, _("Đã trình trưởng đơn vị."), lambda: plans.send(plan=plan, **who(request)))


@require_POST
@requires(Deed.APPROVE_NURTURE)
def approve(request: HttpRequest, number: int) -> HttpResponse:
    plan = plan_for(request, number)
    words = _("Đã duyệt. Người được bồi dưỡng và người hướng dẫn đã được báo.")
    return done(request, plan, words, lambda: plans.approve(plan=plan, **who(request)))


@require_POST
@requires(Deed.APPROVE_NURTURE)
def take_to_draft(request: HttpRequest, number: int) -> HttpResponse:
    words = _("Đã trả lại để sửa; người lập kế hoạch đã được báo.")
    return _with_words(
        request, number, "return", words, lambda plan, said: plans.take_to_draft(plan=plan, reason=said, **who(request))
    )


@require_POST
@requires(Deed.APPROVE_NURTURE)
def declare_ready(request: HttpRequest, number: int) -> HttpResponse:
    words = _("Đã ghi kết luận. Bước tiếp theo là đề cử.")
    return _with_words(
        request,
        number,
        "ready",
        words,
        lambda plan, said: ending.declare_ready(plan=plan, conclusion=said, **who(request)),
    )


@require_POST
@requires(Deed.APPROVE_NURTURE)
def close(request: HttpRequest, number: int) -> HttpResponse:
    words = _("Kế hoạch đã kết thúc với bài học được ghi lại.")
    return _with_words(
        request, number, "close", words, lambda plan, said: ending.close(plan=plan, lessons=said, **who(request))
    )


@require_POST
@requires(Deed.SEE_NURTURE)
def remark(request: HttpRequest, number: int) -> HttpResponse:
    words = _("Đã ghi ý kiến; người hướng dẫn và trưởng đơn vị đã được báo.")
    return _with_words(
        request, number, "remark", words, lambda plan, said: people.remark(plan=plan, text=said, **who(request))
    )


@require_POST
@requires(Deed.APPROVE_NURTURE)
def change_mentor(request: HttpRequest, number: int) -> HttpResponse:
    plan, form = plan_for(request, number), MentorForm(request.POST)
    if not form.is_valid():
        return page_of(request, plan, status=WRONG, mentor_form=form)
    mentor = form.cleaned_data["mentor"]
    words = _("Người hướng dẫn mới: %s.") % mentor.subject.name
    return done(
        request, plan, words, lambda: people.change_mentor(plan=plan, mentor=mentor, **who(request)), mentor_form=form
    )


def done(
    request: HttpRequest,
    plan: NurturePlan,
    words: str,
    act: Callable[[], object],
    *,
    to: str = "",
    **forms: Any,
) -> HttpResponse:
    """Do it and say so; or show the plan as it is now with the reason why not."""
    try:
        act()
    except WrongStage as problem:
        return explained(request, plan, problem, CONFLICT, **forms)
    except REFUSALS as problem:
        return explained(request, plan, problem, WRONG, **forms)
    messages.success(request, words)
    return redirect(to) if to else redirect("nurture_plan", plan.pk)


def explained(request: HttpRequest, plan: NurturePlan, problem: Exception, status: int, **forms: Any) -> HttpResponse:
    messages.error(request, str(problem))
    return page_of(request, plan_for(request, plan.pk), status=status, **forms)


def _with_words(
    request: HttpRequest, number: int, deed: str, words: str, act: Callable[[NurturePlan, str], object]
) -> HttpResponse:
    """A deed that says why; what was typed stays on the page when it is refused."""
    plan = plan_for(request, number)
    form = words_form(deed, request.POST)
    typed: dict[str, Any] = {f"{deed}_form": form}
    if not form.is_valid():
        return page_of(request, plan, status=WRONG, **typed)
    said = form.cleaned_data["words"]
    return done(request, plan, words, lambda: act(plan, said), **typed)
