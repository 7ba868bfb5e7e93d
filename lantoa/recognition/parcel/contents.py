"""What a package says, and its index: the same words whoever reads them, above or here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

FORMAT, FORMAT_VERSION = "lantoa-submission", 1
INDEX = "muc-luc.json"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that comes with a dossier: under which name, and where its bytes are kept here."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposed person or collective; `facts` is the dossier in plain words, lists and tables."""

    place: int
    kind: str
    code: str
    name: str
    unit: str
    facts: Mapping[str, Any]
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """Signed minutes of the Council, as text and with the table of votes."""

    name: str
    held: str
    text: str
    votes: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a package holds."""

    reference: str
    edition: str
    tier: str
    tier_name: str
    year: int
    sender: str
    sender_code: str
    subject_line: str
    text: str
    number: str
    dated: date
    dossiers: tuple[Dossier, ...] = ()
    minutes: tuple[Record, ...] = field(default=())


def index_of(contents: Contents, files: Mapping[str, tuple[str, int]], folders: Mapping[str, str]) -> bytes:
    """The index as JSON: what stands in the package, and hash and size of every file in it."""
    said = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "reference": contents.reference,
        "edition": contents.edition,
        "tier": contents.tier,
        "year": contents.year,
        "sender": {"code": contents.sender_code, "name": contents.sender},
        "subject_line": contents.subject_line,
        "text": contents.text,
        "number": contents.number,
        "dated": contents.dated.isoformat(),
        "items": [_item(one, folders[one.code]) for one in contents.dossiers],
        "files": [{"path": path, "sha256": sha, "size": size} for path, (sha, size) in sorted(files.items())],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _item(dossier: Dossier, folder: str) -> dict[str, Any]:
    return {
        "place": dossier.place,
        "kind": dossier.kind,
        "code": dossier.code,
        "name": dossier.name,
        "unit": dossier.unit,
        "folder": folder,
        "facts": dossier.facts,
    }
