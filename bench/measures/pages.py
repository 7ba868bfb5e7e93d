"""Pages of a book of 30,000 people: queries and time of the answer, bytes and requests of a browser's first load."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request, sync_playwright

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row, at_most, spell
from bench.serving import serving

CHROMIUM = os.environ.get("LANTOA_CHROMIUM", "/usr/bin/chromium")
ADDRESSES = [
    "/ra-soat/",
    "/so/can-bo/",
    "/so/khen-thuong/",
    "/ho-so/CB0015000/",
    "/ho-so/DV0000100/",
    "/ban-lam-viec/",
    "/phat-hien/nhan-to/",
    "/phat-hien/tong-quan/",
    "/phat-hien/tong-quan/lua/",
    "/phat-hien/tong-quan/kip-thoi/",
    "/phat-hien/tong-quan/do-phu/",
]
MOST_QUERIES, MOST_KILOBYTES, MOST_REQUESTS = 15, 100.0, 10


def pages(wanted: Wanted) -> Iterator[Row]:
    environment = wanted.databases.sqlite(COLLEGE)
    answers = ask("pages", environment, wanted.rounds, *ADDRESSES)
    for address, answer in answers.items():
        note = f"{spell(answer['median'] * 1000)} ms, lần đầu {spell(answer['first'] * 1000)} ms"
        what = f"{address} với {count(COLLEGE)} người"
        yield at_most(what, answer["queries"], MOST_QUERIES, "truy vấn", headline=address in ADDRESSES[:2], note=note)
    yield from first_loads(environment)


def first_loads(environment: dict[str, str]) -> Iterator[Row]:
    """What a browser that was never here before brings over the line."""
    cookie = ask("officer_session", environment)["cookie"]
    with serving(environment) as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for address in ADDRESSES:
            context = browser.new_context(base_url=server.address)
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": server.address}])
            sizes = _loaded(context, address)
            context.close()
            yield at_most(f"{address} lần mở đầu, kể cả kiểu chữ", sum(sizes) / 1000, MOST_KILOBYTES, "kB")
            yield at_most("… số lượt tải", len(sizes), MOST_REQUESTS, "")
        browser.close()


def _loaded(context: BrowserContext, address: str) -> list[int]:
    """Bytes of every answer, heads included, as they came over the line."""
    requests: list[Request] = []
    page = context.new_page()
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108  (it must bear attributes)
    page.goto(address, wait_until="networkidle")
    return [_bytes(request) for request in requests if urlsplit(request.url).scheme != "data"]


def _bytes(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]
