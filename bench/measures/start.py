"""From `lantoa serve` to the first page, and the memory of the idle server with two workers."""

from collections.abc import Iterator
from statistics import median
from urllib.request import urlopen

from bench.measures.wanted import SCHOOL, Wanted
from bench.report import Row, at_most, spell
from bench.serving import SIGN_IN, megabytes, serving, settled

MOST_SECONDS, MOST_MEGABYTES = 3.5, 180.0
STARTS, REQUESTS = 3, 20


def start(wanted: Wanted) -> Iterator[Row]:
    environment = wanted.databases.sqlite(SCHOOL)
    taken, held = [], 0.0
    for _ in range(STARTS):
        with serving(environment) as server:
            taken.append(server.seconds)
            for _ in range(REQUESTS):
                urlopen(server.address + SIGN_IN).close()  # noqa: S310  (our own server)
            settled(server.process)
            held = megabytes(server.process)
    note = f"lần đầu, còn gom tệp tĩnh: {spell(taken[0])} s"
    yield at_most("Khởi động đến trang đầu tiên", median(taken), MOST_SECONDS, "s", headline=True, note=note)
    yield at_most("Bộ nhớ khi chờ, 2 tiến trình web và việc nền", held, MOST_MEGABYTES, "MB", headline=True)
