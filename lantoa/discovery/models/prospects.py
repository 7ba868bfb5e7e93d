"""Prospects (nhân tố mới), the practice each stands for, and units that put nobody forward (clauses I.2, II.1.a)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.discovery.models.signals import Signal
from lantoa.discovery.models.tips import Tip
from lantoa.domain.stages import ProspectStage


class Prospect(models.Model):
    """A person or unit that stands out: from a signal, a tip or the unit's own meeting."""

    class Origin(models.TextChoices):
        SIGNAL = "signal", _("từ sổ thi đua")
        TIP = "tip", _("từ phát hiện của đồng nghiệp")
        MEETING = "meeting", _("từ họp đơn vị")

    id = models.BigAutoField(primary_key=True)
    subject = models.ForeignKey("lantoa.Subject", models.CASCADE, related_name="prospects")
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="prospects", verbose_name=_("Đơn vị"))
    origin = models.CharField(_("Nguồn"), max_length=8, choices=Origin.choices)
    signal = models.ForeignKey(Signal, models.SET_NULL, null=True, blank=True, related_name="prospects")
    tip = models.ForeignKey(Tip, models.SET_NULL, null=True, blank=True, related_name="prospects")
    grounds = models.TextField(_("Căn cứ"), max_length=3000)
    decision = models.TextField(_("Quyết định của đơn vị"), max_length=3000, blank=True)
    tier = models.CharField(_("Bậc hướng tới"), max_length=20, blank=True)
    merit_day = models.DateField(_("Ngày có thành tích"), null=True, blank=True)
    found_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    found_at = models.DateTimeField(_("Phát hiện lúc"))
    stage = stage_column(ProspectStage)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    chosen_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do thôi theo dõi"), max_length=1000, blank=True)
    looked_at = models.DateTimeField(_("Xem xét gần nhất"))

    class Meta:
        constraints = [
            stage_check(ProspectStage, "prospect_stage"),
            together("prospect_chosen_by_and_when", "chosen_by", "chosen_at"),
            models.CheckConstraint(
                condition=Q(stage__in=["found", "set_aside"]) | Q(chosen_at__isnull=False),
                name="prospect_chosen_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(stage="set_aside") | ~Q(reason=""), name="prospect_set_aside_says_why"),
            models.UniqueConstraint(
                fields=["subject"],
                condition=~Q(stage__in=["nominated", "set_aside"]),
                name="prospect_one_life_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)


class Practice(models.Model):
    """A good way of working on one page: what others need to know to follow it (mô hình, cách làm hay)."""

    id = models.BigAutoField(primary_key=True)
    prospect = models.ForeignKey(Prospect, models.CASCADE, null=True, blank=True, related_name="practices")
    subject = models.ForeignKey("lantoa.Subject", models.CASCADE, related_name="practices")
    title = models.CharField(_("Tên mô hình, cách làm"), max_length=300)
    problem = models.TextField(_("Vấn đề trước đây"), max_length=3000)
    done = models.TextField(_("Cách làm"), max_length=5000)
    result = models.TextField(_("Kết quả, có số liệu"), max_length=5000)
    resources = models.TextField(_("Nguồn lực cần có"), max_length=2000, blank=True)
    risks = models.TextField(_("Rủi ro, điều cần tránh"), max_length=2000, blank=True)
    learning = models.TextField(_("Học ở đâu, hỏi ai"), max_length=2000, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.title


class NobodyPutForward(models.Model):
    """A unit that puts nobody forward in a year says why."""

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey("lantoa.Unit", models.CASCADE, related_name="years_without_prospects")
    year = models.PositiveSmallIntegerField(_("Năm"))
    reason = models.CharField(_("Lý do"), max_length=1000)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "year"], name="nobody_once_a_year")]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"
