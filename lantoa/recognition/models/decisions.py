"""Decisions (quyết định): who is recognised, corrected, revoked or restored; numbered and dated when issued."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination, Round
from lantoa.recognition.models.numbers import TakenNumber

APPROVED = ["approved", "issued"]


class Decision(models.Model):
    """A decision of the Principal; one that changes another names it in `about`, unless that was made elsewhere."""

    class Kind(models.TextChoices):
        RECOGNISE = "recognise", _("công nhận")
        CORRECT = "correct", _("đính chính")
        REVOKE = "revoke", _("thu hồi")
        RESTORE = "restore", _("khôi phục")

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(_("Loại"), max_length=10, choices=Kind.choices, default=Kind.RECOGNISE)
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name=_("Đợt xét")
    )
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="changed_by")
    title = models.CharField(_("Trích yếu"), max_length=500)
    search_key = models.CharField(max_length=600, editable=False)
    basis = models.TextField(_("Căn cứ"), max_length=5000, blank=True)
    ground = models.CharField(_("Căn cứ thu hồi"), max_length=60, blank=True)  # code of the procedure's ground
    ground_words = models.CharField(max_length=1000, blank=True)  # with its article, as it stood then
    reason = models.CharField(_("Lý do"), max_length=2000, blank=True)  # of a correction, revocation, restoration
    note = models.CharField(_("Ý kiến khi trả lại"), max_length=2000, blank=True)  # of the last return or drop
    stage = stage_column(DecisionStage, max_length=14)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    presented_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    presented_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    number = models.OneToOneField(TakenNumber, models.PROTECT, null=True, related_name="decision")
    reference = models.CharField(_("Số quyết định"), max_length=100, blank=True)
    decided_on = models.DateField(_("Ngày quyết định"), null=True)
    effective_on = models.DateField(_("Có hiệu lực từ"), null=True)
    signer = models.CharField(_("Người ký"), max_length=200, blank=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(DecisionStage, "decision_stage"),
            together("decision_presented_by_and_when", "presented_by", "presented_at"),
            together("decision_approved_by_and_when", "approved_by", "approved_at"),
            together("decision_issued_whole", "number", "decided_on", "effective_on", "issued_by", "issued_at"),
            models.CheckConstraint(
                condition=Q(stage="issued", number__isnull=False) | (~Q(stage="issued") & Q(number__isnull=True)),
                name="decision_issued_iff_numbered",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=APPROVED, approved_at__isnull=False)
                | (~Q(stage__in=APPROVED) & Q(approved_at__isnull=True)),
                name="decision_approved_iff_somebody_did",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("made_by")),
                name="decision_maker_does_not_approve",
            ),
            models.CheckConstraint(
                condition=Q(effective_on__isnull=True) | Q(effective_on__gte=F("decided_on")),
                name="decision_effective_not_before",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["sent_back", "dropped"]) | ~Q(note=""), name="decision_returned_says_why"
            ),
            models.CheckConstraint(
                condition=Q(kind="recognise", round__isnull=False, about__isnull=True)
                | (~Q(kind="recognise") & ~Q(reason="")),
                name="decision_of_a_round_or_with_reason",
            ),
            models.CheckConstraint(
                condition=(Q(kind="revoke") & ~Q(ground="")) | (~Q(kind="revoke") & Q(ground="")),
                name="decision_revokes_on_a_ground",
            ),
        ]
        indexes = [models.Index(fields=["stage", "decided_on"], name="decision_by_stage")]

    def __str__(self) -> str:
        return self.reference or self.title


class DecisionItem(models.Model):
    """One line of the list; `name` and `unit_name` as the paper writes them, whatever the record book says later."""

    class State(models.TextChoices):
        LISTED = "listed", _("trong danh sách")
        LEFT_OUT = "left_out", _("để lại")
        STRUCK = "struck", _("Hiệu trưởng gạch tên")

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=Decision.Kind.choices)  # of the decision, for the constraint
    subject = models.ForeignKey("lantoa.Subject", models.PROTECT, related_name="decision_items")
    tier = models.CharField(_("Bậc"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    name = models.CharField(_("Họ tên, tên tập thể"), max_length=200)
    unit_name = models.CharField(_("Đơn vị"), max_length=300, blank=True)
    nomination = models.ForeignKey(Nomination, models.PROTECT, null=True, related_name="decision_items")
    original = models.ForeignKey("self", models.PROTECT, null=True, related_name="changes")
    recognition = models.ForeignKey("lantoa.Recognition", models.PROTECT, null=True, related_name="decision_items")
    state = models.CharField(_("Tình trạng"), max_length=10, choices=State.choices, default=State.LISTED)
    reason = models.CharField(_("Lý do"), max_length=2000, blank=True)  # of leaving out or striking
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("dòng của quyết định")
        constraints = [
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(kind="recognise", state="listed"), name="item_listed_once"
            ),
            models.UniqueConstraint(
                fields=["decision", "subject", "tier", "year"], condition=Q(state="listed"), name="item_once_a_decision"
            ),
            together("item_judged_by_and_when", "judged_by", "judged_at"),
            models.CheckConstraint(
                condition=Q(state="listed", judged_at__isnull=True)
                | (~Q(state="listed") & Q(judged_at__isnull=False) & ~Q(reason="")),
                name="item_left_out_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(kind="recognise") | Q(nomination__isnull=False), name="item_recognises_a_nomination"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["revoke", "restore"]) | Q(recognition__isnull=False),
                name="item_revokes_a_recognition",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Difference(models.Model):
    """Between the verdict frozen when the dossier was sent and the one of the decision's day; answered by somebody."""

    id = models.BigAutoField(primary_key=True)
    item = models.ForeignKey(DecisionItem, models.CASCADE, related_name="differences")
    criterion = models.CharField(max_length=20)  # empty: the whole verdict, a hold
    before = models.JSONField()  # verdict, sentence and rows as frozen
    now = models.JSONField()
    found_on = models.DateField()
    answer = models.CharField(_("Giải trình"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    stands = models.BooleanField(default=True)  # no: a later reckoning found something else

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "criterion"], condition=Q(stands=True), name="difference_stands_once"
            ),
            together("difference_answered_by_and_when", "answered_by", "answered_at"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="difference_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.criterion}"


class DecisionScan(models.Model):
    """The signed paper, scanned; a better scan is added, none is replaced."""

    id = models.BigAutoField(primary_key=True)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="scans")
    name = models.CharField(_("Tên tệp"), max_length=255)
    path = models.CharField(max_length=255)  # under the data folder
    size = models.PositiveIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
