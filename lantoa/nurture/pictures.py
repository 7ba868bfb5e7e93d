"""Pictures of the overview as marks on a plane: one definition that the page, the printer and later Word draw.

Shapes tell the series apart, so that nothing rests on colour.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext as _

from lantoa.domain.cohorts import Cohort, Delay, Spread, Step, Timeliness
from lantoa.domain.coverage import Group

WIDTH = 440
LEFT = 4
YEARS, COLUMN, LONGEST, ROW = 48, 78, 42, 30  # the cohort picture
LANE = 17  # between series of one group
NAMES, RIGHT, LINE = 92, 366, 20  # pictures with an axis: where it begins and ends, height of a line
HALF = 5  # of a shape
TICKS = (1, 2, 5, 10, 20, 30, 60, 90, 120, 180, 270, 365, 540, 730, 1095, 1460, 3650, 7300)


class Shape(StrEnum):
    BAR = "bar"
    RANGE = "range"
    AXIS = "axis"
    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    WORDS = "words"


SHAPES = (Shape.CIRCLE, Shape.SQUARE, Shape.DIAMOND)


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape or some words; `x` and `y` are its middle, of bars and lines their beginning, of words their foot."""

    shape: Shape
    x: int
    y: int
    width: int = 0
    height: int = 0
    words: str = ""
    anchor: str = "start"
    is_quiet: bool = False

    @property
    def end_x(self) -> int:
        return self.x + self.width

    @property
    def end_y(self) -> int:
        return self.y + self.height

    @property
    def square_x(self) -> int:
        return self.x - HALF

    @property
    def square_y(self) -> int:
        return self.y - HALF

    @property
    def points(self) -> str:
        """The corners of a diamond."""
        x, y, far = self.x, self.y, HALF + 2
        return f"{x},{y - far} {x + far},{y} {x},{y + far} {x - far},{y}"


@dataclass(frozen=True, slots=True)
class Picture:
    """Its name on the page, its title, what it says in words, and its marks."""

    name: str
    title: str
    description: str
    height: int
    marks: tuple[Mark, ...]
    width: int = WIDTH


def step_words() -> dict[Step, str]:
    return {
        Step.CHOSEN: _("Chọn"),
        Step.NURTURED: _("Bồi dưỡng"),
        Step.NOMINATED: _("Đề cử"),
        Step.RECOGNISED: _("Công nhận"),
    }


def delay_words() -> dict[Delay, str]:
    return {Delay.FINDING: _("phát hiện"), Delay.CHOOSING: _("chọn"), Delay.COMMENDING: _("khen")}


def cohort_picture(cohorts: Sequence[Cohort]) -> Picture:
    """A line a year: how many were found, and as bars below one another how many took each step."""
    heads = [_("Phát hiện"), *step_words().values()]
    most = max((cohort.found for cohort in cohorts), default=1) or 1
    marks = [_words(YEARS + place * COLUMN, 14, head, quiet=True) for place, head in enumerate(heads)]
    said = []
    for number, cohort in enumerate(cohorts):
        top = 24 + number * ROW
        marks.append(_words(LEFT, top + 16, str(cohort.year)))
        figures = [cohort.found, *(cohort.taken[step] for step in Step)]
        for place, figure in enumerate(figures):
            x, width = YEARS + place * COLUMN, round(LONGEST * figure / most)
            marks.append(Mark(Shape.BAR, x, top, width, 20))
            marks.append(_words(x + width + 4, top + 16, str(figure)))
        words = ", ".join(f"{head.lower()} {figure}" for head, figure in zip(heads, figures, strict=True))
        said.append(f"{cohort.year}: {words}")
    return Picture("lua", _("Từng lứa đi đến đâu"), _sentence(said), 24 + len(cohorts) * ROW, tuple(marks))


def delay_picture(name: str, title: str, groups: Sequence[tuple[str, Timeliness]]) -> Picture:
    """A line for each group and step: a shape at the median, a bar from the lower to the upper quartile."""
    spreads = [spread for _label, one in groups for spread in one.days.values() if spread]
    end = _end(max((spread.upper for spread in spreads), default=0))
    words, said = delay_words(), []
    marks: list[Mark] = []
    y = 16
    for label, one in groups:
        marks.append(_words(LEFT, y, label))
        for shape, (delay, spread) in zip(SHAPES, one.days.items(), strict=True):
            y += LINE
            marks.append(_words(LEFT + 12, y, words[delay], quiet=True))
            marks += _spread_marks(shape, spread, y - 4, end)
            if spread:
                said.append(
                    _("%(label)s, %(step)s: %(days)d ngày")
                    % {"label": label, "step": words[delay], "days": round(spread.median)}
                )
        y += LINE + 8
    marks += _axis(y - LINE, end, str)
    return Picture(name, title, _sentence(said), y + 4, tuple(marks))


def _spread_marks(shape: Shape, spread: Spread | None, y: int, end: int) -> list[Mark]:
    if spread is None:
        return [_words(WIDTH - LEFT, y + 4, _("chưa đo được"), anchor="end", quiet=True)]
    lower, median, upper = (_place(value, end) for value in (spread.lower, spread.median, spread.upper))
    days = _("%d ngày") % round(spread.median)
    return [
        Mark(Shape.RANGE, lower, y - 2, max(upper - lower, 1), 4),
        Mark(shape, median, y),
        _words(WIDTH - LEFT, y + 4, days, anchor="end"),
    ]


def coverage_picture(name: str, title: str, groups: Sequence[Group], whole: Group) -> Picture:
    """A line a group: a ring at its share of the staff, a square of those found, a diamond of those recognised."""
    series = _series(whole)
    shares = [(one.name, [_shared(one, whole, each) for each in series]) for one in groups]
    end = min(-(-max((share for _label, of in shares for share in of), default=1) // 20) * 20 or 20, 100)
    marks, said, y = [*_legend(series)], [], 44
    for label, of in shares:
        marks.append(_words(LEFT, y, label))
        marks += _share_marks(series, of, y + 15, end)
        spoken = ", ".join(f"{each.words} {share} %" for each, share in zip(series, of, strict=True))
        said.append(f"{label}: {spoken}")
        y += len(series) * LANE + LINE + 9
    marks += _axis(y - LINE + 2, end, lambda value: f"{value} %", left=LEFT + 10)
    return Picture(name, title, _sentence(said), y + 4, tuple(marks))


class _Series(NamedTuple):
    """A shape, its words, and the figure of a group that it stands for."""

    shape: Shape
    words: str
    figure: str


def _series(whole: Group) -> list[_Series]:
    """Those in which anybody is: of nobody there are no shares."""
    words = {"staff": _("đội ngũ"), "found": _("nhân tố mới"), "recognised": _("được công nhận")}
    every = [_Series(shape, word, figure) for shape, (figure, word) in zip(SHAPES, words.items(), strict=True)]
    return [one for one in every if getattr(whole, one.figure)]


def _shared(one: Group, whole: Group, series: _Series) -> int:
    """In whole per cent."""
    percent: int = round(100 * getattr(one, series.figure) / getattr(whole, series.figure))
    return percent


def _share_marks(series: Sequence[_Series], shares: Sequence[int], y: int, end: int) -> list[Mark]:
    """A lane a series, so that equal shares do not hide one another."""
    left, marks = LEFT + 10, []
    for lane, (one, share) in enumerate(zip(series, shares, strict=True)):
        x, middle = _place(share, end, left), y + lane * LANE
        marks += [Mark(Shape.RANGE, left, middle - 1, x - left, 2), Mark(one.shape, x, middle)]
        marks.append(_words(x + 12, middle + 4, f"{share} %", quiet=True))
    return marks


def _legend(series: Sequence[_Series]) -> list[Mark]:
    marks = []
    for place, one in enumerate(series):
        x = LEFT + 8 + place * 130
        marks += [Mark(one.shape, x, 10), _words(x + 12, 15, one.words)]
    return marks


def _axis(y: int, end: int, label: Callable[[int], str], left: int = NAMES) -> list[Mark]:
    marks = [Mark(Shape.AXIS, left, y, RIGHT - left)]
    for tick in sorted({0, end // 2, end}):
        x = _place(tick, end, left)
        marks += [Mark(Shape.AXIS, x, y, 0, 4), _words(x, y + 18, label(tick), anchor="middle", quiet=True)]
    return marks


def _place(value: float, end: int, left: int = NAMES) -> int:
    return left + round((RIGHT - left) * value / end)


def _end(most: float) -> int:
    return next((tick for tick in TICKS if tick >= most), int(most) + 1)


def _words(x: int, y: int, words: str, anchor: str = "start", *, quiet: bool = False) -> Mark:
    return Mark(Shape.WORDS, x, y, words=words, anchor=anchor, is_quiet=quiet)


def _sentence(said: Sequence[str]) -> str:
    return "; ".join(said) + "." if said else _("Chưa có số liệu.")
