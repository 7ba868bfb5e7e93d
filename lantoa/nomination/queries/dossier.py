"""The criteria of a dossier as its kept verdict says them, and what the tier asks of its nominee."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import Criterion
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.hanging import Attached
from lantoa.nurture.queries.aims import in_words
from lantoa.register.queries.evidence import short_name


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion of the dossier: the verdict kept with it, and what is attached to it."""

    code: str
    text: str
    verdict: str
    sentence: str
    rows: tuple[str, ...]
    evidence: tuple[Attached, ...]


def aim_in_words(nomination: Nomination) -> str:
    return in_words(Aim(nomination.edition, nomination.tier, nomination.year))


def aim_in_short(nomination: Nomination) -> str:
    """For a column: without the words that all tiers share."""
    plan = plans.load(nomination.edition)
    tier = plan.tier(nomination.tier)
    window, name = str(plan.window(tier, nomination.year)), short_name(tier)
    return name if window in name else f"{name}, {nomination.year}"


def criteria_of(nomination: Nomination) -> list[Criterion]:
    """The criteria of the tier that concern this kind of nominee, in the plan's order."""
    plan, kind = plans.load(nomination.edition), Kind(nomination.subject.kind)
    return [one for one in plan.criteria_of(plan.tier(nomination.tier)) if kind in one.concerns]


def criterion_lines(
    nomination: Nomination, evidence: Iterable[Attached], read: frozenset[str] | None = None
) -> list[CriterionLine]:
    """Every criterion (or those that are read) as the kept verdict says it, with its evidence; unknown ones last."""
    lines = _all_lines(nomination, evidence)
    return lines if read is None else [line for line in lines if line.code in read]


def _all_lines(nomination: Nomination, evidence: Iterable[Attached]) -> list[CriterionLine]:
    attached: dict[str, list[Attached]] = {}
    for paper in evidence:
        attached.setdefault(paper.criterion, []).append(paper)
    kept: list[dict[str, Any]] = nomination.verdict.get("findings", [])
    lines = [
        CriterionLine(
            one["criterion"],
            one["text"],
            one["verdict"],
            one["sentence"],
            tuple(one["rows"]),
            tuple(attached.pop(one["criterion"], [])),
        )
        for one in kept
    ]
    unknown = _("Điều kiện này không có trong lần đối chiếu được lưu.")
    return lines + [CriterionLine(code, "", "unknown", unknown, (), tuple(files)) for code, files in attached.items()]


def needs_consent(nomination: Nomination) -> bool:
    """A person is asked; the name of a collective is no personal data (Law 91/2025)."""
    return nomination.subject.kind == Kind.INDIVIDUAL.value
