"""Signals written by the thousand: statements of many rows, without a model object for each."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from lantoa.discovery.models import Signal
from lantoa.discovery.queries.signals.telling import Told
from lantoa.domain.stages import SignalStage
from lantoa.register.queries.records import batched

SAME = ["subject_id", "rule", "year"]
CHANGING = ["sentence", "rows", "merit_day", "holds"]
FIRST = ["found_at", "stage", "reason"]  # of a new signal; on one that is back they stay as they are
COLUMNS = [*SAME, *CHANGING, *FIRST]
AT_A_TIME = 90  # rows: their values stay below a thousand


def file(year: int, signals: Mapping[tuple[int, str], Told], at: datetime) -> None:
    """Write those that hold: new ones as found now, others with the words of now and all that people said."""
    found_at = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        for keys in batched(signals, AT_A_TIME):
            values: list[Any] = []
            for key in keys:
                told = signals[key]
                merit_day = connection.ops.adapt_datefield_value(known_since(told, at))
                values += [*key, year, told.sentence, told.rows, merit_day, True, found_at, SignalStage.NEW.value, ""]
            cursor.execute(_statement(len(keys)), values)


def known_since(told: Told, at: datetime) -> date | None:
    """A merit of a year that is not over yet is known from the day on which it is on file."""
    return min(told.merit_day, localdate(at)) if told.merit_day else None


def _statement(rows: int) -> str:
    row = f"({', '.join(['%s'] * len(COLUMNS))})"
    changes = ", ".join(f"{name} = excluded.{name}" for name in map(_quoted, CHANGING))
    return (
        f"INSERT INTO {_quoted(Signal._meta.db_table)} ({', '.join(map(_quoted, COLUMNS))}) "  # noqa: S608 - names only
        f"VALUES {', '.join([row] * rows)} "
        f"ON CONFLICT ({', '.join(map(_quoted, SAME))}) DO UPDATE SET {changes}"
    )


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
