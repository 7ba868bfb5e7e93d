"""What is typed about prospects: finding one, deciding, looking again, its practice, a year without any."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.forms.tips import WhenField
from lantoa.discovery.models import Practice, Prospect
from lantoa.discovery.queries.prospects.listing import LIVING, NO_TIER, Asked
from lantoa.discovery.queries.tiers import tier_names
from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.practices import PracticeText
from lantoa.domain.stages import STAGE_LABELS, ProspectStage
from lantoa.domain.vietnamese import tidy
from lantoa.register.forms.lists import unit_field
from lantoa.register.models import Subject

OPEN, ALL = "", "tat-ca"


def tier_field() -> forms.ChoiceField:
    choices = [("", _("chưa định")), *tier_names().items()]
    return forms.ChoiceField(label=_("Bậc hướng tới"), required=False, choices=choices)


class ProspectsFilter(forms.Form):
    """The bar above the list; what cannot be read is left out of the question."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[
            (OPEN, gettext_lazy("đang theo dõi")),
            (ALL, gettext_lazy("tất cả")),
            *((stage.value, STAGE_LABELS[stage]) for stage in ProspectStage),
        ],
    )
    nguon = forms.ChoiceField(
        label=gettext_lazy("Nguồn"), required=False, choices=[("", gettext_lazy("tất cả")), *Prospect.Origin.choices]
    )
    nam = forms.IntegerField(label=gettext_lazy("Năm phát hiện"), required=False, min_value=1990, max_value=2100)
    rieng = forms.BooleanField(label=gettext_lazy("Không kể đơn vị cấp dưới"), required=False)
    lau = forms.BooleanField(label=gettext_lazy("Quá 90 ngày chưa xem xét"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()
        choices = [("", _("tất cả")), *tier_names().items(), (NO_TIER, _("chưa định"))]
        self.fields["bac"] = forms.ChoiceField(label=_("Bậc"), required=False, choices=choices)

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            stages=_stages(given.get("buoc", OPEN)),
            unit=given.get("don_vi"),
            is_unit_alone=given.get("rieng", False),
            tier=given.get("bac", ""),
            year=given.get("nam"),
            origin=given.get("nguon", ""),
            is_alone=given.get("lau", False),
            sort=given.get("sap_xep", ""),
        )


def _stages(stage: str) -> tuple[str, ...]:
    if stage == ALL:
        return tuple(one.value for one in ProspectStage)
    return (stage,) if stage else LIVING


class FindForm(forms.Form):
    """From the unit's meeting: who, and why."""

    subject = forms.CharField(
        label=gettext_lazy("Ai, tập thể nào"),
        max_length=200,
        help_text=gettext_lazy("Gõ vài chữ rồi chọn trong danh sách, không dấu cũng được."),
        widget=forms.TextInput(attrs={"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}),
    )
    grounds = forms.CharField(
        label=gettext_lazy("Căn cứ"),
        max_length=3000,
        help_text=gettext_lazy("Họp ngày nào, vì sao nổi bật; nêu việc cụ thể và con số nếu có."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    merit = WhenField(
        label=gettext_lazy("Thành tích vào khoảng khi nào"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("Ví dụ 3/2026, hoặc chỉ năm. Dùng để biết Trường phát hiện có kịp thời không."),
    )

    def __init__(self, data: Any = None, subject: Subject | None = None) -> None:
        known = {"subject": f"{subject.name} ({subject.code})"} if subject else None
        super().__init__(data, initial=known)
        self.fields["tier"] = tier_field()

    def clean_subject(self) -> Subject:
        subject = subject_named(tidy(self.cleaned_data["subject"]))
        if subject is None:
            raise forms.ValidationError(
                _("Chưa rõ là ai trong sổ. Hãy gõ tên rồi chọn một dòng trong danh sách hiện ra.")
            )
        return subject


class ChooseForm(forms.Form):
    """The unit's decision, and the tier it aims at."""

    decision = forms.CharField(
        label=gettext_lazy("Quyết định của đơn vị"),
        max_length=3000,
        help_text=gettext_lazy("Biên bản số, ngày họp; vì sao tiêu biểu."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, tier: str = "") -> None:
        super().__init__(data, initial={"tier": tier})
        self.fields["tier"] = tier_field()


class SetAsideForm(forms.Form):
    """Why nobody follows it any more."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do thôi theo dõi"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReviewForm(forms.Form):
    """What was seen when somebody looked."""

    note = forms.CharField(label=gettext_lazy("Đã thấy gì"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


def _long(label: Any, most: int, help_text: Any, *, required: bool = True, rows: int = 4) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=most, help_text=help_text, required=required, widget=widget)


class PracticeForm(forms.Form):
    """One page: short enough to be read, exact enough to be followed."""

    title = forms.CharField(label=gettext_lazy("Tên mô hình, cách làm"), max_length=300)
    problem = _long(gettext_lazy("Vấn đề trước đây"), 3000, gettext_lazy("Điều gì chưa tốt, với ai, đến mức nào."))
    done = _long(gettext_lazy("Cách làm"), 5000, gettext_lazy("Ai làm gì, theo thứ tự nào, trong bao lâu."), rows=6)
    result = _long(
        gettext_lazy("Kết quả, có số liệu"), 5000, gettext_lazy("Trước bao nhiêu, nay bao nhiêu, đo khi nào.")
    )
    resources = _long(
        gettext_lazy("Nguồn lực cần có"), 2000, gettext_lazy("Người, thời gian, kinh phí, thiết bị."), required=False
    )
    risks = _long(
        gettext_lazy("Rủi ro, điều cần tránh"),
        2000,
        gettext_lazy("Đã vấp ở đâu, đơn vị sau nên lường gì."),
        required=False,
    )
    learning = _long(
        gettext_lazy("Học ở đâu, hỏi ai"), 2000, gettext_lazy("Người giúp được, tài liệu, buổi dự giờ."), required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, practice: Practice | None = None) -> None:
        known = {name: getattr(practice, name) for name in PracticeText.__slots__} if practice else {}
        super().__init__(data, initial=known | {"seen": practice.version if practice else 0})

    def clean_result(self) -> str:
        result = str(self.cleaned_data["result"])
        if not any(sign.isdigit() for sign in result):
            raise forms.ValidationError(_("Hãy nêu ít nhất một con số: người sau cần biết làm thì được bao nhiêu."))
        return result

    def text(self) -> PracticeText:
        value = self.cleaned_data
        return PracticeText(**{name: str(value[name]).strip() for name in PracticeText.__slots__})


class UnitsFilter(forms.Form):
    """The bar above the units."""

    q = forms.CharField(required=False, max_length=200)
    im_lang = forms.BooleanField(label=gettext_lazy("Hai năm chưa giới thiệu ai"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")


class NobodyForm(forms.Form):
    """Why a unit puts nobody forward in a year."""

    reason = forms.CharField(
        label=gettext_lazy("Vì sao năm này chưa giới thiệu ai"),
        max_length=1000,
        help_text=gettext_lazy("Một hai câu là đủ; nêu cả điều đơn vị cần Trường giúp."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
