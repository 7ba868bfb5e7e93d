"""The plan follows a person who has moved: asked for, agreed to by both heads, or refused."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed
from lantoa.nurture.actions import transfers
from lantoa.nurture.actions.refusals import (
    AskedAlready,
    HasEnded,
    HasNotMoved,
    NotAsked,
    NotTheirHead,
    SignedAlready,
)
from lantoa.nurture.forms.plans import words_form
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.reading import may_see, plans_with_names
from lantoa.nurture.views.plans.asked import CONFLICT, WRONG, plan_for, user_of, who
from lantoa.nurture.views.plans.deeds import done, explained
from lantoa.nurture.views.plans.one import page_of
from lantoa.register.actions.refusals import NotAllowed

CONFLICTS = (AskedAlready, HasEnded, HasNotMoved, NotAsked, SignedAlready)


@require_POST
@requires(Deed.WRITE_NURTURE)
def propose(request: HttpRequest, number: int) -> HttpResponse:
    plan = plan_for(request, number)
    try:
        return done(
            request,
            plan,
            _("Đã đề nghị chuyển; trưởng hai đơn vị đã được báo."),
            lambda: transfers.propose(plan=plan, **who(request)),
        )
    except CONFLICTS as problem:
        return explained(request, plan, problem, CONFLICT)


@require_POST
@requires(Deed.SEE_NURTURE)
def agree(request: HttpRequest, number: int, transfer: int) -> HttpResponse:
    plan = plan_for(request, number)
    asked = get_object_or_404(Transfer, pk=transfer, plan=plan)
    try:
        signed = transfers.agree(transfer=asked, **who(request))
    except CONFLICTS as problem:
        return explained(request, plan, problem, CONFLICT)
    except NotTheirHead as problem:
        return explained(request, plan, problem, WRONG)
    is_done = signed.let_go_at is not None and signed.taken_at is not None
    words = _("Hai đơn vị đã đồng ý; kế hoạch đã chuyển.") if is_done else _("Đã ghi đồng ý; đang chờ đơn vị kia.")
    return _said(request, plan, words)


@require_POST
@requires(Deed.SEE_NURTURE)
def refuse(request: HttpRequest, number: int, transfer: int) -> HttpResponse:
    plan, form = plan_for(request, number), words_form("refuse", request.POST)
    asked = get_object_or_404(Transfer, pk=transfer, plan=plan)
    if not form.is_valid():
        return page_of(request, plan, status=WRONG, refuse_form=form)
    try:
        transfers.refuse(transfer=asked, reason=form.cleaned_data["words"], **who(request))
    except CONFLICTS as problem:
        return explained(request, plan, problem, CONFLICT)
    except (NoReason, NotAllowed, NotTheirHead) as problem:
        return explained(request, plan, problem, WRONG, refuse_form=form)
    return _said(request, plan, _("Đã ghi không đồng ý; kế hoạch ở lại đơn vị cũ."))


def _said(request: HttpRequest, plan: NurturePlan, words: str) -> HttpResponse:
    """Back to the plan, or to the list for who sees it no longer."""
    messages.success(request, words)
    now = plans_with_names().get(pk=plan.pk)
    return redirect("nurture_plan", now.pk) if may_see(user_of(request), now) else redirect("nurture_plans")
