"""What holds a subject back, and what makes silence an answer: sanctions, holds, closed books."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.records import Ledger
from lantoa.register.models.columns import (
    Recorded,
    date_column,
    order_check,
    precision_column,
    year_check,
    year_column,
)
from lantoa.register.models.subjects import Person, Subject, Unit

LEDGER_LABELS = {
    Ledger.RATINGS: _("xếp loại"),
    Ledger.AWARDS: _("khen thưởng"),
    Ledger.SANCTIONS: _("kỷ luật"),
    Ledger.INITIATIVES: _("sáng kiến"),
    Ledger.RECOGNITIONS: _("công nhận"),
}


class Sanction(Recorded):
    """A discipline decision; a cancelled one counts for nothing."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sanctions")
    form = models.CharField(_("Hình thức"), max_length=20)
    effective = date_column(_("Ngày hiệu lực"))
    effective_precision = precision_column()
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="sanctions", verbose_name=_("Đơn vị vi phạm")
    )
    decision = models.CharField(_("Số quyết định"), max_length=100, blank=True)
    cancelled = models.BooleanField(_("Huỷ bỏ"), default=False)

    class Meta:
        indexes = [models.Index(fields=["effective"], condition=Q(cancelled=False), name="sanction_effective")]

    def __str__(self) -> str:
        return f"{self.person} {self.form}"


class Hold(Recorded):
    """Discipline being considered, inspection, complaint or denunciation being verified: waiting, not refused."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="holds")
    reason = models.CharField(_("Lý do"), max_length=300)
    since = date_column(_("Từ ngày"))
    since_precision = precision_column()
    until = date_column(_("Đến ngày"), null=True, blank=True)
    until_precision = precision_column()

    class Meta:
        constraints = [order_check("hold_dates_in_order")]

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}"


class Closing(Recorded):
    """A closed book: of the whole organisation when no unit is named."""

    ledger = models.CharField(_("Sổ"), max_length=15, choices=list(LEDGER_LABELS.items()))
    year = year_column()
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, related_name="closings", verbose_name=_("Đơn vị")
    )
    closed = date_column(_("Ngày chốt"))
    closed_precision = precision_column()

    class Meta:
        constraints = [year_check("closing_year")]
        indexes = [models.Index(fields=["year", "ledger", "unit"], name="closing_of_year")]

    def __str__(self) -> str:
        return f"{self.ledger} {self.year}"
