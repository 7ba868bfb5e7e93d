"""Coverage over the years: women, those who work directly, those never recognised, in the staff and among the found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.db.models import BigIntegerField, Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, ExtractYear
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from lantoa.discovery.models import Prospect
from lantoa.domain.coverage import FEW, Group, Mask, group, is_leading, share
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.staff import WOMAN, YEARS, Staff
from lantoa.nurture.queries.overview.tables import Column, Kind, Section, Table, row
from lantoa.register.models import Post
from lantoa.register.queries.figures import integers

MOST = 6  # years in the table
FOREVER = YEARS - 1


@dataclass(frozen=True, slots=True)
class Terms:
    """Every post as a person, the first and the last year at whose end it was held, and whether it leads."""

    person: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    leads: Mask

    def held(self, year: int) -> Mask:
        covers: Mask = (self.first <= year) & (year <= self.last)
        return covers


def years_section(asked: Asked, people: Staff) -> Section:
    """In three queries, whatever the number of years."""
    columns = (
        Column(_("Năm"), Kind.TEXT),
        Column(_("Đội ngũ")),
        Column(_("Nhân tố mới")),
        Column(_("Được công nhận")),
        *(
            Column(f"{name}: {of}", Kind.SHARE)
            for name in (_("Nữ"), _("Trực tiếp lao động"), _("Chưa từng được công nhận"))
            for of in (_("% đội ngũ"), _("% nhân tố mới"), _("% được công nhận"))
        ),
    )
    terms, found = _terms(asked), _found()
    years = sorted({asked.today.year, *found})[-MOST:]
    lines = [row(columns, str(year), *_figures(asked, people, terms, found.get(year, []), year)) for year in years]
    return Section(
        id="cac-nam",
        heading=_("Qua các năm"),
        sentence=_("Tỷ lệ của từng nhóm trong đội ngũ, trong số nhân tố mới và trong số được công nhận của năm."),
        table=Table(_("Qua các năm"), columns, tuple(lines)),
    )


def _figures(asked: Asked, people: Staff, terms: Terms, found: list[int], year: int) -> Iterator[int | float | None]:
    everybody = people.everybody
    held = terms.held(year)
    here, leading = everybody.mask(terms.person[held]), everybody.mask(terms.person[held & terms.leads])
    was_found, recognised = everybody.mask(np.array(found, dtype=np.int64)), people.recognised_in(year)
    whole = group("", here, here, was_found, recognised)
    yield from (whole.staff, whole.found, whole.recognised)
    for members in (np.equal(people.sex, WOMAN), ~leading, ~people.recognised_before(year)):
        yield from _shares(asked, group("", members, here, was_found, recognised), whole)


def _shares(asked: Asked, one: Group, whole: Group) -> list[float | None]:
    """To a head nothing is said of a group of few, nor of one beside which there are few."""
    rest = whole.staff - one.staff
    is_small = 0 < one.staff < FEW or 0 < rest < FEW
    if is_small and not asked.places.scope.everything:
        return [None, None, None]
    pairs = ((one.staff, whole.staff), (one.found, whole.found), (one.recognised, whole.recognised))
    return [share(part, everybody) for part, everybody in pairs]


def _found() -> dict[int, list[int]]:
    """By year who was found, by whatever unit."""
    rows: list[tuple[int, datetime]] = list(Prospect.objects.order_by().values_list("subject_id", "found_at"))
    years: dict[int, list[int]] = {}
    for subject, at in rows:
        years.setdefault(localdate(at).year, []).append(subject)
    return years


def _terms(asked: Asked) -> Terms:
    """The posts of the reader's units that have begun."""
    posts = Post.objects.filter(since__lte=asked.today)
    if not asked.is_everything:
        posts = posts.filter(unit__in=asked.units)
    packed = integers(posts, ((F("person_id") * YEARS + _year("since")) * YEARS + _last(asked)) * 2 + _leads(posts))
    spans = packed // 2
    return Terms(spans // YEARS // YEARS, spans // YEARS % YEARS, spans % YEARS, packed % 2 == 1)


def _last(asked: Asked) -> Case:
    """The last year at whose end the post was held; one still held ends never."""
    return Case(
        When(Q(until=None) | Q(until__gte=asked.today), then=Value(FOREVER)),
        When(until__month=12, until__day=31, then=_year("until")),
        default=_year("until") - 1,
        output_field=BigIntegerField(),
    )


def _leads(posts: QuerySet[Post]) -> Case:
    written = posts.order_by().values_list("position", flat=True).distinct()
    leading = [position for position in written if is_leading(position)]
    is_leader = Q(is_head=True) | Q(position__in=leading)
    return Case(When(is_leader, then=Value(1)), default=Value(0), output_field=BigIntegerField())


def _year(column: str) -> Cast:
    return Cast(ExtractYear(column), BigIntegerField())
