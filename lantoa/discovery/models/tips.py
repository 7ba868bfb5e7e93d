"""Tips: anybody says who did what good; a tip has an owner and a clock until it is answered (clause I.1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import TipStage
from lantoa.register.models.columns import precision_column


class Tip(models.Model):
    """Who, what was done, what changed, and how one can see it."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(_("Mã theo dõi"), max_length=12, unique=True)
    about = models.CharField(_("Ai, tập thể nào"), max_length=200)
    subject = models.ForeignKey("lantoa.Subject", models.SET_NULL, null=True, blank=True, related_name="tips")
    unit = models.ForeignKey("lantoa.Unit", models.SET_NULL, null=True, blank=True, related_name="tips")
    done = models.TextField(_("Đã làm gì"), max_length=3000)
    changed = models.TextField(_("Thay đổi ra sao"), max_length=3000)
    evidence = models.TextField(_("Xem ở đâu, hỏi ai"), max_length=2000, blank=True)
    happened = models.DateField(_("Vào khoảng ngày"), null=True, blank=True)
    happened_precision = precision_column()
    search_key = models.TextField(editable=False)  # folded code and words
    fingerprint = models.CharField(max_length=64, editable=False)  # of the folded words: the same ones are sent once
    tipster = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="tips")
    contact = models.CharField(_("Cách liên hệ"), max_length=200, blank=True)  # of somebody not signed in
    remark = models.CharField(_("Lưu ý"), max_length=300, blank=True)  # what the owner must know, found on arrival
    received_at = models.DateTimeField(_("Nhận lúc"))
    due = models.DateField(_("Hạn trả lời"))
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="tips_in_hand")
    stage = stage_column(TipStage)
    answer = models.CharField(_("Trả lời"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="duplicates")

    class Meta:
        constraints = [
            stage_check(TipStage, "tip_stage"),
            together("tip_answered_by_and_when", "answered_by", "answered_at"),
            models.CheckConstraint(
                condition=Q(stage__in=["received", "in_hand", "merged"]) | Q(answered_at__isnull=False),
                name="tip_ended_is_answered",
            ),
            models.CheckConstraint(
                condition=Q(stage="merged", merged_into__isnull=False) | (~Q(stage="merged") & Q(merged_into=None)),
                name="tip_merged_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["received", "merged"]) | Q(owner__isnull=False), name="tip_in_hand_has_an_owner"
            ),
            models.UniqueConstraint(fields=["tipster", "fingerprint"], name="tip_sent_once"),
        ]
        indexes = [models.Index(fields=["stage", "due"], name="tip_by_due")]

    def __str__(self) -> str:
        return self.about


class TipFile(models.Model):
    """A picture or a paper sent with a tip."""

    id = models.BigAutoField(primary_key=True)
    tip = models.ForeignKey(Tip, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    path = models.CharField(max_length=255)  # under the data folder
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """One of the few tips an hour that an address without an account may send; the address as a keyed hash only."""

    id = models.BigAutoField(primary_key=True)
    address = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "number"], name="place_taken_once")]

    def __str__(self) -> str:
        return f"{self.address[:8]} {self.number}"
