"""Many papers asked for at once: the job, and one row for each paper of it, which says how far the job is."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.papers.kinds import KINDS


class PaperJob(models.Model):
    """Ended once every item has its paper or the reason why not, or when somebody cancelled it."""

    id = models.BigAutoField(primary_key=True)
    round = models.ForeignKey("lantoa.Round", models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("Lập những gì"), max_length=300)
    with_pdf = models.BooleanField(_("Kèm PDF"), default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.title


class PaperJobItem(models.Model):
    """One paper to make; `file_name` was stable when the job was asked for and stays so in its zip."""

    id = models.BigAutoField(primary_key=True)
    job = models.ForeignKey(PaperJob, models.CASCADE, related_name="items")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=30, choices=[(kind.value, facts.name) for kind, facts in KINDS.items()])
    key = models.CharField(max_length=60)
    words = models.CharField(max_length=500)
    file_name = models.CharField(max_length=200)
    paper = models.ForeignKey("lantoa.Paper", models.PROTECT, null=True, related_name="+")
    fault = models.CharField(_("Vì sao chưa lập được"), max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "place"], name="paper_job_place_once"),
            models.UniqueConstraint(fields=["job", "kind", "key"], name="paper_job_asks_once"),
            models.CheckConstraint(condition=Q(paper=None) | Q(fault=""), name="paper_job_item_made_or_not"),
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return self.words
