"""A nomination (đề cử): one subject for one tier and year, with the verdict as it stood when it was made."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Nomination(models.Model):
    """It begins as a draft, filled from the nurture plan behind it."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("bản nháp")

    id = models.BigAutoField(primary_key=True)
    subject = models.ForeignKey("lantoa.Subject", models.PROTECT, related_name="nominations")
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    tier = models.CharField(_("Bậc"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="nominations", verbose_name=_("Đơn vị"))
    plan = models.OneToOneField("lantoa.NurturePlan", models.PROTECT, null=True, related_name="nomination")
    verdict = models.JSONField()  # with its findings, as they were when the nomination was made
    text = models.TextField(_("Báo cáo thành tích"), max_length=30_000)
    stage = models.CharField(_("Bước"), max_length=12, choices=Stage.choices, default=Stage.DRAFT)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(stage="draft"), name="nomination_stage"),
            models.UniqueConstraint(fields=["subject", "edition", "tier", "year"], name="nominated_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.year}"
