"""What the office writes into a yearbook: the foreword, the overview; every version stays."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class YearbookText(models.Model):
    """One version of a part of a year's book; the one with the highest number is printed, an empty one prints none."""

    class Part(models.TextChoices):
        FOREWORD = "foreword", _("Lời nói đầu")
        OVERVIEW = "overview", _("Tổng quan phong trào")

    id = models.BigAutoField(primary_key=True)
    year = models.PositiveSmallIntegerField(_("Năm"))
    part = models.CharField(_("Phần"), max_length=10, choices=Part.choices)
    number = models.PositiveSmallIntegerField(_("Bản thứ"))
    text = models.TextField(_("Nội dung"), max_length=20_000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "part", "number"], name="yearbook_text_in_order"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="yearbook_text_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.year} ({self.number})"
