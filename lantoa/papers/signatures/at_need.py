"""The doors to pyHanko, opened when somebody signs or checks: 25 MB that an idle web process does without."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings

from lantoa.papers.signatures.verdicts import Signature

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer


def has_token() -> bool:
    """Whether the settings name the library of a token."""
    return settings.TOKEN_LIBRARY != ""


def held_in_file(data: bytes, password: str) -> Signer:
    from lantoa.papers.signatures import signing  # noqa: PLC0415

    return signing.held_in_file(data, password)


def held_on_token(pin: str, name: str = "") -> AbstractContextManager[Signer]:
    from lantoa.papers.signatures import token  # noqa: PLC0415

    return token.held_on_token(pin, name)


def signed(pdf: bytes, signer: Signer, *, at: datetime, goes_with: str = "") -> bytes:
    from lantoa.papers.signatures import signing  # noqa: PLC0415

    return signing.signed(pdf, signer, at=at, goes_with=goes_with)


def checked(pdf: bytes, *, at: datetime) -> list[Signature]:
    """Every signature of the PDF, held against whom the office trusts."""
    from lantoa.papers.signatures import apart, trust  # noqa: PLC0415

    return apart.signatures(pdf, roots=trust.roots(), revocations=trust.revocations(), at=at)
