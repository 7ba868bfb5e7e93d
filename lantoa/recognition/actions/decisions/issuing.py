"""The clerk's part: number, date and effect are given, and what the decision says happens in the same transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.stages import DecisionStage, Move, WrongStage
from lantoa.domain.vietnamese import fold
from lantoa.notice.actions import tell
from lantoa.papers.attachments import Checked, store
from lantoa.recognition.actions.decisions.entering import carry_out, held_nominations
from lantoa.recognition.actions.decisions.holding import held, insist, step, write_event
from lantoa.recognition.actions.decisions.numbers import held_series, take
from lantoa.recognition.actions.decisions.reckoning import stand
from lantoa.recognition.actions.decisions.refusals import EffectiveBefore, SomebodyWaits, Unanswered, WrongDay
from lantoa.recognition.models import Decision, DecisionItem, DecisionScan
from lantoa.recognition.queries.decisions.days import earliest_day
from lantoa.recognition.queries.decisions.people import accounts_of
from lantoa.recognition.queries.decisions.texts import of_day, reference_of
from lantoa.register.models import Hold

LISTED = DecisionItem.State.LISTED
ATTACH = Move("attach", "đính kèm bản ký", (DecisionStage.ISSUED,), DecisionStage.ISSUED)


@transaction.atomic
def issue(
    *, decision: Decision, decided_on: date, effective_on: date | None = None, signer: str, by: User, at: datetime
) -> Decision:
    """Number and date, and all that follows; WrongDay, EffectiveBefore, SomebodyWaits, Unanswered."""
    decision = held(decision)
    step(decision, "issue", by)
    effective_on = effective_on or decided_on
    if effective_on < decided_on:
        raise EffectiveBefore
    series = held_series(decided_on.year, at)
    _insist_on_day(decision, decided_on, localdate(at))
    items = list(
        decision.items.filter(state=LISTED)
        .select_related("subject", "recognition", "original__decision")
        .order_by("pk")
    )
    nominations = held_nominations(items)
    _insist_on_verdicts(decision, items, localdate(at))
    decision.number = take(year=series.year, by=by, at=at)
    decision.reference = reference_of(decision.number.number, series.suffix)
    decision.decided_on, decision.effective_on, decision.signer = decided_on, effective_on, written(signer)
    decision.search_key = fold(f"{decision.reference} {decision.title}")
    decision.issued_by, decision.issued_at = by, at
    decision.save()
    carry_out(decision=decision, items=items, nominations=nominations, by=by, at=at)
    _tell(decision, items, at)
    details = {"decision": decision.reference, "decided": f"{decided_on:%d/%m/%Y}", "subjects": len(items)}
    write_event(deed="decision_issued", decision=decision, details=details, by=by, at=at)
    return decision


@transaction.atomic
def attach(*, decision: Decision, file: Checked, by: User, at: datetime) -> DecisionScan:
    """The signed paper, scanned."""
    decision = held(decision)
    insist(by, Deed.ISSUE_DECISION)
    if (stage := DecisionStage(decision.stage)) is not DecisionStage.ISSUED:
        raise WrongStage(ATTACH, stage)
    scan = DecisionScan.objects.create(decision=decision, **asdict(store(file)), added_by=by, added_at=at)
    write_event(deed="decision_scan_added", decision=decision, details={"file": scan.name}, by=by, at=at)
    return scan


def _insist_on_day(decision: Decision, decided_on: date, today: date) -> None:
    first = earliest_day(decision, decided_on.year)
    if not first <= decided_on <= today:
        raise WrongDay(first, today)


def _insist_on_verdicts(decision: Decision, items: Sequence[DecisionItem], day: date) -> None:
    """What stops a recognition: somebody on hold, or a difference that nobody has answered."""
    if decision.kind != Decision.Kind.RECOGNISE:
        return
    ends = Q(until=None) | Q(until__gte=day)
    holding = Hold.objects.filter(ends, since__lte=day, subject__in=[item.subject_id for item in items])
    if waiting := set(holding.values_list("subject_id", flat=True)):
        raise SomebodyWaits([item.name for item in items if item.subject_id in waiting])
    if unanswered := [one for one in stand(decision, day) if not one.answer]:
        raise Unanswered(unanswered)


def _tell(decision: Decision, items: Sequence[DecisionItem], at: datetime) -> None:
    """Those it is about, and who made the list."""
    words = _("Quyết định %(decision)s (%(kind)s): %(title)s.") % {
        "decision": of_day(decision.reference, decision.decided_on),
        "kind": decision.get_kind_display(),
        "title": decision.title,
    }
    users = {user.pk: user for user in [*accounts_of([item.subject_id for item in items]), decision.made_by]}
    address = reverse("decision", args=[decision.pk])
    tell(users=users.values(), key=f"decision:{decision.pk}:issued", text=words, address=address, at=at)
