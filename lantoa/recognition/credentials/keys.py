"""The keys that sign credentials: files in the folder `credentials` of the data, readable by their owner only.

The newest signs; those before it stay published, so that what they signed can still be checked.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc.jwk import RSAKey

from lantoa.domain.credentials.token import thumbprint

BITS = 3072  # good beyond 2030 (NIST SP 800-57)
ENDING, WITHDRAWN = ".pem", ".withdrawn"


@dataclass(frozen=True, slots=True)
class Held:
    """One key with the name it has by what it is."""

    name: str
    key: RSAKey

    @property
    def public(self) -> dict[str, Any]:
        return self.key.as_dict(private=False)


def held(folder: Path) -> list[Held]:
    """Every key that is published, the oldest first."""
    files = sorted(folder.glob(f"*{ENDING}"))
    return [_held(RSAKey.import_key(file.read_text(encoding="ascii"))) for file in files]


def newest(folder: Path) -> Held:
    """The one that signs; made when there is none, by exactly one of several processes starting at once."""
    found = held(folder)
    return found[-1] if found else rotate(folder)


def rotate(folder: Path) -> Held:
    """A new key signs from now on."""
    numbers = [int(file.name[:4]) for file in folder.glob("[0-9][0-9][0-9][0-9].*")]
    _keep(folder, f"{max(numbers, default=0) + 1:04}", RSAKey.generate_key(BITS))
    return held(folder)[-1]


def withdraw(folder: Path, name: str) -> bool:
    """Publish it no more: whatever it signed, and whoever stole it signs, is from nobody known."""
    for file, one in zip(sorted(folder.glob(f"*{ENDING}")), held(folder), strict=True):
        if one.name == name:
            file.rename(file.with_suffix(WITHDRAWN))
            return True
    return False


def _held(key: RSAKey) -> Held:
    return Held(thumbprint(key.as_dict(private=False)), key)


def _keep(folder: Path, number: str, key: RSAKey) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{number}.{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.as_pem(private=True))
    try:
        os.link(draft, folder / f"{number}{ENDING}")  # fails when another process was first
    except FileExistsError:
        pass
    finally:
        draft.unlink()
