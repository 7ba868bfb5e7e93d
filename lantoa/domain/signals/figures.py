"""The figures of the signals, counted from the rows of a record book in memory."""

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.figures import BookFigures
from lantoa.domain.screening import ABSENT


class BookSignalFigures(BookFigures):
    """Positions as in BookFigures: people first, then units."""

    def ranks(self, grades: tuple[str, ...], year: int) -> NDArray[np.int8]:
        ranks = np.full(self.size, ABSENT, dtype=np.int8)
        for row in self.book.ratings:
            if row.year == year:
                ranks[self.position[row.subject]] = grades.index(row.grade)
        return ranks

    def initiatives(self, window: Window) -> NDArray[np.int64]:
        counts = np.zeros(self.size, dtype=np.int64)
        for row in self.book.initiatives:
            counts[self.position[row.person]] += row.year in window
        return counts

    def beginning(self) -> NDArray[np.int64]:
        days = np.zeros(self.size, dtype=np.int64)
        for code, unit in self.book.units.items():
            days[self.position[code]] = unit.since.first_day.toordinal() if unit.since else 0
        for person, posts in self.book.posts_of.items():
            written = [post.since.first_day.toordinal() for post in posts if post.since]
            days[self.position[person]] = min(written, default=0)
        return days
