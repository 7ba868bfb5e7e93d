"""The long work on submissions, done in the background; it may run again after a killed worker."""

from django.utils import timezone
from django_tasks import task

from lantoa.accounts.models import User
from lantoa.papers.pdf.office import Converter, is_there
from lantoa.recognition.actions.submissions import packing
from lantoa.recognition.models import Submission


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
