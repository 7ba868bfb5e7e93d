"""A template tried out: filled with the newest thing of its kind, and its first pages as pictures."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.timezone import localdate

from lantoa.domain.authority import Actor
from lantoa.domain.papers.fields import fields_of
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.form import Checked, check
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.papers.word.checking import sample
from lantoa.papers.word.filling import fill, fill_with

MOST_PAGES = 3
DOTS_PER_INCH = 80
ONE_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", page: {number})'


@dataclass(frozen=True, slots=True)
class Trial:
    """The filled paper, and what it is about; `about` is empty when it shows the names of its fields."""

    word: bytes
    about: str


def trial(template: bytes, source: Source, actor: Actor) -> Trial:
    """Filled with the newest thing whose papers the actor may have; with the words of the fields without any."""
    thing = newest(source, actor)
    if thing is not None:
        try:
            return Trial(fill(template, source.contents(thing.key, thing.day)), thing.words)
        except NotReady:  # between the list and now
            pass
    fields = fields_of(source.sheet)
    return Trial(fill_with(template, fields, sample(fields)), "")


def unmet(word: bytes, kind: PaperKind) -> list[Checked]:
    """What Decree 30/2020 asks of that kind of paper and the trial does not keep."""
    if not KINDS[kind].is_official:
        return []
    found = check(word, kind, keeps_degrees=letterhead_on(localdate()).keeps_degrees)
    return [one for one in found if one.verdict == "not_met"]


def newest(source: Source, actor: Actor) -> Thing | None:
    ready = [thing for thing in source.things(actor, None) if not thing.missing]
    return max(ready, key=lambda thing: (thing.day, thing.key), default=None)


def pages(pdf: bytes) -> list[bytes]:
    """The first pages as PNG."""
    with TemporaryDirectory(prefix="lantoa-pages-") as made:
        folder = Path(made)
        (folder / "paper.pdf").write_bytes(pdf)
        return _pictures(folder)


def _pictures(folder: Path) -> list[bytes]:
    import typst  # noqa: PLC0415  (an idle web process does without)

    found: list[bytes] = []
    for number in range(1, MOST_PAGES + 1):
        page = folder / "page.typ"
        page.write_text(ONE_PAGE.format(number=number))
        try:
            picture = typst.compile(page, root=folder, format="png", ppi=DOTS_PER_INCH)
        except typst.TypstError:  # the paper has no such page
            break
        found.append(picture)
    return found
