"""A submission (tờ trình) to the Ministry: its items, its package, and the answer (clauses MA-2, MP-1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.records import Kind
from lantoa.domain.stages import SubmissionStage


class Submission(models.Model):
    """Made here for a round, or received from a school by an installation above it: then there is no round.

    `contents` grows with every change of what the package says; a package of older contents is out of date.
    """

    id = models.BigAutoField(primary_key=True)
    reference = models.CharField(max_length=32, unique=True, editable=False)  # the same in both installations
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    tier = models.CharField(_("Bậc"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    round = models.ForeignKey(
        "lantoa.Round", models.PROTECT, null=True, related_name="submissions", verbose_name=_("Đợt xét")
    )
    is_received = models.BooleanField(default=False)
    sender = models.CharField(_("Đơn vị trình"), max_length=300)
    sender_code = models.CharField(max_length=30)
    search_key = models.CharField(max_length=1000, editable=False, default="")
    subject_line = models.CharField(_("Trích yếu"), max_length=500)
    text = models.TextField(_("Nội dung tờ trình"), max_length=20_000)
    number = models.CharField(_("Số, ký hiệu tờ trình"), max_length=100, blank=True)
    dated = models.DateField(_("Ngày tờ trình"), null=True, blank=True)
    stage = stage_column(SubmissionStage)
    note = models.CharField(_("Lý do trả lại"), max_length=2000, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    accepted_on = models.DateField(_("Ngày tiếp nhận"), null=True, blank=True)
    decision = models.CharField(_("Số quyết định của Bộ trưởng"), max_length=100, blank=True)
    decided = models.DateField(_("Ngày quyết định"), null=True, blank=True)
    decision_name = models.CharField(max_length=255, blank=True)
    decision_path = models.CharField(max_length=255, blank=True)  # the signed decision, as it was received
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    contents = models.PositiveIntegerField(default=1)
    package_contents = models.PositiveIntegerField(null=True)  # of which contents the package is
    package_sha256 = models.CharField(max_length=64, blank=True)
    package_size = models.PositiveBigIntegerField(default=0)
    package_percent = models.PositiveSmallIntegerField(null=True)  # how far the making of a package is
    package_fault = models.CharField(max_length=2000, blank=True)  # why the last package was not made
    package_notes = models.JSONField(default=list)  # what is to be known of the package before it is sent
    papers = models.JSONField(default=list)  # in the package, of the whole: as `parcel.contents.Enclosed` says them
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(SubmissionStage, "submission_stage"),
            together("submission_sent_by_and_when", "sent_by", "sent_at"),
            together("submission_answered_by_and_when", "answered_by", "answered_at"),
            models.CheckConstraint(
                condition=Q(is_received=True, round=None) | Q(is_received=False, round__isnull=False),
                name="submission_of_a_round_or_received",
            ),
            models.CheckConstraint(
                condition=Q(number="", dated=None) | (~Q(number="") & Q(dated__isnull=False)),
                name="submission_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(stage="draft") | (~Q(number="") & ~Q(package_sha256="") & Q(sent_at__isnull=False)),
                name="submission_sent_has_number_and_package",
            ),
            models.CheckConstraint(condition=~Q(stage="returned") | ~Q(note=""), name="submission_returned_says_why"),
            models.CheckConstraint(
                condition=Q(stage__in=["accepted", "answered"], accepted_on__isnull=False)
                | (~Q(stage__in=["accepted", "answered"]) & Q(accepted_on=None)),
                name="submission_accepted_has_a_day",
            ),
            models.CheckConstraint(
                condition=(Q(stage="answered", decided__isnull=False, answered_at__isnull=False) & ~Q(decision=""))
                | (~Q(stage="answered") & Q(decision="", decided=None, answered_at=None)),
                name="submission_answered_by_a_decision",
            ),
        ]
        indexes = [models.Index(fields=["stage", "year"], name="submission_by_stage")]

    def __str__(self) -> str:
        return self.subject_line

    @property
    def has_package(self) -> bool:
        """Whether there is a package of what stands in it now."""
        return self.package_sha256 != "" and self.package_contents == self.contents


class SubmissionItem(models.Model):
    """One proposed person or collective: who, with the dossier's facts as they went up, and what became of it."""

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("chờ Bộ quyết định")
        RECOGNISED = "recognised", _("được công nhận")
        NOT_RECOGNISED = "not_recognised", _("chưa được công nhận")

    id = models.BigAutoField(primary_key=True)
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="items")
    nomination = models.ForeignKey("lantoa.Nomination", models.PROTECT, null=True, related_name="submission_items")
    place = models.PositiveSmallIntegerField(_("Thứ tự"))
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    code = models.CharField(_("Mã"), max_length=60)
    name = models.CharField(_("Họ tên, tập thể"), max_length=300)
    unit = models.CharField(_("Đơn vị"), max_length=300)
    facts = models.JSONField(default=dict)  # of a received one: the dossier in words
    papers = models.JSONField(default=list)  # in the package, of this dossier
    outcome = models.CharField(_("Kết quả"), max_length=14, choices=Outcome.choices, default=Outcome.WAITING)
    reason = models.CharField(_("Lý do"), max_length=1000, blank=True)
    recognition = models.ForeignKey("lantoa.Recognition", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["submission", "place"], name="submission_item_in_its_place"),
            models.UniqueConstraint(fields=["submission", "code"], name="submission_item_once"),
            models.UniqueConstraint(fields=["nomination"], name="nomination_submitted_once"),
            models.CheckConstraint(
                condition=Q(outcome__in=["waiting", "recognised", "not_recognised"]), name="submission_item_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="not_recognised") | ~Q(reason=""), name="submission_item_refused_says_why"
            ),
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name
