"""What is typed about a unit's meeting: the day, who was there, the votes, the minutes; or why nobody is nominated."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.unit_meetings import Count, Notes, Seat
from lantoa.domain.vietnamese import tidy
from lantoa.register.models import Person, Subject

MOST_NOMINEES = 300
MOST_VOTES = 30_000
EMPTY_ROWS = 2
COLUMNS = ("held_on", "begins", "ends", "place", "chair", "secretary", "text")
PICK = {"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}


class MeetingForm(forms.Form):
    """The meeting but for its votes; a reason beside a name means that person was absent."""

    held_on = forms.DateField(
        label=gettext_lazy("Ngày họp"), required=False, help_text=gettext_lazy("Ví dụ 10/12/2026.")
    )
    begins = forms.TimeField(label=gettext_lazy("Giờ bắt đầu"), required=False, help_text=gettext_lazy("Ví dụ 8:30."))
    ends = forms.TimeField(label=gettext_lazy("Giờ kết thúc"), required=False, help_text=gettext_lazy("Ví dụ 10:00."))
    place = forms.CharField(label=gettext_lazy("Địa điểm"), max_length=200, required=False)
    chair = forms.TypedChoiceField(label=gettext_lazy("Chủ trì"), required=False, coerce=int, empty_value=None)
    secretary = forms.TypedChoiceField(label=gettext_lazy("Thư ký"), required=False, coerce=int, empty_value=None)
    text = forms.CharField(
        label=gettext_lazy("Diễn biến, ý kiến tại cuộc họp"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, members: Sequence[Person], known: Notes, version: int, data: Any = None) -> None:
        columns = {name: getattr(known, name) for name in COLUMNS}
        super().__init__(data, initial={**columns, "version": version})
        self.members = members
        choices = [("", "---------"), *((str(one.pk), one.subject.name) for one in members)]
        for name in ("chair", "secretary"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        reasons = {seat.person: seat.absent for seat in known.seats}
        for one in members:
            self.fields[_absent(one)] = forms.CharField(
                label=_("Lý do %(name)s vắng") % {"name": one.subject.name},
                max_length=300,
                required=False,
                initial=reasons.get(one.pk, ""),
                widget=forms.TextInput(attrs={"placeholder": _("có mặt"), "autocomplete": "off"}),
            )

    @property
    def seats(self) -> list[tuple[Person, forms.BoundField]]:
        return [(one, self[_absent(one)]) for one in self.members]

    def notes(self, counts: Iterable[Count]) -> Notes:
        value = self.cleaned_data
        return Notes(
            held_on=value["held_on"],
            place=tidy(value["place"]),
            chair=value["chair"],
            secretary=value["secretary"],
            text=value["text"].strip(),
            seats=tuple(Seat(one.pk, tidy(value[_absent(one)])) for one in self.members),
            counts=tuple(counts),
            begins=value["begins"],
            ends=value["ends"],
        )


class NomineeForm(forms.Form):
    """A nominee and the votes; without a name the row says nothing."""

    subject = forms.CharField(
        label=gettext_lazy("Cá nhân, tập thể"), max_length=200, required=False, widget=forms.TextInput(attrs=PICK)
    )
    votes_for = forms.IntegerField(label=gettext_lazy("Đồng ý"), required=False, min_value=0, max_value=MOST_VOTES)
    votes_against = forms.IntegerField(
        label=gettext_lazy("Không đồng ý"), required=False, min_value=0, max_value=MOST_VOTES
    )
    votes_blank = forms.IntegerField(
        label=gettext_lazy("Không ý kiến"), required=False, min_value=0, max_value=MOST_VOTES
    )

    def clean_subject(self) -> Subject | None:
        text = tidy(self.cleaned_data["subject"])
        if not text:
            return None
        if (found := subject_named(text)) is None:
            raise forms.ValidationError(_("Chưa rõ là ai. Hãy chọn một tên trong danh sách hiện ra khi gõ."))
        return found


class NomineeFormSet(forms.BaseFormSet[NomineeForm]):
    """All the nominees of a meeting, each once."""

    def clean(self) -> None:
        named = [form.cleaned_data["subject"] for form in self.forms if form.cleaned_data.get("subject")]
        twice = {one.name for one in named if named.count(one) > 1}
        if twice:
            raise forms.ValidationError(_("Ghi trùng: %(names)s.") % {"names": ", ".join(sorted(twice))})

    def counts(self) -> list[Count]:
        rows = (form.cleaned_data for form in self.forms if form.cleaned_data.get("subject"))
        return [
            Count(row["subject"].pk, row.get("votes_for"), row.get("votes_against"), row.get("votes_blank"))
            for row in rows
        ]


NomineeForms = forms.formset_factory(
    NomineeForm, formset=NomineeFormSet, extra=EMPTY_ROWS, max_num=MOST_NOMINEES, absolute_max=MOST_NOMINEES + 10
)


def nominee_forms(known: Notes, drafted: Sequence[Subject], names: Mapping[int, Subject], data: Any = None) -> Any:
    """A row for each nominee on file, then for each with a draft nomination, then empty ones."""
    counts = [*known.counts, *(Count(one.pk) for one in drafted if one.pk not in {row.subject for row in known.counts})]
    initial = [
        {
            "subject": f"{names[row.subject].name} ({names[row.subject].code})",
            "votes_for": row.votes_for,
            "votes_against": row.votes_against,
            "votes_blank": row.votes_blank,
        }
        for row in counts
    ]
    return NomineeForms(data, initial=initial, prefix="nguoi")


def _absent(person: Person) -> str:
    return f"vang-{person.pk}"
