"""The long work on submissions, done in the background; it may run again after a killed worker."""

from django.utils import timezone
from django_tasks import task

from lantoa.accounts.models import User
from lantoa.recognition.actions.submissions import packing
from lantoa.recognition.models import Submission


@task()
def pack_submission(submission: int, by: int) -> str:
    """Make the package of a submission; the hash of what it is packed into."""
    packed = packing.pack(
        submission=Submission.objects.get(pk=submission), by=User.objects.get(pk=by), at=timezone.now()
    )
    return packed.package_sha256
