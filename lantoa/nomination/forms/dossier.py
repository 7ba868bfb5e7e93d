"""What is typed into a dossier: the report, evidence, statements, the nominee's word, and why it is withdrawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.plan import Criterion
from lantoa.nomination.models import Evidence, Nomination, UsedInitiative
from lantoa.nomination.queries.initiatives import key_of
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import PHOTOGRAPHS, FileRefused, NotAPicture
from lantoa.register.models import Initiative

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"


class CheckedFile(forms.FileField):
    """One file that may be stored, checked by what it is."""

    widget = forms.FileInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        file: File[bytes] | None = super().clean(data, initial)
        if file is None:
            return None
        try:
            return check(file)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class ReportForm(forms.Form):
    """The achievement report."""

    text = forms.CharField(
        label=gettext_lazy("Báo cáo thành tích"), max_length=30_000, widget=forms.Textarea(attrs={"rows": 24})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class EvidenceForm(forms.Form):
    """A file or a link, and what it shows of which criterion."""

    criterion = forms.ChoiceField(label=gettext_lazy("Cho điều kiện nào"))
    shows = forms.CharField(label=gettext_lazy("Chứng minh điều gì"), max_length=300)
    file = CheckedFile(
        label=gettext_lazy("Tệp"),
        required=False,
        help_text=gettext_lazy("PDF, ảnh, Word, Excel đến 20 MB."),
    )
    link = forms.URLField(label=gettext_lazy("Hoặc đường dẫn"), required=False, max_length=500, assume_scheme="https")
    picture = forms.ChoiceField(
        label=gettext_lazy("Dùng làm ảnh trong kỷ yếu, bài viết"),
        choices=[("", gettext_lazy("không dùng làm ảnh")), *Evidence.Picture.choices],
        required=False,
        help_text=gettext_lazy(
            "Chỉ chọn khi tệp là ảnh và những người trong ảnh đồng ý. "
            "Ảnh của cá nhân chỉ được in khi người được đề cử đã ghi là đồng ý cho dùng ảnh."
        ),
    )

    def __init__(self, criteria: Sequence[Criterion], data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="evidence-%s")
        choices = [(one.code, f"{one.code} · {one.text}") for one in criteria]
        self.fields["criterion"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and (values.get("file") is None) == (not values.get("link")):
            raise forms.ValidationError(_("Hãy chọn một tệp, hoặc ghi một đường dẫn (chỉ một trong hai)."))
        file: Checked | None = values.get("file")
        if values.get("picture") and (file is None or file.content not in PHOTOGRAPHS):
            self.add_error("picture", str(NotAPicture()))
        return values


class StatementForm(forms.Form):
    """What somebody says in support."""

    name = forms.CharField(label=gettext_lazy("Người nêu ý kiến"), max_length=200)
    position = forms.CharField(label=gettext_lazy("Chức vụ, đơn vị"), max_length=300)
    text = forms.CharField(label=gettext_lazy("Ý kiến"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="statement-%s")


class ConsentForm(forms.Form):
    """The nominee's yes or no, with a word if wanted."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Công khai tên và thành tích ngoài Trường"),
        choices=[("yes", gettext_lazy("Tôi đồng ý")), ("no", gettext_lazy("Tôi không đồng ý"))],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Trong Trường, danh sách được công khai theo luật. Bạn đổi ý lúc nào cũng được."),
    )
    with_pictures = forms.BooleanField(
        label=gettext_lazy("Đồng ý cho dùng cả ảnh trong kỷ yếu, tin, bài"), required=False
    )
    note = forms.CharField(label=gettext_lazy("Lời nhắn"), required=False, max_length=1000)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="consent-%s")


class PaperConsentForm(ConsentForm):
    """The same, recorded by the unit from a paper that the nominee has signed."""

    paper = CheckedFile(
        label=gettext_lazy("Giấy có chữ ký"), help_text=gettext_lazy("Bản chụp hoặc PDF giấy người được đề cử đã ký.")
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        answers = [("yes", _("Người được đề cử đồng ý")), ("no", _("Người được đề cử không đồng ý"))]
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    """A few words that a deed asks for."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))


WORDS = {
    "withdraw": (gettext_lazy("Lý do rút"), gettext_lazy("Người được đề cử và chuyên viên đọc được."), 2000),
    "correct": (gettext_lazy("Điều cần sửa"), gettext_lazy("Chỗ nào chưa đúng, còn thiếu; đúng ra là gì."), 3000),
    "answer": (gettext_lazy("Trả lời"), gettext_lazy("Đã sửa thế nào, hoặc vì sao không sửa."), 2000),
}


def words_form(deed: str, data: Any = None) -> WordsForm:
    """The words that this deed asks for."""
    label, help_text, longest = WORDS[deed]
    form = WordsForm(data, auto_id=f"{deed}-%s")
    field = form.fields["words"]
    field.label, field.help_text, field.max_length = label, help_text, longest  # type: ignore[attr-defined]
    field.widget.attrs["maxlength"] = str(longest)
    return form


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """One initiative on file: whether it is used, why again, and the other dossiers that rest on it."""

    use: forms.BoundField
    reason: forms.BoundField
    others: tuple[Nomination, ...]


class InitiativesForm(forms.Form):
    """Which initiatives on file the dossier rests on, and why one is used again."""

    def __init__(
        self,
        offered: Sequence[Initiative],
        used: Sequence[UsedInitiative],
        elsewhere: Mapping[str, Sequence[Nomination]],
        data: Any = None,
    ) -> None:
        super().__init__(data, auto_id="initiative-%s")
        known, self.offered = {one.initiative_id: one for one in used}, offered
        self.rows = [self._row(one, known.get(one.pk), tuple(elsewhere.get(key_of(one.name), ()))) for one in offered]

    def chosen(self) -> dict[int, str]:
        """Initiative -> why it is used again, of those that are marked; after `is_valid`."""
        clean = self.cleaned_data
        return {one.pk: clean[f"reason-{one.pk}"] for one in self.offered if clean[f"use-{one.pk}"]}

    def _row(self, one: Initiative, kept: UsedInitiative | None, others: tuple[Nomination, ...]) -> InitiativeRow:
        use, reason = f"use-{one.pk}", f"reason-{one.pk}"
        label = f"{one.name} ({one.year})"
        self.fields[use] = forms.BooleanField(label=label, required=False, initial=kept is not None)
        why = kept.reason if kept else ""
        self.fields[reason] = forms.CharField(label=_("Lý do dùng lại"), required=False, max_length=1000, initial=why)
        return InitiativeRow(self[use], self[reason], others)
