"""The product measured from within: taking a workbook in, and answering pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.prospects import put_forward
from bench.timing import interleaved, peak_megabytes, seconds
from lantoa.accounts.models import RoleGrant, User
from lantoa.domain.authority import Role
from lantoa.register.actions import imports
from lantoa.register.models import Import
from lantoa.server.statics import gather

OFFICER = "bench"
Answer = dict[str, Any]


def import_file(path: str) -> Answer:
    """Seconds to receive, check and write a workbook, and the most memory it took."""
    taken = seconds(lambda: _take_in(Path(path)))
    book = Import.objects.get()
    assert book.stage == Import.Stage.DONE, book.message
    rows = sum(sheet["new"] for sheet in book.counts.values())
    return {"seconds": taken, "megabytes": peak_megabytes(), "rows": rows}


def _take_in(path: Path) -> None:
    with path.open("rb") as source:
        book = imports.receive(file=File(source, path.name), by=None, at=timezone.now())
    imports.check(book=book, by=None, at=timezone.now())
    imports.take_in(book=book, only_good_rows=False, by=None, at=timezone.now())


def officer() -> User:
    user, is_new = User.objects.get_or_create(username=OFFICER)
    if is_new:
        RoleGrant.objects.create(user=user, role=Role.OFFICER.value)
    return user


def officer_session() -> Answer:
    """The cookie of a signed-in emulation officer."""
    browser = Client()
    browser.force_login(officer(), backend=settings.AUTHENTICATION_BACKENDS[-1])
    return {"cookie": browser.cookies["sessionid"].value}


def pages(rounds: str, *addresses: str) -> Answer:
    """Of every page: the first answer in seconds, the median of the next, queries, bytes of HTML."""
    gather()
    put_forward(officer())
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(officer(), backend=settings.AUTHENTICATION_BACKENDS[-1])
    first = {address: seconds(lambda address=address: browser.get(address)) for address in addresses}  # type: ignore[misc]
    works: dict[str, Callable[[], Any]] = {
        address: lambda address=address: browser.get(address)  # type: ignore[misc]
        for address in addresses
    }
    medians = interleaved(works, int(rounds))
    return {
        address: _page(browser, address) | {"first": first[address], "median": medians[address]} for address in works
    }


def _page(browser: Client, address: str) -> Answer:
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return {"queries": len(captured), "bytes": len(answer.content)}
