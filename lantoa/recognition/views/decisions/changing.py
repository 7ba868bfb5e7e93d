"""What is decided about a decision: corrections, revocations, restorations; and money taken back."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantoa import plans
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.procedure import Ground
from lantoa.recognition.actions.decisions import changing, rewards
from lantoa.recognition.forms.decisions import EarlierForm, ReasonForm, RevokeForm
from lantoa.recognition.models import Decision, Reward
from lantoa.recognition.queries.decisions.earlier import made_elsewhere
from lantoa.recognition.views.decisions.asked import (
    MOST,
    REFUSED,
    WRONG,
    decision_for,
    done,
    keys,
    refused,
    who,
)
from lantoa.recognition.views.decisions.page import page_of
from lantoa.register.models import Recognition

DRAFTED = gettext_lazy("Đã lập dự thảo quyết định. Hãy đọc lại rồi trình Hiệu trưởng.")


@require_POST
@requires(Deed.DRAFT_DECISION)
def correct(request: HttpRequest, number: int) -> HttpResponse:
    """Every line comes with the name and unit as they should read; only those that differ are corrected."""
    decision, form = decision_for(request, number), ReasonForm(request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, correct_form=form)
    lines = {
        key: changing.Written(request.POST.get(f"ten_{key}", "")[:200], request.POST.get(f"don_vi_{key}", "")[:300])
        for key in decision.items.values_list("pk", flat=True)
        if f"ten_{key}" in request.POST
    }
    reason = form.cleaned_data["reason"]
    return _drafted(
        request,
        decision,
        lambda: changing.draft_correction(decision=decision, lines=lines, reason=reason, **who(request)),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    decision = decision_for(request, number)
    form = RevokeForm(list(plans.load(decision.edition).procedure.grounds.values()), request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, revoke_form=form)
    value, rows = form.cleaned_data, _recognitions(request, decision)
    return _drafted(
        request,
        decision,
        lambda: changing.draft_revocation(
            recognitions=rows, ground=value["ground"], reason=value["reason"], **who(request)
        ),
    )


@require_POST
@requires(Deed.DRAFT_DECISION)
def restore(request: HttpRequest, number: int) -> HttpResponse:
    decision, form = decision_for(request, number), ReasonForm(request.POST)
    if not form.is_valid():
        return page_of(request, decision, status=WRONG, restore_form=form)
    rows, reason = _recognitions(request, decision), form.cleaned_data["reason"]
    return _drafted(
        request,
        decision,
        lambda: changing.draft_restoration(recognitions=rows, reason=reason, **who(request)),
    )


@requires(Deed.DRAFT_DECISION)
def earlier(request: HttpRequest) -> HttpResponse:
    """Recognitions of decisions made elsewhere, to be revoked or restored like any other."""
    form = EarlierForm(_grounds(localdate().year), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = _about_earlier(request, form)
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, DRAFTED)
            return redirect("decision", made.pk)
    words = request.GET.get("q", "")[:200]
    context = {"form": form, "words": words, "rows": made_elsewhere(words)}
    return render(request, "recognition/decisions/earlier.html", context, status=WRONG if form.errors else 200)


def _about_earlier(request: HttpRequest, form: EarlierForm) -> Decision:
    rows, value = list(Recognition.objects.filter(pk__in=keys(request, "dong"))), form.cleaned_data
    if value["ground"]:
        given = {"recognitions": rows, "ground": value["ground"], "reason": value["reason"], **who(request)}
        return changing.draft_revocation(**given)
    return changing.draft_restoration(recognitions=rows, reason=value["reason"], **who(request))


def _grounds(year: int) -> list[Ground]:
    plan = plans.covering(year) or plans.load()
    return list(plan.procedure.grounds.values())


@require_POST
@requires(Deed.DRAFT_DECISION)
def recover(request: HttpRequest, number: int, reward: int) -> HttpResponse:
    decision = decision_for(request, number)
    kept = Reward.objects.filter(pk=min(reward, MOST), item__decision=decision).first()
    if kept is None:
        raise Http404
    return done(
        request,
        decision,
        _("Đã ghi thu hồi tiền thưởng."),
        lambda: rewards.recover(reward=kept, on=localdate(), **who(request)),
    )


def _recognitions(request: HttpRequest, decision: Decision) -> list[Recognition]:
    """Those of the ticked lines."""
    ticked = decision.items.filter(pk__in=keys(request, "dong"))
    return list(Recognition.objects.filter(decision_items__in=ticked).distinct())


def _drafted(request: HttpRequest, decision: Decision, act: Callable[[], Decision]) -> HttpResponse:
    try:
        made = act()
    except REFUSED as problem:
        return refused(request, decision, str(problem), WRONG)
    messages.success(request, DRAFTED)
    return redirect("decision", made.pk)
