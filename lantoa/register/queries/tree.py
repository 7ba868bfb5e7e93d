"""Walks in the unit tree, as subqueries that both databases answer in one go."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from lantoa.register.models import Unit

UPWARDS = """
    WITH RECURSIVE line (id) AS (
        SELECT unit.subject_id FROM lantoa_unit unit WHERE unit.subject_id IN (
            SELECT CAST(%s AS bigint) UNION SELECT id FROM lantoa_subject WHERE code IN ({marks})
        )
        UNION
        SELECT unit.parent_id FROM lantoa_unit unit JOIN line ON unit.subject_id = line.id
        WHERE unit.parent_id IS NOT NULL
    )
    SELECT id FROM line
"""
DOWNWARDS = """
    WITH RECURSIVE line (id) AS (
        SELECT unit.subject_id FROM lantoa_unit unit WHERE unit.subject_id IN (
            SELECT CAST(%s AS bigint) UNION SELECT id FROM lantoa_subject WHERE code IN ({marks})
        )
        UNION
        SELECT unit.subject_id FROM lantoa_unit unit JOIN line ON unit.parent_id = line.id
    )
    SELECT id FROM line
"""


def lines_of(codes: Collection[str], subject: int | None = None) -> QuerySet[Unit]:
    """The units of those codes (and the one with that subject id) with all units above them."""
    return _walk(UPWARDS, codes, subject)


def subtrees_of(codes: Collection[str], subject: int | None = None) -> QuerySet[Unit]:
    """The units of those codes (and the one with that subject id) with all units under them."""
    return _walk(DOWNWARDS, codes, subject)


def _walk(sql: str, codes: Collection[str], subject: int | None) -> QuerySet[Unit]:
    parameters: list[Any] = [subject or 0, *sorted(codes)]
    marks = ", ".join(["%s"] * len(codes)) or "NULL"
    return Unit.objects.filter(pk__in=RawSQL(sql.format(marks=marks), parameters))  # noqa: S611 - marks only
