"""Taking in the package of a school, in an installation above it: it goes the same way from here."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.plan import OutsidePlan
from lantoa.domain.stages import SubmissionStage
from lantoa.recognition.actions.submissions.holding import advance, log, settle
from lantoa.recognition.actions.submissions.refusals import ReceivedAlready
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.parcel import shelf
from lantoa.recognition.parcel.contents import Contents
from lantoa.recognition.parcel.opening import BadParcel, open_parcel
from lantoa.register.actions.refusals import NotAllowed


def receive(*, parcel: BinaryIO, by: User, at: datetime) -> Submission:
    """Put it on file as sent; one that was returned is replaced by the corrected one. BadParcel, ReceivedAlready."""
    answer = may(actor_of(by), Deed.ANSWER)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    contents = open_parcel(parcel)
    _insist_it_is_of_a_plan(contents)
    sha256, size = shelf.keep_given(parcel)
    return _put_on_file(contents, sha256, size, by, at)


@transaction.atomic
def _put_on_file(contents: Contents, sha256: str, size: int, by: User, at: datetime) -> Submission:
    known = Submission.objects.select_for_update().filter(reference=contents.reference).first()
    if known is not None and (not known.is_received or known.stage != SubmissionStage.RETURNED.value):
        raise ReceivedAlready(known)
    submission = known or Submission(reference=contents.reference, is_received=True, made_by=by, made_at=at)
    submission.edition, submission.tier, submission.year = contents.edition, contents.tier, contents.year
    submission.sender, submission.sender_code = contents.sender, contents.sender_code
    submission.subject_line, submission.text = contents.subject_line, contents.text
    submission.number, submission.dated = contents.number, contents.dated
    submission.package_sha256, submission.package_size = sha256, size
    submission.package_contents, submission.package_notes = submission.contents, list(contents.notes)
    submission.papers = [paper.as_table() for paper in contents.papers]
    submission.sent_by, submission.sent_at = by, at
    advance(submission, "send")
    settle(submission)
    submission.items.all().delete()
    SubmissionItem.objects.bulk_create(
        SubmissionItem(
            submission=submission,
            place=one.place,
            kind=one.kind,
            code=one.code,
            name=one.name,
            unit=one.unit,
            facts=one.facts,
            papers=[paper.as_table() for paper in one.papers],
        )
        for one in contents.dossiers
    )
    details = {"sender": contents.sender, "number": contents.number, "sha256": sha256}
    log(event="submission_received", submission=submission, details=details, by=by, at=at)
    return submission


def _insist_it_is_of_a_plan(contents: Contents) -> None:
    """A plan edition, a tier that goes up to the Ministry and a year of it, here too."""
    known = contents.edition in plans.codes()
    plan = plans.load(contents.edition) if known else None
    if plan is None or contents.tier not in plan.tiers or not plan.procedure.path(contents.tier).proposed_from:
        words = _("Gói thuộc kế hoạch «%(plan)s», bậc «%(tier)s» mà nơi đây không có. Hãy kiểm tra với trường.")
        raise BadParcel(words % {"plan": contents.edition, "tier": contents.tier})
    try:
        plan.window(plan.tiers[contents.tier], contents.year)
    except OutsidePlan as problem:
        raise BadParcel(str(problem)) from None
