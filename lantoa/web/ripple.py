"""The product's picture: an exemplar in the middle and, ring by ring, those who learn from it."""

from dataclasses import dataclass
from math import cos, pi, sin

SIZE = 400
CENTRE = SIZE / 2
RINGS = ((62, 3), (108, 6), (154, 9), (196, 0))  # radius, how many stand on it


@dataclass(frozen=True, slots=True)
class Spot:
    """A unit on a ring, and how large it is drawn."""

    x: float
    y: float
    radius: float
    is_proved: bool


@dataclass(frozen=True, slots=True)
class Ripple:
    """Rings from the innermost outwards, and the units on them."""

    rings: tuple[int, ...]
    spots: tuple[Spot, ...]
    centre: float = CENTRE
    size: int = SIZE


def ripple() -> Ripple:
    """A ripple of nobody in particular, for pages without records."""
    spots = [_spot(radius, number, of, ring) for ring, (radius, of) in enumerate(RINGS) for number in range(of)]
    return Ripple(tuple(radius for radius, _ in RINGS), tuple(spots))


def _spot(radius: int, number: int, of: int, ring: int) -> Spot:
    angle = 2 * pi * number / of - pi / 2 + ring * 0.7
    return Spot(
        x=round(CENTRE + radius * cos(angle), 1),
        y=round(CENTRE + radius * sin(angle), 1),
        radius=8 - 1.5 * ring,
        is_proved=(number + ring) % 3 != 0,
    )
