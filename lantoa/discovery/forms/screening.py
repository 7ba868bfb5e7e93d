"""What the address of a screening says: plan, tier and year, and the filters of the list."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa import plans
from lantoa.discovery.queries.sieve import Choice, Order, Outcome
from lantoa.domain.calendar import Window
from lantoa.domain.plan import OutsidePlan, Plan, Tier
from lantoa.domain.records import Kind
from lantoa.register.queries.subjects import last_year_on_file

KINDS = {"ca-nhan": Kind.INDIVIDUAL, "tap-the": Kind.COLLECTIVE}
ORDERS = [*Order, *(f"-{order}" for order in Order)]


def read_plan(asked: QueryDict) -> Plan:
    """The edition of the address, or the one in force; UnknownPlan."""
    return plans.load(asked.get("ke_hoach") or plans.DEFAULT)


def read_tier(plan: Plan, asked: QueryDict) -> Tier:
    """The tier of the address, or the plan's first; OutsidePlan."""
    return plan.tier(asked.get("bac") or next(iter(plan.tiers)))


def read_year(plan: Plan, tier: Tier, asked: QueryDict) -> int:
    """The year of the address, or the last one of which there is anything on file; OutsidePlan."""
    words = asked.get("nam", "").strip()
    if not words:
        return default_year(plan, tier)
    if not words.isdecimal() or len(words) > 4:
        raise OutsidePlan(_("«%s» không phải là một năm.") % words[:40])
    plan.window(tier, int(words))
    return int(words)


def default_year(plan: Plan, tier: Tier) -> int:
    years = plan.years(tier)
    return years[0] if len(years) == 1 else last_year_on_file(Window(years[0], years[-1]))


class FilterForm(forms.Form):
    """The filters beside plan, tier and year; every one may be left out."""

    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), coerce=int)
    doi_tuong = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=[
            ("", gettext_lazy("Cá nhân và tập thể")),
            ("ca-nhan", gettext_lazy("Cá nhân")),
            ("tap-the", gettext_lazy("Tập thể")),
        ],
    )
    ket_qua = forms.ChoiceField(
        label=gettext_lazy("Kết quả"),
        required=False,
        choices=[
            ("", gettext_lazy("Mọi kết quả")),
            (Outcome.MET.value, gettext_lazy("Đạt")),
            (Outcome.NOT_MET.value, gettext_lazy("Không đạt")),
            (Outcome.UNKNOWN.value, gettext_lazy("Chưa rõ")),
            (Outcome.ONE_STEP.value, gettext_lazy("Một bước nữa")),
            (Outcome.ON_HOLD.value, gettext_lazy("Tạm hoãn")),
        ],
    )
    tieu_chi = forms.ChoiceField(label=gettext_lazy("Điều kiện"), required=False)
    q = forms.CharField(label=gettext_lazy("Tên hoặc mã"), required=False, max_length=100)
    ngay = forms.DateField(
        label=gettext_lazy("Tính đến ngày"),
        required=False,
        error_messages={"invalid": gettext_lazy("Ghi ngày như 31/12/2024.")},
        widget=forms.DateInput(attrs={"size": 11, "placeholder": gettext_lazy("cuối năm"), "autocomplete": "off"}),
    )
    sap_xep = forms.ChoiceField(required=False, choices=[(order, order) for order in ORDERS])

    def __init__(self, plan: Plan, tier: Tier, year: int, asked: QueryDict) -> None:
        given: dict[str, Any] = asked.dict() | {"nam": str(year)}
        super().__init__(given)
        self.plan, self.tier, self.year = plan, tier, year
        for name in ("doi_tuong", "ket_qua", "tieu_chi", "sap_xep"):
            self.fields[name].error_messages["invalid_choice"] = _("Không có lựa chọn «%(value)s».")
        self.fields["nam"].choices = [(one, str(one)) for one in plan.years(tier)]  # type: ignore[attr-defined]
        criteria = plan.criteria_of(tier)
        self.fields["tieu_chi"].choices = [  # type: ignore[attr-defined]
            ("", _("Mọi điều kiện")),
            *((criterion.code, criterion.code) for criterion in criteria),
        ]

    def choice(self, unit: int | None) -> Choice:
        """What was asked, after `is_valid`."""
        clean = self.cleaned_data
        order = clean["sap_xep"] or Order.NAME.value
        return Choice(
            plan=self.plan,
            tier=self.tier,
            year=self.year,
            as_of=clean["ngay"],
            kind=KINDS.get(clean["doi_tuong"]),
            outcome=Outcome(clean["ket_qua"]) if clean["ket_qua"] else None,
            criterion=clean["tieu_chi"],
            unit=unit,
            words=clean["q"],
            order=Order(order.removeprefix("-")),
            is_descending=order.startswith("-"),
        )
