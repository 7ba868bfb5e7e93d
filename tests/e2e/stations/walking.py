"""One browser in which one person after the other signs in, clicks and types; and who they are."""

import os
import re
from datetime import timedelta
from pathlib import Path

from django.utils.timezone import localdate
from playwright.sync_api import Error, Locator, Page, expect

from lantoa.accounts.demo import USER_NAMES
from lantoa.accounts.models import User
from lantoa.council.models import Meeting
from lantoa.domain.authority import Role
from lantoa.nomination.models import Nomination, Round
from tests.e2e.conftest import Accessible, SignIn

PICTURES = os.environ.get("LANTOA_PICTURES", "")  # a folder: `make pictures` keeps those of the guides
LECTURER, COLLEAGUE, DIVISION = "Phan Thu Trang", "Nguyễn Công Hậu", "Bộ môn Luật Dân sự"
ALL = (LECTURER, COLLEAGUE, DIVISION)
NOMINEE = "phan.trang"  # the account of the lecturer


def user(role: Role) -> User:
    return User.objects.get(username=USER_NAMES[role])


def day(days: int) -> str:
    return f"{localdate() + timedelta(days=days):%d/%m/%Y}"


def round_of(tier: str) -> int:
    return Round.objects.get(tier=tier).pk


def meeting() -> str:
    """The address of the latest meeting."""
    return f"/hoi-dong/{Meeting.objects.latest('pk').pk}/"


def stages(tier: str = "school-annual") -> list[str]:
    return list(Nomination.objects.filter(tier=tier).order_by("pk").values_list("stage", flat=True))


class Walk:
    """What a person does: go there, press, follow, fill in, see."""

    def __init__(self, page: Page, sign_in: SignIn, accessible: Accessible) -> None:
        self.page, self.sign_in, self.accessible = page, sign_in, accessible
        page.on("dialog", lambda dialog: dialog.accept())

    def be(self, who: User | Role) -> None:
        self.page.goto("about:blank")  # or the bell of the last page asks as nobody, and is sent to sign in
        self.page.context.clear_cookies()
        self.sign_in(self.page, user(who) if isinstance(who, Role) else who)

    def go(self, address: str) -> None:
        self.page.goto(address)

    def press(self, name: str) -> None:
        self.click(self.page.get_by_role("main").get_by_role("button", name=name).first)

    def follow(self, name: str | re.Pattern[str]) -> None:
        self.click(self.page.get_by_role("main").get_by_role("link", name=name).first)

    def open_first(self) -> None:
        """The first row of the list."""
        self.click(self.page.locator("tbody th a").first)

    def click(self, what: Locator) -> None:
        """And wait for the page that it leads to: the next step must not be taken for its answer."""
        try:
            with self.page.expect_event("load"):
                what.click()
        except Error as problem:
            raise AssertionError(f"{self.page.url}\n{self.page.inner_text('main')}") from problem

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_role("main").get_by_label(label).first.fill(words)

    def see(self, words: str) -> None:
        expect(self.page.get_by_role("main").get_by_text(words).first).to_be_visible()

    def picture(self, name: str) -> None:
        """For the guides, when pictures are asked for."""
        if PICTURES:
            self.page.screenshot(path=Path(PICTURES) / f"{name}.jpg", type="jpeg", quality=70)
