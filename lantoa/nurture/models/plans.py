"""The nurture plan of a prospect: tier aimed at, goals from what is missing, mentor, closure (clause II.1.b)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa import plans
from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import NurtureStage


class NurturePlan(models.Model):
    """It starts from what is missing and ends in a nomination, or in an honest "not yet" with its lessons."""

    id = models.BigAutoField(primary_key=True)
    prospect = models.ForeignKey("lantoa.Prospect", models.CASCADE, related_name="plans")
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="nurture_plans")  # follows a transfer
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    tier = models.CharField(_("Bậc hướng tới"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm hướng tới"))
    since = models.DateField(_("Từ ngày"))
    until = models.DateField(_("Đến ngày"))
    mentor = models.ForeignKey(
        "lantoa.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentored_plans",
        verbose_name=_("Người hướng dẫn"),
    )
    mentor_lost = models.DateField(null=True)  # the day on which the daily look found the mentor gone
    stage = stage_column(NurtureStage)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)  # to the head, last time
    change_reason = models.CharField(_("Lý do thay đổi"), max_length=1000, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_terms = models.JSONField(default=dict)  # as approved last, to lay a change beside
    return_reason = models.CharField(_("Lý do trả lại"), max_length=1000, blank=True)
    readiness = models.TextField(_("Kết luận của đơn vị"), max_length=3000, blank=True)
    machine_verdict = models.CharField(max_length=10, blank=True)  # beside the unit's, on the day of its conclusion
    machine_facts = models.JSONField(default=dict)  # its findings on that day
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    lessons = models.TextField(_("Bài học"), max_length=5000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(NurtureStage, "nurture_stage"),
            together("nurture_sent_by_and_when", "sent_by", "sent_at"),
            together("nurture_approved_by_and_when", "approved_by", "approved_at"),
            together("nurture_ended_by_and_when", "ended_by", "ended_at"),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="nurture_dates_in_order"),
            models.CheckConstraint(
                condition=Q(stage__in=["draft", "waiting"]) | Q(approved_at__isnull=False),
                name="nurture_active_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["nominated", "not_yet"], ended_at__isnull=False)
                | (~Q(stage__in=["nominated", "not_yet"]) & Q(ended_at=None)),
                name="nurture_ended_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(stage="not_yet") | ~Q(lessons=""), name="nurture_not_yet_has_lessons"),
            models.UniqueConstraint(
                fields=["prospect"],
                condition=~Q(stage__in=["nominated", "not_yet"]),
                name="nurture_one_plan_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prospect} {self.year}"


class Goal(models.Model):
    """What is to be reached, tied to a criterion of the tier where there is one.

    Without words of its own a goal is its criterion as the plan edition words it: `words` reads both.
    """

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="goals")
    criterion = models.CharField(_("Tiêu chí"), max_length=10, blank=True)
    text = models.CharField(_("Mục tiêu"), max_length=1000, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text="") | ~Q(criterion=""), name="goal_says_something")]
        ordering = ["id"]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        criterion = plans.load(self.plan.edition).criteria.get(self.criterion)
        return self.text or (criterion.text if criterion else self.criterion)


class PersonRemark(models.Model):
    """What the person says to the plan that is about them."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="remarks")
    text = models.TextField(_("Ý kiến"), max_length=3000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class Transfer(models.Model):
    """The person moves in mid-plan: the plan follows once both heads agree."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(NurturePlan, models.CASCADE, related_name="transfers")
    source = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="+")
    target = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(  # nobody: the daily look found the new post on file
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    let_go_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    let_go_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do không đồng ý"), max_length=1000, blank=True)

    class Meta:
        constraints = [
            together("transfer_let_go_by_and_when", "let_go_by", "let_go_at"),
            together("transfer_taken_by_and_when", "taken_by", "taken_at"),
            together("transfer_refused_by_and_when", "refused_by", "refused_at"),
            models.CheckConstraint(condition=Q(refused_at=None) | ~Q(reason=""), name="transfer_refused_says_why"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="transfer_goes_elsewhere"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=(Q(let_go_at__isnull=True) | Q(taken_at__isnull=True)) & Q(refused_at__isnull=True),
                name="transfer_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.source} → {self.target}"

    @property
    def is_open(self) -> bool:
        """Neither refused nor signed by both."""
        return self.refused_at is None and (self.let_go_at is None or self.taken_at is None)
