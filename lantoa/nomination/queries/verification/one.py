"""One dossier on the desk of an office: each of its criteria with the kept verdict, the evidence and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Role
from lantoa.domain.plan import Criterion
from lantoa.domain.verdict import Verdict
from lantoa.nomination.models import Evidence, Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.answers import OfficeStanding
from lantoa.nomination.queries.verification.asked import asked_about, is_attested

SECRETARIAT = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion put to an office; `kept` is the finding frozen when the dossier was sent."""

    criterion: Criterion
    kept: dict[str, Any] | None
    evidence: tuple[Evidence, ...]
    answer: OfficeAnswer | None
    earlier: tuple[OfficeAnswer, ...]  # what the office said before, newest first
    is_attested: bool

    @property
    def is_idle(self) -> bool:
        """Whether the criterion does not concern the nominee, so that there is nothing to look into."""
        return self.kept is not None and self.kept["verdict"] == Verdict.NOT_APPLICABLE.code

    @property
    def proposal(self) -> str:
        """Grounds to begin with: the records' own sentence where they say met, or why it does not apply."""
        if self.is_idle and self.kept:
            return str(_("Không áp dụng: %s") % self.kept["sentence"])
        is_met = self.kept is not None and self.kept["verdict"] == Verdict.MET.code
        return str(_("Theo sổ: %s") % self.kept["sentence"]) if is_met and self.kept else ""


def offices_of(nomination: Nomination, actor: Actor) -> list[str]:
    """The offices for which the actor may speak about this dossier; an officer also for the secretariat."""
    own = [code for code in asked_about(nomination) if code in actor.offices]
    return [*own, SECRETARIAT] if Role.OFFICER in actor.roles else own


def questions(nomination: Nomination, standing: OfficeStanding | None) -> list[Question]:
    """Of one office, in two queries; the secretariat has none of its own."""
    if standing is None:
        return []
    codes = [criterion.code for criterion, _answer in standing.rows]
    files: dict[str, list[Evidence]] = {}
    for one in Evidence.objects.filter(nomination=nomination, criterion__in=codes).order_by("pk"):
        files.setdefault(one.criterion, []).append(one)
    earlier: dict[str, list[OfficeAnswer]] = {}
    before = OfficeAnswer.objects.filter(nomination=nomination, office=standing.office.code, stands=False)
    for said in before.select_related("said_by").order_by("-pk"):
        earlier.setdefault(said.criterion, []).append(said)
    kept = {one["criterion"]: one for one in nomination.verdict.get("findings", [])}
    return [
        Question(
            criterion=criterion,
            kept=kept.get(criterion.code),
            evidence=tuple(files.get(criterion.code, ())),
            answer=answer,
            earlier=tuple(earlier.get(criterion.code, ())),
            is_attested=is_attested(nomination.tier, criterion),
        )
        for criterion, answer in standing.rows
    ]


def parts_to_flag(nomination: Nomination, office: str) -> list[tuple[str, str]]:
    """What may be opened for correction: the parts, and the evidence of the office's criteria or of all of them."""
    asked = asked_about(nomination)
    own = asked.values() if office == SECRETARIAT else [asked[office]]
    criteria: dict[str, str] = {one.code: one.text for asking in own for one in asking.criteria}
    return list(criteria.items())


def others(standings: Sequence[OfficeStanding], office: str) -> list[OfficeStanding]:
    return [one for one in standings if one.office.code != office]
