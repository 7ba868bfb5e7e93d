"""A nomination (đề cử): one subject for one tier and year, with the verdict as it stood when it was sent."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models.rounds import Round


class Nomination(models.Model):
    """Its dossier: report, verdict, and what hangs on it; `verdict` is frozen with the plan when it is sent."""

    id = models.BigAutoField(primary_key=True)
    round = models.ForeignKey(  # a draft may wait for its round
        Round, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name=_("Đợt xét")
    )
    subject = models.ForeignKey("lantoa.Subject", models.PROTECT, related_name="nominations")
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    tier = models.CharField(_("Bậc"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="nominations", verbose_name=_("Đơn vị"))
    plan = models.OneToOneField("lantoa.NurturePlan", models.PROTECT, null=True, related_name="nomination")
    verdict = models.JSONField()  # with its findings, as they were when made; again when sent
    text = models.TextField(_("Báo cáo thành tích"), max_length=30_000, blank=True)
    stage = stage_column(NominationStage, max_length=16)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do"), max_length=2000, blank=True)  # of the last step that needs one
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(NominationStage, "nomination_stage"),
            together("nomination_sent_by_and_when", "sent_by", "sent_at"),
            models.CheckConstraint(
                condition=Q(stage__in=["draft", "withdrawn"]) | Q(sent_at__isnull=False, round__isnull=False),
                name="nomination_sent_has_round_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["not_recommended", "postponed", "struck", "withdrawn", "revoked"])
                | ~Q(reason=""),
                name="nomination_refused_says_why",
            ),
            models.UniqueConstraint(
                fields=["subject", "edition", "tier", "year"], condition=~Q(stage="withdrawn"), name="nominated_once"
            ),
        ]
        indexes = [models.Index(fields=["round", "stage", "unit"], name="nomination_of_round")]

    def __str__(self) -> str:
        return f"{self.subject} {self.year}"
