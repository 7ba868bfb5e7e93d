"""The staff on a day as arrays whose positions are subject ids, kept until the register changes."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.core.cache import cache
from django.db.models import BigIntegerField, Case, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, ExtractYear
from numpy.typing import NDArray

from lantoa.audit.queries import revision
from lantoa.discovery.queries.crowd import Crowd, crowd
from lantoa.domain.coverage import Mask, is_leading
from lantoa.domain.records import Kind
from lantoa.register.models import Person, Post, Recognition
from lantoa.register.queries.figures import in_force, integers
from lantoa.register.queries.screening import KEPT_FOR

MAN, WOMAN = 1, 2
MEN, WOMEN = ("Nam", "nam", "NAM"), ("Nữ", "nữ", "NỮ", "Nu", "nu")
SEXES, YEARS = 4, 4096  # a sex, a year in one packed integer


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works on the day; sex and year of birth (0 for not on file), who leads, and all recognitions."""

    everybody: Crowd
    here: Mask
    sex: NDArray[np.int64]
    born: NDArray[np.int64]
    leading: Mask
    recognised: NDArray[np.int64]  # subject and year

    def recognised_in(self, year: int) -> Mask:
        return self.everybody.mask(self.recognised[self.recognised % YEARS == year] // YEARS)

    def recognised_before(self, year: int) -> Mask:
        return self.everybody.mask(self.recognised[self.recognised % YEARS < year] // YEARS)

    def posted_in(self, unit: int) -> Mask:
        """Those who work in the unit itself, not in one under it."""
        everybody = self.everybody
        own = (everybody.posted_in == unit) & (everybody.posted != unit)
        return everybody.mask(everybody.posted[own])


def staff(day: date) -> Staff:
    """The staff on that day."""
    everybody = crowd(day)
    key = f"staff:{day.isoformat()}:{revision()}"
    kept: tuple[Mask, NDArray[np.int64], NDArray[np.int64], Mask, NDArray[np.int64]] | None = cache.get(key)
    if kept is None:
        kept = _assemble(everybody, day)
        cache.set(key, kept, KEPT_FOR)
    return Staff(everybody, *kept)


def _assemble(
    everybody: Crowd, day: date
) -> tuple[Mask, NDArray[np.int64], NDArray[np.int64], Mask, NDArray[np.int64]]:
    here = everybody.mask(everybody.posted[everybody.posted != everybody.posted_in])
    sex = np.zeros(everybody.size, dtype=np.int64)
    born = np.zeros(everybody.size, dtype=np.int64)
    packed = integers(Person.objects.all(), (F("subject_id") * SEXES + _sex()) * YEARS + _birth_year())
    packed = packed[packed // YEARS // SEXES < everybody.size]
    who = packed // YEARS // SEXES
    sex[who], born[who] = packed // YEARS % SEXES, packed % YEARS
    recognitions = Recognition.objects.filter(subject__kind=Kind.INDIVIDUAL.value, revoked=False)
    recognised = integers(recognitions, F("subject_id") * YEARS + F("year"))
    return here, sex, born, everybody.mask(_leaders(day)), recognised


def _sex() -> Case:
    words = [When(sex__in=MEN, then=Value(MAN)), When(sex__in=WOMEN, then=Value(WOMAN))]
    return Case(*words, default=Value(0), output_field=BigIntegerField())


def _birth_year() -> Coalesce:
    return Coalesce(Cast(ExtractYear("born"), BigIntegerField()), Value(0), output_field=BigIntegerField())


def _leaders(day: date) -> NDArray[np.int64]:
    """Heads, and whoever holds a position that is one of leadership as it is written."""
    posts = Post.objects.filter(in_force(day))
    written = posts.order_by().values_list("position", flat=True).distinct()
    leading = [position for position in written if is_leading(position)]
    return integers(posts.filter(Q(is_head=True) | Q(position__in=leading)), F("person_id"))
