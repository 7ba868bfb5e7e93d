"""Where the world finds what credentials name; all of it begins with the product's own address."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from lantoa.domain.credentials.badge import Addresses


def addresses(number: UUID, edition: str, tier: str, year: int) -> Addresses:
    return Addresses(
        credential=credential(number),
        issuer=issuer(),
        achievement=achievement(edition, tier, year),
        revocations=revocations(),
    )


def credential(number: UUID) -> str:
    return _whole(reverse("credential_standing", args=[number]))


def issuer() -> str:
    return _whole(reverse("credential_issuer"))


def achievement(edition: str, tier: str, year: int) -> str:
    return _whole(reverse("credential_achievement", args=[edition, tier, year]))


def revocations() -> str:
    return _whole(reverse("credential_revocations"))


def key(name: str) -> str:
    return _whole(reverse("credential_key", args=[name]))


def _whole(path: str) -> str:
    return f"{settings.HOME_ADDRESS}{path}"
