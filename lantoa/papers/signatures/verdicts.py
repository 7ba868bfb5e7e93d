"""What is said of a signature, and why one is not made: what pages know without loading the library that reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Of one signature; only the first proves anything."""

    GOOD = "good"
    ALTERED = "altered"
    REVOKED = "revoked"
    EXPIRED = "expired"
    UNTRUSTED = "untrusted"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature in words; `signed_at` is what the signer's own clock said, in ISO form."""

    verdict: Verdict
    sentence: str
    signer: str = ""
    issuer: str = ""
    signed_at: str = ""
    covers_all: bool = False
    is_revocation_known: bool = False


class KeyRefused(ValueError):
    """The key cannot sign; the message says why and what to do."""


class PaperRefused(ValueError):
    """The PDF cannot be signed; the message says why and what to do."""


def common_name(names: Mapping[str, object]) -> str:
    """What a certificate calls its bearer."""
    return str(names.get("common_name") or names.get("organization_name") or "")[:200]
