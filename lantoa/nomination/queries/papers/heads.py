"""The letterhead of a unit: the school above it, and its own head signs."""

from datetime import date
from typing import Any

from lantoa.nomination.queries.papers.naming import head_of
from lantoa.papers.queries.letterheads import head
from lantoa.register.models import Unit


def head_of_unit(unit: Unit, day: date, kind: str) -> dict[str, Any]:
    """As `head` says it of the school; papers of a unit get no number of the school."""
    said = head(day, kind)
    if unit.parent_id is None:
        return said
    position, signer = head_of(unit, day)
    above = said["issuer"] or str(unit.parent).upper()
    return said | {
        "parent": above,
        "issuer": unit.subject.name.upper(),
        "position": (position or "Trưởng đơn vị").upper(),
        "signer": signer,
    }
