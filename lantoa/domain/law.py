"""What the law names: title ladders, levels, discipline forms and ratings, dated and with their source."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lantoa.domain.procedure import Threshold, read_threshold
from lantoa.domain.reading import Table, parse
from lantoa.domain.records import Kind, Level
from lantoa.domain.vietnamese import match_key

MARKS = ["V", "V2", "I", "R", "U"]
IN_BRACKETS = re.compile(r"\([^)]*\)")  # "Chiến sĩ thi đua cơ sở (CSTĐCS)"
BEFORE = re.compile(r"^danh hieu (?:thi dua )?")
AFTER = re.compile(r" nam (?:hoc )?\d{4}(?: \d{4})?$")  # "CSTĐCS năm 2023", "… năm học 2023-2024"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the law: its code and name, from when to when, who says so, and how sure that is."""

    code: str
    name: str
    short: str
    since: date | None
    until: date | None
    source: str
    mark: str

    def in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Title:
    """A rung of a ladder: "from X up" compares ranks of one ladder (Law 06/2022/QH15 art. 19-20)."""

    term: Term
    kind: Kind
    rank: int
    level: Level
    written: tuple[str, ...]
    begins: tuple[str, ...]

    @property
    def code(self) -> str:
        return self.term.code

    @property
    def name(self) -> str:
        return self.term.name


@dataclass(frozen=True, slots=True)
class TitleThreshold:
    """The share of the Council's vote that a title needs (NĐ 98/2023 art. 30.7), and how sure the source is."""

    title: str
    threshold: Threshold
    mark: str


@dataclass(frozen=True)
class Catalogue:
    """All the law's words that the product knows."""

    titles: dict[str, Title]
    sanctions: dict[str, Term]
    ratings: dict[str, Term]
    levels: dict[Level, str]
    abbreviations: dict[str, str]
    thresholds: tuple[TitleThreshold, ...] = ()

    def threshold(self, title: str, day: date) -> TitleThreshold | None:
        """What the vote on a title needed on the day; None where the law sets nothing."""
        return next((one for one in self.thresholds if one.title == title and one.threshold.in_force(day)), None)

    def titles_from(self, code: str) -> frozenset[str]:
        """Codes of the title and of those above it on the same ladder."""
        floor = self.titles[code]
        return frozenset(
            title.code for title in self.titles.values() if title.kind == floor.kind and title.rank >= floor.rank
        )

    def sanctions_from(self, code: str) -> frozenset[str]:
        """Codes of the discipline form and of the graver ones."""
        forms = list(self.sanctions)
        return frozenset(forms[forms.index(code) :])

    def title(self, text: str) -> Title | None:
        """The ladder title in any of its written forms; None for other forms and unknown words."""
        if text not in self._recognised:
            self._recognised[text] = self._look_up(text)
        return self._recognised[text]

    def rating(self, text: str) -> Term | None:
        return self._rating_by_key.get(match_key(text))

    def sanction(self, text: str) -> Term | None:
        return self._sanction_by_key.get(match_key(text))

    def level(self, text: str) -> Level | None:
        return self._level_by_key.get(match_key(text).removeprefix("cap "))

    def _key(self, text: str) -> str:
        words = AFTER.sub("", BEFORE.sub("", match_key(text))).split()
        return " ".join(self._long_by_short.get(word, word) for word in words)

    def _look_up(self, text: str) -> Title | None:
        return self._titled(self._key(text)) or self._titled(self._key(IN_BRACKETS.sub(" ", text)))

    def _titled(self, key: str) -> Title | None:
        if exact := self._title_by_key.get(key):
            return exact
        return next((title for start, title in self._title_by_start.items() if f"{key} ".startswith(start)), None)

    @cached_property
    def _recognised(self) -> dict[str, Title | None]:
        """Written forms met so far: a book repeats a few hundred of them many thousand times."""
        return {}

    @cached_property
    def _long_by_short(self) -> dict[str, str]:
        return {match_key(short): match_key(long) for short, long in self.abbreviations.items()}

    @cached_property
    def _title_by_key(self) -> dict[str, Title]:
        return {
            self._key(form): title
            for title in self.titles.values()
            for form in (*title.written, title.name, title.term.short)
        }

    @cached_property
    def _title_by_start(self) -> dict[str, Title]:
        return {f"{self._key(start)} ": title for title in self.titles.values() for start in title.begins}

    @cached_property
    def _rating_by_key(self) -> dict[str, Term]:
        return {match_key(form): term for term in self.ratings.values() for form in (term.name, term.short)}

    @cached_property
    def _sanction_by_key(self) -> dict[str, Term]:
        return {match_key(term.name): term for term in self.sanctions.values()}

    @cached_property
    def _level_by_key(self) -> dict[str, Level]:
        return {match_key(name): level for level, name in self.levels.items()}


def read_catalogue(text: str, file: str) -> Catalogue:
    """Read the catalogue from TOML; BadFile names file, key and what was expected."""
    table = parse(text, file)
    table.take("catalogue", dict)
    abbreviations = table.table("abbreviations").values
    titles: dict[str, Title] = {}
    for row in table.tables("titles"):
        title = _title(row, rank=1 + len(titles))
        titles[title.code] = title
    sanctions = {term.code: term for term in map(_term, table.tables("sanctions"))}
    ratings = {term.code: term for term in map(_term, table.tables("ratings"))}
    levels = {
        Level(row.choice("code", [level.value for level in Level])): row.take("name", str)
        for row in table.tables("levels")
    }
    thresholds = tuple(_title_threshold(row, list(titles)) for row in table.tables("thresholds"))
    table.finish()
    return Catalogue(titles, sanctions, ratings, levels, abbreviations, thresholds)


def _title_threshold(row: Table, titles: list[str]) -> TitleThreshold:
    title, mark = row.choice("title", titles), row.choice("mark", MARKS)
    return TitleThreshold(title, read_threshold(row, []), mark)


def _term(row: Table) -> Term:
    term = Term(
        code=row.take("code", str),
        name=row.take("name", str),
        short=row.take("short", str, ""),
        since=row.day("from"),
        until=row.day("to"),
        source=row.take("source", str),
        mark=row.choice("mark", MARKS),
    )
    row.finish()
    return term


def _title(row: Table, rank: int) -> Title:
    kind = Kind(row.choice("kind", [kind.value for kind in Kind]))
    level = Level(row.choice("level", [level.value for level in Level]))
    written, begins = tuple(row.words("written")), tuple(row.words("begins", default=[]))
    return Title(_term(row), kind, rank, level, written, begins)
