"""What was taken in from a file, and what of it was refused."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Import(models.Model):
    """One file: checked, then taken in (whole, or its good rows), perhaps undone."""

    class Stage(models.TextChoices):
        WAITING = "waiting", _("chờ đọc")
        CHECKED = "checked", _("đã kiểm tra, chờ quyết định")
        RUNNING = "running", _("đang ghi")
        DONE = "done", _("đã ghi")
        UNDONE = "undone", _("đã hoàn tác")
        FAILED = "failed", _("không đọc được")
        DISCARDED = "discarded", _("đã bỏ")

    file_name = models.CharField(_("Tệp"), max_length=255)
    file_hash = models.CharField(max_length=64, db_index=True)
    path = models.CharField(max_length=255)  # under the data folder
    stage = models.CharField(_("Bước"), max_length=10, choices=Stage.choices, default=Stage.WAITING)
    only_good_rows = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="imports")
    at = models.DateTimeField(_("Lúc"))
    progress = models.PositiveSmallIntegerField(default=0)  # per cent
    counts = models.JSONField(default=dict)  # sheet -> rows read, new, known, refused
    warnings = models.JSONField(default=list)
    message = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name


class RefusedRow(models.Model):
    """A row that breaks a rule: where it stands, what it says, what was expected."""

    book = models.ForeignKey(Import, models.CASCADE, related_name="refused_rows")
    sheet = models.CharField(max_length=60)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=100)
    value = models.CharField(max_length=500)
    expected = models.CharField(max_length=500)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"
