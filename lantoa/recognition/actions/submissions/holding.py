"""What every deed on a submission begins and ends with: the right, the row held, the arrow, the event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import Move, SubmissionStage, WrongStage, moved
from lantoa.domain.vietnamese import fold
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.register.actions.refusals import NotAllowed

S = SubmissionStage
EDIT = Move("edit", "sửa tờ trình", (S.DRAFT, S.RETURNED), S.DRAFT, Deed.SUBMIT)
DISCARD = Move("discard", "bỏ tờ trình", (S.DRAFT,), S.DRAFT, Deed.SUBMIT)
LONGEST_KEY = 1000


def held(submission: Submission, deed: Deed, by: User) -> Submission:
    """The submission as it is now, held until the transaction ends; NotAllowed when the user may not do that."""
    answer = may(actor_of(by), deed)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    return Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)


def insist_on(move: Move, submission: Submission) -> None:
    """WrongStage unless the deed, which leads to no other stage, is for this one."""
    stage = SubmissionStage(submission.stage)
    if stage not in move.sources:
        raise WrongStage(move, stage)


def advance(submission: Submission, deed: str) -> None:
    """Along one arrow; WrongStage when it does not start here."""
    submission.stage = moved(SubmissionStage(submission.stage), deed).value


def settle(submission: Submission) -> None:
    """Write it, one version on; what it is found by follows what stands in it."""
    said = f"{submission.subject_line} {submission.number} {submission.sender} {submission.decision}"
    submission.search_key = fold(said)[:LONGEST_KEY]
    submission.version += 1
    submission.save()


def items_of(submission: Submission) -> list[SubmissionItem]:
    """In the order in which everybody holds them."""
    found = submission.items.select_related("nomination__subject").select_for_update(of=("self",))
    return list(found.order_by("nomination_id", "place"))


def log(*, event: str, submission: Submission, details: Mapping[str, Any], by: User, at: datetime) -> None:
    facts = {"tier": submission.tier, "year": submission.year, **details}
    write_event(deed=event, target=f"submission:{submission.pk}", details=facts, by=by, at=at)
