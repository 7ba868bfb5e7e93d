"""What is typed about a nurture plan: its terms, its goals, and the words of each deed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa import plans
from lantoa.discovery.queries.tiers import tier_names
from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.stages import STAGE_LABELS, NurtureStage
from lantoa.domain.vietnamese import tidy
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import Edition
from lantoa.register.forms.lists import unit_field
from lantoa.register.models import Person

MOST_GOALS = 30
YEAR = timedelta(days=365)
PICK = {"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}


class PersonField(forms.CharField):
    """A colleague by name or code, picked while typing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, widget=forms.TextInput(attrs=PICK), **options)

    def clean(self, value: Any) -> Person | None:
        text = tidy(super().clean(value))
        if not text:
            return None
        subject = subject_named(text)
        person = Person.objects.select_related("subject").filter(pk=subject.pk).first() if subject else None
        if person is None:
            raise forms.ValidationError(_("Chưa rõ là ai. Hãy chọn một tên trong danh sách hiện ra khi gõ."))
        return person


class AimForm(forms.Form):
    """Which tier of which year; the page comes again with the goals that follow."""

    bac = forms.ChoiceField(label=gettext_lazy("Bậc và năm hướng tới"), required=False)

    def __init__(self, editions: Sequence[Edition], aim: Aim, data: Any = None) -> None:
        super().__init__(data, initial={"bac": str(aim)})
        choices = [(one.name, [(str(choice.aim), choice.words) for choice in one.choices]) for one in editions]
        self.fields["bac"].choices = choices  # type: ignore[attr-defined]
        self.suggested = aim

    @property
    def aim(self) -> Aim:
        """The one chosen; what is none of the choices is left out of the question."""
        chosen = self.cleaned_data.get("bac") if self.is_valid() else ""
        return Aim.read(chosen) if chosen else self.suggested


class TermsForm(forms.Form):
    """The days and the mentor; beside it stand the aim and the goals."""

    since = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ví dụ 15/1/2026."))
    until = forms.DateField(label=gettext_lazy("Đến ngày"), help_text=gettext_lazy("Ngày trưởng đơn vị kết luận."))
    mentor = PersonField(
        label=gettext_lazy("Người hướng dẫn"),
        required=False,
        help_text=gettext_lazy("Gõ tên đồng nghiệp rồi chọn."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", _("Đến ngày không được trước Từ ngày."))
        return values


class ReasonedTermsForm(TermsForm):
    """The same for a plan in force, with why it changes."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do thay đổi"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class GoalForm(forms.Form):
    """One goal; a criterion's own words are not kept again."""

    goal = forms.IntegerField(widget=forms.HiddenInput, required=False)
    criterion = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
    text = forms.CharField(
        label=gettext_lazy("Mục tiêu"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def read(self, edition: str) -> GoalText | None:
        value = self.cleaned_data
        criterion = plans.load(edition).criteria.get(value.get("criterion", ""))
        text = tidy(value.get("text", ""))
        if value.get("DELETE") or not (text or criterion):
            return None
        own = "" if criterion and text == tidy(criterion.text) else text
        return GoalText(criterion.code if criterion else "", own, value.get("goal"))


GoalForms = forms.formset_factory(GoalForm, extra=2, can_delete=True, max_num=MOST_GOALS, absolute_max=MOST_GOALS + 5)


def goal_forms(edition: str, goals: Sequence[GoalText], data: Any = None) -> Any:
    """A form for each goal, filled with its own words or its criterion's; and empty ones for goals of one's own."""
    criteria = plans.load(edition).criteria
    initial = [
        {
            "goal": goal.id,
            "criterion": goal.criterion,
            "text": goal.text or (criteria[goal.criterion].text if goal.criterion in criteria else ""),
        }
        for goal in goals
    ]
    return GoalForms(data, initial=initial, prefix="goal")


def goals_of(formset: Any, edition: str) -> tuple[GoalText, ...]:
    return tuple(goal for form in formset.forms if (goal := form.read(edition)) is not None)


def first_terms(aim: Aim, day: date) -> dict[str, Any]:
    """From today to the end of the year aimed at, or for a year when that is over."""
    end = date(aim.year, 12, 31)
    return {"since": day, "until": end if end > day else day + YEAR}


def known_terms(plan: NurturePlan) -> dict[str, Any]:
    mentor = plan.mentor.subject if plan.mentor else None
    return {
        "since": plan.since,
        "until": plan.until,
        "mentor": f"{mentor.name} ({mentor.code})" if mentor else "",
    }


WORDS: dict[str, tuple[Any, Any, int]] = {
    "return": (gettext_lazy("Lý do trả lại"), gettext_lazy("Cần sửa, bổ sung điều gì."), 1000),
    "ready": (gettext_lazy("Kết luận của đơn vị"), gettext_lazy("Vì sao đơn vị cho là đã sẵn sàng."), 3000),
    "close": (gettext_lazy("Bài học"), gettext_lazy("Vì sao chưa đạt, lần sau làm khác thế nào."), 5000),
    "remark": (gettext_lazy("Ý kiến của bạn"), gettext_lazy("Người hướng dẫn và trưởng đơn vị sẽ đọc."), 3000),
    "refuse": (gettext_lazy("Lý do không đồng ý"), "", 1000),
}


class WordsForm(forms.Form):
    """The words of a deed: a reason, a conclusion, lessons, a remark."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))


def words_form(deed: str, data: Any = None) -> WordsForm:
    """The words that this deed asks for."""
    label, help_text, longest = WORDS[deed]
    form = WordsForm(data, auto_id=f"{deed}-%s")
    field = form.fields["words"]
    field.label, field.help_text = label, help_text
    field.validators.append(MaxLengthValidator(longest))
    return form


class MentorForm(forms.Form):
    """Another mentor."""

    mentor = PersonField(label=gettext_lazy("Người hướng dẫn mới"), help_text=gettext_lazy("Gõ tên rồi chọn."))


class PlansFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[
            ("", gettext_lazy("chưa kết thúc")),
            ("tat-ca", gettext_lazy("tất cả")),
            *((stage.value, STAGE_LABELS[stage]) for stage in NurtureStage),
        ],
    )
    bac = forms.ChoiceField(label=gettext_lazy("Bậc hướng tới"), required=False)
    huong_dan = forms.CharField(label=gettext_lazy("Người hướng dẫn"), required=False, max_length=200)
    qua_han = forms.BooleanField(label=gettext_lazy("Quá hạn, thiếu người hướng dẫn"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()
        self.fields["bac"].choices = [("", _("tất cả")), *tier_names().items()]  # type: ignore[attr-defined]
