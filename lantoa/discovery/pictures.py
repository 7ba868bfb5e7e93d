"""The funnel from everyone to the eligible, in numbers that an SVG template draws."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa.discovery.queries.matrix import Stage

ROW = 36
LABELS, BARS, NUMBERS = 72, 240, 56  # widths of the three columns


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its numbers, and where it stands."""

    label: str
    text: str
    left: int
    perhaps: int
    top: int
    middle: int
    x: float
    width: float
    perhaps_x: float
    perhaps_width: float


@dataclass(frozen=True, slots=True)
class Funnel:
    """All bars, and the size of the picture."""

    bars: tuple[Bar, ...]
    width: int = LABELS + BARS + NUMBERS

    @property
    def height(self) -> int:
        return ROW * len(self.bars)

    @property
    def numbers_x(self) -> int:
        return self.width


def funnel_picture(stages: list[Stage]) -> Funnel:
    """Bars centred under one another: as wide as what is certainly left, the perhaps standing out behind."""
    full = max(stages[0].left, 1)
    return Funnel(tuple(_bar(stage, number, full) for number, stage in enumerate(stages)))


def _bar(stage: Stage, number: int, full: int) -> Bar:
    width = round(BARS * stage.left / full, 1)
    whole = round(BARS * (stage.left + stage.perhaps) / full, 1)
    middle = LABELS + BARS / 2
    return Bar(
        label=stage.criterion.code if stage.criterion else _("Mọi người"),
        text=stage.criterion.text if stage.criterion else _("Tất cả trong phạm vi đang xem"),
        left=stage.left,
        perhaps=stage.perhaps,
        top=number * ROW + 4,
        middle=number * ROW + ROW // 2 + 4,
        x=round(middle - width / 2, 1),
        width=width,
        perhaps_x=round(middle - whole / 2, 1),
        perhaps_width=whole,
    )
