"""Sending a submission up, and what the Ministry says: returned, accepted, answered in full or partly."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.ministry import Answer, Verdict
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.moving import held as nomination_held
from lantoa.nomination.actions.moving import move
from lantoa.notice.actions import tell
from lantoa.nurture.queries.aims import in_words
from lantoa.papers.attachments import Checked, store
from lantoa.recognition.actions.submissions.holding import advance, held, items_of, log, settle
from lantoa.recognition.actions.submissions.received import subject_of
from lantoa.recognition.actions.submissions.refusals import AnswerIncomplete, DecidedBeforeSent, NotReady
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.queries.submissions.reading import lacks
from lantoa.register.models import Recognition
from lantoa.register.models.columns import DAY

Outcome = SubmissionItem.Outcome


@transaction.atomic
def send(*, submission: Submission, by: User, at: datetime) -> Submission:
    """Up it goes with all its nominations; NotReady with everything that is missing."""
    submission = held(submission, Deed.SUBMIT, by)
    advance(submission, "send")
    if missing := lacks(submission, localdate(at)):
        raise NotReady(missing)
    submission.sent_by, submission.sent_at = by, at
    settle(submission)
    for item in items_of(submission):
        _move(item, by, at, deed="submit", event="nomination_submitted", details={"number": submission.number})
    details = {"number": submission.number, "sha256": submission.package_sha256}
    log(event="submission_sent", submission=submission, details=details, by=by, at=at)
    return submission


@transaction.atomic
def take_back(*, submission: Submission, reason: str, by: User, at: datetime) -> Submission:
    """Returned by the Ministry with a reason: it can be corrected and sent again."""
    submission = held(submission, Deed.ANSWER, by)
    advance(submission, "return")
    submission.note, submission.accepted_on = written(reason), None
    settle(submission)
    for item in items_of(submission):
        _move(item, by, at, deed="give_back", event="nomination_given_back")
    log(event="submission_returned", submission=submission, details={"reason": submission.note}, by=by, at=at)
    return submission


@transaction.atomic
def accept(*, submission: Submission, day: date, by: User, at: datetime) -> Submission:
    """Taken up by the Ministry on that day."""
    submission = held(submission, Deed.ANSWER, by)
    advance(submission, "accept")
    if not _sent_on(submission) <= day <= localdate(at):
        raise DecidedBeforeSent
    submission.accepted_on = day
    settle(submission)
    log(event="submission_accepted", submission=submission, details={"day": day.isoformat()}, by=by, at=at)
    return submission


@transaction.atomic
def answer(
    *, submission: Submission, answer: Answer, paper: Checked | None = None, by: User, at: datetime
) -> Submission:
    """The Minister's decision, of every item; its recognitions enter the register in this transaction."""
    submission = held(submission, Deed.ANSWER, by)
    advance(submission, "answer")
    if submission.dated is None or not submission.dated <= answer.decided <= localdate(at):
        raise DecidedBeforeSent
    items = items_of(submission)
    _insist_it_is_complete(items, answer)
    submission.decision, submission.decided = answer.number.strip(), answer.decided
    submission.answered_by, submission.answered_at = by, at
    if paper is not None:
        kept = store(paper)
        submission.decision_name, submission.decision_path = kept.name, kept.path
    settle(submission)
    for item in items:
        _decide(submission, item, answer.verdicts[item.pk], by, at)
    _tell_the_recognised(submission, items, at)
    recognised = [item.code for item in items if item.outcome == Outcome.RECOGNISED]
    details = {
        "decision": submission.decision,
        "decided": answer.decided.isoformat(),
        "recognised": sorted(recognised),
        "refused": sorted({item.code for item in items} - set(recognised)),
    }
    log(event="submission_answered", submission=submission, details=details, by=by, at=at)
    return submission


def _insist_it_is_complete(items: list[SubmissionItem], answer: Answer) -> None:
    """Of each item something is said, and why not of those that were not recognised."""
    unclear = [
        item.name
        for item in items
        if (verdict := answer.verdicts.get(item.pk)) is None
        or (not verdict.is_recognised and not verdict.reason.strip())
    ]
    if unclear or not answer.number.strip():
        raise AnswerIncomplete(unclear)


def _decide(submission: Submission, item: SubmissionItem, verdict: Verdict, by: User, at: datetime) -> None:
    details = {"decision": submission.decision}
    if verdict.is_recognised:
        item.outcome, item.reason = Outcome.RECOGNISED, ""
        item.recognition = _recognised(submission, item, by, at)
        _move(item, by, at, deed="confirm", event="nomination_confirmed", details=details)
    else:
        item.outcome, item.reason = Outcome.NOT_RECOGNISED, verdict.reason.strip()
        _move(item, by, at, deed="refuse", event="nomination_not_confirmed", details=details, reason=item.reason)
    item.save()


def _recognised(submission: Submission, item: SubmissionItem, by: User, at: datetime) -> Recognition:
    """The row of the record book; one that was typed in before, under the same decision, is taken as it is."""
    subject = item.nomination.subject if item.nomination else subject_of(submission=submission, item=item, by=by, at=at)
    row = {"subject": subject, "tier": submission.tier, "year": submission.year, "decision": submission.decision}
    known = Recognition.objects.filter(**row, revoked=False).first()
    written_now = {"decided": submission.decided, "decided_precision": DAY, "typed_by": by, "recorded_at": at}
    return known or Recognition.objects.create(**row, **written_now)


def _tell_the_recognised(submission: Submission, items: list[SubmissionItem], at: datetime) -> None:
    """Everybody with an account here hears of the own recognition."""
    keys = [one.nomination.subject_id for one in items if one.nomination and one.outcome == Outcome.RECOGNISED]
    tier = in_words(Aim(submission.edition, submission.tier, submission.year))
    words = _("Bộ trưởng đã công nhận bạn là %(tier)s, Quyết định %(decision)s.")
    text = words % {"tier": tier, "decision": submission.decision}
    for user in User.objects.filter(person__in=keys).select_related("person__subject"):
        address = reverse("record", args=[user.person.subject.code]) if user.person else ""
        tell(users=[user], key=f"submission:{submission.pk}:recognised", text=text, address=address, at=at)


def _move(
    item: SubmissionItem,
    by: User,
    at: datetime,
    *,
    deed: str,
    event: str,
    details: Mapping[str, str] | None = None,
    reason: str = "",
) -> None:
    """A received item has no nomination here: it lives in its school."""
    if item.nomination is not None:
        nomination = nomination_held(item.nomination)
        move(nomination=nomination, deed=deed, event=event, details=details, reason=reason, by=by, at=at)


def _sent_on(submission: Submission) -> date:
    return localdate(submission.sent_at) if submission.sent_at else date.max
