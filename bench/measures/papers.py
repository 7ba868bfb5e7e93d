"""Papers of the procedure: a decision in Word and PDF, three hundred certificates."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import Wanted
from bench.report import Row, at_most

LINES, CERTIFICATES = 40, 300
MOST_FILLING, MOST_PRINTING, MOST_CERTIFICATES = 0.15, 2.0, 20.0


def papers(wanted: Wanted) -> Iterator[Row]:
    empty = wanted.databases.empty()
    took = ask("decision", empty, LINES)
    what = f"Quyết định Word, danh sách {LINES} dòng"
    yield at_most(what, took["filled"], MOST_FILLING, "s", headline=True)
    note = f"lần mở LibreOffice {took['cold']:.1f} s, chậm nhất {took['slowest']:.2f} s".replace(".", ",")
    yield at_most("… thành PDF/A, LibreOffice mở sẵn", took["warm"], MOST_PRINTING, "s", headline=True, note=note)
    whole = ask("certificates", empty, CERTIFICATES)["whole"]
    yield at_most(f"{CERTIFICATES} giấy khen, mỗi tờ một tệp PDF/A", whole, MOST_CERTIFICATES, "s", headline=True)
    whole = ask("stock", empty, CERTIFICATES)["whole"]
    yield at_most(f"{CERTIFICATES} giấy khen in lên phôi, một tệp", whole, MOST_CERTIFICATES, "s")
