"""Papers of the procedure: a decision in Word and PDF, three hundred certificates alone and as one job."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import Wanted
from bench.report import Row, at_most

LINES, CERTIFICATES = 40, 300
MOST_FILLING, MOST_PRINTING, MOST_CERTIFICATES = 0.15, 2.0, 20.0
MOST_CHECKING, MOST_PACKING = 0.05, 5.0


def papers(wanted: Wanted) -> Iterator[Row]:
    empty = wanted.databases.empty()
    took = ask("decision", empty, LINES)
    what = f"Quyết định Word, danh sách {LINES} dòng"
    yield at_most(what, took["filled"], MOST_FILLING, "s", headline=True)
    note = f"lần mở LibreOffice {took['cold']:.1f} s, chậm nhất {took['slowest']:.2f} s".replace(".", ",")
    yield at_most("… thành PDF/A, LibreOffice mở sẵn", took["warm"], MOST_PRINTING, "s", headline=True, note=note)
    yield at_most("… soát 51 điểm thể thức", took["checked"], MOST_CHECKING, "s", headline=True)
    whole = ask("certificates", empty, CERTIFICATES)["whole"]
    yield at_most(f"{CERTIFICATES} giấy khen, mỗi tờ một tệp PDF/A", whole, MOST_CERTIFICATES, "s", headline=True)
    whole = ask("stock", empty, CERTIFICATES)["whole"]
    yield at_most(f"{CERTIFICATES} giấy khen in lên phôi, một tệp", whole, MOST_CERTIFICATES, "s")
    job = ask("job", wanted.databases.empty(), CERTIFICATES)
    what = f"{CERTIFICATES} giấy khen trong một việc: lập, lưu, ghi nhật ký"
    yield at_most(what, job["made"], MOST_CERTIFICATES, "s", headline=True)
    yield at_most("… đóng thành một tệp .zip kèm mục lục", job["packed"], MOST_PACKING, "s")
