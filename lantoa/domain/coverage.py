"""Whether those found and recognised look like the staff they come from: groups, shares, groups too small to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.vietnamese import fold

Mask: TypeAlias = NDArray[np.bool_]
AGES = (30, 40, 50)  # where one band ends and the next begins
FEW = 3  # of fewer people a figure speaks about somebody
LEADING = ("truong ", "pho ", "hieu truong", "giam doc", "quyen ", "phu trach", "chanh ", "vien truong", "cuc truong")
NOT_LEADING = ("pho giao su",)


@dataclass(frozen=True, slots=True)
class Group:
    """How many people of the staff, and how many of them were found and recognised."""

    name: str
    staff: int
    found: int
    recognised: int


def group(name: str, members: Mask, staff: Mask, found: Mask, recognised: Mask) -> Group:
    """The masks lie over one another: whoever is not on the staff does not count."""
    here = members & staff
    return Group(name, int(here.sum()), int((here & found).sum()), int((here & recognised).sum()))


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def gathered(groups: Sequence[Group], name: str, least: int = FEW) -> list[Group]:
    """Groups in which somebody is, the small ones together under that name, so that none speaks about one person.

    Where they are too few even together, the smallest of the others joins them; where all are, nothing is left.
    """
    present = [one for one in groups if one.staff]
    small = [one for one in present if one.staff < least]
    large = [one for one in present if one.staff >= least]
    if not small:
        return large
    if sum(one.staff for one in small) < least and large:
        joining = min(large, key=lambda one: one.staff)
        small, large = [*small, joining], [one for one in large if one is not joining]
    together = Group(name, *(sum(getattr(one, figure) for one in small) for figure in ("staff", "found", "recognised")))
    return [*large, together] if together.staff >= least else large


def age_bands(born: NDArray[np.int64], year: int) -> list[Mask]:
    """Masks of those under 30, of each band above, and last of those whose year of birth is not on file (0)."""
    known = born > 0
    band = np.digitize(year - born, AGES)
    return [*(known & (band == place) for place in range(len(AGES) + 1)), ~known]


def is_leading(position: str) -> bool:
    """Whether a position, as it is written, is one of leadership or management."""
    words = fold(position)
    return words.startswith(LEADING) and not words.startswith(NOT_LEADING)
