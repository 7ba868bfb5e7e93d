"""Reading the index of a package from elsewhere: every value of the kind and length that a row here can hold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa.domain.records import Kind
from lantoa.recognition.parcel.contents import FORMAT, READ_VERSIONS, Contents, Dossier, Enclosed, File

MOST_ITEMS = 3000
MOST_OF_A_LIST = 500
LONG, SHORT = 30_000, 1000
FIRST = 1
VERDICTS = ("met", "not_met", "unknown", "not_applicable")
Table = Mapping[str, Any]


class NotAnIndex(ValueError):
    """The index is no index of ours; the message names the value."""


@dataclass(frozen=True, slots=True)
class Index:
    """What the package says, and hash and size of each file by its path; the first version had no papers."""

    contents: Contents
    files: dict[str, tuple[str, int]]
    has_papers: bool = True


def read_index(data: bytes) -> Index:
    """The index of a package; NotAnIndex names what is wrong with it."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        raise NotAnIndex("không phải JSON") from None
    if not isinstance(said, dict) or said.get("format") != FORMAT or said.get("version") not in READ_VERSIONS:
        raise NotAnIndex("không đúng định dạng")
    return Index(_contents(said), dict(map(_file, _rows(said, "files", 10_000))), has_papers=said["version"] > FIRST)


def _contents(said: Table) -> Contents:
    sender = _table(said, "sender")
    items = tuple(map(_dossier, _rows(said, "items", MOST_ITEMS)))
    if not items or len({one.code for one in items}) < len(items) or len({one.place for one in items}) < len(items):
        raise NotAnIndex("items")
    return Contents(
        reference=_filled(said, "reference", 32),
        edition=_filled(said, "edition", 60),
        tier=_filled(said, "tier", 20),
        tier_name="",
        year=_number(said, "year", 2999),
        sender=_filled(sender, "name", 200),
        sender_code=_filled(sender, "code", 20),
        subject_line=_filled(said, "subject_line", 500),
        text=_text(said, "text", 20_000),
        number=_filled(said, "number", 100),
        dated=_day(said, "dated"),
        dossiers=items,
        papers=_papers(said),
        notes=_texts(said, "notes"),
    )


def _dossier(said: Table) -> Dossier:
    kind = _text(said, "kind", 10)
    if kind not in {one.value for one in Kind}:
        raise NotAnIndex("kind")
    return Dossier(
        place=_number(said, "place", MOST_ITEMS * 2),
        kind=kind,
        code=_filled(said, "code", 40),
        name=_filled(said, "name", 200),
        unit=_text(said, "unit", 300),
        facts=_facts(_table(said, "facts")),
        papers=_papers(said),
    )


def _papers(said: Table) -> tuple[Enclosed, ...]:
    """None in a package of the first version."""
    return tuple(map(_paper, _rows({"papers": [], **said}, "papers", MOST_OF_A_LIST)))


def _paper(said: Table) -> Enclosed:
    return Enclosed(
        kind=_filled(said, "kind", 30),
        words=_filled(said, "words", SHORT),
        files=tuple(map(File, _texts(said, "files"))),
        is_signed=said.get("signed") is True,
    )


def _facts(said: Table) -> dict[str, Any]:
    """The dossier in words: only what is known here, and only texts."""
    verdict = _table(said, "verdict")
    return {
        "kind": _text(said, "kind", 20),
        "report": _text(said, "report", LONG),
        "below": _text(said, "below", SHORT),
        "unit_vote": _text(said, "unit_vote", SHORT),
        "council": _text(said, "council", SHORT),
        "verdict": {
            "day": _text(verdict, "day", 20),
            "verdict": _verdict(verdict),
            "words": _text(verdict, "words", 30),
            "findings": [_finding(one) for one in _rows(verdict, "findings", MOST_OF_A_LIST)],
        },
        "evidence": [
            {key: _text(one, key, SHORT) for key in ("criterion", "shows", "link", "file")}
            for one in _rows(said, "evidence", MOST_OF_A_LIST)
        ],
        "statements": [
            {
                "name": _text(one, "name", SHORT),
                "position": _text(one, "position", SHORT),
                "text": _text(one, "text", LONG),
            }
            for one in _rows(said, "statements", MOST_OF_A_LIST)
        ],
    }


def _finding(said: Table) -> dict[str, Any]:
    texts = {key: _text(said, key, 5000) for key in ("criterion", "text", "sentence", "words")}
    return {**texts, "verdict": _verdict(said), "rows": _texts(said, "rows")}


def _texts(said: Table, key: str) -> list[str]:
    """None where there is none; long ones and many are cut."""
    rows = said.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, str) and "\x00" not in row for row in rows):
        raise NotAnIndex(key)
    return [row[:SHORT] for row in rows[:MOST_OF_A_LIST]]


def _file(said: Table) -> tuple[str, tuple[str, int]]:
    return _filled(said, "path", 200), (_filled(said, "sha256", 64), _number(said, "size", 1 << 40))


def _verdict(said: Table) -> str:
    if (verdict := _text(said, "verdict", 20)) not in VERDICTS:
        raise NotAnIndex("verdict")
    return verdict


def _text(said: Table, key: str, most: int) -> str:
    value = said.get(key)
    if not isinstance(value, str) or len(value) > most or "\x00" in value:
        raise NotAnIndex(key)
    return value


def _filled(said: Table, key: str, most: int) -> str:
    if not (value := _text(said, key, most).strip()):
        raise NotAnIndex(key)
    return value


def _number(said: Table, key: str, most: int) -> int:
    value = said.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise NotAnIndex(key)
    return value


def _day(said: Table, key: str) -> date:
    try:
        return date.fromisoformat(_text(said, key, 10))
    except ValueError:
        raise NotAnIndex(key) from None


def _table(said: Table, key: str) -> Table:
    value = said.get(key)
    if not isinstance(value, dict):
        raise NotAnIndex(key)
    return value


def _rows(said: Table, key: str, most: int) -> list[Table]:
    value = said.get(key)
    if not isinstance(value, list) or len(value) > most or not all(isinstance(row, dict) for row in value):
        raise NotAnIndex(key)
    return value
