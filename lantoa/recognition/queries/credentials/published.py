"""What the world reads of credentials: who issues, with which keys, and which credentials count no more."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from lantoa import plans
from lantoa.domain.credentials.badge import VOCABULARY, achievement, achievement_of, profile, revocation_list
from lantoa.domain.credentials.token import NotACredential, end_of, read
from lantoa.domain.credentials.verdicts import Judgement
from lantoa.domain.plan import OutsidePlan
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.recognition.credentials import at_need
from lantoa.recognition.models import Credential
from lantoa.recognition.queries.credentials import addresses
from lantoa.recognition.queries.verification import Standing

GONE = Q(withdrawn_at__isnull=False) | Q(item__recognition__revoked=True)


def key_set() -> list[dict[str, Any]]:
    """Each with the address that credentials name it by."""
    found = at_need.published_keys()
    return [key | {"kid": addresses.key(name), "use": "sig", "alg": "RS256"} for name, key in found.items()]


def issuer(day: date) -> dict[str, Any]:
    named = profile(addresses.issuer(), letterhead_on(day).issuer)
    return {"@context": VOCABULARY} | named | {"url": addresses.issuer().partition("/xac-thuc/")[0]}


def recognised_for(edition: str, tier: str, year: int) -> dict[str, Any] | None:
    """What a tier of a year asks; None for one that no plan has."""
    if edition not in plans.codes():
        return None
    try:
        what = achievement_of(plans.load(edition), tier, year)
    except OutsidePlan:
        return None
    return {"@context": VOCABULARY} | achievement(addresses.achievement(edition, tier, year), what)


def revocations() -> dict[str, Any]:
    numbers = Credential.objects.filter(GONE).order_by("pk").values_list("number", flat=True)
    gone = [addresses.credential(number) for number in numbers]
    return revocation_list(addresses.revocations(), addresses.issuer(), gone)


def standing_of(number: UUID) -> Standing | None:
    """Of a credential that was given out; None when there is none such."""
    found = Credential.objects.filter(number=number).values_list("withdrawn_at", "item__recognition__revoked").first()
    if found is None:
        return None
    return Standing.REVOKED if found[0] or found[1] else Standing.STANDS


def judged(data: bytes, *, at: datetime) -> Judgement:
    """A file that somebody shows, held against our keys and what was revoked; in one query."""
    return at_need.judged(data, keys=key_set(), revoked=_gone_with(data), at=at)


def _gone_with(data: bytes) -> frozenset[str]:
    """The number that the file names, if it counts no more."""
    try:
        number = UUID(end_of(str(read(data).claims.get("id", ""))))
    except (NotACredential, ValueError):
        return frozenset()
    return frozenset([str(number)] if Credential.objects.filter(GONE, number=number).exists() else [])
