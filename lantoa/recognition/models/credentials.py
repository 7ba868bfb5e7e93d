"""Credentials (huy hiệu số) that were given out: the signed text itself, and whether it was taken back."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import together


class Credential(models.Model):
    """Of one line of an issued decision; of a line one stands at most, those before it are kept as taken back."""

    id = models.BigAutoField(primary_key=True)
    item = models.ForeignKey("lantoa.DecisionItem", models.PROTECT, related_name="credentials")
    number = models.UUIDField(unique=True)
    name = models.CharField(_("Họ tên, tên tập thể"), max_length=200)  # as the credential says it
    key = models.CharField(max_length=64)  # the name of the key that signed
    token = models.TextField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do"), max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=Q(withdrawn_at=None), name="credential_stands_once"),
            together("credential_withdrawn_by_and_when", "withdrawn_by", "withdrawn_at"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, reason="") | (Q(withdrawn_at__isnull=False) & ~Q(reason="")),
                name="credential_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
