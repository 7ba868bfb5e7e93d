"""What a poll needs until it is counted: two tellers with their keys or their counts, and the sealed ballots."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.council.models.polls import TOTALS, Poll, PollCase, Voter
from lantoa.discovery.models.columns import together


class Teller(models.Model):
    """One of the two who count: the public part of an own key pair, or an own count of the papers."""

    id = models.BigAutoField(primary_key=True)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="tellers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(_("Thứ tự"))
    public_key = models.BinaryField(max_length=32, null=True)  # gone once the poll is counted
    returned = models.PositiveSmallIntegerField(_("Số phiếu thu về"), null=True)
    counted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "user"], name="teller_once"),
            models.UniqueConstraint(fields=["poll", "place"], name="teller_place_once"),
            models.CheckConstraint(condition=Q(place__in=[1, 2]), name="teller_is_first_or_second"),
            together("teller_counted_when", "returned", "counted_at"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.poll}"


class TellerCount(models.Model):
    """What a teller counted of the papers for one case, without seeing the other's count."""

    id = models.BigAutoField(primary_key=True)
    teller = models.ForeignKey(Teller, models.CASCADE, related_name="counts")
    poll_case = models.ForeignKey(PollCase, models.CASCADE, related_name="teller_counts")
    votes_for = models.PositiveSmallIntegerField(_("Đồng ý"))
    votes_against = models.PositiveSmallIntegerField(_("Không đồng ý"))
    votes_blank = models.PositiveSmallIntegerField(_("Không ý kiến"))
    votes_invalid = models.PositiveSmallIntegerField(_("Không hợp lệ"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["teller", "poll_case"], name="teller_count_once"),
        ]

    def __str__(self) -> str:
        return "/".join(str(getattr(self, name)) for name in TOTALS)


class SealedBallot(models.Model):
    """A version of a ballot, sealed for both tellers; all are deleted when the poll is counted or void."""

    id = models.BigAutoField(primary_key=True)
    voter = models.ForeignKey(Voter, models.CASCADE, related_name="ballots")
    version = models.PositiveSmallIntegerField()
    sealed = models.BinaryField(max_length=2000)
    receipt = models.CharField(max_length=24)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["voter", "version"], name="sealed_ballot_version_once")]

    def __str__(self) -> str:
        return self.receipt
