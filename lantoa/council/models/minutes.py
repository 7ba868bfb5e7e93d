"""The minutes of a meeting: every version is kept, the signed one is fixed by the database itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.council.models.meetings import Meeting
from lantoa.discovery.models.columns import together


class Minutes(models.Model):
    """One version: the text as corrected, and the counts as they were; both signatures fix it."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField(_("Bản"))
    text = models.TextField(_("Biên bản"), max_length=2_000_000)
    results = models.JSONField()  # the printed table of votes, by heading: from the counts, not written by hand
    reason = models.CharField(_("Lý do sửa"), max_length=1000, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    chair_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    chair_at = models.DateTimeField(null=True)
    secretary_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    secretary_at = models.DateTimeField(null=True)
    fixed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once"),
            models.UniqueConstraint(fields=["meeting"], condition=Q(fixed_at__isnull=False), name="minutes_fixed_once"),
            together("minutes_chair_by_and_when", "chair_by", "chair_at"),
            together("minutes_secretary_by_and_when", "secretary_by", "secretary_at"),
            models.CheckConstraint(
                condition=Q(fixed_at__isnull=False, chair_at__isnull=False, secretary_at__isnull=False)
                | Q(fixed_at=None) & (Q(chair_at=None) | Q(secretary_at=None)),
                name="minutes_fixed_iff_signed",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="minutes_corrected_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.number}"
