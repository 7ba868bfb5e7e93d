"""The office's own hand in the legal bases: what it cites, and what it held against the signed text."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.papers.bases import Topic


class OfficeBasis(models.Model):
    """A version of a text: of one that comes with the product, under its code, or of the office's own.

    Versions are never written over; one that is withdrawn stays with its reason.
    """

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=60)
    number = models.PositiveSmallIntegerField(_("Bản thứ"))
    topic = models.CharField(_("Về việc gì"), max_length=20, choices=[(topic.value, topic.label) for topic in Topic])
    form = models.CharField(_("Loại giấy tờ"), max_length=30, blank=True)  # a kind of paper
    words = models.CharField(_("Viện dẫn là"), max_length=500)
    since = models.DateField(_("Có hiệu lực từ ngày"), null=True)
    until = models.DateField(_("Đến hết ngày"), null=True)
    source = models.CharField(_("Nguồn"), max_length=300, blank=True)
    is_left_out = models.BooleanField(_("Thôi viện dẫn"), default=False)
    applies_from = models.DateField(_("Dùng cho giấy tờ từ ngày"), null=True)
    reason = models.CharField(_("Vì sao"), max_length=500, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="basis_numbered_once"),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(words="") & Q(number__gte=1), name="basis_says_something"
            ),
            models.CheckConstraint(
                condition=Q(topic="form") & ~Q(form="") | ~Q(topic="form") & Q(form=""), name="basis_of_a_form_names_it"
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(since__lte=models.F("until")),
                name="basis_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by=None, withdrawn_at=None, withdrawn_why="")
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(withdrawn_why=""),
                name="basis_withdrawn_says_why",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class BasisCheck(models.Model):
    """Somebody held these words and days against the signed text; other words or days have to be checked anew."""

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    note = models.CharField(_("Đối chiếu với bản nào"), max_length=300, blank=True)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_by=None, taken_back_at=None)
                | Q(taken_back_by__isnull=False, taken_back_at__isnull=False),
                name="basis_check_taken_back_by_somebody",
            ),
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words
