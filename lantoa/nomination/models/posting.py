"""Postings of candidates for comment, and the objections that come in (clause I.2: public, transparent).

Who objected stands in a table of its own, sealed: rows, dumps and exports of everything else do not know it.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import ObjectionStage, PostingStage
from lantoa.nomination.models.nominations import Nomination
from lantoa.nomination.models.rounds import Round


class Posting(models.Model):
    """A list of candidates with the first and the last day on which anybody allowed may object."""

    class Audience(models.TextChoices):
        INSIDE = "inside", _("trong Trường")
        PUBLIC = "public", _("rộng rãi, cả người ngoài Trường")

    id = models.BigAutoField(primary_key=True)
    round = models.ForeignKey(Round, models.PROTECT, related_name="postings", verbose_name=_("Đợt xét"))
    audience = models.CharField(_("Công khai"), max_length=8, choices=Audience.choices, default=Audience.INSIDE)
    starts = models.DateField(_("Từ ngày"))
    ends = models.DateField(_("Đến hết ngày"))
    note = models.TextField(_("Lời dẫn"), max_length=2000, blank=True)
    stage = stage_column(PostingStage)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(PostingStage, "posting_stage"),
            together("posting_opened_by_and_when", "opened_by", "opened_at"),
            together("posting_ended_by_and_when", "ended_by", "ended_at"),
            models.CheckConstraint(
                condition=Q(stage="prepared", opened_at=None) | (~Q(stage="prepared") & Q(opened_at__isnull=False)),
                name="posting_opened_iff_it_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(stage="ended", ended_at__isnull=False) | (~Q(stage="ended") & Q(ended_at=None)),
                name="posting_ended_iff_it_has_a_day",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="posting_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.round} {self.starts:%d/%m/%Y}"


class PostedCandidate(models.Model):
    """A nomination on a posting, with the one sentence everybody reads (Law 91/2025 art. 3: no more than needed)."""

    id = models.BigAutoField(primary_key=True)
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="candidates")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="posted")
    words = models.CharField(_("Thành tích công bố"), max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["posting", "nomination"], name="posted_once_a_list")]

    def __str__(self) -> str:
        return str(self.nomination)


class Objection(models.Model):
    """What somebody objects, its officer and its clock; it holds the case until it is settled."""

    class Outcome(models.TextChoices):
        DISMISSED = "dismissed", _("phản ánh không đúng")
        VERIFY_AGAIN = "verify_again", _("phản ánh đúng: thẩm định lại")
        HOLD = "hold", _("phản ánh đúng: tạm dừng hồ sơ")
        WITHDRAW = "withdraw", _("phản ánh đúng: rút hồ sơ")

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("Mã theo dõi"), max_length=12, unique=True)
    candidate = models.ForeignKey(PostedCandidate, models.PROTECT, related_name="objections")
    is_confidential = models.BooleanField(_("Giữ kín"), default=True)
    text = models.TextField(_("Nội dung phản ánh"), max_length=5000)
    evidence = models.TextField(_("Kiểm chứng ở đâu"), max_length=2000, blank=True)
    search_key = models.TextField(editable=False)  # folded code and name of the candidate, nothing else
    received_at = models.DateTimeField(_("Nhận lúc"))
    due = models.DateField(_("Hạn kết luận"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="objections_in_hand"
    )  # the one who may read who objected
    stage = stage_column(ObjectionStage)
    outcome = models.CharField(_("Kết luận"), max_length=12, choices=Outcome.choices, blank=True)
    summary = models.TextField(_("Tóm tắt phản ánh"), max_length=2000, blank=True)  # as the Council reads it
    findings = models.TextField(_("Kết quả xác minh"), max_length=5000, blank=True)
    reply = models.TextField(_("Trả lời người phản ánh"), max_length=2000, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            stage_check(ObjectionStage, "objection_stage"),
            together("objection_settled_by_and_when", "settled_by", "settled_at"),
            models.CheckConstraint(
                condition=Q(stage="settled", settled_at__isnull=False)
                & ~Q(outcome="")
                & ~Q(summary="")
                & ~Q(findings="")
                | ~Q(stage="settled") & Q(settled_at=None, outcome="", summary="", findings="", reply=""),
                name="objection_settled_iff_concluded",
            ),
            models.CheckConstraint(
                condition=~Q(stage="in_hand") | Q(officer__isnull=False), name="objection_in_hand_has_officer"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "dismissed", "verify_again", "hold", "withdraw"]),
                name="objection_outcome_known",
            ),
        ]
        indexes = [models.Index(fields=["stage", "due"], name="objection_by_due")]

    def __str__(self) -> str:
        return self.code


class ObjectorIdentity(models.Model):
    """Who objected: sealed, for the one officer; and a keyed hash by which the objector finds the own objections."""

    objection = models.OneToOneField(Objection, models.CASCADE, primary_key=True, related_name="identity")
    sealed = models.BinaryField()
    owner_key = models.CharField(max_length=64, blank=True, db_index=True)

    def __str__(self) -> str:
        return str(self.objection_id)
