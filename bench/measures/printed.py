"""The yearbook: two hundred pages, a hundred and fifty photographs as telephones take them."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import Wanted
from bench.report import Row, at_most

PEOPLE, PHOTOGRAPHS = 200, 150
MOST_SECONDS, MOST_MEGABYTES = 60.0, 600.0


def printed(wanted: Wanted) -> Iterator[Row]:
    took = ask("yearbook", wanted.databases.empty(), PEOPLE, PHOTOGRAPHS)
    what = f"Kỷ yếu {took['pages']} trang, {PHOTOGRAPHS} ảnh gốc 12 megapixel, một ảnh 40"
    note = f"riêng dàn trang {took['setting']:.1f} s, tệp {took['size']:.0f} MB".replace(".", ",")
    yield at_most(what, took["whole"], MOST_SECONDS, "s", headline=True, note=note)
    yield at_most("… bộ nhớ cao nhất", took["memory"], MOST_MEGABYTES, "MB")
