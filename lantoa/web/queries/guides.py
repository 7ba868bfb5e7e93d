"""The guides, one for each kind of user: Markdown files of the product, shown as pages."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from lantoa.domain.authority import Role

FOLDER = "guides"
SLUGS = {
    Role.OFFICER: "can-bo-thi-dua",
    Role.HEAD: "truong-don-vi",
    Role.STAFF: "vien-chuc",
    Role.SPECIALIST: "can-bo-tham-dinh",
    Role.MEMBER: "uy-vien-hoi-dong",
    Role.CHAIR: "chu-tich-hoi-dong",
    Role.PRINCIPAL: "hieu-truong",
    Role.CLERK: "van-thu",
    Role.MINISTRY: "chuyen-vien-bo",
    Role.ADMINISTRATOR: "quan-tri",
}
PICTURES = "../static/"  # as a guide names a picture, so that it also shows where the file is read as it is
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
    """Markdown without raw HTML; an address of the product, written as code, leads there; pictures are static files."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("code_inline", _code)
    reader.add_render_rule("image", _picture)
    return reader


def _picture(renderer: RendererHTML, tokens: list[Token], place: int, options: Any, env: Any) -> str:
    """A picture of the product, loaded when it comes into view."""
    token = tokens[place]
    token.attrs |= {"src": static(str(token.attrs["src"]).removeprefix(PICTURES)), "loading": "lazy"}
    return str(renderer.image(tokens, place, options, env))


def _code(renderer: RendererHTML, tokens: list[Token], place: int, options: Any, env: Any) -> str:
    shown = renderer.code_inline(tokens, place, options, env)
    address = tokens[place].content
    return f'<a href="{address}">{shown}</a>' if ADDRESS.fullmatch(address) and address != "/" else shown
