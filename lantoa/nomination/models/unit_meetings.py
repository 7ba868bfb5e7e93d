"""The meeting of a unit about a round: who came, how each nominee fared, or why nobody is nominated (II.2, P4)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import UnitMeetingStage
from lantoa.nomination.models.rounds import Round

VOTES = ("votes_for", "votes_against", "votes_blank")


class UnitMeeting(models.Model):
    """One a unit and round; held: signed by the head, with votes or with the reason why nobody is nominated."""

    id = models.BigAutoField(primary_key=True)
    round = models.ForeignKey(Round, models.PROTECT, related_name="unit_meetings")
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, related_name="unit_meetings", verbose_name=_("Đơn vị"))
    stage = stage_column(UnitMeetingStage)
    held_on = models.DateField(_("Ngày họp"), null=True, blank=True)
    begins = models.TimeField(_("Giờ bắt đầu"), null=True, blank=True)
    ends = models.TimeField(_("Giờ kết thúc"), null=True, blank=True)
    place = models.CharField(_("Địa điểm"), max_length=200, blank=True)
    chair = models.ForeignKey(
        "lantoa.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Chủ trì")
    )
    secretary = models.ForeignKey(
        "lantoa.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Thư ký")
    )
    text = models.TextField(_("Diễn biến, ý kiến"), max_length=20_000, blank=True)
    nobody = models.CharField(_("Lý do không giới thiệu ai"), max_length=1000, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="unit_meeting_once_a_round"),
            stage_check(UnitMeetingStage, "unit_meeting_stage"),
            together("unit_meeting_signed_by_and_when", "signed_by", "signed_at"),
            models.CheckConstraint(
                condition=Q(stage="prepared", signed_at__isnull=True) | Q(stage="held", signed_at__isnull=False),
                name="unit_meeting_held_if_signed",
            ),
            models.CheckConstraint(
                condition=Q(begins__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=F("begins")),
                name="unit_meeting_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(stage="held") | Q(held_on__isnull=False), name="unit_meeting_held_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.round}"


class Attendance(models.Model):
    """A member of the unit at its meeting; who was absent is so for a reason."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(UnitMeeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey("lantoa.Person", models.PROTECT, related_name="+", verbose_name=_("Cán bộ"))
    is_present = models.BooleanField(_("Có mặt"), default=True)
    reason = models.CharField(_("Lý do vắng"), max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(is_present=True, reason="") | (Q(is_present=False) & ~Q(reason="")),
                name="attendance_absent_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.meeting_id}"


class UnitVote(models.Model):
    """How many of those present were for and against a nominee of the unit."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(UnitMeeting, models.CASCADE, related_name="votes")
    subject = models.ForeignKey("lantoa.Subject", models.PROTECT, related_name="unit_votes")
    votes_for = models.PositiveSmallIntegerField(_("Đồng ý"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("Không đồng ý"), null=True, blank=True)
    votes_blank = models.PositiveSmallIntegerField(_("Không ý kiến"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "subject"], name="unit_vote_once"),
            together("unit_vote_counted_together", *VOTES),
        ]
        indexes = [models.Index(fields=["subject", "meeting"], name="unit_vote_of_subject")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.votes_for}/{self.votes_against}/{self.votes_blank}"
