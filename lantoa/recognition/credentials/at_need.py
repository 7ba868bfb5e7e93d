"""The doors to joserfc, opened when a credential is signed or shown: an idle web process does without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from lantoa.domain.credentials.verdicts import Judgement, judge
from lantoa.recognition.credentials import FOLDER

if TYPE_CHECKING:
    from lantoa.recognition.credentials.keys import Held


def folder() -> Path:
    data: Path = settings.DATA
    return data / FOLDER


def newest_key() -> Held:
    """The one that signs; the first one is made here."""
    from lantoa.recognition.credentials import keys  # noqa: PLC0415

    return keys.newest(folder())


def published_keys() -> dict[str, dict[str, Any]]:
    """Public keys by their names, the oldest first."""
    from lantoa.recognition.credentials import keys  # noqa: PLC0415

    return {one.name: one.public for one in keys.held(folder())}


def signed(claims: Mapping[str, Any], held: Held, address: str) -> str:
    from lantoa.recognition.credentials import signing  # noqa: PLC0415

    return signing.signed(claims, held.key, address)


def judged(
    data: bytes, *, keys: Sequence[Mapping[str, Any]], revoked: frozenset[str] | None, at: datetime
) -> Judgement:
    from lantoa.recognition.credentials import signing  # noqa: PLC0415

    return judge(data, keys=keys, holds=signing.holds, revoked=revoked, at=at)
