"""The pages hold together: links lead somewhere, decisions are short, nothing names a machine or a registry."""

import importlib.metadata
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout  # noqa: S607
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!http|#|mailto)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_has_a_number_a_date_and_fits_on_a_screen(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()

    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name)
    assert re.fullmatch(rf"# {int(page.name[:4])}\. \S.*", lines[0])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2} · (accepted|replaced by \d{4})", lines[2])
    assert len(lines) <= 30


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_with_hashes_and_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pinned = re.findall(r"^[a-z0-9.\[\]-]+==\S+.*\\$", text, re.MULTILINE)
    entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]

    assert len(pinned) == len(entries)
    assert re.findall(r"://|--index|--find-links|@ ", text) == []


def test_no_file_names_a_registry_or_a_place_on_a_developers_machine() -> None:
    words = re.compile(
        "|".join(
            ["files.python" + "hosted", "pypi." + "org", "registry.npm" + "js", r"(?<!\w)/wo" + "rk/", "/ro" + "ot/"]
        )
    )

    found = [path.name for path in tracked() if words.search(path.read_bytes().decode("utf-8", "ignore"))]

    assert found == []


def test_the_version_of_the_package_is_the_newest_of_the_changelog() -> None:
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert newest
    assert newest[1] == importlib.metadata.version("lantoa")
