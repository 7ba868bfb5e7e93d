"""The reference pages say what the product does: every setting, every command, every option."""

import re
from argparse import ArgumentParser
from pathlib import Path

import pytest

from lantoa.command import COMMANDS, Command
from lantoa.environment import SETTINGS

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT / "docs" / "reference"


def section(page: str, heading: str) -> str:
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no section «{heading}»"
    return found[1]


def options_of(command: Command, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The long options that the command's own parser knows, caught at the moment it would read them."""
    known: set[str] = set()

    def catch(parser: ArgumentParser, *_: object) -> None:
        known.update(word for action in parser._actions for word in action.option_strings if word.startswith("--"))
        raise SystemExit

    monkeypatch.setattr(ArgumentParser, "parse_args", catch)
    with pytest.raises(SystemExit):
        command.load()([])
    return known - {"--help"}


def test_every_setting_is_in_the_table_with_its_default_and_meaning() -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")

    rows = re.findall(r"^\| `([A-Z_]+)` \| (.*) \| (.*) \| (.*) \|$", page, re.MULTILINE)

    assert rows == [
        (setting.name, f"`{setting.default}`" if setting.default else "", setting.meaning, setting.expected)
        for setting in SETTINGS
    ]


def test_every_command_has_a_section_and_no_section_lacks_its_command() -> None:
    page = (REFERENCE / "command.md").read_text(encoding="utf-8")

    assert re.findall(r"^## lantoa (\S+)$", page, re.MULTILINE) == [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_commands_section_names_each_of_its_options(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = section((REFERENCE / "command.md").read_text(encoding="utf-8"), f"lantoa {command.name}")

    assert set(re.findall(r"--[a-z][a-z-]+", text)) == options_of(command, monkeypatch)
