"""Every address of the access table that is a page: nothing for axe to find, nothing to scroll sideways."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from lantoa.accounts.models import User
from lantoa.domain.records import Ledger
from lantoa.register.queries.lists.sheets import LISTINGS
from tests import cast as stage
from tests.cast import Cast
from tests.e2e.browsing import overflow, violations
from tests.e2e.conftest import OpenPage, SignIn
from tests.e2e.furnished import furnish
from tests.register.books.workbooks import Rows
from tests.register.imported import checked
from tests.test_access import EVERYBODY, TABLE, visitor_of

WAITING: dict[str, Rows] = {
    "Đơn vị": [["SL", "Trường Cao đẳng Luật Sông Lam", None, None, None]],
    "Xếp loại": [["CB6", 2023, "HTXSNV"], ["CB6", 2022, "giỏi"]],
}

PARTS = {"/so/goi-y/", "/phat-hien/goi-y/", "/phat-hien/quy-tac/luot/", "/thong-bao/so-moi/"}  # put in by a script
FILES = "thu-pdf|tep|tep/1|van-ban/1|ban-ky/1|ban-da-ky/1|ban-luu|word|pdf|xem|trang/1"
DOWNLOAD = re.compile(rf"/({FILES})/$|\.ics$")  # an attached file, a calendar, pictures of a trial: no page


@pytest.fixture
def addresses(cast: Cast, tmp_path: Path, settings: Any) -> dict[str, User | None]:
    """Address -> whose page is looked at; every sheet has a row, and a file with a refused row waits."""
    settings.DATA, settings.PUBLIC_TIPS = tmp_path, True
    lecturer = cast.lecturer
    stage.rating(lecturer, 2024)
    stage.award(lecturer, 2024, decision="12/QĐ-CĐLSL", decided="3/2025", issuer="Trường")
    stage.sanction(lecturer, "3/2024", at=cast.faculty, decision="777/QĐ-KL")
    stage.initiative(lecturer, 2024)
    stage.recognition(lecturer, "school-annual", 2023, decision="20/QĐ-CĐLSL")
    stage.attestation(lecturer, "G1", 2024)
    stage.hold(lecturer, "1/2024")
    stage.closing(Ledger.RATINGS, 2024)
    book = checked(tmp_path, WAITING, by=cast.officer)
    first = {listing.slug: listing.model._default_manager.values_list("pk", flat=True)[0] for listing in LISTINGS}
    told = furnish(cast)
    return dict(_from_the_table(cast, first | {"nhap": book.pk}, told)) | dict(_of_every_sheet(cast, first))


def _from_the_table(
    cast: Cast, first: dict[str, int], told: list[tuple[str, str]]
) -> Iterator[tuple[str, User | None]]:
    for row, visitors in TABLE.items():
        if row.startswith("POST ") or DOWNLOAD.search(row):
            continue
        address = row.format(staff=cast.staff.pk, role=cast.staff.grants.get().pk)
        address = re.sub(r"^/so/([a-z-]+)/1/", lambda found: f"/so/{found[1]}/{first[found[1]]}/", address)
        for said, meant in told:
            address = address.replace(said, meant)
        yield address, None if visitors == EVERYBODY else visitor_of(cast, row)


def _of_every_sheet(cast: Cast, first: dict[str, int]) -> Iterator[tuple[str, User]]:
    for slug, pk in first.items():
        for tail in ("", "them/", f"{pk}/", f"{pk}/xoa/"):
            yield f"/so/{slug}/{tail}", cast.officer


def kind_of(page: Page, address: str) -> str:
    """A whole page, a part of one, or a file."""
    answer = page.request.get(address)
    if "text/html" not in answer.headers["content-type"]:
        return "file"
    return "page" if "</html>" in answer.text() else "part"


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(
    width: int, open_page: OpenPage, sign_in: SignIn, addresses: dict[str, User | None]
) -> None:
    pages = {visitor: open_page(viewport={"width": width, "height": 844}) for visitor in set(addresses.values())}
    for visitor, page in pages.items():
        if visitor:
            sign_in(page, visitor)
    kinds = {address: kind_of(pages[visitor], address) for address, visitor in addresses.items()}

    wrong = [
        (address, fault)
        for address, visitor in addresses.items()
        if kinds[address] == "page"
        for fault in faults(pages[visitor], address)
    ]

    assert wrong == []
    assert {address.split("?")[0] for address, kind in kinds.items() if kind == "part"} == PARTS


def faults(page: Page, address: str) -> list[str]:
    answer = page.goto(address)
    status, sideways = answer and answer.status, overflow(page)
    odd = [f"status {status}"] * (status != 200) + [f"{sideways} pixels sideways"] * (sideways > 0)
    return odd + violations(page)
