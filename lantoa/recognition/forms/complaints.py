"""What is typed about complaints: the bar above the list, the complaint itself, the words of each deed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.discovery.forms.tips import FilesField
from lantoa.domain.complaints import Conclusion, OnPaper, Telling
from lantoa.domain.procedure import Ground
from lantoa.domain.stages import STAGE_LABELS, ComplaintStage
from lantoa.domain.vietnamese import tidy
from lantoa.recognition.forms.submissions import DayInput
from lantoa.recognition.models import Complaint
from lantoa.recognition.queries.complaints.reading import Asked
from lantoa.register.models import Recognition, Subject

Outcome = Complaint.Outcome


class ComplaintsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[
            ("", gettext_lazy("chưa xong")),
            ("tat-ca", gettext_lazy("tất cả")),
            *((stage.value, STAGE_LABELS[stage]) for stage in ComplaintStage),
        ],
    )
    qua_han = forms.BooleanField(label=gettext_lazy("Chỉ việc quá hạn"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        stage = given.get("buoc", "")
        return Asked(
            words=given.get("q", ""),
            stage={"": "open", "tat-ca": ""}.get(stage, stage),
            is_late=given.get("qua_han", False),
            sort=given.get("sap_xep", ""),
        )


class ComplaintForm(forms.Form):
    """About whom on the decision, what for, what is asked; and why so late, where it is."""

    about = forms.ChoiceField(label=gettext_lazy("Về ai, tập thể nào trong quyết định"))
    text = forms.CharField(
        label=gettext_lazy("Nội dung khiếu nại"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Việc gì, vì sao bạn cho là không đúng, có gì làm chứng."),
    )
    wish = forms.CharField(
        label=gettext_lazy("Yêu cầu giải quyết"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    contact = forms.CharField(label=gettext_lazy("Cách liên hệ"), max_length=200, required=False)
    late_reason = forms.CharField(
        label=gettext_lazy("Trở ngại khách quan"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Chỉ ghi khi đã quá hạn khiếu nại vì ốm đau, thiên tai, đi công tác, học tập ở nơi xa."),
    )
    attached = FilesField(label=gettext_lazy("Tệp kèm theo"), required=False)

    def __init__(self, subjects: Sequence[Subject], *given: Any, is_late: bool = False) -> None:
        super().__init__(*given)
        self.subjects = {str(one.pk): one for one in subjects}
        self.fields["about"].choices = [("", "—"), *((key, one.name) for key, one in self.subjects.items())]  # type: ignore[attr-defined]
        if not is_late:
            del self.fields["late_reason"]

    @property
    def subject(self) -> Subject:
        return self.subjects[self.cleaned_data["about"]]

    def telling(self) -> Telling:
        given = self.cleaned_data
        return Telling(
            text=given["text"].strip(),
            wish=given["wish"].strip(),
            contact=tidy(given["contact"]),
            late_reason=given.get("late_reason", ""),
        )


class PaperComplaintForm(ComplaintForm):
    """The same, taken down from a paper: who complains, and when it came."""

    name = forms.CharField(label=gettext_lazy("Người khiếu nại (theo đơn)"), max_length=200)
    filed_on = forms.DateField(label=gettext_lazy("Ngày nhận đơn"), widget=DayInput())
    field_order = ["name", "filed_on", "about", "text", "wish", "contact", "late_reason", "attached"]

    def on_paper(self) -> OnPaper:
        return OnPaper(tidy(self.cleaned_data["name"]), self.cleaned_data["filed_on"])


class ReasonForm(forms.Form):
    """A deed that needs a reason."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None, *, name: str) -> None:
        super().__init__(data, auto_id=f"{name}-%s")


class HandOverForm(forms.Form):
    """To whom."""

    to = forms.TypedChoiceField(label=gettext_lazy("Người giải quyết"), coerce=int)

    def __init__(self, users: Sequence[User], *given: Any) -> None:
        super().__init__(*given)
        self.users = {user.pk: user for user in users}
        self.fields["to"].choices = [(pk, str(user)) for pk, user in self.users.items()]  # type: ignore[attr-defined]

    @property
    def user(self) -> User:
        return self.users[self.cleaned_data["to"]]


class SettleForm(forms.Form):
    """How it ends: only what can be done about the recognition, if there is one; findings, and the answer."""

    outcome = forms.ChoiceField(label=gettext_lazy("Kết quả giải quyết"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label=gettext_lazy("Căn cứ thu hồi"),
        required=False,
        help_text=gettext_lazy("Bắt buộc khi kết quả là thu hồi công nhận."),
    )
    findings = forms.CharField(
        label=gettext_lazy("Kết quả xác minh"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    answer = forms.CharField(
        label=gettext_lazy("Trả lời người khiếu nại"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, grounds: Sequence[Ground], recognition: Recognition | None, data: Any = None) -> None:
        super().__init__(data)
        open_ones = [one for one in Outcome if _is_open(one, recognition)]
        self.fields["outcome"].choices = [(one.value, one.label) for one in open_ones]  # type: ignore[attr-defined]
        choices = [(one.code, f"{one.text} ({one.source})") for one in grounds]
        self.fields["ground"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]
        if Outcome.REVOKE not in open_ones:
            del self.fields["ground"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("outcome") == Outcome.REVOKE.value and not given.get("ground"):
            self.add_error("ground", _("Hãy chọn căn cứ pháp lý của việc thu hồi."))
        return given

    def conclusion(self) -> Conclusion:
        given = self.cleaned_data
        return Conclusion(given["outcome"], given["findings"], given["answer"], given.get("ground", ""))


def _is_open(outcome: Complaint.Outcome, recognition: Recognition | None) -> bool:
    """One that stands may be revoked, one that was revoked restored."""
    if outcome is Outcome.REVOKE:
        return recognition is not None and not recognition.revoked
    if outcome is Outcome.RESTORE:
        return recognition is not None and recognition.revoked
    return True
