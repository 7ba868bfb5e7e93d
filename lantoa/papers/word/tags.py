"""The braces of a template paragraph by paragraph: closed where they open, alone where they must stand alone."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from lantoa.papers.word.package import Finding, W

MOST_TAGS = 1000
LONGEST_PLACE = 80
OPENING = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
ALONE = re.compile(r"\{%(tr|tc|p) .*?%\}", re.DOTALL)
WHOLE = re.compile(r"\{\{(tr|tc|p|r) ")
MARGINS = re.compile(r"\{%-|-%\}|\{\{-|-\}\}")
PLACES = {"tr": f"{W}tr", "tc": f"{W}tc", "p": f"{W}p"}


def tag_findings(tree: etree._Element) -> Iterator[Finding]:
    """What is wrong with the braces of a part of the file, before anybody reads what they say."""
    count = 0
    for paragraph in tree.iter(f"{W}p"):
        text = written_in(paragraph)
        if "{" not in text and "}" not in text:
            continue
        count += len(TAG.findall(text))
        yield from _paragraph(paragraph, text)
    if count > MOST_TAGS:
        yield Finding("", _("Mẫu có hơn %s chỗ điền. Hãy dùng vòng lặp thay cho chép lại.") % MOST_TAGS)


def written_in(node: etree._Element) -> str:
    return "".join(piece.text or "" for piece in node.iter(f"{W}t"))


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_PLACE else f"{text[:LONGEST_PLACE]}…"


def _paragraph(paragraph: etree._Element, text: str) -> Iterator[Finding]:
    place = shortened(text)
    fault = _unclosed(text)
    if fault:
        yield Finding(place, fault)
        return
    if WHOLE.search(text) or MARGINS.search(text) or "{%r " in text:
        yield Finding(place, _("Chỗ điền viết là {{ truong }}; lệnh viết là {% for %}, {%p for %} hoặc {%tr for %}."))
    for found in ALONE.finditer(text):
        around = _around(paragraph, PLACES[found[1]])
        if around is None:
            yield Finding(place, _("{%tr %} và {%tc %} chỉ đặt trong hàng của bảng."))
        elif written_in(around).strip() != found[0]:
            yield Finding(place, _ALONE_WORDS[found[1]]())


_ALONE_WORDS = {
    "tr": lambda: _("{%tr %} phải đứng một mình trong một hàng: hàng ấy sẽ mất khi in."),
    "tc": lambda: _("{%tc %} phải đứng một mình trong một ô: ô ấy sẽ mất khi in."),
    "p": lambda: _("{%p %} phải đứng một mình trong một đoạn: đoạn ấy sẽ mất khi in."),
}


def _around(node: etree._Element, tag: str) -> etree._Element | None:
    """The row, cell or paragraph in which the paragraph stands."""
    return node if node.tag == tag else next(node.iterancestors(tag), None)


def _unclosed(text: str) -> str:
    """Why the braces do not match; empty when they do."""
    wanted = ""
    for found in OPENING.finditer(text):
        mark = found[0]
        if not wanted and mark in CLOSES:
            wanted = CLOSES[mark]
        elif mark == wanted:
            wanted = ""
        elif wanted:
            return _unclosed_words(wanted)
        else:
            return _("Có «%s» mà trước đó không mở.") % mark
    return _unclosed_words(wanted) if wanted else ""


def _unclosed_words(wanted: str) -> str:
    opened = {closing: opening for opening, closing in CLOSES.items()}[wanted]
    return _("Mở «%(open)s» mà không đóng «%(close)s» trong cùng đoạn.") % {"open": opened, "close": wanted}
