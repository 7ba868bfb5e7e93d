"""What hangs on a nomination: evidence, statements, the nominee's word, initiatives used, each sending as it was."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import together
from lantoa.nomination.models.nominations import Nomination


class Evidence(models.Model):
    """A file or a link that shows something about one criterion; a picture may also be printed of the nominee."""

    class Picture(models.TextChoices):
        PORTRAIT = "portrait", _("ảnh chân dung, ảnh tập thể")
        SCENE = "scene", _("ảnh tư liệu")

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="evidence")
    criterion = models.CharField(_("Tiêu chí"), max_length=10)
    picture = models.CharField(_("Ảnh để in"), max_length=10, choices=Picture.choices, blank=True)
    shows = models.CharField(_("Chứng minh điều gì"), max_length=300)
    link = models.URLField(_("Đường dẫn"), max_length=500, blank=True)
    name = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=255, blank=True)  # under the data folder
    size = models.PositiveIntegerField(default=0)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(path="", name="") & ~Q(link="") | Q(link="") & ~Q(path="") & ~Q(name=""),
                name="evidence_is_a_file_or_a_link",
            ),
            models.CheckConstraint(condition=Q(picture="") | ~Q(path=""), name="evidence_picture_is_a_file"),
        ]

    def __str__(self) -> str:
        return self.shows


class Statement(models.Model):
    """What somebody who knows the nominee's work says in support (ý kiến ủng hộ)."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="statements")
    name = models.CharField(_("Người nêu ý kiến"), max_length=200)
    position = models.CharField(_("Chức vụ, đơn vị"), max_length=300)
    text = models.TextField(_("Ý kiến"), max_length=5000)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Consent(models.Model):
    """The nominee's yes or no to being made public, or its withdrawal; the newest row is the one that holds.

    `with_pictures` is a yes to the use of the nominee's pictures as well (Civil Code 2015 art. 32).
    """

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="consents")
    is_given = models.BooleanField(_("Đồng ý công khai"))
    with_pictures = models.BooleanField(_("Đồng ý cho dùng ảnh"), default=False)
    note = models.CharField(_("Lời nhắn"), max_length=1000, blank=True)
    name = models.CharField(max_length=255, blank=True)  # of the signed paper, when somebody else records it
    path = models.CharField(max_length=255, blank=True)
    size = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(with_pictures=False) | Q(is_given=True), name="consent_to_pictures_is_a_consent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.is_given}"


class NomineeCorrection(models.Model):
    """What the nominee says is wrong or missing in the dossier, and what was done about it."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="nominee_corrections")
    text = models.TextField(_("Điều cần sửa"), max_length=3000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(_("Trả lời"), max_length=2000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            together("nominee_correction_answered_by_and_when", "answered_by", "answered_at"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="nominee_correction_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class UsedInitiative(models.Model):
    """An initiative on which the dossier rests; by its key the same one is found in other dossiers."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="initiatives")
    initiative = models.ForeignKey("lantoa.Initiative", models.SET_NULL, null=True, related_name="used")
    name = models.CharField(_("Sáng kiến"), max_length=500)
    year = models.PositiveSmallIntegerField(_("Năm"))
    key = models.CharField(max_length=500, editable=False, db_index=True)  # folded name
    reason = models.CharField(_("Lý do dùng lại"), max_length=1000, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["nomination", "key"], name="initiative_used_once_in_a_dossier")]

    def __str__(self) -> str:
        return self.name


class Sending(models.Model):
    """A dossier as it was when it was sent: verdict with facts, plan version, report, evidence; never rewritten."""

    id = models.BigAutoField(primary_key=True)
    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="sendings")
    number = models.PositiveSmallIntegerField()
    verdict = models.JSONField()
    text = models.TextField()
    evidence = models.JSONField(default=list)
    plan_version = models.CharField(max_length=64)  # fingerprint of the plan edition
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["nomination", "number"], name="sent_in_order")]

    def __str__(self) -> str:
        return f"{self.nomination} ({self.number})"
