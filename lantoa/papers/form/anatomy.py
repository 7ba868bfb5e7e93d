"""Finds the parts of an official paper by what they say and where they stand, however they are dressed."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile, takewhile

from lantoa.domain.vietnamese import fold
from lantoa.papers.form.document import Document, Paragraph, Section

FORM_NUMBER = 4  # lines at most above the head
DAY = re.compile(r"ngay.*thang.*nam")
APPENDIX = re.compile(r"phu luc( [ivxlc]+)?\.?:?")
BASIS = re.compile(r"(can cu|theo de nghi|xet de nghi|thuc hien) ")
ARTICLE = re.compile(r"Điều \d+\b")
HEADING = re.compile(r"[IVXLC]+\. ")
CLAUSE = re.compile(r"\d+\. ")
POINT = re.compile(r"[^\W\d_]\) ")
ENDS = (".", ";", ",", ":", "/")


@dataclass(frozen=True)
class Anatomy:
    """The parts of one document; a part that is not there is None or empty."""

    document: Document

    @cached_property
    def head(self) -> list[Paragraph]:
        """The cells above the first text of the body; the number of a form (`Mẫu số 05`) may stand before them."""
        paper = self.document.paragraphs
        above = list(takewhile(lambda one: one.spot.table is None, paper[:FORM_NUMBER]))
        start = len(above) if len(above) < FORM_NUMBER else 0
        cells = takewhile(lambda one: one.spot.table is not None or not one.text, paper[start:])
        return [*paper[:start], *cells]

    @cached_property
    def motto_of_state(self) -> Paragraph | None:
        return next((one for one in self.main if "cong hoa xa hoi" in fold(one.text)), None)

    @cached_property
    def under_state(self) -> list[Paragraph]:
        """What stands in the same cell below the name of the state: the motto and its line."""
        state = self.motto_of_state
        if state is None:
            return []
        return [
            one for one in self.main[self.main.index(state) + 1 :] if _cell(one) == _cell(state) and one in self.head
        ]

    @cached_property
    def motto(self) -> Paragraph | None:
        return next((one for one in self.under_state if one.text and not one.is_rule), None)

    @cached_property
    def agency_cell(self) -> list[Paragraph]:
        held = [one for one in self.head if one.spot.is_left]
        return list(takewhile(lambda one: not _is_number(one) and not _is_reply(one), held))

    @cached_property
    def agencies(self) -> list[Paragraph]:
        """The superior agency, where there is one, and the issuing one last."""
        return [one for one in self.agency_cell if one.text and not one.is_rule]

    @cached_property
    def number(self) -> Paragraph | None:
        return next((one for one in self.head if _is_number(one)), None)

    @cached_property
    def reply_subject(self) -> Paragraph | None:
        return next((one for one in self.head if _is_reply(one)), None)

    @cached_property
    def place_and_day(self) -> Paragraph | None:
        return next((one for one in self.head if DAY.search(fold(one.text)) and not one.spot.is_left), None)

    @cached_property
    def appendices(self) -> list[Paragraph]:
        """The words `Phụ lục …`, one for each appendix."""
        return [
            one for one in self.document.paragraphs if one.spot.table is None and APPENDIX.fullmatch(fold(one.text))
        ]

    @cached_property
    def main(self) -> list[Paragraph]:
        """The paper without its appendices."""
        end = self.appendices[0].number if self.appendices else None
        return [one for one in self.document.paragraphs if end is None or one.number < end]

    @cached_property
    def flow(self) -> list[Paragraph]:
        """The text outside tables, lines and empty paragraphs with it, below the head."""
        return [one for one in self.main[len(self.head) :] if one.spot.table is None]

    @cached_property
    def said(self) -> list[Paragraph]:
        return [one for one in self.flow if one.text and not one.is_rule]

    @property
    def title(self) -> Paragraph | None:
        return self.said[0] if self.said else None

    @property
    def subject(self) -> Paragraph | None:
        return self.said[1] if len(self.said) > 1 else None

    @cached_property
    def subject_rule(self) -> Paragraph | None:
        """The line that follows the subject, before any other text."""
        if self.subject is None:
            return None
        after = self.flow[self.flow.index(self.subject) :]
        if after[0].bordered:
            return after[0]
        return next((one for one in takewhile(lambda one: not one.text or one.is_rule, after[1:]) if one.is_rule), None)

    @cached_property
    def bases(self) -> list[Paragraph]:
        starts = [place for place, one in enumerate(self.said) if BASIS.match(fold(one.text))]
        if not starts:
            return []
        found = self.said[starts[0] :]
        return list(takewhile(lambda one: BASIS.match(fold(one.text)), found))

    @cached_property
    def articles(self) -> list[Paragraph]:
        return [one for one in self.said if ARTICLE.match(one.text)]

    @cached_property
    def addressees(self) -> list[Paragraph]:
        """`Kính gửi …` and the lines below it."""
        starts = [place for place, one in enumerate(self.said) if fold(one.text).startswith("kinh gui")]
        if not starts:
            return []
        rest = takewhile(lambda one: one.text.startswith("-"), self.said[starts[0] + 1 :])
        return [self.said[starts[0]], *rest]

    def words(self, *, titled: bool) -> list[Paragraph]:
        """The running text: neither bases, addressees, headings, nor what stands in the middle below the title."""
        others = {one.number for one in (*self.bases, *self.addressees)}
        below = dropwhile(lambda one: one.align == "center", self.said[2:] if titled else self.said)
        return [one for one in below if one.number not in others and not _is_heading(one)]

    @cached_property
    def closing(self) -> list[Paragraph]:
        """The cells below the last text: perhaps a list, then who signs, who receives."""
        last = self.said[-1].number if self.said else 0
        return [one for one in self.main if one.spot.table is not None and one.number > last and one not in self.head]

    @cached_property
    def recipients(self) -> list[Paragraph]:
        """`Nơi nhận:` and the lines below it."""
        start = next((one for one in self.closing if fold(one.text).startswith("noi nhan")), None)
        if start is None:
            return []
        return [one for one in self.closing if _cell(one) == _cell(start) and one.text and one.number >= start.number]

    @cached_property
    def signing_tables(self) -> list[int]:
        return sorted({one.spot.table for one in self.closing if one.spot.table is not None and one.text})

    def signing(self, *, left: bool = False) -> list[Paragraph]:
        """The cell in which somebody signs, empty paragraphs with it: the right one, or the left one of minutes."""
        if not self.signing_tables:
            return []
        own = [one for one in self.closing if one.spot.table == self._signing_table]
        return [one for one in own if (one.spot.is_left if left else one.spot.is_right)]

    @cached_property
    def _signing_table(self) -> int:
        signed = [
            one.spot.table for one in self.closing if one.spot.is_right and one.text and one.spot.table is not None
        ]
        return signed[-1] if signed else self.signing_tables[-1]

    def section_of(self, paragraph: Paragraph) -> Section:
        return self.document.sections[min(paragraph.spot.section, len(self.document.sections) - 1)]


def positions_and_name(cell: list[Paragraph]) -> tuple[list[Paragraph], Paragraph | None]:
    """Who signs: lines before and after the room to sign, then the name; no name where no room was left before it."""
    said = [one for one in cell if one.text]
    if not said:
        return [], None
    between = [one for one in cell if said[0].number < one.number < said[-1].number and not one.text]
    return (said[:-1], said[-1]) if between else (said, None)


def _cell(one: Paragraph) -> tuple[int | None, int, int]:
    return one.spot.table, one.spot.row, one.spot.column


def _is_number(one: Paragraph) -> bool:
    return one.spot.is_left and fold(one.text).startswith("so:")


def _is_reply(one: Paragraph) -> bool:
    return one.spot.is_left and fold(one.text).startswith("v/v")


def _is_heading(one: Paragraph) -> bool:
    if (one.align == "center" and one.is_upper) or (one.is_bold and not one.text.endswith(ENDS)):
        return True
    return bool(HEADING.match(one.text)) or (bool(CLAUSE.match(one.text)) and one.is_bold)
