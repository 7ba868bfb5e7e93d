"""Verification (thẩm định): what each office says of its criteria, what is sent back for correction, how it ended."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import together
from lantoa.domain.verdict import Verdict
from lantoa.nomination.models.nominations import Nomination


class OfficeAnswer(models.Model):
    """What an office says of one criterion of a dossier; of all it said the newest stands, the rest is kept."""

    class Answer(models.TextChoices):
        MET = "met", _("đạt")
        NOT_MET = "not_met", _("không đạt")
        CANNOT_SAY = "cannot_say", _("chưa kết luận được")

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="answers")
    office = models.CharField(_("Lĩnh vực"), max_length=20)  # of the plan edition's procedure
    criterion = models.CharField(_("Tiêu chí"), max_length=10)
    answer = models.CharField(_("Ý kiến"), max_length=10, choices=Answer.choices)
    grounds = models.CharField(_("Căn cứ"), max_length=500)
    machine = models.CharField(_("Theo sổ lúc đó"), max_length=15, blank=True)  # the verdict's code
    attestation = models.ForeignKey("lantoa.Attestation", models.SET_NULL, null=True, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    stands = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=["met", "not_met", "cannot_say"]), name="office_answer_is_one_of_three"
            ),
            models.CheckConstraint(condition=~Q(grounds=""), name="office_answer_has_grounds"),
            models.CheckConstraint(
                condition=~Q(answer="cannot_say") | Q(attestation=None), name="office_answer_unsure_attests_nothing"
            ),
            models.UniqueConstraint(
                fields=["nomination", "office", "criterion"], condition=Q(stands=True), name="office_answer_stands_once"
            ),
        ]
        indexes = [models.Index(fields=["nomination", "office", "stands"], name="office_answer_desk")]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_answer_display()}"

    @property
    def contradicts_records(self) -> bool:
        """Whether it says met of a computed criterion where the records said no: that must be explained."""
        return self.answer == self.Answer.MET and self.attestation_id is None and self.machine == Verdict.NOT_MET.code


class CorrectionRequest(models.Model):
    """A dossier sent back to its unit: who asks for what; it comes back to who asked."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="corrections")
    office = models.CharField(_("Lĩnh vực"), max_length=20, blank=True)  # none: the standing secretariat
    text = models.TextField(_("Đề nghị bổ sung"), max_length=3000)
    due_on = models.DateField(_("Hạn bổ sung"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    came_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    came_back_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_what"),
            together("correction_back_by_and_when", "came_back_by", "came_back_at"),
            together("correction_seen_by_and_when", "seen_by", "seen_at"),
            models.CheckConstraint(
                condition=Q(seen_at=None) | Q(came_back_at__isnull=False), name="correction_seen_once_back"
            ),
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(came_back_at=None), name="correction_one_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["office", "seen_at", "came_back_at"], name="correction_desk")]
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class CorrectionPart(models.Model):
    """One part of the dossier that may be changed: everything else stays as it was sent."""

    class Part(models.TextChoices):
        REPORT = "report", _("báo cáo thành tích")
        FACTS = "facts", _("sáng kiến, thông tin kèm theo")
        STATEMENTS = "statements", _("ý kiến giới thiệu")
        EVIDENCE = "evidence", _("minh chứng")

    id = models.BigAutoField(primary_key=True)
    request = models.ForeignKey(CorrectionRequest, models.CASCADE, related_name="parts")
    part = models.CharField(_("Phần hồ sơ"), max_length=12, choices=Part.choices)
    criterion = models.CharField(_("Tiêu chí"), max_length=10, blank=True)  # whose evidence

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(part__in=["report", "facts", "statements"], criterion="")
                | (Q(part="evidence") & ~Q(criterion="")),
                name="correction_part_of_a_criterion",
            ),
            models.UniqueConstraint(fields=["request", "part", "criterion"], name="correction_part_once"),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.criterion}".strip()


class VerificationEnd(models.Model):
    """How a verification ended: with every office's answers, or without some and why; undone when it is reopened."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="verifications")
    lacking = models.JSONField(default=list)  # office codes whose answers are not all in
    words = models.TextField(_("Kết luận thẩm định"), max_length=3000, blank=True)
    is_clean = models.BooleanField()  # every office answered every criterion with met
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField()
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_clean=True) | ~Q(words=""), name="verification_unclean_says_why"),
            together("verification_reopened_by_and_when", "reopened_by", "reopened_at"),
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(reopened_at=None), name="verification_ended_once"
            ),
        ]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.words}"
