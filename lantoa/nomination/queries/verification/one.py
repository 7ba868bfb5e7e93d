"""One dossier on the desk of an office: each of its criteria with the records, the evidence and what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from lantoa.domain.authority import Actor, Role
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import Criterion
from lantoa.nomination.models import Evidence, Nomination, OfficeAnswer
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.queries.verification.answers import OfficeStanding
from lantoa.nomination.queries.verification.asked import asked_about, is_attested
from lantoa.nurture.queries.aims import assessment
from lantoa.register.queries.evidence import Display, Reader, displays
from lantoa.register.queries.records import book_of

SECRETARIAT = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion put to an office."""

    criterion: Criterion
    now: Display | None  # what the records say today, as far as this reader may see
    then: str  # the sentence kept when the dossier was sent, where it differs from today's
    evidence: tuple[Evidence, ...]
    answer: OfficeAnswer | None
    is_attested: bool

    @property
    def proposal(self) -> str:
        """Grounds to begin with: the records' own sentence where they say met."""
        met = self.now is not None and self.now.verdict.code == "met"
        return self.now.sentence if self.now is not None and met else ""


def offices_of(nomination: Nomination, actor: Actor) -> list[str]:
    """The offices for which the actor may speak about this dossier; an officer also for the secretariat."""
    own = [code for code in asked_about(nomination) if code in actor.offices]
    return [*own, SECRETARIAT] if Role.OFFICER in actor.roles else own


def questions(nomination: Nomination, standing: OfficeStanding | None, actor: Actor) -> list[Question]:
    """Of one office; the secretariat has none of its own."""
    if standing is None:
        return []
    codes = [criterion.code for criterion, _answer in standing.rows]
    attached = Evidence.objects.filter(nomination=nomination, criterion__in=codes).order_by("pk")
    files: dict[str, list[Evidence]] = {}
    for one in attached:
        files.setdefault(one.criterion, []).append(one)
    now, then = _now(nomination, actor), _then(nomination)
    return [
        Question(
            criterion=criterion,
            now=(shown := now.get(criterion.code)),
            then=_if_other(then.get(criterion.code, ""), shown),
            evidence=tuple(files.get(criterion.code, ())),
            answer=answer,
            is_attested=is_attested(nomination, criterion),
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


def _now(nomination: Nomination, actor: Actor) -> dict[str, Display]:
    book = book_of(nomination.subject)
    found = assessment(Aim(nomination.edition, nomination.tier, nomination.year), nomination.subject, book)
    return {one.criterion.code: one for one in displays(found, Reader(actor, book, case_of(nomination)))}


def _then(nomination: Nomination) -> dict[str, str]:
    return {one["criterion"]: one["sentence"] for one in nomination.verdict.get("findings", [])}


def _if_other(sentence: str, now: Display | None) -> str:
    return "" if now is not None and now.sentence == sentence else sentence
