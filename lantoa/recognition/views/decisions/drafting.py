"""The officer's part: a draft is made from those recommended, written, rewarded, dropped."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.recognition.actions.decisions import drafting, rewards
from lantoa.recognition.actions.decisions.refusals import ChangedMeanwhile
from lantoa.recognition.forms.decisions import BudgetForm, RewardForm, WordsForm
from lantoa.recognition.queries.decisions.lists import waiting
from lantoa.recognition.queries.decisions.one import forms_on
from lantoa.recognition.views.decisions.asked import (
    CONFLICT,
    REFUSED,
    WRONG,
    decision_for,
    done,
    item_for,
    keys,
    refused,
    round_for,
    who,
)
from lantoa.recognition.views.decisions.page import page_of


@requires(Deed.DRAFT_DECISION)
def new(request: HttpRequest) -> HttpResponse:
    """Everybody who waits for a decision, by round; the ticked ones of one round make a draft."""
    if request.method == "POST":
        return _made(request)
    return _new(request)


def _made(request: HttpRequest) -> HttpResponse:
    number = request.POST.get("dot", "")
    of = round_for(int(number) if number.isascii() and number.isdigit() else 0)
    try:
        made = drafting.draft(of=of, nominations=keys(request, "de_cu"), **who(request))
    except REFUSED as problem:
        messages.error(request, str(problem))
        return _new(request, status=WRONG)
    messages.success(request, _("Đã lập dự thảo. Hãy đọc lại trích yếu, căn cứ rồi trình Hiệu trưởng."))
    return redirect("decision", made.pk)


def _new(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    rounds = [(of, list(found)) for of, found in groupby(waiting(), lambda one: one.round)]
    return render(request, "recognition/decisions/new.html", {"rounds": rounds}, status=status)


@require_POST
@requires(Deed.DRAFT_DECISION)
def rewrite(request: HttpRequest, number: int) -> HttpResponse:
    decision, form = decision_for(request, number), WordsForm(request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, words_form=form)
    value = form.cleaned_data
    try:
        drafting.rewrite(
            decision=decision, title=value["title"], basis=value["basis"], seen=value["version"], **who(request)
        )
    except ChangedMeanwhile as conflict:
        return _both_texts(request, conflict, form)
    except WrongStage as problem:
        return refused(request, decision, str(problem), CONFLICT)
    except REFUSED as problem:
        return refused(request, decision, str(problem), WRONG, words_form=form)
    messages.success(request, _("Đã ghi dự thảo."))
    return redirect("decision", decision.pk)


def _both_texts(request: HttpRequest, conflict: ChangedMeanwhile, form: WordsForm) -> HttpResponse:
    """What was typed stays in the form, beside what stands there now; the next press writes over it."""
    form.data = {**form.data.dict(), "version": str(conflict.decision.version)}  # type: ignore[attr-defined]
    form.add_error(None, str(conflict))
    decision = decision_for(request, conflict.decision.pk)
    return page_of(request, decision, status=CONFLICT, words_form=form, theirs=conflict.decision)


@require_POST
@requires(Deed.DRAFT_DECISION)
def gather(request: HttpRequest, number: int) -> HttpResponse:
    decision = decision_for(request, number)
    return done(
        request,
        decision,
        _("Đã đưa thêm vào danh sách."),
        lambda: drafting.gather(decision=decision, nominations=keys(request, "de_cu"), **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def leave_out(request: HttpRequest, number: int) -> HttpResponse:
    line, reason = item_for(request, number), request.POST.get("reason", "")[:2000]
    return done(
        request,
        line.decision,
        _("Đã để %(name)s lại cho quyết định khác.") % {"name": line.name},
        lambda: drafting.leave_out(item=line, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def drop(request: HttpRequest, number: int) -> HttpResponse:
    decision, reason = decision_for(request, number), request.POST.get("reason", "")[:2000]
    return done(
        request,
        decision,
        _("Đã bỏ dự thảo; những người trong danh sách chờ quyết định khác."),
        lambda: drafting.drop(decision=decision, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def reward(request: HttpRequest, number: int) -> HttpResponse:
    decision, form = decision_for(request, number), RewardForm(forms_on(localdate()), request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, reward_form=form)
    value = form.cleaned_data
    wanted = rewards.Wanted(value["form"], value["amount"] or 0, value["basis"])
    return done(
        request,
        decision,
        _("Đã ghi khen thưởng cho những dòng đã chọn."),
        lambda: rewards.reward(decision=decision, items=keys(request, "dong"), wanted=wanted, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def budget(request: HttpRequest, number: int) -> HttpResponse:
    decision, form = decision_for(request, number), BudgetForm(request.POST, auto_id="kinh-phi-%s")
    if not form.is_valid() or decision.round is None:
        return page_of(request, decision, status=WRONG, budget_form=form)
    of, value = decision.round, form.cleaned_data
    return done(
        request,
        decision,
        _("Đã ghi kinh phí khen thưởng của đợt."),
        lambda: rewards.set_budget(of=of, amount=value["amount"], source=value["source"], **who(request)),
    )
