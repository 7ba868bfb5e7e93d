"""A fault in the form: what is wrong, and where."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lantoa.domain.papers.kinds import Part
from lantoa.papers.form.anatomy import Anatomy
from lantoa.papers.form.document import Paragraph


@dataclass(frozen=True, slots=True)
class Fault:
    sentence: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a check is asked of: the paper, the parts its kind must have, whether degrees may stand before names."""

    paper: Anatomy
    parts: frozenset[Part]
    keeps_degrees: bool = False

    @property
    def is_titled(self) -> bool:
        return Part.TITLE in self.parts


Answer: TypeAlias = "Iterable[Fault] | None"  # None: the check does not apply to this paper
Examine: TypeAlias = Callable[[Question], Answer]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A look that is asked for; None where either will do. Sizes in half points, both ends included."""

    least: int
    most: int
    bold: bool | None = None
    italic: bool | None = False
    align: str | None = None
    upper: bool | None = None


def dressed(one: Paragraph, wanted: Wanted) -> Iterator[Fault]:
    """What in the look of a paragraph is not as wanted."""
    sizes = sorted({run.look.size for run in one.seen if not wanted.least <= run.look.size <= wanted.most})
    if sizes:
        yield Fault(f"cỡ chữ {_points(sizes[0])}, phải là {_range(wanted)}", one.where)
    if wanted.bold is not None and any(run.look.bold != wanted.bold for run in one.seen):
        yield Fault("phải in đậm" if wanted.bold else "không in đậm", one.where)
    if wanted.italic is not None and any(run.look.italic != wanted.italic for run in one.seen):
        yield Fault("phải là chữ nghiêng" if wanted.italic else "phải là chữ đứng", one.where)
    if wanted.align is not None and one.align != wanted.align:
        yield Fault("phải căn giữa" if wanted.align == "center" else "phải căn đều hai lề", one.where)
    if wanted.upper is not None and one.is_upper != wanted.upper:
        yield Fault("phải là chữ in hoa" if wanted.upper else "phải là chữ in thường", one.where)


def of(one: Paragraph | None, wanted: Wanted) -> Answer:
    """The look of a part, when the paper has it; whether it must is another check's question."""
    return None if one is None else list(dressed(one, wanted))


def every(found: Iterable[Paragraph], wanted: Wanted) -> Answer:
    held = list(found)
    return [fault for one in held for fault in dressed(one, wanted)] if held else None


def _points(size: int) -> str:
    return f"{size / 2:g}".replace(".", ",")


def _range(wanted: Wanted) -> str:
    least, most = _points(wanted.least), _points(wanted.most)
    return least if least == most else f"{least}-{most}"
