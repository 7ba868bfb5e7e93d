"""What the page of a dossier shows: its parts as they stand, in as many queries for one as for many rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import Criterion
from lantoa.domain.records import Kind
from lantoa.nomination.models import (
    Consent,
    Evidence,
    Nomination,
    NomineeCorrection,
    Statement,
    UsedInitiative,
)
from lantoa.nurture.queries.aims import in_words

PARTS = (
    Prefetch("evidence", Evidence.objects.select_related("added_by").order_by("pk")),
    Prefetch("statements", Statement.objects.select_related("recorded_by").order_by("pk")),
    Prefetch("consents", Consent.objects.select_related("by").order_by("-pk")),
    Prefetch("nominee_corrections", NomineeCorrection.objects.select_related("by", "answered_by").order_by("pk")),
    Prefetch("initiatives", UsedInitiative.objects.order_by("year", "pk")),
)


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion of the dossier: the verdict kept with it, and what is attached to it."""

    code: str
    text: str
    verdict: str
    sentence: str
    rows: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def with_parts(nominations: Iterable[Nomination]) -> list[Nomination]:
    """The same nominations with everything that hangs on them: five queries for one or for all."""
    found = list(nominations)
    prefetch_related_objects(found, *PARTS)
    return found


def aim_in_words(nomination: Nomination) -> str:
    return in_words(Aim(nomination.edition, nomination.tier, nomination.year))


def criteria_of(nomination: Nomination) -> list[Criterion]:
    """The criteria of the tier that concern this kind of nominee, in the plan's order."""
    plan, kind = plans.load(nomination.edition), Kind(nomination.subject.kind)
    return [one for one in plan.criteria_of(plan.tier(nomination.tier)) if kind in one.concerns]


def criterion_lines(nomination: Nomination) -> list[CriterionLine]:
    """Every criterion as the kept verdict says it, with its evidence; one that it does not know comes last."""
    attached: dict[str, list[Evidence]] = {}
    for one in nomination.evidence.all():
        attached.setdefault(one.criterion, []).append(one)
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


def consent_of(nomination: Nomination) -> Consent | None:
    """What the nominee last said of being made public; None when nothing was said."""
    return max(nomination.consents.all(), key=lambda one: one.pk, default=None)


def needs_consent(nomination: Nomination) -> bool:
    """A person is asked; the name of a collective is no personal data (Law 91/2025)."""
    return nomination.subject.kind == Kind.INDIVIDUAL.value
