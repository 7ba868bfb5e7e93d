"""The registers of papers in and out (Decree 30/2020, annex VI): what came, what went, under which number."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.papers.models.papers import Paper


class RegisterEntry(models.Model):
    """One line of the register of a year; a line entered by mistake is struck with a reason, never removed."""

    class Direction(models.TextChoices):
        OUT = "out", _("văn bản đi")
        IN = "in", _("văn bản đến")

    id = models.BigAutoField(primary_key=True)
    direction = models.CharField(_("Sổ"), max_length=3, choices=Direction.choices, default=Direction.OUT)
    year = models.PositiveSmallIntegerField(_("Năm"))  # of the paper's own day: numbers begin anew every year
    place = models.PositiveIntegerField(_("Số thứ tự trong sổ"))
    number = models.CharField(_("Số"), max_length=11)
    notation = models.CharField(_("Ký hiệu"), max_length=40)
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200)
    dated = models.DateField(_("Ngày văn bản"))
    came_on = models.DateField(_("Ngày đến"), null=True, blank=True)
    subject = models.CharField(_("Trích yếu"), max_length=500)
    signer = models.CharField(_("Người ký"), max_length=150, blank=True)
    recipients = models.CharField(_("Nơi nhận, người nhận"), max_length=1000, blank=True)
    copies = models.PositiveSmallIntegerField(_("Số bản"), default=1)
    note = models.CharField(_("Ghi chú"), max_length=500, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="entries")
    name = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=255, blank=True)  # under the data folder
    size = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=300, editable=False)  # number, notation and issuer, folded
    search_key = models.CharField(max_length=1200, editable=False)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    struck_at = models.DateTimeField(null=True)
    reason = models.CharField(_("Lý do gạch"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["direction", "year", "place"], name="entry_in_its_place"),
            models.UniqueConstraint(fields=["year", "key"], condition=Q(struck_at=None), name="paper_entered_once"),
            models.CheckConstraint(
                condition=Q(struck_at=None, struck_by=None, reason="")
                | Q(struck_at__isnull=False, struck_by__isnull=False) & ~Q(reason=""),
                name="entry_struck_says_why",
            ),
            models.CheckConstraint(
                condition=Q(direction="in", came_on__isnull=False) | Q(direction="out", came_on=None),
                name="entry_in_has_a_day_of_arrival",
            ),
            models.CheckConstraint(condition=Q(copies__gte=1), name="entry_has_a_copy"),
        ]
        indexes = [models.Index(fields=["year", "direction", "dated"], name="entries_of_a_year")]

    def __str__(self) -> str:
        return f"{self.number}/{self.notation}"
