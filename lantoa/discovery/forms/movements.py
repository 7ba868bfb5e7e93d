"""What is typed about movements, pledges and results."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.forms.tips import FilesField
from lantoa.discovery.models import Movement
from lantoa.domain.movements import Terms
from lantoa.domain.stages import STAGE_LABELS, MovementStage
from lantoa.domain.vietnamese import tidy
from lantoa.register.books.layout import AWARDS
from lantoa.register.forms.rows import RowForm
from lantoa.register.models import Unit

REPORT_DATES = 4
FIRST_YEAR, LAST_YEAR = 1990, 2100


class TermsForm(forms.Form):
    """A movement: what for, what by when, who launches."""

    name = forms.CharField(label=gettext_lazy("Tên phong trào"), max_length=300)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Đơn vị phát động"), queryset=Unit.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=Movement.Kind.choices)
    aims = forms.CharField(label=gettext_lazy("Mục đích"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))
    targets = forms.CharField(
        label=gettext_lazy("Chỉ tiêu"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    since = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ví dụ 15/1/2026."))
    until = forms.DateField(label=gettext_lazy("Đến ngày"))
    pledges_due = forms.DateField(label=gettext_lazy("Hạn đăng ký thi đua"), required=False)

    def __init__(self, units: QuerySet[Unit], data: Any = None, movement: Movement | None = None) -> None:
        super().__init__(data, initial=_known(movement) if movement else None)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        if movement is not None:
            del self.fields["unit"]
        for place in range(1, REPORT_DATES + 1):
            self.fields[f"date_{place}"] = forms.DateField(label=_("Hạn báo cáo %s") % place, required=False)
            self.fields[f"date_name_{place}"] = forms.CharField(
                label=_("Đợt báo cáo %s") % place, max_length=100, required=False
            )
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=movement.version if movement else 1
        )

    @property
    def date_fields(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Name and day of each report date."""
        return [(self[f"date_name_{place}"], self[f"date_{place}"]) for place in range(1, REPORT_DATES + 1)]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        since, until, pledges = values.get("since"), values.get("until"), values.get("pledges_due")
        if since and until and until < since:
            self.add_error("until", _("Đến ngày không được trước Từ ngày."))
        if until and pledges and pledges > until:
            self.add_error("pledges_due", _("Hạn đăng ký không được sau ngày kết thúc."))
        days = [values.get(f"date_{place}") for place in range(1, REPORT_DATES + 1)]
        for place, day in enumerate(days, 1):
            if day and days.index(day) < place - 1:
                self.add_error(f"date_{place}", _("Hai đợt báo cáo không trùng ngày."))
            if day and since and day < since:
                self.add_error(f"date_{place}", _("Hạn báo cáo không được trước Từ ngày."))
            if values.get(f"date_name_{place}") and not day and f"date_{place}" not in self.errors:
                self.add_error(f"date_{place}", _("Hãy ghi ngày của đợt báo cáo này."))
        return values

    def terms(self) -> Terms:
        value = self.cleaned_data
        return Terms(
            name=tidy(value["name"]),
            kind=value["kind"],
            aims=value["aims"],
            targets=value["targets"],
            since=value["since"],
            until=value["until"],
            pledges_due=value["pledges_due"],
        )

    def report_dates(self) -> list[tuple[str, date]]:
        value = self.cleaned_data
        named = ((value[f"date_name_{place}"], value[f"date_{place}"]) for place in range(1, REPORT_DATES + 1))
        return [(tidy(name) or _("Báo cáo %s") % f"{day:%d/%m/%Y}", day) for name, day in named if day]


class LaunchForm(forms.Form):
    """Which units are asked; at first those right under the one that launches."""

    units = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Đơn vị thực hiện"),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Hãy chọn ít nhất một đơn vị thực hiện.")},
    )

    def __init__(self, movement: Movement, units: QuerySet[Unit], data: Any = None) -> None:
        super().__init__(data, initial={"units": [unit.pk for unit in units if unit.parent_id == movement.unit_id]})
        self.fields["units"].queryset = units  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """A few words: a reason, a summary."""

    words = forms.CharField(max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, label: str, data: Any = None) -> None:
        super().__init__(data, prefix=None)
        self.fields["words"].label = label


class PapersForm(forms.Form):
    """Papers of a movement."""

    papers = FilesField(label=gettext_lazy("Văn bản"), required=True)


class PledgeForm(forms.Form):
    """What a unit pledges."""

    text = forms.CharField(
        label=gettext_lazy("Nội dung đăng ký"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    targets = forms.CharField(
        label=gettext_lazy("Chỉ tiêu đăng ký"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ResultForm(forms.Form):
    """What a unit reports."""

    text = forms.CharField(
        label=gettext_lazy("Kết quả"),
        max_length=10_000,
        help_text=gettext_lazy("Nêu số liệu; ai, tập thể nào nổi bật, đề nghị khen hình thức gì."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    reached = forms.IntegerField(
        label=gettext_lazy("Tỷ lệ đạt chỉ tiêu (%)"), required=False, min_value=0, max_value=1000
    )


class MovementsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    loai = forms.ChoiceField(
        label=gettext_lazy("Loại"), required=False, choices=[("", gettext_lazy("tất cả")), *Movement.Kind.choices]
    )
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in MovementStage)],
    )
    nam = forms.IntegerField(label=gettext_lazy("Năm"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")


class BoardForm(forms.Form):
    """Of which year."""

    nam = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)

    @property
    def year(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("nam") or localdate().year


def award_form(data: Any = None, **known: Any) -> RowForm:
    """A commendation as the record book takes it."""
    return RowForm(AWARDS, data, known or None)


def _known(movement: Movement) -> dict[str, Any]:
    known: dict[str, Any] = {
        name: getattr(movement, name) for name in ("name", "kind", "aims", "targets", "since", "until", "pledges_due")
    }
    for place, one in enumerate(movement.report_dates.all(), 1):
        known |= {f"date_{place}": one.due, f"date_name_{place}": one.name}
    return known
