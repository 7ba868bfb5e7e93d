"""A real browser on the real pages: Debian's Chromium, shut off from everything but the test's own server."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from lantoa.accounts.models import User
from tests.e2e.browsing import Complaints, session_cookie, violations

# The browser's driver runs an event loop in this thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

expect.set_options(timeout=15_000)  # a busy machine answers late, and that is not what is tested here

CHROMIUM = os.environ.get("LANTOA_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}

OpenPage = Callable[..., Page]
SignIn = Callable[[Page, User], None]
Accessible = Callable[[Page], None]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Open a page in a fresh session; at the end of the test the browser must have had nothing to complain about."""
    opened: list[tuple[BrowserContext, Complaints]] = []

    def open_one(**options: Any) -> Page:
        wanted = {"viewport": DESKTOP, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"} | options
        context = browser.new_context(base_url=live_server.url, **wanted)
        context.set_default_timeout(15_000)
        page = context.new_page()
        opened.append((context, Complaints(page, live_server.url)))
        return page

    yield open_one

    for context, _ in opened:
        context.close()
    assert [complaint for _, complaints in opened for complaint in complaints] == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page on a desk: 1440 pixels wide."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page in a hand: 390 pixels wide, with touch."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def sign_in(live_server: LiveServer) -> SignIn:
    """Give a page the session of a user, without walking through the form."""

    def sign_in_as(page: Page, user: User) -> None:
        page.context.add_cookies([{"name": "sessionid", "value": session_cookie(user), "url": live_server.url}])

    return sign_in_as


@pytest.fixture
def accessible() -> Accessible:
    """Fail when axe finds anything on the page as it stands."""

    def check(page: Page) -> None:
        assert violations(page) == []

    return check
