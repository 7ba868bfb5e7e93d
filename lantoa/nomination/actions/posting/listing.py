"""Preparing a posting: the candidates of a round who have been verified, a sentence each, and the days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import Move, PostingStage, WrongStage
from lantoa.nomination.actions.posting.refusals import NobodyListed, PostingChanged, TooShort
from lantoa.nomination.models import Nomination, PostedCandidate, Posting, Round
from lantoa.nomination.queries.posting.candidates import not_yet_posted, sentences
from lantoa.notice.workdays import due_after
from lantoa.register.actions.refusals import NotAllowed

CORRECT = Move("correct", "sửa câu công bố", (PostingStage.PREPARED, PostingStage.OPEN), PostingStage.OPEN)
WRITE = Move("write", "sửa danh sách công khai", (PostingStage.PREPARED,), PostingStage.PREPARED)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is written on top of a posting."""

    audience: str
    starts: date
    ends: date
    note: str = ""


@transaction.atomic
def prepare(*, round: Round, plan: Plan, by: User, at: datetime) -> Posting:  # noqa: A002  (the office's word)
    """A posting of everybody who is verified and on no other list. NotAllowed, NobodyListed, TooShort."""
    insist(by)
    insist_on_days(round, plan.starts, plan.ends)
    found = list(not_yet_posted(round))
    if not found:
        raise NobodyListed
    posting = Posting.objects.create(
        round=round,
        audience=plan.audience,
        starts=plan.starts,
        ends=plan.ends,
        note=plan.note.strip(),
        made_by=by,
        made_at=at,
    )
    _list(posting, found)
    _log("posting_prepared", posting, {**_said(posting), "count": len(found)}, by, at)
    return posting


@transaction.atomic
def change(*, posting: Posting, plan: Plan, seen: int, by: User, at: datetime) -> Posting:
    """Write days, audience and introduction anew. NotAllowed, WrongStage, PostingChanged, TooShort."""
    posting = prepared(posting, by)
    if posting.version != seen:
        raise PostingChanged(posting)
    insist_on_days(posting.round, plan.starts, plan.ends)
    posting.audience, posting.starts, posting.ends = plan.audience, plan.starts, plan.ends
    posting.note, posting.version = plan.note.strip(), seen + 1
    posting.save()
    _log("posting_changed", posting, _said(posting), by, at)
    return posting


@transaction.atomic
def add_verified(*, posting: Posting, by: User, at: datetime) -> int:
    """List those who have been verified since; how many."""
    posting = prepared(posting, by)
    found = list(not_yet_posted(posting.round))
    _list(posting, found)
    if found:
        _log("posting_filled", posting, {"count": len(found)}, by, at)
    return len(found)


@transaction.atomic
def word(*, candidate: PostedCandidate, words: str, by: User, at: datetime) -> PostedCandidate:
    """The sentence that everybody reads; what is found wrong in it is put right also while the list is up."""
    posting = held(candidate.posting, by)
    if PostingStage(posting.stage) not in CORRECT.sources:
        raise WrongStage(CORRECT, PostingStage(posting.stage))
    candidate = PostedCandidate.objects.select_related("nomination__subject").get(pk=candidate.pk)
    before, candidate.words = candidate.words, written(words)
    candidate.save()
    details = {"subject": candidate.nomination.subject.code, "before": before, "after": candidate.words}
    _log("candidate_worded", posting, details, by, at)
    return candidate


@transaction.atomic
def leave_out(*, candidate: PostedCandidate, by: User, at: datetime) -> Posting:
    """Take somebody off the list; the nomination stays verified and may be listed again."""
    posting = prepared(candidate.posting, by)
    subject = Nomination.objects.select_related("subject").get(pk=candidate.nomination_id).subject
    PostedCandidate.objects.filter(pk=candidate.pk).delete()
    _log("candidate_left_out", posting, {"subject": subject.code}, by, at)
    return posting


@transaction.atomic
def discard(*, posting: Posting, by: User, at: datetime) -> None:
    """A list that was never opened is thrown away."""
    posting = prepared(posting, by)
    _log("posting_discarded", posting, _said(posting), by, at)
    posting.delete()


def insist(by: User) -> None:
    answer = may(actor_of(by), Deed.POST)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def insist_on_days(round: Round, starts: date, ends: date) -> None:  # noqa: A002
    """TooShort when fewer working days are left than the plan's settings ask for; the first day does not count."""
    procedure = plans.load(round.edition).procedure
    earliest = due_after(starts, procedure.posting_days)
    if ends < earliest:
        raise TooShort(procedure, earliest)


def prepared(posting: Posting, by: User) -> Posting:
    """The posting as it is now, held until the end; WrongStage once it has been opened."""
    posting = held(posting, by)
    if posting.stage != PostingStage.PREPARED.value:
        raise WrongStage(WRITE, PostingStage(posting.stage))
    return posting


def held(posting: Posting, by: User) -> Posting:
    insist(by)
    return Posting.objects.select_for_update(of=("self",)).select_related("round").get(pk=posting.pk)


def _list(posting: Posting, found: list[Nomination]) -> None:
    words = sentences(found)
    PostedCandidate.objects.bulk_create(
        PostedCandidate(posting=posting, nomination=one, words=words[one.pk]) for one in found
    )


def _said(posting: Posting) -> dict[str, str]:
    return {
        "audience": posting.audience,
        "starts": posting.starts.isoformat(),
        "until": posting.ends.isoformat(),
    }


def _log(deed: str, posting: Posting, details: Mapping[str, object], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"posting:{posting.pk}", details=dict(details), by=by, at=at)
