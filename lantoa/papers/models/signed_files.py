"""The signed copy of a paper: a scan of what was signed by hand, or a PDF with digital signatures."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.papers.models.papers import Paper


class SignedFile(models.Model):
    """Added, never replaced; `signatures` is what its digital signatures proved when they were last checked."""

    id = models.BigAutoField(primary_key=True)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="signed_files")
    name = models.CharField(_("Tên tệp"), max_length=255)
    path = models.CharField(max_length=255)  # under the data folder
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    is_signed_here = models.BooleanField(default=False)
    signatures = models.JSONField(default=list)
    checked_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "sha256"], name="signed_file_once"),
            models.CheckConstraint(condition=~Q(path=""), name="signed_file_is_there"),
        ]

    def __str__(self) -> str:
        return self.name
