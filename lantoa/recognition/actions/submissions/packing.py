"""Packing a submission into its zip: outside a transaction, for it may take long; only its result is written in one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.authority import Deed
from lantoa.recognition.actions.submissions.holding import EDIT, held, insist_on, log
from lantoa.recognition.actions.submissions.refusals import NotReady
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel import shelf, zipping
from lantoa.recognition.queries.submissions.dossiers import contents_of

FIRST = 1


@transaction.atomic
def begin(*, submission: Submission, by: User, at: datetime) -> Submission:  # noqa: ARG001  (one shape for every deed)
    """Say that packing is to begin; NotReady when the paper has no number and day, which stand in every page."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(EDIT, submission)
    if not submission.number or submission.dated is None:
        raise NotReady([_("chưa ghi số và ngày tờ trình")])
    Submission.objects.filter(pk=submission.pk).update(package_percent=0)
    return submission


def pack(*, submission: Submission, by: User, at: datetime) -> Submission:
    """Make the package of the submission as it was read; made already, nothing happens; again, the same bytes."""
    if _is_done(submission):
        Submission.objects.filter(pk=submission.pk).update(package_percent=None)
        return submission
    making = shelf.beside()
    try:
        zipping.write(contents_of(submission), making, lambda percent: _report(submission, percent))
        sha256, size = shelf.keep(making)
    except BaseException:
        making.unlink(missing_ok=True)
        _stop(submission)
        raise
    return _keep(submission, sha256, size, by, at)


@transaction.atomic
def _keep(packed: Submission, sha256: str, size: int, by: User, at: datetime) -> Submission:
    """Name the package, unless what stands there has changed while it was made."""
    submission = held(packed, Deed.SUBMIT, by)
    submission.package_percent = None
    if submission.contents == packed.contents and submission.stage in EDIT.sources:
        submission.package_sha256, submission.package_size = sha256, size
        submission.package_contents = packed.contents
        log(event="submission_packed", submission=submission, details={"sha256": sha256, "size": size}, by=by, at=at)
    submission.save()
    return submission


def _is_done(submission: Submission) -> bool:
    return submission.has_package and shelf.place_of(submission.package_sha256).exists()


def _report(submission: Submission, percent: int) -> None:
    Submission.objects.filter(pk=submission.pk).update(package_percent=max(FIRST, percent))


def _stop(submission: Submission) -> None:
    Submission.objects.filter(pk=submission.pk).update(package_percent=None)
