"""Measure what the README claims: `python -m bench [--quick] [--only NAME] [--people N]`."""

import argparse
import os
import platform
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from bench import postgres, report
from bench.databases import Databases, home
from bench.measures import (
    accessibility,
    ballots,
    nominations,
    pages,
    papers,
    parcel,
    person,
    printed,
    rivals,
    screening,
    signals,
    start,
    workbook,
)
from bench.measures.wanted import COLLEGE, SECTOR, Wanted
from bench.report import Row

MEASURES: dict[str, Callable[[Wanted], Iterator[Row]]] = {
    "evaluation": screening.evaluation,
    "sqlite": screening.sqlite,
    "postgresql": screening.postgresql,
    "small": screening.small,
    "growth": screening.growth,
    "rivals": rivals.rivals,
    "person": person.person,
    "signals": signals.signals,
    "nominations": nominations.nominations,
    "ballots": ballots.ballots,
    "papers": papers.papers,
    "printed": printed.printed,
    "parcel": parcel.parcel,
    "workbook": workbook.workbook,
    "hostile": workbook.hostile_files,
    "start": start.start,
    "pages": pages.pages,
    "accessibility": accessibility.accessibility,
}


def main() -> int:
    options = _options()
    people = options.people or (COLLEGE if options.quick else SECTOR)
    chosen = options.only or list(MEASURES)
    with ExitStack() as stack:
        folder = home()
        wanted = Wanted(Databases(folder, _server(stack, folder)), people, rounds=3 if options.quick else 7)
        rows = [row for name in chosen for row in _told(MEASURES[name](wanted))]
    print("\n" + report.as_text(rows))
    if people == SECTOR and not options.only:
        report.write(rows, about(), datetime.now(tz=UTC).date())
    return 0 if all(row.kept for row in rows) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="30.000 người thay vì 1.000.000, ít vòng hơn")
    parser.add_argument("--only", action="append", choices=list(MEASURES), help="chỉ đo phần này; dùng được nhiều lần")
    parser.add_argument("--people", type=int, help="số người của lần đo lớn nhất")
    return parser.parse_args()


def _server(stack: ExitStack, folder: Path) -> str:
    try:
        return stack.enter_context(postgres.server(folder / "postgresql"))
    except postgres.NoServer:
        return ""


def _told(rows: Iterator[Row]) -> Iterator[Row]:
    """Each row as soon as it is known: a full run takes a quarter of an hour."""
    for row in rows:
        print(f"{row.what}: {row.measured} {row.verdict}", flush=True)
        yield row


def about() -> str:
    """On what, and how, the figures came about."""
    return (
        f"Máy {os.cpu_count()} nhân, {platform.system()}, Python {platform.python_version()}, dùng chung: "
        "hãy đọc các con số như tỷ lệ. Mỗi số là trung vị của nhiều vòng xen kẽ. Dữ liệu do `bench/` sinh ra, lần nào "
        "cũng như nhau: cây đơn vị ba bậc, năm năm xếp loại, khen thưởng, kỷ luật, sáng kiến, công nhận, xác nhận; hơn "
        "21 triệu dòng cho một triệu người, đã nằm trong bộ đệm của hệ điều hành. SQLite như sản phẩm đặt; PostgreSQL "
        "để thiết lập mặc định, chỉ tắt fsync cho nhanh lúc nạp."
    )


if __name__ == "__main__":
    raise SystemExit(main())
