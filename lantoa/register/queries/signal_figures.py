"""The figures of the signals as grouped queries, one packed query for each."""

from datetime import date

import numpy as np
from django.db.models import Case, F, Min, Value, When
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.screening import ABSENT
from lantoa.register.models import Initiative, Person, Rating, Unit
from lantoa.register.queries.figures import DatabaseFigures, integers

GRADES = 16  # more than there are


class DatabaseSignalFigures(DatabaseFigures):
    """Positions are subject ids, as in DatabaseFigures."""

    def ranks(self, grades: tuple[str, ...], year: int) -> NDArray[np.int8]:
        rank = Case(*(When(grade=grade, then=Value(place)) for place, grade in enumerate(grades)), default=Value(0))
        packed = integers(Rating.objects.filter(year=year, grade__in=grades), F("subject_id") * GRADES + rank)
        ranks = np.full(self.size, ABSENT, dtype=np.int8)
        ranks[packed // GRADES] = packed % GRADES
        return ranks

    def initiatives(self, window: Window) -> NDArray[np.int64]:
        people = integers(Initiative.objects.filter(year__in=window.years), F("person_id"))
        return np.bincount(people, minlength=self.size)

    def beginning(self) -> NDArray[np.int64]:
        days = np.zeros(self.size, dtype=np.int64)
        people = Person.objects.annotate(first=Min("posts__since")).exclude(first=None)
        for rows in (people.values_list("pk", "first"), Unit.objects.exclude(since=None).values_list("pk", "since")):
            found: list[tuple[int, date]] = list(rows)
            days[[key for key, _ in found]] = [day.toordinal() for _, day in found]
        return days
