"""The numbers that a round goes by, each in words with who set it or where it stands."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lantoa.domain.procedure import Procedure, Station, Threshold
from lantoa.domain.records import Kind
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.reading import path_of, procedure_of


@dataclass(frozen=True, slots=True)
class Rule:
    """What is laid down, and by whom."""

    what: str
    words: str
    source: str


def rules_of(one: Round, day: date) -> list[Rule]:
    """What the plan edition sets for the round's tier as of the day of the Council, or as of today."""
    procedure, stations = procedure_of(one), path_of(one).stations
    found = [*_of_units(procedure)] if Station.MEETING in stations else []
    if Station.POSTING in stations:
        days = _("%(days)d ngày làm việc") % {"days": procedure.posting_days}
        found.append(Rule(_("Công khai lấy ý kiến"), days, procedure.sources.get("posting", "")))
    return [*found, _rule(_("Họp Hội đồng, có mặt"), procedure.quorum), *_of_council(one, day)]


def _of_units(procedure: Procedure) -> list[Rule]:
    given = [(_("Họp đơn vị, có mặt"), procedure.unit_quorum), (_("Họp đơn vị, đồng ý"), procedure.unit_approval)]
    return [_rule(what, threshold) for what, threshold in given if threshold is not None]


def _of_council(one: Round, day: date) -> list[Rule]:
    """What a person and a unit need in the Council; once when both need the same."""
    thresholds = [procedure_of(one).threshold(one.tier, kind, one.council_on or day) for kind in Kind]
    if len(set(thresholds)) == 1:
        return [_rule(_("Hội đồng bỏ phiếu, đồng ý"), thresholds[0])]
    names = [_("Hội đồng bỏ phiếu cho cá nhân, đồng ý"), _("Hội đồng bỏ phiếu cho tập thể, đồng ý")]
    return [_rule(name, threshold) for name, threshold in zip(names, thresholds, strict=True)]


def _rule(what: str, threshold: Threshold) -> Rule:
    return Rule(what, threshold.words, f"{threshold.set_by}. {threshold.source}")
