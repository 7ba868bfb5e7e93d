"""Which office is asked about which criteria of a dossier: the plan edition's procedure says so."""

from dataclasses import dataclass
from functools import cache

from lantoa import plans
from lantoa.domain.plan import Criterion
from lantoa.domain.procedure import Office, Station
from lantoa.domain.records import Kind
from lantoa.domain.spelling import attested_criteria
from lantoa.nomination.models import Nomination


@dataclass(frozen=True, slots=True)
class Asking:
    """An office and the criteria of one tier and kind that are its own, in the plan's order."""

    office: Office
    criteria: tuple[Criterion, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(criterion.code for criterion in self.criteria)


@cache
def asked(edition: str, tier: str, kind: Kind) -> tuple[Asking, ...]:
    """Every office that has something to say; nobody where the tier's path has no verification."""
    plan = plans.load(edition)
    if Station.VERIFICATION not in plan.procedure.path(tier).stations:
        return ()
    concerned = [one for one in plan.criteria_of(plan.tier(tier)) if kind in one.concerns]
    askings = (
        Asking(office, tuple(one for one in concerned if one.code in office.criteria))
        for office in plan.procedure.offices.values()
    )
    return tuple(asking for asking in askings if asking.criteria)


def asked_about(nomination: Nomination) -> dict[str, Asking]:
    """By office code, for one dossier."""
    found = asked(nomination.edition, nomination.tier, Kind(nomination.subject.kind))
    return {asking.office.code: asking for asking in found}


def office_name(edition: str, code: str) -> str:
    """The office in words; a code that the edition has no more stays as it is."""
    offices = plans.load(edition).procedure.offices
    return offices[code].name if code in offices else code


def is_attested(tier: str, criterion: Criterion) -> bool:
    """Whether the criterion is for people to say, so that an office's word is the record book's."""
    return criterion.code in attested_criteria(criterion.checks[tier])


def reads_records(office: str) -> bool:
    """Whether any criterion of the office is decided by the records, so that it can confirm them by the dozen."""
    return any(
        not is_attested(tier, criterion)
        for code in plans.codes()
        for tier in plans.load(code).tiers
        for kind in Kind
        for asking in asked(code, tier, kind)
        if asking.office.code == office
        for criterion in asking.criteria
    )
