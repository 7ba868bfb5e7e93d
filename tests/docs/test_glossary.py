"""The glossary names what is there: every identifier of today's table is in the source."""

import re
from pathlib import Path

from lantoa.settings import PACKAGE

PAGE = Path(__file__).parent.parent.parent / "docs" / "glossary.md"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml")])


def identifiers(heading: str) -> list[str]:
    """What stands in the third column under that heading."""
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    return [
        name for row in section.splitlines() if row.count("|") > 4 for name in re.findall("`(.+?)`", row.split("|")[3])
    ]


def test_every_identifier_of_today_is_in_the_source() -> None:
    named = identifiers("In the product today")

    assert len(named) > 50
    assert [name for name in named if not re.search(rf"\b{name}\b", SOURCE)] == []


def test_no_word_is_given_twice() -> None:
    words = [row.split("|")[1].strip() for row in PAGE.read_text(encoding="utf-8").splitlines() if row.count("|") > 4]

    assert [word for word in set(words) if words.count(word) > 1 and word not in ("Vietnamese", "---")] == []
