"""The office's own Word templates: every version stays, for the whole school or for a unit and all under it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.papers.kinds import KINDS


class PaperTemplate(models.Model):
    """Once taken into use, in force from `since` until a later version of its kind and unit, or until withdrawn."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(
        _("Loại giấy tờ"), max_length=30, choices=[(kind.value, facts.name) for kind, facts in KINDS.items()]
    )
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, null=True, related_name="paper_templates")
    number = models.PositiveSmallIntegerField(_("Bản thứ"))
    since = models.DateField(_("Dùng từ ngày"))
    note = models.CharField(_("Sửa gì"), max_length=300, blank=True)
    name = models.CharField(_("Tên tệp"), max_length=255)
    path = models.CharField(max_length=255)  # under the data folder
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)  # into use, after somebody has looked at a trial
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "unit", "number"], name="unit_template_numbered_once"),
            models.UniqueConstraint(
                fields=["kind", "number"], condition=Q(unit=None), name="school_template_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_by=None, taken_at=None) | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="template_taken_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="template_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.name
