"""The guides speak of what is there: their labels stand on the screen, their addresses open, their commands exist."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

from lantoa.command import COMMANDS
from lantoa.domain.authority import Role
from lantoa.settings import PACKAGE
from lantoa.web.queries.guides import SLUGS, guide, guides

PAGES = sorted((PACKAGE / "guides").glob("*.md"))
SCREENS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [*(PACKAGE / "templates").rglob("*.html"), *PACKAGE.rglob("*.py")]
    if "migrations" not in path.parts
)


def test_every_role_has_its_guide() -> None:
    assert list(SLUGS) == list(Role)
    assert sorted(f"{slug}.md" for slug in SLUGS.values()) == [page.name for page in PAGES]


def test_the_title_of_a_guide_is_the_name_of_the_role() -> None:
    assert [guide.title for guide in guides()] == [role.label for role in Role]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_label_in_bold_stands_on_a_screen(page: Path) -> None:
    labels = re.findall(r"\*\*(.+?)\*\*", page.read_text(encoding="utf-8"), re.DOTALL)

    assert labels != []
    assert [label for label in labels if not re.search(rf"[\"'}}]{re.escape(label)}", SCREENS)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_address_and_command_is_one_of_the_product(page: Path) -> None:
    said = re.findall(r"`(.+?)`", page.read_text(encoding="utf-8"))
    addresses = [one for one in said if one.startswith("/") and one != "/"]
    commands = [one.split()[1] for one in said if one.startswith("lantoa ")]

    assert len(addresses) + len(commands) + sum(len(one) == 1 for one in said) == len(said)
    assert [resolve(address).view_name for address in addresses] != []
    assert set(commands) - {command.name for command in COMMANDS} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_picture_of_a_guide_is_there_and_says_what_it_shows(page: Path) -> None:
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", page.read_text(encoding="utf-8"))

    assert [address for words, address in pictures if not words or not (page.parent / address).is_file()] == []


def test_who_takes_part_in_a_nomination_sees_pictures_of_it() -> None:
    walking = [role for role in Role if role is not Role.ADMINISTRATOR]

    assert [role for role in walking if "<img" not in guide(SLUGS[role]).body] == []


def test_no_picture_is_left_that_no_guide_shows() -> None:
    shown = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert [file.name for file in (PACKAGE / "static/guides").iterdir() if f"/{file.name})" not in shown] == []
