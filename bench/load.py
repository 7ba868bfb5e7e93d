"""Bulk loading of a generated sector into an empty, migrated database: SQLite rows or PostgreSQL COPY."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from bench.rows import Table
from bench.sector import tables

CHUNK = 100_000
RECORDED_AT = "2026-01-05 08:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the rows of a table go: columns that vary, and the same text in every row for the rest."""

    name: str
    varying: list[str]
    fixed: dict[str, str]

    @property
    def columns(self) -> str:
        return ", ".join(f'"{column}"' for column in [*self.varying, *self.fixed])


def load(people: int) -> int:
    """Fill the database with a sector of so many people; the number of rows."""
    with _without_indexes():
        written = sum(_write(table) for table in tables(people))
    _settle()
    return written


def _target(table: Table) -> Target:
    model = apps.get_model("lantoa", table.model)
    fields = {field.name: field for field in model._meta.concrete_fields}
    varying = [fields.pop(name).column for name in table.columns]
    fixed = {field.column: _default(field) for field in fields.values() if _is_needed(field)}
    return Target(model._meta.db_table, varying, fixed)


def _is_needed(field: models.Field[Any, Any]) -> bool:
    return not (field.null or field.generated or isinstance(field, models.AutoField))


def _default(field: models.Field[Any, Any]) -> str:
    if isinstance(field, models.DateTimeField):
        return RECORDED_AT
    default = field.get_default()
    return str(int(default)) if isinstance(default, bool) else str(default)


def _chunks(table: Table) -> Iterator[Iterator[tuple[Any, ...]]]:
    for start in range(0, table.size, CHUNK):
        rows = slice(start, start + CHUNK)
        yield zip(*(column.take(rows) for column in table.columns.values()), strict=True)


def _write(table: Table) -> int:
    target = _target(table)
    if connection.vendor == "sqlite":
        _insert(table, target)
    else:
        _copy(table, target)
    return table.size


def _insert(table: Table, target: Target) -> None:
    marks = ["?"] * len(target.varying) + [f"'{value}'" for value in target.fixed.values()]
    sql = f"INSERT INTO {target.name} ({target.columns}) VALUES ({', '.join(marks)})"
    for rows in _chunks(table):
        _sqlite().executemany(sql, rows)


def _copy(table: Table, target: Target) -> None:
    line = "\t".join(["%s"] * len(target.varying) + list(target.fixed.values())) + "\n"
    with (
        connection.cursor() as cursor,
        cursor.connection.cursor().copy(f"COPY {target.name} ({target.columns}) FROM STDIN") as copy,
    ):
        for rows in _chunks(table):
            copy.write("".join([line % row for row in rows]).replace("None", "\\N"))


def _sqlite() -> sqlite3.Connection:
    connection.ensure_connection()
    raw: sqlite3.Connection = connection.connection
    return raw


@contextmanager
def _without_indexes() -> Iterator[None]:
    """Drop the indexes of the record book, and the triggers that look at every row; make them again at the end."""
    with _fast(), connection.cursor() as cursor:
        made_again = _sqlite_extras(cursor) if connection.vendor == "sqlite" else _postgresql_extras(cursor)
        yield
        for sql in made_again:
            cursor.execute(sql)


def _record_tables() -> list[str]:
    names = ("Subject", "Unit", "Person", "Post", "Rating", "Award", "Sanction", "Initiative", "Recognition")
    return [apps.get_model("lantoa", name)._meta.db_table for name in (*names, "Attestation", "Hold", "Closing")]


def _sqlite_extras(cursor: Any) -> list[str]:
    marks = ", ".join(["%s"] * len(_record_tables()))
    cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
        f"AND tbl_name IN ({marks}) ORDER BY type",
        _record_tables(),
    )
    extras = cursor.fetchall()
    for kind, name, _ in extras:
        cursor.execute(f'DROP {kind} "{name}"')
    return [sql for _, _, sql in extras]


def _postgresql_extras(cursor: Any) -> list[str]:
    """Indexes and exclusions; triggers and references stay and are passed over by the session's role."""
    cursor.execute(
        """SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
           WHERE c.contype = 'x' AND c.conrelid::regclass::text = ANY(%s)""",
        [_record_tables()],
    )
    exclusions = cursor.fetchall()
    for table, name, _ in exclusions:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(
        """SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
           WHERE i.indrelid::regclass::text = ANY(%s)
             AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f')""",
        [_record_tables()],
    )
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    return [sql for _, sql in indexes] + [
        f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}' for table, name, definition in exclusions
    ]


@contextmanager
def _fast() -> Iterator[None]:
    """Nothing of an empty database can be lost: no waiting for the disk, no row-by-row look at references."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for setting in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
                cursor.execute(f"PRAGMA {setting}")
            cursor.execute("BEGIN")
            yield
            cursor.execute("COMMIT")
        else:
            with transaction.atomic():
                for setting in ("session_replication_role = replica", "maintenance_work_mem = '512MB'"):
                    cursor.execute(f"SET LOCAL {setting}")
                yield


def _settle() -> None:
    """Leave the database as one in use is: statistics made, log written back, numbering behind the last row."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA journal_mode=WAL")
        else:
            subject = apps.get_model("lantoa", "Subject")._meta.db_table
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{subject}', 'id'), max(id)) FROM {subject}")
            for table in _record_tables():
                cursor.execute(f"VACUUM ANALYZE {table}")
    connection.close()
