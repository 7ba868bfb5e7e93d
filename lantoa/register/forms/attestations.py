"""What the grid of attestations asks for, and what was said in it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lantoa.domain.plan import OutsidePlan, Plan, Tier
from lantoa.domain.vietnamese import tidy
from lantoa.register.queries.attesting import Box, Said, Seat, criteria_of, tiers_of

WORDS = {"dat": True, "khong-dat": False}
LONGEST_GROUNDS = 500
FOUR_DIGITS = 4


class OccasionForm(forms.Form):
    """Which tier of which year; `dot` values are `school-annual:2024`."""

    def __init__(self, plan: Plan, data: Any) -> None:
        super().__init__(data, auto_id="dot-%s")
        self.fields["dot"] = forms.ChoiceField(label=_("Bậc và năm"), choices=occasions(plan), required=False)
        self.fields["q"] = forms.CharField(required=False, max_length=200)
        self.fields["con_trong"] = forms.BooleanField(label=_("Chỉ ai còn ô trống"), required=False)


def occasions(plan: Plan) -> list[tuple[str, str]]:
    """Every tier and year in which anything is attested, the newest year first."""
    found = [(tier, year) for tier in tiers_of(plan) for year in reversed(plan.years(tier))]
    return [(f"{tier.code}:{year}", _occasion(plan, tier, year)) for tier, year in found]


def _occasion(plan: Plan, tier: Tier, year: int) -> str:
    return tier.name if plan.years(tier) == [year] else f"{tier.name}, {year}"


def occasion_of(plan: Plan, dot: str, criterion: str, year: str) -> tuple[Tier, int]:
    """The tier and year meant by the address: named as one, or by a criterion and a year, or else the newest.

    OutsidePlan for a tier or a year that the plan does not have.
    """
    if dot:
        code, _colon, number = dot.partition(":")
        tier = plan.tier(code)
        plan.window(tier, _year(number))
        return tier, _year(number)
    tiers = [one for one in tiers_of(plan) if not criterion or criterion in codes_of(plan, one)]
    if not tiers:
        raise OutsidePlan(_("Kế hoạch không có tiêu chí «%s» nào do người xác nhận.") % criterion[:40])
    if not year:
        return tiers[0], max(plan.years(tiers[0]))
    fitting = [tier for tier in tiers if _year(year) in plan.years(tier)]
    if not fitting:
        plan.window(tiers[0], _year(year))
    return fitting[0], _year(year)


def newest_of(plan: Plan) -> tuple[Tier, int]:
    """The first tier in which anything is attested, in its last year."""
    return occasion_of(plan, "", "", "")


def codes_of(plan: Plan, tier: Tier) -> list[str]:
    return [criterion.code for criterion in criteria_of(plan, tier)]


def _year(text: str) -> int:
    if not text.isdecimal() or len(text) > FOUR_DIGITS:
        raise OutsidePlan(_("«%s» không phải là một năm.") % text[:40])
    return int(text)


def said_in(data: Mapping[str, Any], seats: list[Seat]) -> list[Said]:
    """The boxes that differ from what their reader saw; grounds of the row go before those of the column."""
    said = []
    for seat in seats:
        own = _grounds(data, f"can_cu_rieng-{seat.subject.pk}")
        for box in seat.boxes:
            name = f"{seat.subject.pk}-{box.criterion.code}"
            value = data.get(f"o-{name}", "")
            if not box.concerned or value not in WORDS or value == data.get(f"cu-{name}", ""):
                continue
            grounds = own or _grounds(data, f"can_cu-{box.criterion.code}")
            said.append(Said(seat.subject.pk, box.criterion.code, WORDS[value], grounds))
    return said


def said_meanwhile(data: Mapping[str, Any], seat: Seat, box: Box) -> bool:
    """Whether somebody else spoke after the reader's page was made."""
    name = f"{seat.subject.pk}-{box.criterion.code}"
    return f"cu-{name}" in data and data[f"cu-{name}"] != box.value


def _grounds(data: Mapping[str, Any], name: str) -> str:
    return tidy(str(data.get(name, "")))[:LONGEST_GROUNDS]
