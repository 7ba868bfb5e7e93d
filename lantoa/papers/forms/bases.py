"""What is typed about legal bases: the day and what to show, a text, why one is withdrawn, what was checked."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.papers.bases import Basis, Topic
from lantoa.domain.papers.kinds import KINDS
from lantoa.domain.vietnamese import tidy
from lantoa.papers.forms.templates import DAYS, FIRST_DAY, LAST_DAY
from lantoa.papers.queries.bases import BASED_ON
from lantoa.papers.queries.legal_texts import Show

SHOWN = (
    (Show.CITED.value, gettext_lazy("đang viện dẫn")),
    (Show.UNCHECKED.value, gettext_lazy("cần đối chiếu văn bản ký")),
    (Show.ALL.value, gettext_lazy("tất cả")),
)
ADDED = [topic for topic in Topic if topic is not Topic.PLAN]  # editions of the plan come with the product


class BasesFilter(forms.Form):
    """The bar above the list."""

    ngay = forms.DateField(label=gettext_lazy("Giấy tờ ngày"), required=False, widget=forms.DateInput(DAYS, "%d/%m/%Y"))
    xem = forms.ChoiceField(label=gettext_lazy("Văn bản"), required=False, choices=SHOWN)

    def __init__(self, data: Any, today: date) -> None:
        super().__init__({"ngay": f"{today:%d/%m/%Y}", "xem": Show.CITED.value} | data.dict(), auto_id="loc-%s")
        self.today = today

    def asked(self) -> tuple[date, Show]:
        """What cannot be read is left out of the question."""
        self.is_valid()
        return self.cleaned_data.get("ngay") or self.today, Show(self.cleaned_data.get("xem") or Show.CITED)


def _day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(DAYS, "%d/%m/%Y"), **options)


class BasisForm(forms.Form):
    """A text as it is cited; `text` is the one that it stands in the place of."""

    topic = forms.ChoiceField(label=gettext_lazy("Về việc gì"), choices=[(one.value, one.label) for one in ADDED])
    form = forms.ChoiceField(
        label=gettext_lazy("Biểu mẫu của loại giấy tờ"),
        required=False,
        choices=[("", "—"), *((kind.value, facts.name) for kind, facts in KINDS.items())],
        help_text=gettext_lazy("Chỉ chọn khi ghi số của biểu mẫu."),
    )
    words = forms.CharField(
        label=gettext_lazy("Viện dẫn là"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu. Không cần chữ «Căn cứ» và dấu chấm phẩy."
        ),
    )
    since = _day(gettext_lazy("Có hiệu lực từ ngày"))
    until = _day(gettext_lazy("Đến hết ngày"))
    source = forms.CharField(
        label=gettext_lazy("Nguồn"), max_length=300, required=False,
        help_text=gettext_lazy("Lấy từ đâu: bản lưu của Văn thư, Công báo, địa chỉ trang."),
    )  # fmt: skip
    applies_from = _day(
        gettext_lazy("Dùng cho giấy tờ từ ngày"), help_text=gettext_lazy("Để trống là cho mọi giấy tờ lập từ nay.")
    )
    is_left_out = forms.BooleanField(
        label=gettext_lazy("Thôi viện dẫn văn bản này"), required=False,
        help_text=gettext_lazy("Văn bản vẫn ở trong danh mục nhưng giấy tờ không nêu nữa."),
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Vì sao"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Hãy ghi lý do: người sau cần hiểu vì sao.")},
    )
    is_checked = forms.BooleanField(label=gettext_lazy("Tôi đã đối chiếu với văn bản đã ký"), required=False)
    check_note = forms.CharField(label=gettext_lazy("Đối chiếu với bản nào"), max_length=300, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *given: Any, text: Basis | None = None, **options: Any) -> None:
        super().__init__(*given, **options)
        unasked = ("is_left_out",) if text is None else ("topic", "form")
        for name in unasked:
            del self.fields[name]
        self.fields["reason"].required = text is not None

    def clean_words(self) -> str:
        words = tidy(self.cleaned_data["words"]).removeprefix(BASED_ON).rstrip(";. ")
        if not words:
            raise forms.ValidationError(_("Hãy ghi văn bản sẽ viện dẫn."))
        return words

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("Ngày hết hiệu lực không thể trước ngày có hiệu lực."))
        for name in ("since", "until", "applies_from"):
            if given.get(name) and not FIRST_DAY <= given[name] <= LAST_DAY:
                self.add_error(name, _("Kiểm tra lại năm."))
        if "topic" in self.fields:
            self._match_kind(given)
        return given

    def _match_kind(self, given: dict[str, Any]) -> None:
        if given.get("topic") == Topic.FORM and not given.get("form"):
            self.add_error("form", _("Hãy chọn loại giấy tờ mà biểu mẫu này quy định."))
        if given.get("topic") != Topic.FORM and given.get("form"):
            self.add_error("form", _("Chỉ chọn khi ghi số của biểu mẫu."))

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}


class CheckForm(forms.Form):
    """What a text was held against."""

    note = forms.CharField(label=gettext_lazy("Đối chiếu với bản nào"), max_length=300, required=False)


class WithdrawForm(forms.Form):
    """Why a version is withdrawn."""

    why = forms.CharField(
        label=gettext_lazy("Lý do rút"),
        max_length=500,
        error_messages={"required": gettext_lazy("Hãy ghi lý do: người sau cần hiểu vì sao.")},
    )
