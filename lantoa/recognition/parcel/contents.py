"""What a package says, and its index: the same words whoever reads them, above or here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

FORMAT, FORMAT_VERSION = "lantoa-submission", 2
READ_VERSIONS = (1, 2)  # the first had pages instead of papers
INDEX = "muc-luc.json"


@dataclass(frozen=True, slots=True)
class File:
    """A file in the package: under which name, and where its bytes are kept here; nowhere when it was read."""

    name: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper of the procedure in the package: its kind, what it is in words, its files; one of them may be signed."""

    kind: str
    words: str
    files: tuple[File, ...]
    is_signed: bool = False

    def as_table(self) -> dict[str, Any]:
        """As the index says it, and as a row keeps it."""
        files = [one.name for one in self.files]
        return {"kind": self.kind, "words": self.words, "files": files, "signed": self.is_signed}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One proposed person or collective; `facts` is the dossier in plain words, lists and tables."""

    place: int
    kind: str
    code: str
    name: str
    unit: str
    facts: Mapping[str, Any]
    evidence: tuple[File, ...] = ()
    papers: tuple[Enclosed, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a package holds; `papers` are those of the whole, `notes` what is to be known about the package."""

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
    papers: tuple[Enclosed, ...] = ()
    notes: Sequence[str] = ()


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
        "papers": [one.as_table() for one in contents.papers],
        "notes": list(contents.notes),
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
        "papers": [one.as_table() for one in dossier.papers],
    }
