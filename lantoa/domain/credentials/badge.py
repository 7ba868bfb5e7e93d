"""What a credential says of a recognition: an OpenBadgeCredential of Open Badges 3.0, ready to be signed as a JWT."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from lantoa.domain.plan import Criterion, Plan

VOCABULARY = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTEXTS = ["https://www.w3.org/ns/credentials/v2", VOCABULARY]
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
STATUS = "1EdTechRevocationList"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the world finds what a credential names; each a whole web address."""

    credential: str
    issuer: str
    achievement: str
    revocations: str


@dataclass(frozen=True, slots=True)
class Achievement:
    """A tier of a year: its name, and what one has to fulfil."""

    name: str
    description: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Badge:
    """One recognition as a credential; `subject` is a name of chance, so that two credentials tell nothing together."""

    at: Addresses
    subject: str
    name: str
    code: str
    salt: str
    issuer: str
    achievement: Achievement
    decision: str
    decided: datetime
    valid_from: datetime


def payload(badge: Badge) -> dict[str, Any]:
    """The claims of the JWT: the credential itself, and those of its facts that RFC 7519 has names for."""
    subject = f"urn:uuid:{badge.subject}"
    return {
        "@context": CONTEXTS,
        "id": badge.at.credential,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": badge.achievement.name,
        "issuer": profile(badge.at.issuer, badge.issuer),
        "validFrom": _moment(badge.valid_from),
        "awardedDate": _moment(badge.decided),
        "credentialSubject": {
            "id": subject,
            "type": ["AchievementSubject"],
            "identifier": [_plain(badge.name), _hashed(badge.code, badge.salt)],
            "narrative": badge.decision,
            "achievement": achievement(badge.at.achievement, badge.achievement),
        },
        "credentialStatus": {"id": badge.at.revocations, "type": STATUS},
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "iss": badge.at.issuer,
        "jti": badge.at.credential,
        "nbf": int(badge.valid_from.timestamp()),
        "sub": subject,
    }


def profile(address: str, name: str) -> dict[str, Any]:
    """Who issues: stands in every credential and at its own address."""
    return {"id": address, "type": ["Profile"], "name": name}


def achievement(address: str, what: Achievement) -> dict[str, Any]:
    """What is recognised: stands in every credential and at its own address."""
    return {
        "id": address,
        "type": ["Achievement"],
        "achievementType": "Award",
        "inLanguage": "vi",
        "name": what.name,
        "description": what.description,
        "criteria": {"narrative": what.criteria},
    }


def revocation_list(address: str, issuer: str, revoked: Collection[str]) -> dict[str, Any]:
    """The 1EdTech list; one without entries is valid too."""
    entries = [{"id": one, "revoked": True} for one in revoked]
    return {"id": address, "issuer": issuer, "revokedCredential": entries}


def achievement_of(plan: Plan, tier: str, year: int) -> Achievement:
    """Of a tier and year of the plan, with every clause that decides it."""
    found = plan.tier(tier)
    window = str(plan.window(found, year))
    name = found.name if window in found.name else f"{found.name}, {window}"
    return Achievement(name, f"{plan.name}, {found.clause}.", _clauses(plan.criteria_of(found)))


def identity_hash(code: str, salt: str) -> str:
    """IdentityHash of the standard: whoever knows the code can tell that it is meant."""
    return f"sha256${sha256((code + salt).encode()).hexdigest()}"


def _clauses(criteria: Sequence[Criterion]) -> str:
    """Markdown; rows of one clause for persons and for units stand once each."""
    return "\n".join(f"- {one.text} ({one.clause})" for one in criteria)


def _plain(name: str) -> dict[str, Any]:
    return {"type": "IdentityObject", "hashed": False, "identityHash": name, "identityType": "name"}


def _hashed(code: str, salt: str) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": identity_hash(code, salt),
        "identityType": "sourcedId",
        "salt": salt,
    }


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
