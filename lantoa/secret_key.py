"""The installation's secret key: made at the first start, kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def kept_key(path: Path) -> str:
    """The key kept in `path`; made when there is none, by exactly one of several processes starting at once."""
    if not path.exists():
        _keep(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


def _keep(path: Path, key: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    _publish(draft, path)


def _publish(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # fails when another process was first, so that nobody's key is replaced
    except FileExistsError:
        pass
    finally:
        draft.unlink()
