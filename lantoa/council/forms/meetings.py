"""What is typed about a meeting: its terms, the bars above the lists, the roll, who presides, words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa import plans
from lantoa.council.forms.body import TidyField
from lantoa.council.models import CouncilMember, Meeting, MeetingCase, Presence
from lantoa.council.queries.agenda import OPEN, edition_waiting
from lantoa.council.queries.agenda import Asked as AskedCases
from lantoa.council.queries.meetings import NEWEST, Asked
from lantoa.domain.council import MeetingTerms, Noted
from lantoa.domain.records import Kind
from lantoa.domain.stages import STAGE_LABELS, MeetingStage

FIRST_YEAR, LAST_YEAR = 1990, 2100
State = Presence.State


class TermsForm(forms.Form):
    """What the meeting is called for, when and where."""

    name = TidyField(label=gettext_lazy("Tên phiên họp"), max_length=300)
    edition = forms.ChoiceField(label=gettext_lazy("Theo kế hoạch"))
    day = forms.DateField(label=gettext_lazy("Ngày họp"), help_text=gettext_lazy("Ví dụ 15/1/2026."))
    time = forms.TimeField(label=gettext_lazy("Giờ họp"), help_text=gettext_lazy("Ví dụ 8:30."))
    place = TidyField(label=gettext_lazy("Địa điểm"), max_length=300)
    agenda = forms.CharField(
        label=gettext_lazy("Chương trình"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    guests = forms.CharField(
        label=gettext_lazy("Khách mời"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Mỗi người một dòng; khách mời dự họp, không bỏ phiếu."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)

    def __init__(self, data: Any = None, meeting: Meeting | None = None) -> None:
        super().__init__(data, initial=_known(meeting) if meeting else {"edition": edition_waiting()})
        self.fields["edition"].choices = [  # type: ignore[attr-defined]
            (code, plans.load(code).name) for code in reversed(plans.codes())
        ]

    def terms(self) -> MeetingTerms:
        value = self.cleaned_data
        return MeetingTerms(
            name=value["name"],
            edition=value["edition"],
            starts_at=make_aware(datetime.combine(value["day"], value["time"])),
            place=value["place"],
            agenda=value["agenda"].strip(),
            guests=value["guests"].strip(),
        )


def _known(meeting: Meeting) -> dict[str, Any]:
    starts = localtime(meeting.starts_at)
    names = ("name", "edition", "place", "agenda", "guests", "version")
    return {"day": starts.date(), "time": starts.time(), **{name: getattr(meeting, name) for name in names}}


class MeetingsFilter(forms.Form):
    """The bar above the list of meetings."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in MeetingStage)],
    )
    nam = forms.IntegerField(label=gettext_lazy("Năm"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    sap_xep = forms.CharField(required=False, max_length=20)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        sort = given.get("sap_xep") or NEWEST
        return Asked(given.get("q", ""), given.get("buoc", ""), given.get("nam"), sort)


class CasesFilter(forms.Form):
    """The bar above the agenda."""

    q = forms.CharField(required=False, max_length=200)
    loai = forms.ChoiceField(
        label=gettext_lazy("Loại"),
        required=False,
        choices=[
            ("", gettext_lazy("tất cả")),
            (Kind.INDIVIDUAL.value, gettext_lazy("cá nhân")),
            (Kind.COLLECTIVE.value, gettext_lazy("tập thể")),
        ],
    )
    ket_luan = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), (OPEN, gettext_lazy("chưa kết luận")), *MeetingCase.Outcome.choices],
    )
    sap_xep = forms.CharField(required=False, max_length=20)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")

    def asked(self) -> AskedCases:
        self.is_valid()
        given = self.cleaned_data
        return AskedCases(
            given.get("q", ""), given.get("loai", ""), given.get("ket_luan", ""), given.get("sap_xep") or "thu_tu"
        )


class CandidatesFilter(forms.Form):
    """The bar above the nominations that may be put on the agenda."""

    q = forms.CharField(required=False, max_length=200)
    dot = forms.TypedChoiceField(label=gettext_lazy("Đợt xét"), required=False, coerce=int, empty_value=None)

    def __init__(self, rounds: Sequence[tuple[int, str]], data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["dot"].choices = [("", _("tất cả")), *rounds]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        self.is_valid()
        return {"words": self.cleaned_data.get("q", ""), "of_round": self.cleaned_data.get("dot")}


class RollForm(forms.Form):
    """A state and a reason for each member."""

    def __init__(self, members: Iterable[tuple[CouncilMember, Presence | None]], data: Any = None) -> None:
        super().__init__(data)
        self.rows: list[tuple[CouncilMember, Presence | None]] = list(members)
        for member, presence in self.rows:
            self.fields[f"state_{member.pk}"] = forms.ChoiceField(
                label=member.person.subject.name,
                choices=[("", _("chưa điểm danh")), *State.choices],
                required=False,
                initial=presence.state if presence else State.PRESENT.value,
            )
            self.fields[f"reason_{member.pk}"] = TidyField(
                label=_("Lý do vắng của %s") % member.person.subject.name,
                max_length=500,
                required=False,
                initial=presence.reason if presence else "",
            )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for member, _presence in self.rows:
            if values.get(f"state_{member.pk}") == State.EXCUSED and not values.get(f"reason_{member.pk}"):
                self.add_error(f"reason_{member.pk}", _("Hãy ghi lý do vắng."))
        return values

    def noted(self) -> Mapping[int, Noted]:
        """Of those about whom something else was said than stands."""
        said: dict[int, Noted] = {}
        for member, presence in self.rows:
            state, reason = self.cleaned_data[f"state_{member.pk}"], self.cleaned_data[f"reason_{member.pk}"]
            if state and (presence is None or (presence.state, presence.reason) != (state, reason)):
                said[member.pk] = Noted(state, reason)
        return said

    @property
    def lines(self) -> list[tuple[CouncilMember, Presence | None, forms.BoundField, forms.BoundField]]:
        return [(one, noted, self[f"state_{one.pk}"], self[f"reason_{one.pk}"]) for one, noted in self.rows]


class PresidingForm(forms.Form):
    """Who presides, who keeps the minutes: of those who are there."""

    presided_by = forms.TypedChoiceField(label=gettext_lazy("Chủ trì"), coerce=int)
    secretary = forms.TypedChoiceField(label=gettext_lazy("Thư ký phiên họp"), coerce=int)

    def __init__(self, meeting: Meeting, here: Sequence[CouncilMember], data: Any = None) -> None:
        super().__init__(data, initial=_first_choice(meeting, here))
        self.here = {member.pk: member for member in here}
        may_preside = [one for one in here if one.seat in (CouncilMember.Seat.CHAIR, CouncilMember.Seat.DEPUTY)]
        self.fields["presided_by"].choices = _named(may_preside)  # type: ignore[attr-defined]
        self.fields["secretary"].choices = _named(here)  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, CouncilMember]:
        return {name: self.here[self.cleaned_data[name]] for name in ("presided_by", "secretary")}


def _named(members: Iterable[CouncilMember]) -> list[tuple[int, str]]:
    return [(one.pk, f"{one.person.subject.name} ({one.get_seat_display()})") for one in members]


def _first_choice(meeting: Meeting, here: Sequence[CouncilMember]) -> dict[str, Any]:
    """Who does it now; otherwise the highest seat presides, and the seat of the secretary keeps the minutes."""
    secretary = next((one.pk for one in here if one.seat == CouncilMember.Seat.SECRETARY), None)
    return {
        "presided_by": meeting.presided_by_id or next((one.pk for one in here), None),
        "secretary": meeting.secretary_id or secretary,
    }


class ReasonForm(forms.Form):
    """A few words of why."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class InterestForm(forms.Form):
    """What ties a member to a case; who runs the meeting may note it for another."""

    member = forms.TypedChoiceField(label=gettext_lazy("Thành viên"), coerce=int)
    note = TidyField(label=gettext_lazy("Quan hệ thế nào"), max_length=500)

    def __init__(self, members: Sequence[CouncilMember], data: Any = None) -> None:
        super().__init__(data)
        self.members = {one.pk: one for one in members}
        self.fields["member"].choices = _named(members)  # type: ignore[attr-defined]

    def chosen(self) -> CouncilMember:
        return self.members[self.cleaned_data["member"]]


class MinutesForm(forms.Form):
    """The text as corrected, and why."""

    text = forms.CharField(
        label=gettext_lazy("Biên bản"), max_length=2_000_000, widget=forms.Textarea(attrs={"rows": 30})
    )
    reason = TidyField(label=gettext_lazy("Lý do sửa"), max_length=1000)
    version = forms.IntegerField(widget=forms.HiddenInput)
