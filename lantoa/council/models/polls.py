"""A poll (lần bỏ phiếu) on cases of a meeting: the roll frozen when it opens, the totals written when it is counted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.council.models.body import CouncilMember
from lantoa.council.models.meetings import Meeting, MeetingCase
from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.ballot import Choice, Mode
from lantoa.domain.stages import PollStage

TOTALS = ("votes_for", "votes_against", "votes_blank", "votes_invalid")
WRITTEN = ("written_for", "written_against", "written_blank")
CHOICES = [(choice.value, choice.label) for choice in Choice]


class Poll(models.Model):
    """Once it is counted only totals are left: no row says, and no row ever said, what a member chose."""

    id = models.BigAutoField(primary_key=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="polls")
    number = models.PositiveSmallIntegerField(_("Lần bỏ phiếu"))
    mode = models.CharField(_("Cách bỏ phiếu"), max_length=8, choices=[(mode.value, mode.label) for mode in Mode])
    stage = stage_column(PollStage)
    note = models.CharField(_("Ghi chú"), max_length=500, blank=True)
    reason = models.CharField(_("Lý do huỷ"), max_length=1000, blank=True)
    issued = models.PositiveSmallIntegerField(_("Số phiếu phát ra"), null=True)  # who could vote when it opened
    returned = models.PositiveSmallIntegerField(_("Số phiếu thu về"), null=True)
    receipts = models.JSONField(default=list)  # of the ballots that were counted, in the order of their letters
    scan_name = models.CharField(max_length=150, blank=True)  # the signed record of the count
    scan_path = models.CharField(max_length=255, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    counted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="poll_number_once"),
            stage_check(PollStage, "poll_stage"),
            models.CheckConstraint(condition=Q(mode__in=[mode.value for mode in Mode]), name="poll_mode"),
            together("poll_opened_by_and_when", "opened_by", "opened_at", "issued"),
            together("poll_counted_by_and_when", "counted_by", "counted_at", "returned"),
            models.CheckConstraint(
                condition=Q(stage="prepared", opened_at=None)
                | Q(stage__in=["open", "counted"], opened_at__isnull=False)
                | Q(stage="void"),
                name="poll_open_iff_opened",
            ),
            models.CheckConstraint(
                condition=Q(stage="counted", counted_at__isnull=False) | ~Q(stage="counted") & Q(counted_at=None),
                name="poll_counted_iff_when",
            ),
            models.CheckConstraint(
                condition=Q(stage="void") & ~Q(reason="") | ~Q(stage="void") & Q(reason=""),
                name="poll_void_iff_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.number}"


class PollCase(models.Model):
    """A case in a poll: threshold and base as they stood when it opened, and the totals."""

    id = models.BigAutoField(primary_key=True)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="cases")
    case = models.ForeignKey(MeetingCase, models.PROTECT, related_name="poll_cases")
    order = models.PositiveSmallIntegerField(_("Thứ tự"))
    threshold = models.JSONField(default=dict)  # share, strictly, base, who set it and where it stands
    members = models.PositiveSmallIntegerField(null=True)
    voters = models.PositiveSmallIntegerField(null=True)
    base = models.PositiveSmallIntegerField(null=True)
    votes_for = models.PositiveSmallIntegerField(_("Đồng ý"), null=True)
    votes_against = models.PositiveSmallIntegerField(_("Không đồng ý"), null=True)
    votes_blank = models.PositiveSmallIntegerField(_("Không ý kiến"), null=True)
    votes_invalid = models.PositiveSmallIntegerField(_("Không hợp lệ"), null=True)
    written_for = models.PositiveSmallIntegerField(null=True)
    written_against = models.PositiveSmallIntegerField(null=True)
    written_blank = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "case"], name="poll_case_once"),
            models.UniqueConstraint(fields=["poll", "order"], name="poll_case_in_order"),
            together("poll_case_frozen_together", "members", "voters"),
            together("poll_case_counted_together", "base", *TOTALS, *WRITTEN),
        ]

    def __str__(self) -> str:
        return f"{self.poll}: {self.case}"


class Voter(models.Model):
    """A member on the roll of a poll, there or not; whether the ballot is in, never what is in it."""

    id = models.BigAutoField(primary_key=True)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="roll")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="polls")
    is_present = models.BooleanField(_("Có mặt"))  # as it stood when the poll opened
    has_voted = models.BooleanField(_("Đã bỏ phiếu"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "member"], name="voter_once"),
            models.CheckConstraint(condition=Q(has_voted=False) | Q(is_present=True), name="voter_was_there"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.poll}"


class Recusal(models.Model):
    """A member who has an interest in a case and so does not vote on it, as it stood when the poll opened."""

    id = models.BigAutoField(primary_key=True)
    poll_case = models.ForeignKey(PollCase, models.CASCADE, related_name="recusals")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="recusals")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll_case", "member"], name="recusal_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.poll_case}"


class WrittenOpinion(models.Model):
    """What an absent member wrote about a case: with the name in the minutes, taken in before any total shows."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(MeetingCase, models.CASCADE, related_name="written_opinions")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="written_opinions")
    choice = models.CharField(_("Ý kiến"), max_length=8, choices=CHOICES)
    text = models.CharField(_("Nội dung"), max_length=1000, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "member"], name="written_opinion_once"),
            models.CheckConstraint(
                condition=Q(choice__in=[choice.value for choice in Choice]), name="written_opinion_choice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.case}"
