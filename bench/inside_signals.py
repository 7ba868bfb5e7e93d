"""The signals measured from within: everybody looked at, then only those whom an import of a few rows touches."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from bench.timing import peak_megabytes, seconds
from lantoa.discovery.actions import runs
from lantoa.discovery.models import Signal, SignalRun
from lantoa.discovery.queries.signals.counting import year_to_look_at
from lantoa.domain.records import Initiative, Origin, RecordBook
from lantoa.register.actions import imports
from lantoa.register.books.writing import write_book
from lantoa.register.models import Person

Answer = dict[str, Any]


def signals(rows: str) -> Answer:
    """Seconds of the first look, of one that reads every sentence again (as after the closing of a book), of one
    that finds nothing new, and of one after an import; nothing stays.
    """
    with transaction.atomic():
        SignalRun.objects.all().delete()
        Signal.objects.all().delete()
        first = seconds(lambda: _look(whole=True))
        SignalRun.objects.all().delete()
        reread = seconds(lambda: _look(whole=False))
        again = seconds(lambda: _look(whole=True))
        _take_in(int(rows))
        after = seconds(lambda: _look(whole=False))
        run = SignalRun.objects.latest("id")
        assert not run.is_whole
        answer = {
            "first": first,
            "reread": reread,
            "again": again,
            "after": after,
            "signals": Signal.objects.filter(holds=True).count(),
            "touched": run.subjects,
            "megabytes": peak_megabytes(),
        }
        transaction.set_rollback(True)
    return answer


def _look(*, whole: bool) -> None:
    run = runs.ask(year=_year(), by=None, at=timezone.now())
    assert run is not None
    runs.carry_out(run=run, whole=whole, at=timezone.now())


def _year() -> int:
    return year_to_look_at(timezone.localdate())


def _take_in(rows: int) -> None:
    """A file with that many initiatives, each of another person."""
    at: datetime = timezone.now()
    everybody = Person.objects.order_by("pk").values_list("subject__code", flat=True)
    step = max(1, len(everybody) // rows)
    codes = list(everybody[::step][:rows])
    book = RecordBook(
        initiatives=[Initiative(code, _year(), f"Cách làm mới {at}", Origin("", 0), "cơ sở") for code in codes]
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        write_book(book, path)
        with path.open("rb") as source:
            received = imports.receive(file=File(source, path.name), by=None, at=at)
    imports.check(book=received, by=None, at=at)
    imports.take_in(book=received, only_good_rows=False, by=None, at=at)
    assert received.counts["Sáng kiến"]["new"] == rows, received.message
