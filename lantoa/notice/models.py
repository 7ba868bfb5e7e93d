"""What a person is told: one inbox entry for each thing and day, so that nothing is told twice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One thing told to one user: read or not, mailed or not."""

    class Kind(models.TextChoices):
        REMINDER = "reminder", _("nhắc việc")
        NEWS = "news", _("tin")

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    kind = models.CharField(_("Loại"), max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=120)  # what it is about: told once a user and key
    text = models.CharField(_("Nội dung"), max_length=500)
    address = models.CharField(_("Trang"), max_length=300, blank=True)
    due = models.DateField(_("Hạn"), null=True)
    told_at = models.DateTimeField(_("Lúc"))
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["user", "read_at", "-told_at"], name="notice_inbox"),
            models.Index(fields=["told_at"], condition=models.Q(mailed_at=None), name="notice_unmailed"),
        ]

    def __str__(self) -> str:
        return self.text


class Subscription(models.Model):
    """How a user wants to be told: by e-mail or not, and under which secret the calendar asks for deadlines."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="subscription")
    wants_mail = models.BooleanField(_("Nhận thư tóm tắt"), default=True)
    calendar_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001  (hash; many have none)

    def __str__(self) -> str:
        return str(self.user)
