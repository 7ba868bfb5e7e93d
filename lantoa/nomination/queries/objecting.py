"""What postings and objections show on the page of a dossier, and to the Council; never who objected."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from lantoa.domain.authority import Actor, Deed, Refused, may, scope
from lantoa.domain.stages import NominationStage, ObjectionStage, PostingStage
from lantoa.nomination.models import Nomination, Objection, PostedCandidate
from lantoa.nomination.queries.posting.officers import OPEN
from lantoa.nomination.queries.reading import case_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """An objection as the Council reads it."""

    code: str
    received: date
    is_confidential: bool
    is_open: bool
    outcome: str
    words: str
    summary: str
    findings: str
    settled: date | None


def outcomes_of(nominations: Iterable[int]) -> dict[int, list[Outcome]]:
    """Every objection of each case, the oldest first, in one query; an open one has no words yet."""
    found: dict[int, list[Outcome]] = defaultdict(list)
    asked = Objection.objects.filter(candidate__nomination__in=list(nominations)).select_related("candidate")
    for one in asked.order_by("received_at", "pk"):
        found[one.candidate.nomination_id].append(_outcome(one))
    return dict(found)


def sections(nomination: Nomination, actor: Actor, day: date) -> dict[str, Any]:
    """For `nomination/posting/section.html`; what was objected and found is for those who see every dossier."""
    listed = PostedCandidate.objects.filter(nomination=nomination).exclude(posting__stage=PostingStage.PREPARED.value)
    objections = outcomes_of([nomination.pk]).get(nomination.pk, [])
    answer = may(actor, Deed.POST, case_of(nomination))
    postings = [one.posting for one in listed.select_related("posting").order_by("posting__starts", "pk")]
    is_up = any(one.stage == PostingStage.OPEN.value for one in postings)
    return {
        "posted_lists": [(one, (one.ends - day).days) for one in postings],
        "posted_objections": objections,
        "posted_open": sum(one.is_open for one in objections),
        "posted_reads_findings": scope(actor, Deed.SEE_NOMINATION).everything,
        "posted_may_clear": nomination.stage == NominationStage.POSTED.value and not is_up,
        "posted_refused": answer.reason if isinstance(answer, Refused) else "",
        "posted_handles": bool(may(actor, Deed.HANDLE_OBJECTION, case_of(nomination))),
    }


def _outcome(one: Objection) -> Outcome:
    is_settled = one.stage == ObjectionStage.SETTLED.value
    return Outcome(
        code=one.code,
        received=localdate(one.received_at),
        is_confidential=one.is_confidential,
        is_open=one.stage in OPEN,
        outcome=one.outcome,
        words=one.get_outcome_display() if is_settled else one.get_stage_display(),
        summary=one.summary,
        findings=one.findings,
        settled=localdate(one.settled_at) if one.settled_at else None,
    )
