"""Columns that every room of the record book shares: where a row came from, dates with their precision."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.calendar import FIRST_YEAR, LAST_YEAR, PartialDate

DAY, MONTH, YEAR = "d", "m", "y"
PRECISIONS = [(DAY, _("ngày")), (MONTH, _("tháng")), (YEAR, _("năm"))]


class Recorded(models.Model):
    """Where a row came from: an import and its sheet row, or who typed it; and when."""

    id = models.BigAutoField(primary_key=True)
    imported = models.ForeignKey("lantoa.Import", models.PROTECT, null=True, editable=False, related_name="+")
    imported_row = models.PositiveIntegerField(null=True, editable=False)
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")
    recorded_at = models.DateTimeField(editable=False)

    class Meta:
        abstract = True


def date_column(label: Any, **options: Any) -> models.DateField:  # type: ignore[type-arg]
    """The day that counts: the first day of what was written, the last one for an end."""
    return models.DateField(label, **options)


def precision_column() -> models.CharField:  # type: ignore[type-arg]
    """How precisely the date beside it was written."""
    return models.CharField(max_length=1, choices=PRECISIONS, default=DAY)


def year_column() -> models.PositiveSmallIntegerField:  # type: ignore[type-arg]
    return models.PositiveSmallIntegerField(_("Năm"))


def year_check(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name=name)


def order_check(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")), name=name)


def precision_of(written: PartialDate) -> str:
    return DAY if written.day else MONTH if written.month else YEAR
