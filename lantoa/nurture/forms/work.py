"""What is typed about the work inside a plan: words, days, people, money as an office writes them."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.forms.tips import ACCEPTED
from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.quarters import Quarter
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import tidy
from lantoa.nurture.models import Encouragement, Goal, Measure, NurturePlan, Shortcoming, Support
from lantoa.nurture.queries.work_list import Asked, State, What
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.register.forms.lists import unit_field
from lantoa.register.models import Person

LONGEST = 1000
FIRST_YEAR, LAST_YEAR = 1990, 2100
MONEY = re.compile(r"-?\d+|-?\d{1,3}(?:[. ,]\d{3})+")
DIGITS = 18  # more do not fit any amount of money


def words(label: Any, longest: int = LONGEST, rows: int = 2, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **options)


class DayField(forms.DateField):
    """A day of our times: 1026 for 2026 is a slip of the finger."""

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(_("Năm %(year)s có vẻ ghi nhầm. Hãy xem lại ngày.") % {"year": day.year})
        return day


class PersonField(forms.CharField):
    """Somebody of the record book, by name or code."""

    def clean(self, value: Any) -> Person | None:
        text = tidy(super().clean(value))
        if not text:
            return None
        subject = subject_named(text)
        person = Person.objects.select_related("subject").filter(pk=subject.pk).first() if subject else None
        if person is None:
            raise forms.ValidationError(
                _("«%s» không rõ là ai trong sổ cán bộ. Hãy gõ tên rồi chọn trong danh sách hiện ra.") % text
            )
        return person


class MoneyField(forms.CharField):
    """An amount in đồng, with or without dots between the thousands."""

    def clean(self, value: Any) -> int | None:
        text = tidy(super().clean(value)).removesuffix("đồng").removesuffix("đ").strip()
        if not text:
            return None
        if not MONEY.fullmatch(text):
            raise forms.ValidationError(_("«%s» chưa đọc được. Hãy ghi số đồng, ví dụ 5.000.000.") % text)
        digits = re.sub(r"[. ,]", "", text)
        if len(digits) > DIGITS:
            raise forms.ValidationError(_("Số tiền quá lớn. Hãy xem lại số chữ số."))
        return int(digits)


class PaperField(forms.FileField):
    """One file that may be stored, checked by what it is."""

    widget = forms.ClearableFileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        given: File[bytes] | None = super().clean(data, initial) or None
        if given is None:
            return None
        try:
            return check(given)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class MeasureForm(forms.Form):
    """What is done, by whom, from when until when; the person nurtured does it themselves."""

    text = words(gettext_lazy("Việc cần làm"))
    owner = PersonField(
        label=gettext_lazy("Người làm"), max_length=200, help_text=gettext_lazy("Gõ tên rồi chọn trong danh sách.")
    )
    starts = DayField(label=gettext_lazy("Bắt đầu"), help_text=gettext_lazy("Ví dụ 15/1/2026."))
    due = DayField(label=gettext_lazy("Hạn"))
    goal = forms.ModelChoiceField(
        label=gettext_lazy("Cho mục tiêu"),
        queryset=Goal.objects.none(),
        required=False,
        empty_label=gettext_lazy("chung cho kế hoạch"),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, plan: NurturePlan, data: Any = None, *, measure: Measure | None = None, only: Person | None = None
    ) -> None:
        super().__init__(data, initial=_known(plan, measure))
        self.fields["goal"].queryset = plan.goals.all()  # type: ignore[attr-defined]
        self.fields["owner"].widget.attrs |= {"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}
        self.only = only
        if only is not None:
            del self.fields["owner"]

    @property
    def task(self) -> dict[str, Any]:
        """The values that the action takes."""
        value = self.cleaned_data
        owner = self.only or value["owner"]
        return {**{key: value[key] for key in ("text", "starts", "due", "goal")}, "owner": owner}


class FinishForm(forms.Form):
    """What came of it."""

    note = words(gettext_lazy("Kết quả"), required=False)


class ReasonForm(forms.Form):
    """Why."""

    reason = words(gettext_lazy("Lý do"))


class SupportForm(forms.Form):
    """What was given, and when."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=Support.Kind.choices)
    text = words(gettext_lazy("Hỗ trợ gì"))
    amount = MoneyField(
        label=gettext_lazy("Số tiền (đồng)"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Chỉ ghi khi loại là kinh phí, ví dụ 5.000.000."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    given_on = DayField(label=gettext_lazy("Ngày"), initial=localdate)


class ShortcomingForm(forms.Form):
    """What falls short, what is done about it, by when."""

    text = words(gettext_lazy("Tồn tại, hạn chế"))
    remedy = words(gettext_lazy("Biện pháp khắc phục"), help_text=gettext_lazy("Việc cụ thể, kiểm tra được."))
    due = DayField(label=gettext_lazy("Hạn khắc phục"))
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, shortcoming: Shortcoming | None = None) -> None:
        names = ("text", "remedy", "due", "version")
        super().__init__(data, initial={name: getattr(shortcoming, name) for name in names} if shortcoming else None)


class RemedyForm(forms.Form):
    """What shows that it is done."""

    evidence = words(
        gettext_lazy("Minh chứng đã khắc phục"),
        3000,
        3,
        help_text=gettext_lazy("Đã làm gì, kết quả ra sao, xem ở đâu."),
    )
    file = PaperField(
        label=gettext_lazy("Tệp minh chứng"),
        required=False,
        help_text=gettext_lazy("PDF, ảnh, Word hoặc Excel, đến 20 MB."),
    )

    def __init__(self, data: Any = None, files: Any = None, *, shortcoming: Shortcoming | None = None) -> None:
        super().__init__(data, files, initial={"evidence": shortcoming.evidence} if shortcoming else None)


class NoteForm(forms.Form):
    """What was said when the two met."""

    met_on = DayField(label=gettext_lazy("Ngày gặp"), initial=localdate)
    text = words(gettext_lazy("Ghi chép"), 5000, 4)
    is_private = forms.BooleanField(
        label=gettext_lazy("Chỉ mình tôi đọc"),
        required=False,
        help_text=gettext_lazy("Không ai khác thấy, kể cả trưởng đơn vị và chuyên viên; không có khi xuất Excel."),
    )


class ReviewForm(forms.Form):
    """How a quarter went."""

    quarter = forms.ChoiceField(label=gettext_lazy("Quý"))
    text = words(
        gettext_lazy("Đánh giá"), 3000, 4, help_text=gettext_lazy("Đã tiến đến đâu, vướng gì, quý sau làm gì.")
    )

    def __init__(self, choices: list[Quarter], data: Any = None) -> None:
        """The quarters without a review; any other quarter is for the action to refuse with its reason."""
        super().__init__(data)
        asked = (data or {}).get("quarter", "")
        offered = [(f"{one.year}-{one.number}", str(one).capitalize()) for one in choices]
        if re.fullmatch(r"(19|20)\d\d-[1-4]", asked) and asked not in dict(offered):
            offered.append((asked, asked))
        self.fields["quarter"].choices = offered  # type: ignore[attr-defined]
        if offered:
            self.fields["quarter"].initial = offered[-1][0]

    def clean_quarter(self) -> Quarter:
        year, number = self.cleaned_data["quarter"].split("-")
        return Quarter(int(year), int(number))


class EncouragementForm(forms.Form):
    """Praise in time."""

    kind = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=Encouragement.Kind.choices)
    text = words(gettext_lazy("Nội dung"))
    given_on = DayField(label=gettext_lazy("Ngày"), initial=localdate)


class TasksFilter(forms.Form):
    """The bar above the list of everything to do; what cannot be read is left out of the question."""

    q = forms.CharField(required=False, max_length=200)
    loai = forms.ChoiceField(label=gettext_lazy("Loại"), required=False)
    nguoi_lam = forms.CharField(label=gettext_lazy("Người làm"), required=False, max_length=200)
    buoc = forms.ChoiceField(label=gettext_lazy("Bước"), required=False)
    cua_toi = forms.BooleanField(label=gettext_lazy("Việc của tôi"), required=False)
    qua_han = forms.BooleanField(label=gettext_lazy("Quá hạn"), required=False)
    sap_xep = forms.CharField(required=False, max_length=20)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        kinds = [(what.value, what.label) for what in What]
        states = [
            (State.OPEN.value, _("chưa xong")),
            (State.CLOSED.value, _("đã xong")),
            (State.ALL.value, _("tất cả")),
        ]
        self.fields["loai"].choices = [("", _("tất cả")), *kinds]  # type: ignore[attr-defined]
        self.fields["buoc"].choices = states  # type: ignore[attr-defined]
        self.fields["don_vi"] = unit_field()

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            what=given.get("loai", ""),
            unit=given.get("don_vi"),
            owner=given.get("nguoi_lam", ""),
            is_mine=given.get("cua_toi", False),
            is_late=given.get("qua_han", False),
            state=State(given.get("buoc", "")),
            sort=given.get("sap_xep", "") or "han",
        )


def _known(plan: NurturePlan, measure: Measure | None) -> dict[str, Any]:
    """What stands in the fields at first: the measure, or the person nurtured and the rest of the plan."""
    if measure is None:
        subject, today = plan.prospect.subject, localdate()
        owner = f"{subject.name} ({subject.code})" if subject.kind == Kind.INDIVIDUAL.value else ""
        return {"owner": owner, "starts": max(today, plan.since), "due": max(today, plan.until)}
    owner = f"{measure.owner.subject.name} ({measure.owner.subject.code})" if measure.owner else ""
    names = ("text", "starts", "due", "goal", "version")
    return {**{name: getattr(measure, name) for name in names}, "owner": owner}
