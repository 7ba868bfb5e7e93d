"""Packing a submission into its zip: outside a transaction, for it may take long; only its result is written in one.

The papers of the package are made and kept one by one, so that a worker that is killed takes up where it stopped.
"""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.authority import Deed
from lantoa.papers.composing import Convert
from lantoa.recognition.actions.submissions.enclosing import SHARE, with_papers
from lantoa.recognition.actions.submissions.holding import EDIT, held, insist_on, log
from lantoa.recognition.actions.submissions.refusals import NotReady, PackageRefused
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.parcel import shelf, zipping
from lantoa.recognition.parcel.contents import Contents
from lantoa.recognition.parcel.opening import BadParcel, open_parcel
from lantoa.recognition.queries.submissions.dossiers import contents_of
from lantoa.recognition.queries.submissions.reading import unpackable

FIRST, ALL = 1, 100


@transaction.atomic
def begin(*, submission: Submission, by: User, at: datetime) -> Submission:  # noqa: ARG001  (one shape for every deed)
    """Say that packing is to begin; NotReady when something is missing that stands in every page."""
    submission = held(submission, Deed.SUBMIT, by)
    insist_on(EDIT, submission)
    if missing := unpackable(submission):
        raise NotReady(missing)
    Submission.objects.filter(pk=submission.pk).update(package_percent=0, package_fault="")
    return submission


def pack(*, submission: Submission, by: User, at: datetime, convert: Convert | None = None) -> Submission:
    """Make the package of the submission as it was read; made already, nothing happens; again, the same bytes.

    With `convert` Word papers go up as PDF too. What stands in the way is raised, and kept for the page to show.
    """
    if _is_done(submission):
        Submission.objects.filter(pk=submission.pk).update(package_percent=None)
        return submission
    making = shelf.beside()
    try:
        contents = _written(submission, making, by, at, convert)
        sha256, size = shelf.keep(making)
    except ValueError as refusal:
        _stop(submission, str(refusal))
        raise
    except Exception:
        _stop(submission, _("Không đóng gói được vì lỗi của chương trình; lỗi đã được ghi vào nhật ký máy chủ."))
        raise
    finally:
        making.unlink(missing_ok=True)
    return _keep(submission, contents, sha256, size, by, at)


def _written(submission: Submission, making: Path, by: User, at: datetime, convert: Convert | None) -> Contents:
    """The package as a file; it was opened as it will be above, so that nobody sends what is not taken there."""

    def report(percent: int) -> None:
        _report(submission, percent)

    bare = contents_of(submission)
    contents = with_papers(contents=bare, submission=submission, by=by, at=at, convert=convert, report=report)
    zipping.write(contents, making, lambda percent: report(SHARE + percent * (ALL - SHARE) // ALL))
    try:
        with making.open("rb") as file:
            open_parcel(file)
    except BadParcel as refusal:
        raise PackageRefused(str(refusal)) from None
    return contents


@transaction.atomic
def _keep(packed: Submission, contents: Contents, sha256: str, size: int, by: User, at: datetime) -> Submission:
    """Name the package, unless what stands there has changed while it was made."""
    submission = held(packed, Deed.SUBMIT, by)
    submission.package_percent, submission.package_fault = None, ""
    if submission.contents == packed.contents and submission.stage in EDIT.sources:
        submission.package_sha256, submission.package_size = sha256, size
        submission.package_contents = packed.contents
        submission.package_notes = list(contents.notes)
        submission.papers = [one.as_table() for one in contents.papers]
        _name_papers(submission, contents)
        log(event="submission_packed", submission=submission, details={"sha256": sha256, "size": size}, by=by, at=at)
    submission.save()
    return submission


def _name_papers(submission: Submission, contents: Contents) -> None:
    papers = {one.place: [paper.as_table() for paper in one.papers] for one in contents.dossiers}
    items = list(submission.items.all())
    for item in items:
        item.papers = papers[item.place]
    SubmissionItem.objects.bulk_update(items, ["papers"], batch_size=500)


def _is_done(submission: Submission) -> bool:
    return submission.has_package and shelf.place_of(submission.package_sha256).exists()


def _report(submission: Submission, percent: int) -> None:
    Submission.objects.filter(pk=submission.pk).update(package_percent=max(FIRST, percent))


def _stop(submission: Submission, why: str) -> None:
    Submission.objects.filter(pk=submission.pk).update(package_percent=None, package_fault=why[:2000])
