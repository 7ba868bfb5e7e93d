"""A round (đợt xét): one tier and year of a plan edition, with its days (clause II.1.đ)."""

from itertools import combinations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.discovery.models.columns import stage_check, stage_column, together
from lantoa.domain.stages import RoundStage

DAYS = ("open_on", "meet_by", "send_by", "verify_by", "post_by", "council_on", "decide_by", "submit_by")


def _in_order() -> Q:
    """No named day before the one named earlier; a day that is left out says nothing."""
    order = Q()
    for earlier, later in combinations(DAYS, 2):
        order &= (
            Q(**{f"{earlier}__isnull": True}) | Q(**{f"{later}__isnull": True}) | Q(**{f"{later}__gte": F(earlier)})
        )
    return order


class Round(models.Model):
    """Its days are the last ones on which the thing may be done; `send_by` closes the sending of dossiers."""

    id = models.BigAutoField(primary_key=True)
    edition = models.CharField(_("Kế hoạch"), max_length=60)
    tier = models.CharField(_("Bậc"), max_length=20)
    year = models.PositiveSmallIntegerField(_("Năm"))
    name = models.CharField(_("Tên đợt xét"), max_length=300)
    search_key = models.CharField(max_length=350, editable=False)
    note = models.TextField(_("Hướng dẫn các đơn vị"), max_length=5000, blank=True)
    open_on = models.DateField(_("Mở đợt"), null=True, blank=True)
    meet_by = models.DateField(_("Họp đơn vị"), null=True, blank=True)
    send_by = models.DateField(_("Gửi hồ sơ"), null=True, blank=True)
    verify_by = models.DateField(_("Thẩm định"), null=True, blank=True)
    post_by = models.DateField(_("Công khai"), null=True, blank=True)
    council_on = models.DateField(_("Họp Hội đồng"), null=True, blank=True)
    decide_by = models.DateField(_("Quyết định"), null=True, blank=True)
    submit_by = models.DateField(_("Trình Bộ"), null=True, blank=True)
    stage = stage_column(RoundStage)
    reason = models.CharField(_("Lý do huỷ"), max_length=1000, blank=True)
    cloned_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="clones")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            stage_check(RoundStage, "round_stage"),
            together("round_opened_by_and_when", "opened_by", "opened_at"),
            models.CheckConstraint(
                condition=Q(stage__in=["draft", "cancelled"]) | Q(opened_at__isnull=False),
                name="round_opened_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(stage="cancelled") | ~Q(reason=""), name="round_cancelled_says_why"),
            models.CheckConstraint(condition=_in_order(), name="round_days_in_order"),
            models.UniqueConstraint(
                fields=["edition", "tier", "year"], condition=~Q(stage="cancelled"), name="round_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        return self.name
