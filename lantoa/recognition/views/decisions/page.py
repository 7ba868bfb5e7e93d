"""The page of one decision, as it stands or with a form that was refused."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import DecisionStage
from lantoa.recognition.forms.decisions import (
    BudgetForm,
    IssueForm,
    ReasonForm,
    RevokeForm,
    RewardForm,
    ScanForm,
    WordsForm,
)
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions import one as queries
from lantoa.recognition.queries.decisions.lists import waiting

OPEN_TO_EDIT = (DecisionStage.DRAFT.value, DecisionStage.SENT_BACK.value)
OPEN_TO_ANSWER = (*OPEN_TO_EDIT, DecisionStage.WITH_PRINCIPAL.value, DecisionStage.APPROVED.value)


def page_of(request: HttpRequest, decision: Decision, *, status: int = 200, **given: Any) -> HttpResponse:
    user = cast("User", request.user)
    lines = queries.lines_of(decision, with_votes=queries.may_see_votes(user))
    is_recognition = decision.kind == Decision.Kind.RECOGNISE
    context: dict[str, Any] = {
        "decision": decision,
        "lines": lines,
        "listed": [line for line in lines if line.item.state == DecisionItem.State.LISTED],
        "out": [line for line in lines if line.item.state != DecisionItem.State.LISTED],
        "any_revoked": any(line.is_revoked for line in lines),
        "is_recognition": is_recognition,
        "scans": decision.scans.select_related("added_by").order_by("pk"),
        "later": decision.changed_by.exclude(stage=DecisionStage.DROPPED.value).order_by("pk"),
        "money": queries.money_of(decision),
        "reason_form": ReasonForm(),
        **_abilities(user, decision),
    }
    if is_recognition and decision.stage in OPEN_TO_ANSWER:
        context["alike"] = queries.alike(lines)
    return render(request, "recognition/decisions/one.html", context | _forms(decision, context) | given, status=status)


def _abilities(user: User, decision: Decision) -> dict[str, Any]:
    actor = actor_of(user)
    is_draft = decision.stage in OPEN_TO_EDIT
    drafts = bool(may(actor, Deed.DRAFT_DECISION))
    own = user.pk in (decision.made_by_id, decision.presented_by_id)
    return {
        "deeds": queries.deeds(decision, user),
        "may_draft": drafts,
        "may_edit": drafts and is_draft,
        "may_decide": bool(may(actor, Deed.DECIDE)),
        "may_issue": bool(may(actor, Deed.ISSUE_DECISION)),
        "may_answer": queries.may_answer(user) and decision.stage in OPEN_TO_ANSWER,
        "may_see_dossiers": bool(may(actor, Deed.SEE_NOMINATION)),
        "may_strike": decision.stage == DecisionStage.WITH_PRINCIPAL.value
        and bool(may(actor, Deed.DECIDE))
        and not own,
        "own_draft": own,
    }


def _forms(decision: Decision, context: dict[str, Any]) -> dict[str, Any]:
    """Only those that the page will show."""
    forms: dict[str, Any] = {}
    if context["may_edit"]:
        given = {"title": decision.title, "basis": decision.basis, "version": decision.version}
        forms["words_form"] = WordsForm(initial=given)
        if context["is_recognition"]:
            forms["waiting"] = list(waiting(decision.round))
            forms["reward_form"] = RewardForm(queries.forms_on(localdate()))
            forms["budget_form"] = BudgetForm(auto_id="kinh-phi-%s")
    if context["may_issue"] and "issue" in context["deeds"]:
        forms["issue_form"] = IssueForm(initial={"decided_on": localdate(), "signer": queries.last_signer()})
    if decision.stage == DecisionStage.ISSUED.value:
        if context["may_issue"]:
            forms["scan_form"] = ScanForm()
        if context["may_draft"] and context["is_recognition"]:
            grounds = plans.load(decision.edition).procedure.grounds
            forms["revoke_form"] = RevokeForm(list(grounds.values()))
    return forms
