"""What is typed in verification: answers with grounds, what to correct, a hold, the end."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.nomination.models import CorrectionPart, OfficeAnswer
from lantoa.nomination.queries.verification.desk import Asked
from lantoa.nomination.queries.verification.one import Question
from lantoa.nomination.queries.verification.said import Flag, Opinion
from lantoa.nurture.forms.work import DayField, words
from lantoa.register.forms.lists import unit_field

Part = CorrectionPart.Part
LONGEST_GROUNDS = 500
DESK_STATES = [
    ("cho", gettext_lazy("chờ ý kiến của lĩnh vực")),
    ("gui-lai", gettext_lazy("đã bổ sung, gửi lại")),
    ("da-ghi", gettext_lazy("đã ghi đủ ý kiến")),
    ("dang-bo-sung", gettext_lazy("đơn vị đang bổ sung")),
    ("da-xong", gettext_lazy("đã kết thúc thẩm định")),
    ("tat-ca", gettext_lazy("tất cả")),
]
PROGRESS_STATES = [
    ("tat-ca", gettext_lazy("đang thẩm định")),
    ("du", gettext_lazy("đủ ý kiến, đều đạt")),
    ("can-xem", gettext_lazy("có ý kiến cần giải trình")),
    ("thieu", gettext_lazy("còn thiếu ý kiến")),
    ("dang-bo-sung", gettext_lazy("đơn vị đang bổ sung")),
    ("da-xong", gettext_lazy("đã kết thúc thẩm định")),
]


class ListFilter(forms.Form):
    """The bar above a list; what cannot be read is left out of the question."""

    q = forms.CharField(required=False, max_length=200)
    tinh_trang = forms.ChoiceField(label=gettext_lazy("Tình trạng"), required=False)
    dot = forms.TypedChoiceField(label=gettext_lazy("Đợt xét"), required=False, coerce=int, empty_value=None)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any, states: Sequence[tuple[str, Any]], rounds: Sequence[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.first = states[0][0]
        self.fields["don_vi"] = unit_field()
        self.fields["tinh_trang"].choices = states  # type: ignore[attr-defined]
        self.fields["dot"].choices = [("", _("tất cả")), *rounds]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            unit=given.get("don_vi"),
            round=given.get("dot"),
            state=given.get("tinh_trang") or self.first,
            sort=given.get("sap_xep") or "han",
        )


class AnswerForm(forms.Form):
    """One criterion: nothing chosen says nothing, whatever stands in the grounds."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Ý kiến"),
        choices=OfficeAnswer.Answer.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    grounds = words(gettext_lazy("Căn cứ"), LONGEST_GROUNDS, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, question: Question, data: Any = None) -> None:
        stands = question.answer
        initial = {
            "answer": stands.answer if stands else OfficeAnswer.Answer.MET if question.is_idle else "",
            "grounds": stands.grounds if stands else question.proposal[:LONGEST_GROUNDS],
            "seen": stands.pk if stands else None,
        }
        super().__init__(data, prefix=question.criterion.code, initial=initial)
        self.question = question

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") and "grounds" in given and not given["grounds"].strip():
            self.add_error("grounds", _("Hãy ghi căn cứ: văn bản, số liệu hoặc việc bạn đã kiểm tra."))
        return given

    def opinion(self) -> Opinion | None:
        given = self.cleaned_data
        if not given.get("answer"):
            return None
        return Opinion(self.question.criterion.code, given["answer"], given["grounds"], given.get("seen"))


class ReturnForm(forms.Form):
    """Which parts the unit may change, what is asked for, by when."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Phần cần bổ sung"),
        help_text=gettext_lazy("Đơn vị chỉ sửa được những phần bạn đánh dấu."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Hãy đánh dấu ít nhất một phần.")},
    )
    text = words(gettext_lazy("Cần bổ sung, sửa gì"), 3000, 4)
    due_on = DayField(label=gettext_lazy("Hạn bổ sung"))

    def __init__(self, criteria: Sequence[tuple[str, str]], data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial, prefix="tra-lai")
        plain = [(part.value, part.label) for part in Part if part is not Part.EVIDENCE]
        evidence = [(f"{Part.EVIDENCE.value}:{code}", _evidence_of(code, text)) for code, text in criteria]
        self.fields["parts"].choices = [*plain, *evidence]  # type: ignore[attr-defined]

    def flags(self) -> list[Flag]:
        pairs = (chosen.partition(":") for chosen in self.cleaned_data["parts"])
        return [Flag(part, criterion) for part, _colon, criterion in pairs]


class HoldForm(forms.Form):
    """Why the dossier waits, and until when if that is known."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do tạm dừng"),
        help_text=gettext_lazy(
            "Như: đang xem xét kỷ luật, đang thanh tra, đang xác minh đơn. Không ghi tên người gửi đơn."
        ),
        max_length=300,
    )
    until = DayField(
        label=gettext_lazy("Đến hết ngày"),
        help_text=gettext_lazy("Để trống khi chưa biết; tạm dừng hết khi có người kết thúc."),
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="tam-dung")


class FinishForm(forms.Form):
    """The conclusion: obligatory when answers lack or raise doubts."""

    words = words(
        gettext_lazy("Kết luận thẩm định"),
        3000,
        3,
        required=False,
        help_text=gettext_lazy("Bắt buộc khi còn thiếu ý kiến hoặc có ý kiến chưa đạt: nói rõ vì sao vẫn kết thúc."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="ket-thuc")


class AgainForm(forms.Form):
    """Why it is verified once more."""

    reason = words(gettext_lazy("Lý do thẩm định lại"), 2000, 2)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="lai")


def _evidence_of(code: str, text: str) -> str:
    return _("minh chứng cho %(code)s: %(text)s") % {"code": code, "text": text}
