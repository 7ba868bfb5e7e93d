"""Pre-printed stock: a picture of the sheet, where on it each field goes, and how far the printer is off."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.papers.kinds import KINDS, PaperKind

PRINTED_ON = (PaperKind.CERTIFICATE_OF_RECOGNITION, PaperKind.CERTIFICATE)


class Stock(models.Model):
    """A batch that a printing house delivered; withdrawn when it is used up, and kept for the papers printed on it."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(_("Tên phôi"), max_length=100)
    kind = models.CharField(
        _("In lên phôi này"), max_length=30, choices=[(kind.value, KINDS[kind].name) for kind in PRINTED_ON]
    )
    width = models.FloatField(_("Chiều ngang tờ giấy (mm)"), default=297)
    height = models.FloatField(_("Chiều dọc tờ giấy (mm)"), default=210)
    path = models.CharField(max_length=255, blank=True)  # the picture of the sheet, under the data folder
    spots = models.JSONField(default=list)
    shift_x = models.FloatField(_("Dịch sang phải (mm)"), default=0)
    shift_y = models.FloatField(_("Dịch xuống dưới (mm)"), default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=Q(withdrawn_at=None), name="stock_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="stock_has_a_name"),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="stock_has_a_size"),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="stock_withdrawn_by_somebody",
            ),
        ]
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
