"""What is typed about submissions: the bars above the lists, the wording, the Ministry's answer."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.ministry import Answer, Verdict, Wording
from lantoa.domain.stages import STAGE_LABELS, SubmissionStage
from lantoa.domain.vietnamese import tidy
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.recognition.parcel.reply import MOST_BYTES, BadReply, Reply, read
from lantoa.recognition.queries.submissions.candidates import sector_tiers
from lantoa.recognition.queries.submissions.reading import Asked

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx"
YES, NO = "co", "khong"


class DayInput(forms.DateInput):
    """A day as an office writes it."""

    def __init__(self) -> None:
        super().__init__(format="%d/%m/%Y", attrs={"placeholder": "15/01/2026", "inputmode": "numeric"})


class PaperField(forms.FileField):
    """A signed paper, scanned; checked by what it is."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        given: File[bytes] | None = super().clean(data, initial)
        if not given:
            return None
        try:
            return check(given)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class SubmissionsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in SubmissionStage)],
    )
    bac = forms.ChoiceField(label=gettext_lazy("Bậc"), required=False)
    nam = forms.IntegerField(label=gettext_lazy("Năm"), required=False, min_value=1900, max_value=2999)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        tiers = sorted({tier for _edition, tier in sector_tiers()})
        self.fields["bac"].choices = [("", _("tất cả")), *((tier, tier_name(tier)) for tier in tiers)]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            stage=given.get("buoc", ""),
            tier=given.get("bac", ""),
            year=given.get("nam"),
            sort=given.get("sap_xep") or "-ngay",
        )


class CandidatesFilter(forms.Form):
    """The bar above those recognised at the tier below."""

    q = forms.CharField(required=False, max_length=200)
    con = forms.BooleanField(label=gettext_lazy("Chỉ những ai còn đề nghị được"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")


class WordingForm(forms.Form):
    """The submission's own words, its number and day."""

    subject_line = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500)
    text = forms.CharField(
        label=gettext_lazy("Nội dung tờ trình"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 14})
    )
    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Văn thư cho số. Chưa có thì để trống, ghi sau; có số và ngày mới đóng gói được."),
    )
    dated = forms.DateField(label=gettext_lazy("Ngày tờ trình"), required=False, widget=DayInput())
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        given["number"] = tidy(given.get("number") or "")
        if bool(given["number"]) != bool(given.get("dated")) and "dated" not in self.errors:
            self.add_error("dated", _("Số và ngày tờ trình đi cùng nhau: hãy ghi cả hai, hoặc để trống cả hai."))
        return given

    def wording(self) -> Wording:
        given = self.cleaned_data
        return Wording(tidy(given["subject_line"]), given["text"].strip(), given["number"], given["dated"])


class ReturnForm(forms.Form):
    """Why the Ministry returns it."""

    reason = forms.CharField(
        label=gettext_lazy("Bộ trả lại vì"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AcceptForm(forms.Form):
    """On which day the Ministry took it up."""

    day = forms.DateField(label=gettext_lazy("Ngày tiếp nhận"), widget=DayInput())


class AnswerForm(forms.Form):
    """The Minister's decision: number, day, the signed paper, and what it says of each."""

    number = forms.CharField(label=gettext_lazy("Số quyết định của Bộ trưởng"), max_length=100)
    decided = forms.DateField(label=gettext_lazy("Ngày quyết định"), widget=DayInput())
    paper = PaperField(label=gettext_lazy("Bản ký quét"), required=False)

    def __init__(self, items: Iterable[SubmissionItem], *given: Any) -> None:
        super().__init__(*given)
        self.items = list(items)
        choices = [(YES, _("Công nhận")), (NO, _("Chưa công nhận"))]
        for item in self.items:
            self.fields[f"ket_qua_{item.pk}"] = forms.ChoiceField(
                label=_("Kết quả: %s") % item.name, choices=choices, initial=YES
            )
            self.fields[f"ly_do_{item.pk}"] = forms.CharField(
                label=_("Lý do: %s") % item.name, max_length=1000, required=False
            )

    def fill(self, reply: Reply) -> None:
        """What the Ministry's file says, to be looked at before it is written."""
        self.initial = {**self.initial, "number": reply.number, "decided": reply.decided}
        for item in self.items:
            verdict = reply.verdicts[item.code]
            self.initial[f"ket_qua_{item.pk}"] = YES if verdict.is_recognised else NO
            self.initial[f"ly_do_{item.pk}"] = verdict.reason

    def rows(self) -> list[tuple[SubmissionItem, forms.BoundField, forms.BoundField]]:
        """Each item with its two fields."""
        return [(item, self[f"ket_qua_{item.pk}"], self[f"ly_do_{item.pk}"]) for item in self.items]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for item in self.items:
            if given.get(f"ket_qua_{item.pk}") == NO and not tidy(given.get(f"ly_do_{item.pk}") or ""):
                self.add_error(f"ly_do_{item.pk}", _("Hãy ghi lý do chưa công nhận %s.") % item.name)
        return given

    def answer(self) -> Answer:
        given = self.cleaned_data
        verdicts = {
            item.pk: Verdict(is_recognised=given[f"ket_qua_{item.pk}"] == YES, reason=tidy(given[f"ly_do_{item.pk}"]))
            for item in self.items
        }
        return Answer(tidy(given["number"]), given["decided"], verdicts)


class ReplyForm(forms.Form):
    """The file with the Ministry's reply."""

    reply = forms.FileField(
        label=gettext_lazy("Tệp trả lời của Bộ (.json)"), widget=forms.FileInput(attrs={"accept": ".json"})
    )

    def __init__(self, submission: Submission, *given: Any) -> None:
        super().__init__(*given)
        self.submission = submission

    def clean_reply(self) -> Reply:
        try:
            return read(self.cleaned_data["reply"].read(MOST_BYTES + 1), self.submission)
        except BadReply as refusal:
            raise forms.ValidationError(str(refusal)) from None


class ParcelForm(forms.Form):
    """A package that a school sent."""

    parcel = forms.FileField(
        label=gettext_lazy("Gói hồ sơ (.zip)"),
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        help_text=gettext_lazy("Tệp .zip do Lan Tỏa của trường đóng gói, chưa giải nén, chưa sửa."),
    )
