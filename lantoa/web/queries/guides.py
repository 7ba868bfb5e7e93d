"""The guides, one for each kind of user: Markdown files of the product, shown as pages."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from lantoa.domain.authority import Role

FOLDER = "guides"
SLUGS = {
    Role.OFFICER: "can-bo-thi-dua",
    Role.HEAD: "truong-don-vi",
    Role.STAFF: "vien-chuc",
    Role.ADMINISTRATOR: "quan-tri",
}
ADDRESS = re.compile(r"/[a-z0-9/-]*/|/")


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide: its address, its title, and what follows the title, as HTML."""

    slug: str
    title: str
    body: str


def guides() -> list[Guide]:
    """Every guide, in the order of the roles."""
    return [guide(slug) for slug in SLUGS.values()]


@cache
def guide(slug: str) -> Guide:
    """The guide of that address; KeyError when there is none."""
    if slug not in SLUGS.values():
        raise KeyError(slug)
    first, _, rest = (settings.PACKAGE / FOLDER / f"{slug}.md").read_text(encoding="utf-8").partition("\n")
    return Guide(slug, first.removeprefix("# "), _reader().render(rest))


@cache
def _reader() -> MarkdownIt:
    """Markdown without raw HTML; an address of the product, written as code, leads there."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("code_inline", _code)
    return reader


def _code(renderer: RendererHTML, tokens: list[Token], place: int, options: Any, env: Any) -> str:
    shown = renderer.code_inline(tokens, place, options, env)
    address = tokens[place].content
    return f'<a href="{address}">{shown}</a>' if ADDRESS.fullmatch(address) and address != "/" else shown
