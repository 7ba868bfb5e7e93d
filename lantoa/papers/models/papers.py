"""A paper that was made: of what kind, about what, from which version of which template, and its files."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.papers.kinds import KINDS


class Paper(models.Model):
    """One making; making the same paper again adds a row with the next `number`, and older ones stay as they were."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(
        _("Loại giấy tờ"), max_length=30, choices=[(kind.value, facts.name) for kind, facts in KINDS.items()]
    )
    key = models.CharField(max_length=60)  # what it is about, as its source names it: "nomination:12"
    number = models.PositiveSmallIntegerField(_("Bản thứ"))
    title = models.CharField(_("Về việc gì, của ai"), max_length=500)
    search_key = models.CharField(max_length=600, editable=False)
    round = models.ForeignKey("lantoa.Round", models.PROTECT, null=True, related_name="papers")
    unit = models.ForeignKey("lantoa.Unit", models.PROTECT, null=True, related_name="papers")
    day = models.DateField(_("Ngày của giấy tờ"))  # by it law, letterhead and template were chosen
    file_name = models.CharField(_("Tên tệp"), max_length=200)  # without ending, folders and all: stable in a zip
    template_name = models.CharField(_("Mẫu"), max_length=200)
    template_sha256 = models.CharField(max_length=64)
    contents = models.JSONField(default=dict)  # the fields it was filled with, without pictures
    checks = models.JSONField(default=list)  # findings on its form
    word_path = models.CharField(max_length=255, blank=True)
    word_size = models.PositiveIntegerField(default=0)
    pdf_path = models.CharField(max_length=255, blank=True)
    pdf_size = models.PositiveIntegerField(default=0)
    pdf_fault = models.CharField(max_length=500, blank=True)  # why the Word file could not be put into PDF
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "number"], name="paper_numbered_once"),
            models.CheckConstraint(condition=~Q(word_path="") | ~Q(pdf_path=""), name="paper_has_a_file"),
        ]
        indexes = [models.Index(fields=["round", "kind"], name="paper_of_round")]

    def __str__(self) -> str:
        return self.title
