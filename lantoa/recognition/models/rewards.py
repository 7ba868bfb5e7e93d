"""What comes with a recognition: a form of commendation and money, from a budget of the round."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.nomination.models import Round
from lantoa.recognition.models.decisions import DecisionItem


class Reward(models.Model):
    """Of one line of a decision; the amount is reckoned anew on the day of issue and stands from then on."""

    id = models.BigAutoField(primary_key=True)
    item = models.OneToOneField(DecisionItem, models.CASCADE, related_name="reward")
    form = models.CharField(_("Hình thức"), max_length=40)  # code of a form of the list of rewards
    form_name = models.CharField(max_length=200)
    multiplier = models.DecimalField(_("Hệ số"), max_digits=6, decimal_places=2, null=True)
    base_salary = models.PositiveIntegerField(_("Mức lương cơ sở"), null=True)
    amount = models.PositiveBigIntegerField(_("Số tiền (đồng)"), default=0)
    basis = models.CharField(_("Căn cứ chi"), max_length=500, blank=True)
    to_recover = models.BooleanField(default=False)  # the recognition was revoked after it was paid
    recovered_on = models.DateField(_("Đã thu hồi ngày"), null=True)
    award = models.ForeignKey("lantoa.Award", models.PROTECT, null=True, related_name="rewards")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("khen thưởng kèm quyết định")
        constraints = [
            models.CheckConstraint(condition=Q(amount=0) | ~Q(basis=""), name="reward_money_has_a_basis"),
            models.CheckConstraint(
                condition=Q(multiplier__isnull=True, base_salary__isnull=True)
                | Q(multiplier__isnull=False, base_salary__isnull=False),
                name="reward_of_multiplier_and_base",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.form_name}"


class RoundBudget(models.Model):
    """How much money a round may spend on rewards, and where it comes from."""

    round = models.OneToOneField(Round, models.PROTECT, primary_key=True, related_name="budget")
    amount = models.PositiveBigIntegerField(_("Kinh phí (đồng)"))
    source = models.CharField(_("Nguồn kinh phí"), max_length=500)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(source=""), name="budget_has_a_source")]

    def __str__(self) -> str:
        return f"{self.round}: {self.amount}"
