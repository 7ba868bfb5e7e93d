"""Emulation movements: launched by the school or a unit, cascaded, pledged to, reported on (clause II.1.a, II.1.c)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import MovementStage, PledgeStage


class Movement(models.Model):
    """A movement of a unit (the root: of the whole school); a cascaded one names the one above."""

    class Kind(models.TextChoices):
        REGULAR = "regular", _("thường xuyên")
        THEMATIC = "thematic", _("chuyên đề")
        FIVE_YEAR = "five_year", _("giai đoạn 5 năm")

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(
        "lantoa.Unit", models.PROTECT, related_name="movements", verbose_name=_("Đơn vị phát động")
    )
    above = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="cascaded", verbose_name=_("Thuộc phong trào")
    )
    name = models.CharField(_("Tên phong trào"), max_length=300)
    search_key = models.CharField(max_length=350, editable=False)
    kind = models.CharField(_("Loại"), max_length=10, choices=Kind.choices, default=Kind.REGULAR)
    aims = models.TextField(_("Mục đích"), max_length=5000)
    targets = models.TextField(_("Chỉ tiêu"), max_length=5000, blank=True)
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"))
    pledges_due = models.DateField(_("Hạn đăng ký thi đua"), null=True, blank=True)
    stage = stage_column(MovementStage)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    launched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    launched_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do huỷ"), max_length=1000, blank=True)
    summary = models.TextField(_("Tổng kết"), max_length=10000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(MovementStage, "movement_stage"),
            together("movement_launched_by_and_when", "launched_by", "launched_at"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="movement_dates_in_order"),
            models.CheckConstraint(
                condition=Q(stage__in=["draft", "cancelled"]) | Q(launched_at__isnull=False),
                name="movement_launched_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(stage="cancelled") | ~Q(reason=""), name="movement_cancelled_says_why"),
            models.CheckConstraint(
                condition=Q(pledges_due=None) | Q(pledges_due__lte=F("until")), name="movement_pledges_due_in_time"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MovementDocument(models.Model):
    """A paper of a movement: its plan, its launching letter."""

    id = models.BigAutoField(primary_key=True)
    movement = models.ForeignKey(Movement, models.CASCADE, related_name="documents")
    name = models.CharField(_("Tên tệp"), max_length=255)
    path = models.CharField(max_length=255)  # under the data folder
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class ReportDate(models.Model):
    """A day by which units report results."""

    id = models.BigAutoField(primary_key=True)
    movement = models.ForeignKey(Movement, models.CASCADE, related_name="report_dates")
    name = models.CharField(_("Đợt báo cáo"), max_length=100)
    due = models.DateField(_("Hạn"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["movement", "due"], name="report_date_once")]
        ordering = ["due"]

    def __str__(self) -> str:
        return f"{self.name} ({self.due:%d/%m/%Y})"


class Pledge(models.Model):
    """What a unit pledges to a movement (đăng ký thi đua)."""

    id = models.BigAutoField(primary_key=True)
    movement = models.ForeignKey(Movement, models.CASCADE, related_name="pledges")
    unit = models.ForeignKey("lantoa.Unit", models.CASCADE, related_name="pledges")
    text = models.TextField(_("Nội dung đăng ký"), max_length=5000, blank=True)
    targets = models.TextField(_("Chỉ tiêu đăng ký"), max_length=5000, blank=True)
    stage = stage_column(PledgeStage)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do trả lại"), max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["movement", "unit"], name="pledge_once"),
            stage_check(PledgeStage, "pledge_stage"),
            together("pledge_sent_by_and_when", "sent_by", "sent_at"),
            together("pledge_judged_by_and_when", "judged_by", "judged_at"),
            models.CheckConstraint(
                condition=~Q(stage__in=["returned", "accepted"]) | Q(judged_at__isnull=False),
                name="pledge_judged_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(stage="returned") | ~Q(reason=""), name="pledge_returned_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.movement}: {self.unit}"


class Result(models.Model):
    """What a unit reports on a set date; `awards` of it that were taken into the record book are linked there."""

    id = models.BigAutoField(primary_key=True)
    report_date = models.ForeignKey(ReportDate, models.CASCADE, related_name="results")
    unit = models.ForeignKey("lantoa.Unit", models.CASCADE, related_name="movement_results")
    text = models.TextField(_("Kết quả"), max_length=10000)
    reached = models.PositiveSmallIntegerField(_("Tỷ lệ đạt chỉ tiêu (%)"), null=True, blank=True)
    commended = models.ManyToManyField("lantoa.Award", blank=True, related_name="movement_results")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report_date", "unit"], name="result_once"),
            together("result_accepted_by_and_when", "accepted_by", "accepted_at"),
            models.CheckConstraint(condition=Q(reached=None) | Q(reached__lte=1000), name="result_reached_in_per_cent"),
        ]

    def __str__(self) -> str:
        return f"{self.report_date}: {self.unit}"
