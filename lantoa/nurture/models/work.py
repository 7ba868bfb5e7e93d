"""What is done under a nurture plan: measures, support, shortcomings and remedies, notes, reviews, praise."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.nurture.models.plans import Goal, NurturePlan


class Measure(models.Model):
    """Something to be done by somebody by a day."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="measures")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, blank=True, related_name="measures")
    text = models.CharField(_("Biện pháp"), max_length=1000)
    owner = models.ForeignKey("lantoa.Person", models.SET_NULL, null=True, blank=True, related_name="measures")
    starts = models.DateField(_("Bắt đầu"))
    due = models.DateField(_("Hạn"))
    stage = stage_column(MeasureStage)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    note = models.CharField(_("Ghi chú"), max_length=1000, blank=True)
    search_key = models.CharField(max_length=2000, editable=False, default="")  # the text, folded
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(MeasureStage, "measure_stage"),
            together("measure_ended_by_and_when", "ended_by", "ended_at"),
            models.CheckConstraint(condition=Q(due__gte=F("starts")), name="measure_due_after_start"),
            models.CheckConstraint(
                condition=Q(stage="planned", ended_at=None) | (~Q(stage="planned") & Q(ended_at__isnull=False)),
                name="measure_ended_has_a_day",
            ),
        ]
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.text


class Support(models.Model):
    """What the unit gives: time, money, training, an assignment."""

    class Kind(models.TextChoices):
        TIME = "time", _("thời gian")
        MONEY = "money", _("kinh phí")
        TRAINING = "training", _("đào tạo, tập huấn")
        ASSIGNMENT = "assignment", _("giao nhiệm vụ")

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="supports")
    kind = models.CharField(_("Loại"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("Hỗ trợ"), max_length=1000)
    amount = models.PositiveBigIntegerField(_("Số tiền (đồng)"), null=True, blank=True)
    given_on = models.DateField(_("Ngày"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount=None) | Q(kind="money"), name="support_amount_is_money")
        ]
        ordering = ["given_on", "id"]

    def __str__(self) -> str:
        return self.text


class Shortcoming(models.Model):
    """What falls short, the concrete remedy, and the evidence that it is done."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="shortcomings")
    text = models.CharField(_("Tồn tại, hạn chế"), max_length=1000)
    remedy = models.CharField(_("Biện pháp khắc phục"), max_length=1000)
    due = models.DateField(_("Hạn"))
    stage = stage_column(ShortcomingStage)
    evidence = models.TextField(_("Minh chứng đã khắc phục"), max_length=3000, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    file_path = models.CharField(max_length=255, blank=True)  # under the data folder
    remedied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    remedied_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    return_reason = models.CharField(_("Cần khắc phục thêm"), max_length=1000, blank=True)
    search_key = models.CharField(max_length=2000, editable=False, default="")  # text and remedy, folded
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(ShortcomingStage, "shortcoming_stage"),
            together("shortcoming_remedied_by_and_when", "remedied_by", "remedied_at"),
            together("shortcoming_confirmed_by_and_when", "confirmed_by", "confirmed_at"),
            models.CheckConstraint(condition=Q(stage="open") | ~Q(evidence=""), name="shortcoming_remedy_has_evidence"),
            models.CheckConstraint(
                condition=~Q(stage="confirmed") | Q(confirmed_at__isnull=False), name="shortcoming_confirmed_has_a_day"
            ),
        ]
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.text


class MentorNote(models.Model):
    """A note of a meeting; a private one is read by its writer alone."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="notes")
    text = models.TextField(_("Ghi chép"), max_length=5000)
    met_on = models.DateField(_("Ngày gặp"))
    is_private = models.BooleanField(_("Chỉ mình tôi đọc"), default=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-met_on", "-id"]

    def __str__(self) -> str:
        return f"{self.plan} {self.met_on}"


class QuarterReview(models.Model):
    """The look at a plan each quarter."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="reviews")
    year = models.PositiveSmallIntegerField(_("Năm"))
    quarter = models.PositiveSmallIntegerField(_("Quý"))
    text = models.TextField(_("Đánh giá"), max_length=3000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "year", "quarter"], name="review_once_a_quarter"),
            models.CheckConstraint(condition=Q(quarter__range=(1, 4)), name="review_quarter"),
        ]
        ordering = ["year", "quarter"]

    def __str__(self) -> str:
        return f"{self.plan} {self.quarter}/{self.year}"


class Encouragement(models.Model):
    """Praise in time: a word before the unit, a letter, a spot award."""

    class Kind(models.TextChoices):
        PRAISE = "praise", _("biểu dương")
        SPOT_AWARD = "spot_award", _("thưởng nóng")
        LETTER = "letter", _("thư khen")

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="encouragements")
    kind = models.CharField(_("Hình thức"), max_length=10, choices=Kind.choices)
    text = models.CharField(_("Nội dung"), max_length=1000)
    given_on = models.DateField(_("Ngày"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["given_on", "id"]

    def __str__(self) -> str:
        return self.text
