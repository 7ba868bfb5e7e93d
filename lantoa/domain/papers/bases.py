"""Legal bases and form numbers by date: a paper cites what was in force on its day, with who says so.

A text has one code for good and may have versions: the one that comes with the product (number 0), and those that the
office wrote in its place. On a day the newest version that applies by then is the one that stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lantoa.domain.law import MARKS
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.reading import Table, parse
from lantoa.domain.rewards import Source

READ, BY_THE_OFFICE = "V", "office"
CERTAINTY = {
    READ: "đã đọc trong nguồn",
    "V2": "đọc qua nguồn dẫn lại",
    "I": "suy ra từ nguồn khác",
    "R": "ghi theo trí nhớ",
    "U": "chưa chắc chắn",
    BY_THE_OFFICE: "Trường tự ghi",
}
RANKS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Thông tư")  # the higher one first


class Topic(StrEnum):
    """What a text rules on."""

    EMULATION = "emulation"
    RATING = "rating"
    DISCIPLINE = "discipline"
    DEMOCRACY = "democracy"
    PERSONAL_DATA = "personal_data"
    COMPLAINT = "complaint"
    SCHOOL = "school"
    PLAN = "plan"
    FORM = "form"

    @property
    def label(self) -> str:
        return TOPIC_LABELS[self]


TOPIC_LABELS = {
    Topic.EMULATION: "Thi đua, khen thưởng",
    Topic.RATING: "Đánh giá, xếp loại chất lượng",
    Topic.DISCIPLINE: "Xử lý kỷ luật",
    Topic.DEMOCRACY: "Dân chủ ở cơ sở",
    Topic.PERSONAL_DATA: "Bảo vệ dữ liệu cá nhân",
    Topic.COMPLAINT: "Khiếu nại",
    Topic.SCHOOL: "Quy chế, quy định của Trường",
    Topic.PLAN: "Kế hoạch điển hình tiên tiến",
    Topic.FORM: "Số của biểu mẫu",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A version of a text as it is cited, without the word "Căn cứ"; of a form its number and decree.

    It stands for papers whose day is `applies_from` or later; one that is left out is cited by none of them.
    """

    code: str
    topic: Topic
    words: str
    source: Source
    form: PaperKind | None = None
    number: int = 0
    applies_from: date | None = None
    is_left_out: bool = False

    def applies(self, day: date) -> bool:
        return self.applies_from is None or self.applies_from <= day

    def is_cited(self, day: date) -> bool:
        return not self.is_left_out and self.source.in_force(day)

    @property
    def certainty(self) -> str:
        return CERTAINTY[self.source.mark]

    @property
    def is_to_be_checked(self) -> bool:
        """Whether somebody must hold it against the signed text before a paper that cites it is signed."""
        return self.source.mark != READ and not self.is_left_out

    @property
    def about(self) -> str:
        """What a form is the form of; nothing for any other text."""
        return KINDS[self.form].name if self.form else ""


@dataclass(frozen=True, slots=True)
class Regime:
    """A time under one law and decree."""

    name: str
    since: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class LegalBook:
    """Every version of every text, in the order in which papers cite them; the newest version of a text comes last."""

    texts: tuple[Basis, ...]
    regimes: tuple[Regime, ...] = ()

    def with_texts(self, more: Iterable[Basis]) -> "LegalBook":
        return replace(self, texts=(*self.texts, *more))

    def versions(self, code: str) -> tuple[Basis, ...]:
        return tuple(one for one in self.texts if one.code == code)

    def standing(self, day: date) -> dict[str, Basis]:
        """The version of every text that papers of the day go by, whether or not it is then in force."""
        return {one.code: one for one in self.texts if one.applies(day)}

    def bases_on(self, day: date, *topics: Topic) -> tuple[Basis, ...]:
        """What was in force on the day about those topics, topic by topic, a law before its decree."""
        living = sorted((one for one in self.standing(day).values() if one.is_cited(day)), key=_rank)
        return tuple(one for topic in topics for one in living if one.topic is topic)

    def form_on(self, day: date, kind: PaperKind) -> Basis | None:
        """The form prescribed on the day; None where the school is free."""
        return next((one for one in self.bases_on(day, Topic.FORM) if one.form is kind), None)

    def plan_on(self, day: date, edition: str) -> Basis | None:
        """An edition of the plan as it is cited; None when the office leaves it out."""
        return next((one for one in self.bases_on(day, Topic.PLAN) if one.code == edition), None)

    def saying(self, words: str, day: date) -> Basis | None:
        """The text of those words, first of all the version that stands on the day."""
        known = [one for one in self.texts if one.words == words and not one.is_left_out]
        standing = self.standing(day)
        return max(known, key=lambda one: (standing.get(one.code) == one, one.number), default=None)


def read_bases(text: str, file: str) -> LegalBook:
    """Read the book from TOML; BadFile names file, key and what was expected."""
    table = parse(text, file)
    regimes = tuple(map(_regime, table.tables("regimes")))
    book = LegalBook((*map(_basis, table.tables("bases")), *map(_form, table.tables("forms"))), regimes)
    table.finish()
    return book


def _rank(basis: Basis) -> int:
    return next((rank for rank, kind in enumerate(RANKS) if basis.words.startswith(kind)), len(RANKS))


def _basis(row: Table) -> Basis:
    code, topic = row.take("code", str), Topic(row.choice("topic", [topic.value for topic in Topic]))
    basis = Basis(code, topic, row.take("words", str), _source(row))
    row.finish()
    return basis


def _form(row: Table) -> Basis:
    kind = PaperKind(row.choice("kind", [kind.value for kind in PaperKind]))
    form = Basis(row.take("code", str), Topic.FORM, row.take("name", str), _source(row), kind)
    row.finish()
    return form


def _regime(row: Table) -> Regime:
    regime = Regime(row.take("name", str), row.day("from"), row.day("to"))
    row.finish()
    return regime


def _source(row: Table) -> Source:
    return Source(row.day("from"), row.day("to"), row.take("source", str), row.choice("mark", MARKS))
