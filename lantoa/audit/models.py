"""The event log: each event carries the hash of the one before it; the database refuses change."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One deed: who, what, on what, when, with which details."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("Lúc"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("Người làm")
    )
    deed = models.CharField(_("Việc"), max_length=60, db_index=True)
    target = models.CharField(_("Đối tượng"), max_length=120, db_index=True)
    details = models.JSONField(_("Chi tiết"), default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.id} {self.deed} {self.target}"
