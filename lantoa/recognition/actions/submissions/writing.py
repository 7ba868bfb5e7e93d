"""Writing a submission: begun from what the Council recommends, worded, its list changed, thrown away as a draft."""

from collections.abc import Collection
from datetime import datetime
from secrets import token_hex

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.ministry import Wording
from lantoa.domain.nurture import Aim
from lantoa.nomination.models import Nomination, Round
from lantoa.nurture.queries.aims import in_words
from lantoa.recognition.actions.submissions.holding import DISCARD, EDIT, held, insist_on, log, settle
from lantoa.recognition.actions.submissions.refusals import (
    ChangedMeanwhile,
    NotForTheMinistry,
    NothingToSubmit,
    NotInTheSubmission,
)
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.queries.submissions.candidates import tier_below
from lantoa.recognition.queries.submissions.reading import free
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Unit


@transaction.atomic
def draft(*, round_: Round, by: User, at: datetime) -> Submission:
    """A submission of all that wait for one, worded from the plan; NothingToSubmit when nobody does."""
    answer = may(actor_of(by), Deed.SUBMIT)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    round_ = Round.objects.select_for_update().get(pk=round_.pk)
    if not tier_below(round_):
        raise NotForTheMinistry(round_)
    if not (waiting := list(free(round_))):
        raise NothingToSubmit
    school = Unit.objects.select_related("subject").get(parent=None).subject
    submission = Submission.objects.create(
        reference=token_hex(16),
        edition=round_.edition,
        tier=round_.tier,
        year=round_.year,
        round=round_,
        sender=school.name,
        sender_code=school.code,
        subject_line=_("Đề nghị công nhận %(tier)s") % {"tier": _tier_of(round_)},
        text=_first_text(round_, school.name),
        made_by=by,
        made_at=at,
    )
    _put(submission, waiting)
    settle(submission)
    log(
        event="submission_drafted",
        submission=submission,
        details={"subject": [one.subject.code for one in waiting]},
        by=by,
        at=at,
    )
    return submission


@transaction.atomic
def write(*, submission: Submission, wording: Wording, seen: int, by: User, at: datetime) -> Submission:
    """Save the wording; ChangedMeanwhile when it is another version by now."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(EDIT, submission)
    if submission.version != seen:
        raise ChangedMeanwhile(submission)
    submission.subject_line, submission.text = wording.subject_line, wording.text
    submission.number, submission.dated = wording.number, wording.dated
    submission.contents += 1
    settle(submission)
    log(event="submission_written", submission=submission, details={"number": submission.number}, by=by, at=at)
    return submission


@transaction.atomic
def put_in(*, submission: Submission, nominations: Collection[int], by: User, at: datetime) -> Submission:
    """Add nominations of the round that wait for a submission, at the end of the list."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(EDIT, submission)
    if submission.round is None:
        raise NotInTheSubmission
    Round.objects.select_for_update().get(pk=submission.round.pk)  # whoever begins another submission waits here
    found = list(free(submission.round).filter(pk__in=nominations))
    if not found or len(found) != len(set(nominations)):
        raise NotInTheSubmission
    _put(submission, found)
    submission.contents += 1
    settle(submission)
    log(
        event="submission_extended",
        submission=submission,
        details={"subject": [one.subject.code for one in found]},
        by=by,
        at=at,
    )
    return submission


@transaction.atomic
def take_out(*, submission: Submission, item: int, by: User, at: datetime) -> Submission:
    """Leave one out; the nomination waits for another submission."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(EDIT, submission)
    found = submission.items.filter(pk=item, nomination__isnull=False).first()
    if found is None:
        raise NotInTheSubmission
    found.delete()
    submission.contents += 1
    settle(submission)
    log(event="submission_shortened", submission=submission, details={"subject": found.code}, by=by, at=at)
    return submission


@transaction.atomic
def discard(*, submission: Submission, by: User, at: datetime) -> None:
    """Throw a draft away; what it held waits for another one."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(DISCARD, submission)
    log(
        event="submission_discarded",
        submission=submission,
        details={"subject_line": submission.subject_line},
        by=by,
        at=at,
    )
    submission.delete()


def _put(submission: Submission, nominations: list[Nomination]) -> None:
    last = submission.items.aggregate(last=Max("place"))["last"] or 0
    SubmissionItem.objects.bulk_create(
        SubmissionItem(
            submission=submission,
            nomination=nomination,
            place=place,
            kind=nomination.subject.kind,
            code=nomination.subject.code,
            name=nomination.subject.name,
            unit=nomination.unit.subject.name,
        )
        for place, nomination in enumerate(nominations, last + 1)
    )


def _tier_of(round_: Round) -> str:
    return in_words(Aim(round_.edition, round_.tier, round_.year))


def _first_text(round_: Round, school: str) -> str:
    """The customary three paragraphs, to be worded further by hand; who is proposed stands in the list alone."""
    said = {"plan": plans.load(round_.edition).name, "school": school, "tier": _tier_of(round_)}
    return "\n\n".join(
        [
            _("Thực hiện %(plan)s, %(school)s đã bình xét, thẩm định, công khai và họp Hội đồng Thi đua - Khen thưởng.")
            % said,
            _("%(school)s kính trình Bộ trưởng xem xét, công nhận các cá nhân, tập thể có tên dưới đây là %(tier)s.")
            % said,
            _("Kèm theo: danh sách đề nghị, hồ sơ từng trường hợp, biên bản họp Hội đồng. Kính trình."),
        ]
    )
