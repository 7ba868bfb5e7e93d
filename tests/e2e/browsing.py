"""What a browser test looks out for: complaints of the browser, accessibility, sideways scrolling, who is signed in."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import ConsoleMessage, Page, Request, Response, Route

from lantoa.accounts.models import User

MODEL_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
A_REFUSAL = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")
AXE = Axe()


class Complaints(list[str]):
    """What the browser complained about on one page; a test that provokes a complaint on purpose clears it."""

    def __init__(self, page: Page, home: str) -> None:
        super().__init__()
        self.home = home
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.append(f"script: {error}"))
        page.on("response", self._look_at)
        page.route("**/*", self._let_through)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not A_REFUSAL.match(message.text):
            self.append(f"{message.type}: {message.text}")

    def _look_at(self, response: Response) -> None:
        is_missing = response.status >= 400 and "/static/" in response.url
        if is_missing or response.status >= 500:
            self.append(f"{response.status}: {response.url}")

    def _let_through(self, route: Route, request: Request) -> None:
        if request.url.startswith((self.home, "data:", "blob:")):
            route.continue_()
        else:
            self.append(f"left the machine: {request.url}")
            route.abort()


def session_cookie(user: User) -> str:
    """The cookie of a new session of this user."""
    client = Client()
    client.force_login(user, backend=MODEL_BACKEND)
    return str(client.cookies["sessionid"].value)


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands: the rule and the first few places."""
    found: list[dict[str, Any]] = AXE.run(page).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes'][:5]]}" for rule in found]


def overflow(page: Page) -> int:
    """By how many pixels the page can be scrolled sideways."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return pixels
