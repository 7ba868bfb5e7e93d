"""Who may be proposed for a sector tier: those recognised at the tier below it (clauses MA-1, MP-1)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from lantoa import plans
from lantoa.domain.records import Kind
from lantoa.domain.verdict import Verdict
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.register.models import Recognition
from lantoa.register.queries.screening import screened

LIVING = {"stage": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recognition of the tier below, the verdict of today for the tier of the round, and the proposal if made."""

    recognition: Recognition
    verdict: str
    is_on_hold: bool
    nomination: Nomination | None

    @property
    def is_open(self) -> bool:
        """Whether it may be proposed now."""
        return self.nomination is None and not self.is_on_hold and self.verdict != Verdict.NOT_MET.code


KEYS: dict[str, Callable[[Candidate], str]] = {
    "ten": lambda one: one.recognition.subject.sort_key,
    "ket_qua": lambda one: one.verdict,
    "quyet_dinh": lambda one: one.recognition.decision,
}


def tier_below(round_: Round) -> str:
    """The code of the tier from which the round's nominees come; empty when units nominate them."""
    return plans.load(round_.edition).procedure.path(round_.tier).proposed_from


def sector_tiers() -> set[tuple[str, str]]:
    """Edition and tier of everything that goes up to the Ministry."""
    editions = map(plans.load, plans.codes())
    return {(plan.code, path.tier) for plan in editions for path in plan.procedure.paths.values() if path.proposed_from}


def recognised_below(round_: Round) -> QuerySet[Recognition]:
    """Every recognition that stands, of the tier below and the year of the round, one row a subject."""
    kinds = [kind.value for kind in Kind if kind in plans.load(round_.edition).tier(round_.tier).subjects]
    found = Recognition.objects.filter(
        tier=tier_below(round_), year=round_.year, revoked=False, subject__kind__in=kinds
    ).select_related("subject")
    return found.order_by("-subject__kind", "subject__sort_key", "pk")


def candidates(round_: Round) -> list[Candidate]:
    """Collectives and persons by name, each once; set-based, however many there are."""
    plan = plans.load(round_.edition)
    screening = screened(plan, plan.tier(round_.tier), round_.year)
    proposed = _proposed(round_)
    found = {one.subject_id: one for one in recognised_below(round_)}
    return [
        Candidate(
            recognition,
            Verdict(int(screening.verdicts[subject])).code,
            bool(screening.on_hold[subject]),
            proposed.get(subject),
        )
        for subject, recognition in found.items()
    ]


def _proposed(round_: Round) -> dict[int, Nomination]:
    aim = {"edition": round_.edition, "tier": round_.tier, "year": round_.year}
    return {one.subject_id: one for one in Nomination.objects.filter(**aim).exclude(**LIVING)}


def narrowed(found: list[Candidate], words: str, sort: str, *, only_open: bool) -> list[Candidate]:
    """Those that the filters leave, in the order asked for."""
    wanted = fold(words).split()
    left = [
        one
        for one in found
        if all(word in one.recognition.subject.search_key for word in wanted) and (one.is_open or not only_open)
    ]
    key = KEYS.get(sort.removeprefix("-"))
    return sorted(left, key=key, reverse=sort.startswith("-")) if key else left
