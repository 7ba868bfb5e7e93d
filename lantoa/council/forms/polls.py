"""What is typed about polls: their cases and tellers, ballots, keys, counts, opinions, conclusions."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.council.models import CouncilMember, Meeting, MeetingCase, PollCase
from lantoa.council.models.polls import CHOICES, TOTALS
from lantoa.council.queries.polls.choosing import may_count, open_to_vote
from lantoa.discovery.forms.tips import FilesField
from lantoa.domain.ballot import Choice, Count, Mode
from lantoa.domain.plan import Tier
from lantoa.papers.attachments import Checked

MOST_CASES = 200  # of one poll; the others go into the next one
MOST_VOTES = 1000
KEY_LETTERS = 120
WORDS = dict(
    zip(
        TOTALS,
        (
            gettext_lazy("Đồng ý"),
            gettext_lazy("Không đồng ý"),
            gettext_lazy("Không ý kiến"),
            gettext_lazy("Không hợp lệ"),
        ),
        strict=True,
    )
)


class CaseChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Cases by the name of their nominee."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.order}. {obj.nomination.subject.name}"


class PrepareForm(forms.Form):
    """Which cases, in which way, counted by whom."""

    mode = forms.ChoiceField(
        label=gettext_lazy("Cách bỏ phiếu"),
        choices=[(mode.value, mode.label.capitalize()) for mode in Mode],
        widget=forms.RadioSelect,
    )
    first = forms.ModelChoiceField(
        label=gettext_lazy("Người kiểm phiếu thứ nhất"), queryset=User.objects.none(), required=False
    )
    second = forms.ModelChoiceField(
        label=gettext_lazy("Người kiểm phiếu thứ hai"),
        queryset=User.objects.none(),
        required=False,
        help_text=gettext_lazy("Bỏ phiếu kín cần hai người kiểm phiếu; giơ tay thì không."),
    )
    note = forms.CharField(label=gettext_lazy("Ghi chú"), max_length=500, required=False)
    cases = CaseChoice(
        label=gettext_lazy("Hồ sơ"),
        queryset=MeetingCase.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Hãy chọn ít nhất một hồ sơ để bỏ phiếu.")},
    )

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        found = open_to_vote(meeting)
        first = list(found.values_list("pk", flat=True)[:MOST_CASES])
        super().__init__(data, initial={"mode": Mode.SEALED.value, "cases": first})
        self.is_empty = not first
        self.fields["cases"].queryset = found.filter(pk__in=first)  # type: ignore[attr-defined]
        for name in ("first", "second"):
            self.fields[name].queryset = may_count()  # type: ignore[attr-defined]

    def terms(self) -> dict[str, Any]:
        value = self.cleaned_data
        tellers = [user for user in (value["first"], value["second"]) if user is not None]
        return {
            "mode": Mode(value["mode"]),
            "cases": sorted(value["cases"], key=lambda case: (case.order, case.pk)),
            "tellers": tellers if Mode(value["mode"]).is_secret else [],
            "note": value["note"].strip(),
        }


class BallotForm(forms.Form):
    """A choice for every case; never kept as a draft, never prefilled."""

    def __init__(self, cases: Iterable[PollCase], data: Any = None) -> None:
        super().__init__(data)
        for case in cases:
            self.fields[f"case_{case.pk}"] = forms.ChoiceField(
                label=case.case.nomination.subject.name,
                help_text=case.case.nomination.unit.subject.name,
                choices=CHOICES,
                widget=forms.RadioSelect,
                error_messages={"required": _("Bạn chưa chọn cho hồ sơ này.")},
            )

    def choices(self) -> dict[int, Choice]:
        return {int(name.removeprefix("case_")): Choice(value) for name, value in self.cleaned_data.items()}


class KeysForm(forms.Form):
    """The keys of both tellers, as they were shown when they were made."""

    def __init__(self, tellers: Iterable[User], data: Any = None) -> None:
        super().__init__(data)
        for place, user in enumerate(tellers, 1):
            widget = forms.TextInput(
                attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
            )
            self.fields[f"key_{place}"] = forms.CharField(
                label=_("Khoá của %s") % user, max_length=KEY_LETTERS, widget=widget
            )

    def keys(self) -> list[str]:
        return list(self.cleaned_data.values())


class CountForm(forms.Form):
    """What was counted, case by case; of papers also how many came back."""

    def __init__(self, cases: Sequence[PollCase], data: Any = None, *, papers: bool) -> None:
        super().__init__(data)
        self.cases, self.names = cases, TOTALS if papers else TOTALS[:3]
        if papers:
            self.fields["returned"] = forms.IntegerField(label=_("Số phiếu thu về"), min_value=0, max_value=MOST_VOTES)
        for case in cases:
            for name in self.names:
                self.fields[f"{name}_{case.pk}"] = forms.IntegerField(
                    label=f"{case.case.nomination.subject.name}: {WORDS[name]}",
                    min_value=0,
                    max_value=MOST_VOTES,
                    widget=forms.NumberInput(attrs={"size": 4}),
                )

    @property
    def heads(self) -> list[str]:
        return [str(WORDS[name]) for name in self.names]

    @property
    def rows(self) -> list[tuple[PollCase, list[forms.BoundField]]]:
        """Each case with its boxes."""
        return [(case, [self[f"{name}_{case.pk}"] for name in self.names]) for case in self.cases]

    def counts(self) -> dict[int, Count]:
        value = self.cleaned_data
        return {case.pk: Count(*(value[f"{name}_{case.pk}"] for name in self.names)) for case in self.cases}


class ScanForm(forms.Form):
    """The signed record of the count."""

    scan = FilesField(label=gettext_lazy("Bản chụp biên bản kiểm phiếu đã ký"))

    def file(self) -> Checked:
        checked: Checked = self.cleaned_data["scan"][0]
        return checked


class MemberChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.subject.name} ({obj.get_seat_display()})"


class OpinionsForm(forms.Form):
    """What an absent member wrote about cases; a case left out says nothing."""

    member = MemberChoice(label=gettext_lazy("Thành viên vắng mặt"), queryset=CouncilMember.objects.none())
    text = forms.CharField(
        label=gettext_lazy("Ghi chú"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Ví dụ: văn bản ngày nào, gửi bằng cách nào."),
    )

    def __init__(self, members: Sequence[int], cases: Sequence[MeetingCase], data: Any = None) -> None:
        super().__init__(data)
        found = CouncilMember.objects.filter(pk__in=members).select_related("person__subject")
        self.fields["member"].queryset = found.order_by("person__subject__sort_key")  # type: ignore[attr-defined]
        self.cases = cases
        for case in cases:
            self.fields[f"case_{case.pk}"] = forms.ChoiceField(
                label=case.nomination.subject.name, choices=[("", _("chưa có ý kiến")), *CHOICES], required=False
            )

    @property
    def case_fields(self) -> list[forms.BoundField]:
        return [self[f"case_{case.pk}"] for case in self.cases]

    def choices(self) -> dict[int, Choice]:
        given = ((case.pk, self.cleaned_data[f"case_{case.pk}"]) for case in self.cases)
        return {case: Choice(value) for case, value in given if value}


class ConcludeForm(forms.Form):
    """What the Council concludes about a case."""

    outcome = forms.ChoiceField(label=gettext_lazy("Kết luận"), widget=forms.RadioSelect)
    lower_tier = forms.ChoiceField(label=gettext_lazy("Bậc thấp hơn được đề nghị"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy(
            "Cần ghi khi không đề nghị, hoãn hoặc đề nghị bậc thấp hơn; người được xét đọc lý do này."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, outcomes: Iterable[MeetingCase.Outcome], tiers: Sequence[Tier], data: Any = None) -> None:
        super().__init__(data)
        choices = [(one.value, str(one.label).capitalize()) for one in outcomes]
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]
        if tiers:
            self.fields["lower_tier"].choices = [("", "—"), *((tier.code, tier.name) for tier in tiers)]  # type: ignore[attr-defined]
        else:
            del self.fields["lower_tier"]

    def terms(self) -> dict[str, Any]:
        value = self.cleaned_data
        return {
            "outcome": MeetingCase.Outcome(value["outcome"]),
            "reason": value["reason"],
            "lower_tier": value.get("lower_tier", ""),
        }
