"""Complaints after a decision (khiếu nại): filed, accepted, settled, each with its clock (Luật Khiếu nại)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import ComplaintStage
from lantoa.recognition.models.decisions import Decision


class Complaint(models.Model):
    """Against an issued decision, about a person or collective; its outcome may draft the decision that changes it."""

    class Outcome(models.TextChoices):
        DISMISSED = "dismissed", _("Giữ nguyên quyết định")
        REVOKE = "revoke", _("Thu hồi công nhận")
        RESTORE = "restore", _("Khôi phục công nhận")
        OTHER = "other", _("Chấp nhận, xử lý theo cách khác")

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("Mã khiếu nại"), max_length=12, unique=True)
    complainant = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="complaints")
    complainant_name = models.CharField(_("Người khiếu nại"), max_length=200)
    contact = models.CharField(_("Cách liên hệ"), max_length=200, blank=True)
    about = models.ForeignKey("lantoa.Subject", models.PROTECT, related_name="complaints")
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="complaints", verbose_name=_("Quyết định bị khiếu nại")
    )
    decided_on = models.DateField(_("Ngày quyết định"))  # of the decision, for the constraint
    text = models.TextField(_("Nội dung khiếu nại"), max_length=10_000)
    wish = models.CharField(_("Yêu cầu"), max_length=2000)
    search_key = models.TextField(editable=False)
    filed_on = models.DateField(_("Ngày nộp"))
    last_day = models.DateField(_("Hạn khiếu nại"))
    late_reason = models.CharField(_("Trở ngại khách quan"), max_length=1000, blank=True)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    stage = stage_column(ComplaintStage)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="complaints_in_hand")
    accept_by = models.DateField(_("Hạn thụ lý"))
    accepted_on = models.DateField(_("Ngày thụ lý"), null=True)
    settle_by = models.DateField(_("Hạn giải quyết"), null=True)
    complex_reason = models.CharField(_("Vì sao phức tạp"), max_length=1000, blank=True)  # the longer clock
    hold = models.ForeignKey("lantoa.Hold", models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(_("Lý do"), max_length=2000, blank=True)  # of a refusal or a withdrawal
    outcome = models.CharField(_("Kết quả"), max_length=10, choices=Outcome.choices, blank=True)
    findings = models.TextField(_("Kết quả xác minh"), max_length=10_000, blank=True)
    answer = models.TextField(_("Trả lời người khiếu nại"), max_length=5000, blank=True)
    drafted = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="+")  # what the outcome asks for
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(ComplaintStage, "complaint_stage"),
            together("complaint_ended_by_and_when", "ended_by", "ended_at"),
            together("complaint_accepted_has_a_clock", "accepted_on", "settle_by"),
            models.CheckConstraint(
                condition=Q(filed_on__lte=F("last_day")) | ~Q(late_reason=""), name="complaint_in_time_or_why_late"
            ),
            models.CheckConstraint(condition=Q(filed_on__gte=F("decided_on")), name="complaint_after_the_decision"),
            models.CheckConstraint(
                condition=Q(stage__in=["filed", "accepted"], ended_at=None)
                | (~Q(stage__in=["filed", "accepted"]) & Q(ended_at__isnull=False)),
                name="complaint_ended_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["filed", "refused", "withdrawn"])
                | Q(accepted_on__isnull=False, officer__isnull=False),
                name="complaint_accepted_by_an_officer",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["refused", "withdrawn"]) | ~Q(reason=""), name="complaint_refused_says_why"
            ),
            models.CheckConstraint(
                condition=(Q(stage="settled") & ~Q(outcome="") & ~Q(findings="") & ~Q(answer=""))
                | (~Q(stage="settled") & Q(outcome="", findings="", answer="")),
                name="complaint_settled_with_findings",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["revoke", "restore"], drafted__isnull=False)
                | (~Q(outcome__in=["revoke", "restore"]) & Q(drafted=None)),
                name="complaint_outcome_drafts_a_decision",
            ),
        ]
        indexes = [models.Index(fields=["stage", "settle_by"], name="complaint_by_clock")]

    def __str__(self) -> str:
        return self.code


class ComplaintFile(models.Model):
    """A paper or picture that came with a complaint."""

    id = models.BigAutoField(primary_key=True)
    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    path = models.CharField(max_length=255)
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.name
