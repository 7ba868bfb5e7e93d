"""Which look a run has and how a paragraph is set: its own word, then its style's and its base's, or defaults."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantoa.papers.form.document import Look

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SCRIPTS = ("ascii", "hAnsi", "cs")
USUAL_SIZE = 20  # half points, where nothing is said (the standard's own default)
SINGLE = 240


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set; `measures` as in Paragraph: align, before, after, line, rule, first, left, right."""

    style: str
    measures: tuple[str, int, int, int, str, int, int, int]
    bordered: bool


class Styles:
    """The styles of a document and its theme's fonts; looks are remembered, a list has a thousand cells alike."""

    def __init__(self, styles: Any, theme: Any) -> None:
        self.by_id = {one.get(f"{MAIN}styleId"): one for one in styles.iter(f"{MAIN}style")}
        self.usual = next(
            (
                name
                for name, one in self.by_id.items()
                if one.get(f"{MAIN}type") == "paragraph" and one.get(f"{MAIN}default") in ("1", "true")
            ),
            "",
        )
        self.run_defaults = styles.find(f"{MAIN}docDefaults/{MAIN}rPrDefault/{MAIN}rPr")
        self.paragraph_defaults = styles.find(f"{MAIN}docDefaults/{MAIN}pPrDefault/{MAIN}pPr")
        self.theme = {
            kind: font.get("typeface", "")
            for kind in ("major", "minor")
            for font in theme.iter(f"{DRAWING}{kind}Font")
            for font in font.findall(f"{DRAWING}latin")
        }
        self.chains: dict[str, list[Any]] = {}
        self.plain: dict[str, Look] = {}

    def setting(self, own: Any) -> Setting:
        named = own.find(f"{MAIN}pStyle") if own is not None else None
        style = named.get(f"{MAIN}val") if named is not None else self.usual
        held = [one for one in (own, *self._parts(style, "pPr"), self.paragraph_defaults) if one is not None]
        rule = _said(held, "spacing", "lineRule") or "auto"
        hanging = number(_said(held, "ind", "hanging"))
        measures = (
            _said(held, "jc", "val") or "left",
            number(_said(held, "spacing", "before")),
            number(_said(held, "spacing", "after")),
            number(_said(held, "spacing", "line")) or SINGLE,
            rule,
            -hanging if hanging else number(_said(held, "ind", "firstLine")),
            number(_said(held, "ind", "left") or _said(held, "ind", "start")),
            number(_said(held, "ind", "right") or _said(held, "ind", "end")),
        )
        return Setting(style, measures, _bordered(held))

    def look(self, own: Any, style: str) -> Look:
        if own is not None and len(own):
            return self._look(own, style)
        if style not in self.plain:
            self.plain[style] = self._look(None, style)
        return self.plain[style]

    def _look(self, own: Any, style: str) -> Look:
        character = own.find(f"{MAIN}rStyle") if own is not None else None
        of_run = self._parts(character.get(f"{MAIN}val"), "rPr") if character is not None else []
        held = [one for one in (own, *of_run, *self._parts(style, "rPr"), self.run_defaults) if one is not None]
        return Look(
            frozenset(self._fonts(held)),
            number(_said(held, "sz", "val")) or USUAL_SIZE,
            _switch(held, "b"),
            _switch(held, "i"),
            (_said(held, "u", "val") or "none") != "none",
            _said(held, "color", "val") or "",
            _switch(held, "caps"),
        )

    def _fonts(self, held: list[Any]) -> Iterator[str]:
        for script in SCRIPTS:
            themed = "cstheme" if script == "cs" else f"{script}Theme"
            for one in held:
                fonts = one.find(f"{MAIN}rFonts")
                name = fonts.get(f"{MAIN}{themed}") or fonts.get(f"{MAIN}{script}") if fonts is not None else None
                if name:
                    yield self.theme.get(name[:5], name) if fonts.get(f"{MAIN}{themed}") else name
                    break
            else:
                yield ""

    def _parts(self, style: str | None, name: str) -> list[Any]:
        return [found for one in self._chain(style or "") if (found := one.find(f"{MAIN}{name}")) is not None]

    def _chain(self, style: str) -> list[Any]:
        if style not in self.chains:
            self.chains[style] = list(self._based(style))
        return self.chains[style]

    def _based(self, style: str) -> Iterator[Any]:
        passed: set[str] = set()
        while style in self.by_id and style not in passed:
            passed.add(style)
            yield self.by_id[style]
            base = self.by_id[style].find(f"{MAIN}basedOn")
            style = base.get(f"{MAIN}val", "") if base is not None else ""


def measure(element: Any, name: str) -> int:
    return number(element.get(f"{MAIN}{name}")) if element is not None else 0


def is_on(element: Any) -> bool:
    return element is not None and element.get(f"{MAIN}val") not in ("0", "false", "off")


def _said(held: list[Any], name: str, attribute: str) -> str | None:
    for one in held:
        found = one.find(f"{MAIN}{name}")
        value: str | None = found.get(f"{MAIN}{attribute}") if found is not None else None
        if value is not None:
            return value
    return None


def _switch(held: list[Any], name: str) -> bool:
    found = next((one.find(f"{MAIN}{name}") for one in held if one.find(f"{MAIN}{name}") is not None), None)
    return is_on(found)


def _bordered(held: list[Any]) -> bool:
    borders = next((one.find(f"{MAIN}pBdr") for one in held if one.find(f"{MAIN}pBdr") is not None), None)
    if borders is None:
        return False
    return any(side.get(f"{MAIN}val") not in ("nil", "none") for side in borders)


def number(text: str | None) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        return 0
