"""A meeting of the Council: its cases, who was there, who has an interest in which case."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.council.models.body import Council, CouncilMember
from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import MeetingStage


class Meeting(models.Model):
    """A meeting (phiên họp) under the procedure of one plan edition; who presided is known once it was opened."""

    id = models.BigAutoField(primary_key=True)
    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings", verbose_name=_("Hội đồng"))
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    name = models.CharField(_("Tên phiên họp"), max_length=300)
    search_key = models.CharField(max_length=350, editable=False)
    starts_at = models.DateTimeField(_("Thời gian"))
    place = models.CharField(_("Địa điểm"), max_length=300)
    agenda = models.TextField(_("Chương trình"), max_length=5000, blank=True)
    guests = models.TextField(_("Khách mời (dự họp, không bỏ phiếu)"), max_length=2000, blank=True)
    stage = stage_column(MeetingStage)
    presided_by = models.ForeignKey(
        CouncilMember, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Chủ trì")
    )
    secretary = models.ForeignKey(
        CouncilMember, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Thư ký phiên họp")
    )
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do huỷ"), max_length=1000, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(MeetingStage, "meeting_stage"),
            together("meeting_opened_by_and_when", "opened_by", "opened_at", "presided_by", "secretary"),
            together("meeting_ended_by_and_when", "ended_by", "ended_at"),
            models.CheckConstraint(
                condition=Q(stage__in=["prepared", "cancelled"]) | Q(opened_at__isnull=False),
                name="meeting_opened_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(stage="prepared") | Q(opened_at=None), name="meeting_prepared_unopened"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["held", "minuted"], ended_at__isnull=False)
                | ~Q(stage__in=["held", "minuted"]) & Q(ended_at=None),
                name="meeting_held_iff_ended",
            ),
            models.CheckConstraint(
                condition=Q(stage="cancelled") & ~Q(reason="") | ~Q(stage="cancelled") & Q(reason=""),
                name="meeting_cancelled_iff_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class MeetingCase(models.Model):
    """A nomination on the agenda, and what the Council concluded about it; one meeting at a time deals with it."""

    class Outcome(models.TextChoices):
        RECOMMEND = "recommend", _("đề nghị công nhận")
        NOT_RECOMMEND = "not_recommend", _("chưa đề nghị")
        POSTPONE = "postpone", _("hoãn, xét lại sau")
        LOWER = "lower", _("đề nghị ở bậc thấp hơn")
        NOT_DEALT = "not_dealt", _("chưa xét tại phiên này")

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="cases")
    nomination = models.ForeignKey("lantoa.Nomination", models.PROTECT, related_name="meeting_cases")
    order = models.PositiveSmallIntegerField(_("Thứ tự"))
    outcome = models.CharField(_("Kết luận"), max_length=16, choices=Outcome.choices, blank=True)
    reason = models.CharField(_("Lý do"), max_length=2000, blank=True)
    lower_tier = models.CharField(_("Bậc thấp hơn được đề nghị"), max_length=20, blank=True)
    concluded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    concluded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "nomination"], name="meeting_case_once"),
            models.UniqueConstraint(fields=["nomination"], condition=Q(outcome=""), name="meeting_case_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(outcome="", concluded_at=None) | ~Q(outcome="") & Q(concluded_at__isnull=False),
                name="meeting_case_concluded_when",
            ),
            together("meeting_case_concluded_by_and_when", "concluded_by", "concluded_at"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "recommend", "not_recommend", "postpone", "lower", "not_dealt"]),
                name="meeting_case_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["not_recommend", "postpone", "lower"]) | ~Q(reason=""),
                name="meeting_case_refused_says_why",
            ),
            models.CheckConstraint(
                condition=Q(outcome="lower") & ~Q(lower_tier="") | ~Q(outcome="lower") & Q(lower_tier=""),
                name="meeting_case_lower_iff_tier",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.nomination}"


class Presence(models.Model):
    """Whether a member was there, and from when to when; an absent one may have a reason."""

    class State(models.TextChoices):
        PRESENT = "present", _("có mặt")
        EXCUSED = "excused", _("vắng có lý do")
        ABSENT = "absent", _("vắng")

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="presences")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="presences")
    state = models.CharField(_("Có mặt"), max_length=8, choices=State.choices)
    reason = models.CharField(_("Lý do vắng"), max_length=500, blank=True)
    left_at = models.DateTimeField(_("Về lúc"), null=True, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="presence_once"),
            models.CheckConstraint(condition=Q(state__in=["present", "excused", "absent"]), name="presence_state"),
            models.CheckConstraint(condition=~Q(state="excused") | ~Q(reason=""), name="presence_excused_says_why"),
            models.CheckConstraint(condition=Q(left_at=None) | Q(state="present"), name="presence_left_was_there"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_state_display()}"


class Interest(models.Model):
    """A conflict of interest of a member in a case: found in the records when the meeting opens, or declared."""

    class Source(models.TextChoices):
        SELF = "self", _("là người được xét")
        OWN_UNIT = "own_unit", _("là tập thể đang công tác")
        UNIT_HEAD = "unit_head", _("đứng đầu đơn vị của người được xét")
        RELATION = "relation", _("quan hệ đã khai")
        DECLARED = "declared", _("tự khai cho hồ sơ này")

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(MeetingCase, models.CASCADE, related_name="interests")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="interests")
    source = models.CharField(_("Căn cứ"), max_length=10, choices=Source.choices)
    note = models.CharField(_("Ghi rõ"), max_length=500, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "member"], name="interest_once"),
            models.CheckConstraint(
                condition=Q(source__in=["self", "own_unit", "unit_head", "relation", "declared"]),
                name="interest_source",
            ),
            models.CheckConstraint(condition=~Q(source="declared") | ~Q(note=""), name="interest_declared_says_which"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.case}"
