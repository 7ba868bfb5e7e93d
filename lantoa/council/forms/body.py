"""What is typed about the standing body: a Council, a member, the end of a seat, a relation."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.council.models import CouncilMember, Relation
from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.council import CouncilTerm
from lantoa.domain.vietnamese import tidy
from lantoa.nurture.forms.plans import PersonField
from lantoa.register.models import Subject

EXAMPLE = gettext_lazy("Ví dụ 15/1/2026.")


class TidyField(forms.CharField):
    """One line, without stray spaces."""

    def clean(self, value: Any) -> str:
        return tidy(super().clean(value))


class CouncilForm(forms.Form):
    """A Council as its decision reads."""

    name = TidyField(label=gettext_lazy("Tên Hội đồng"), max_length=300)
    decision = TidyField(label=gettext_lazy("Số quyết định thành lập"), max_length=100)
    decided = forms.DateField(label=gettext_lazy("Ngày quyết định"), help_text=EXAMPLE)
    since = forms.DateField(label=gettext_lazy("Hoạt động từ ngày"))
    until = forms.DateField(label=gettext_lazy("Đến ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", _("Đến ngày không được trước Từ ngày."))
        return values

    def term(self) -> CouncilTerm:
        value = self.cleaned_data
        return CouncilTerm(value["name"], value["decision"], value["decided"], value["since"], value["until"])


class MemberForm(forms.Form):
    """Who takes which seat from which day, by which decision."""

    person = PersonField(label=gettext_lazy("Thành viên"), help_text=gettext_lazy("Gõ tên hoặc mã cán bộ."))
    seat = forms.ChoiceField(
        label=gettext_lazy("Vai trò trong Hội đồng"),
        choices=CouncilMember.Seat.choices,
        initial=CouncilMember.Seat.MEMBER.value,
    )
    since = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=EXAMPLE)
    decision = TidyField(label=gettext_lazy("Số quyết định"), max_length=100)


class DismissForm(forms.Form):
    """The last day in the seat."""

    last_day = forms.DateField(label=gettext_lazy("Ngày cuối tham gia"), help_text=EXAMPLE)
    decision = TidyField(label=gettext_lazy("Số quyết định"), max_length=100, required=False)

    def __init__(self, day: date, data: Any = None) -> None:
        super().__init__(data, initial={"last_day": day})


class SubjectField(forms.CharField):
    """A person or a unit by name or code."""

    def clean(self, value: Any) -> Subject:
        subject = subject_named(tidy(super().clean(value)))
        if subject is None:
            raise forms.ValidationError(_("Chưa rõ là ai, đơn vị nào. Hãy gõ đủ họ tên hoặc mã."))
        return subject


class RelationForm(forms.Form):
    """Whom or which unit a member is related to."""

    subject = SubjectField(
        label=gettext_lazy("Với ai, đơn vị nào"), max_length=200, help_text=gettext_lazy("Gõ đủ họ tên hoặc mã.")
    )
    kind = forms.ChoiceField(label=gettext_lazy("Quan hệ"), choices=Relation.Kind.choices)
    note = TidyField(label=gettext_lazy("Ghi rõ"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("kind") == Relation.Kind.OTHER and not values.get("note"):
            self.add_error("note", _("Hãy ghi rõ đó là quan hệ gì."))
        return values
