"""Signals from the records: a named rule that held for a subject, and how the head judged it (clause II.1.a)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import SignalStage


class Signal(models.Model):
    """One rule for one subject and year; it stays on file when it no longer holds, with its judgement."""

    id = models.BigAutoField(primary_key=True)
    subject = models.ForeignKey("lantoa.Subject", models.CASCADE, related_name="signals")
    rule = models.CharField(_("Quy tắc"), max_length=30)
    year = models.PositiveSmallIntegerField(_("Năm"))
    sentence = models.CharField(_("Vì sao"), max_length=500)
    rows = models.JSONField(default=list)  # [sheet, record id, in words]
    merit_day = models.DateField(_("Ngày có thành tích"), null=True)
    found_at = models.DateTimeField(_("Phát hiện lúc"))
    holds = models.BooleanField(_("Còn đúng"), default=True)
    stage = stage_column(SignalStage)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do"), max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "rule", "year"], name="signal_once"),
            stage_check(SignalStage, "signal_stage"),
            together("signal_judged_by_and_when", "judged_by", "judged_at"),
            models.CheckConstraint(
                condition=Q(stage="new") | Q(judged_at__isnull=False), name="signal_judged_has_a_day"
            ),
            models.CheckConstraint(condition=~Q(stage="dismissed") | ~Q(reason=""), name="signal_dismissed_says_why"),
        ]
        indexes = [
            models.Index(fields=["year", "rule", "stage"], name="signal_by_rule"),
            models.Index(fields=["year", "subject"], condition=Q(holds=True), name="signal_holding"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.subject} {self.year}"


class SignalRun(models.Model):
    """A recomputation of the signals: asked for, then done; `event` is the last deed on file that it knows of."""

    id = models.BigAutoField(primary_key=True)
    year = models.PositiveSmallIntegerField(_("Năm"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    event = models.BigIntegerField(default=0)
    is_whole = models.BooleanField(default=True)
    subjects = models.PositiveIntegerField(default=0)  # how many were looked at
    appeared = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["year", "-id"], name="signal_run_of_year")]

    def __str__(self) -> str:
        return f"{self.year} {self.asked_at}"
