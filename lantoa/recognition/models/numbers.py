"""The series of decision numbers: one a year, its numbers given out one after the other without a gap."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import together


class NumberSeries(models.Model):
    """The series of a year; `last` is the number given out last, held while the next one is."""

    year = models.PositiveSmallIntegerField(_("Năm"), primary_key=True)
    suffix = models.CharField(_("Ký hiệu"), max_length=40, default="QĐ-ĐHTT")
    first = models.PositiveIntegerField(_("Số đầu tiên"), default=1)
    last = models.PositiveIntegerField(_("Số đã cấp gần nhất"), default=0)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__gte=1), name="series_begins_with_one_or_more"),
            models.CheckConstraint(condition=Q(last__gte=F("first") - 1), name="series_last_after_first"),
            models.CheckConstraint(condition=~Q(suffix=""), name="series_has_a_suffix"),
        ]

    def __str__(self) -> str:
        return f"{self.suffix} {self.year}"


class TakenNumber(models.Model):
    """A number given out: to a decision, or annulled with the reason why no decision bears it."""

    id = models.BigAutoField(primary_key=True)
    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="taken")
    number = models.PositiveIntegerField(_("Số"))
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    reason = models.CharField(_("Lý do huỷ số"), max_length=1000, blank=True)
    annulled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    annulled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="number_taken_once"),
            together("number_annulled_by_and_when", "annulled_by", "annulled_at"),
            models.CheckConstraint(
                condition=Q(annulled_at__isnull=True, reason="") | (Q(annulled_at__isnull=False) & ~Q(reason="")),
                name="number_annulled_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.series.suffix}"
