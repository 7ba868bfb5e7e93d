"""Legal bases and form numbers by date: a paper cites what was in force on its day, with who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantoa.domain.law import MARKS
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.reading import Table, parse
from lantoa.domain.rewards import Source


class Topic(StrEnum):
    """What a text rules on."""

    EMULATION = "emulation"
    RATING = "rating"
    DISCIPLINE = "discipline"
    DEMOCRACY = "democracy"
    PERSONAL_DATA = "personal_data"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Basis:
    """A text as it is cited, without the word "Căn cứ"."""

    topic: Topic
    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class FormNumber:
    """The prescribed form of a kind of paper: its number and decree."""

    kind: PaperKind
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class LegalBook:
    """All the texts and form numbers that the product knows, in the order in which papers cite them."""

    bases: tuple[Basis, ...]
    forms: tuple[FormNumber, ...]

    def bases_on(self, day: date, *topics: Topic) -> tuple[Basis, ...]:
        """What was in force on the day about those topics, topic by topic."""
        living = [basis for basis in self.bases if basis.source.in_force(day)]
        return tuple(basis for topic in topics for basis in living if basis.topic is topic)

    def form_on(self, day: date, kind: PaperKind) -> FormNumber | None:
        """The form prescribed on the day; None where the school is free."""
        return next((form for form in self.forms if form.kind is kind and form.source.in_force(day)), None)


def read_bases(text: str, file: str) -> LegalBook:
    """Read the book from TOML; BadFile names file, key and what was expected."""
    table = parse(text, file)
    book = LegalBook(tuple(map(_basis, table.tables("bases"))), tuple(map(_form, table.tables("forms"))))
    table.finish()
    return book


def _basis(row: Table) -> Basis:
    topic = Topic(row.choice("topic", [topic.value for topic in Topic]))
    basis = Basis(topic, row.take("words", str), _source(row))
    row.finish()
    return basis


def _form(row: Table) -> FormNumber:
    kind = PaperKind(row.choice("kind", [kind.value for kind in PaperKind]))
    form = FormNumber(kind, row.take("name", str), _source(row))
    row.finish()
    return form


def _source(row: Table) -> Source:
    return Source(row.day("from"), row.day("to"), row.take("source", str), row.choice("mark", MARKS))
