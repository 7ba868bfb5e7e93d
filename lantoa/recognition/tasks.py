"""The long work on submissions, done in the background, and the daily sweep; each may run again after a kill."""

from django.utils import timezone
from django_tasks import task

from lantoa.accounts.models import User
from lantoa.papers.pdf.office import Converter, is_there
from lantoa.recognition.actions.submissions import packing
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel import shelf


@task()
def pack_submission(submission: int, by: int) -> str:
    """Make the package of a submission; the hash of what it is packed into, nothing when something is missing."""
    asked, user = Submission.objects.get(pk=submission), User.objects.get(pk=by)
    try:
        if not is_there():
            packed = packing.pack(submission=asked, by=user, at=timezone.now())
        else:
            with Converter() as office:
                packed = packing.pack(submission=asked, by=user, at=timezone.now(), convert=office.to_pdf)
    except ValueError:  # said on the page of the submission
        return ""
    return packed.package_sha256


@task()
def sweep_packages() -> int:
    """Remove packages of before the last change, and what a killed worker left; how many."""
    named = Submission.objects.exclude(package_sha256="").values_list("package_sha256", flat=True)
    return shelf.sweep(set(named), at=timezone.now())
