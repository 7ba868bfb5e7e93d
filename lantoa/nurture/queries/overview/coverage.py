"""Coverage: do those found and recognised in a year look like the staff, by unit, sex, post, age and history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from django.utils.translation import gettext as _

from lantoa.discovery.models import Prospect
from lantoa.domain.coverage import AGES, FEW, Group, Mask, age_bands, gathered, group, share
from lantoa.nurture.pictures import coverage_picture
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.board import unit_name
from lantoa.nurture.queries.overview.staff import MAN, WOMAN, Staff, staff
from lantoa.nurture.queries.overview.tables import Column, Kind, Section, Table, row
from lantoa.nurture.queries.overview.years import years_section


@dataclass(frozen=True, slots=True)
class Masks:
    """Who is on the staff of the reader's units on the last day of the year (or today), found, recognised."""

    here: Mask
    found: Mask
    recognised: Mask

    def group(self, name: str, members: Mask) -> Group:
        return group(name, members, self.here, self.found, self.recognised)


def coverage_sections(asked: Asked) -> tuple[Section, ...]:
    """Pictures and tables of one year; nothing when nobody works in those units, for a head also when few do."""
    year = asked.year or asked.today.year
    people = staff(min(asked.today, date(year, 12, 31)))
    masks = _masks(asked, people, year)
    whole = masks.group(_("Tất cả"), masks.here)
    if whole.staff < (1 if asked.places.scope.everything else FEW):
        return ()
    return (
        _section("don-vi", _("Theo đơn vị"), asked, masks, _units(asked, people)),
        _section("gioi", _("Theo giới"), asked, masks, _sexes(people)),
        _section("vi-tri", _("Lãnh đạo, quản lý và người trực tiếp lao động"), asked, masks, _posts(people)),
        _section("tuoi", _("Theo tuổi"), asked, masks, _ages(people, year)),
        _section("tung", _("Đã từng được công nhận hay chưa"), asked, masks, _histories(people, year)),
        years_section(asked, people),
    )


def _masks(asked: Asked, people: Staff, year: int) -> Masks:
    everybody = people.everybody
    here = people.here
    if asked.is_unit_alone and asked.top:
        here = here & people.posted_in(asked.top)
    elif not asked.is_everything:
        here = here & everybody.of_units(everybody.mask(np.fromiter(asked.units, np.int64)))
    found = Prospect.objects.filter(found_at__year=year).order_by().values_list("subject_id", flat=True)
    return Masks(here, everybody.mask(np.fromiter(found, np.int64)), people.recognised_in(year))


def _units(asked: Asked, people: Staff) -> list[tuple[str, Mask]]:
    rows, top = asked.rows, asked.top
    return [
        (
            unit_name(asked, key),
            people.posted_in(key) if key == top and len(rows) > 1 else people.everybody.of_unit(key),
        )
        for key in rows
    ]


def _sexes(people: Staff) -> list[tuple[str, Mask]]:
    return [
        (_("Nữ"), np.equal(people.sex, WOMAN)),
        (_("Nam"), np.equal(people.sex, MAN)),
        (_("Chưa ghi giới tính"), np.equal(people.sex, 0)),
    ]


def _posts(people: Staff) -> list[tuple[str, Mask]]:
    return [(_("Lãnh đạo, quản lý"), people.leading), (_("Người trực tiếp lao động"), ~people.leading)]


def _ages(people: Staff, year: int) -> list[tuple[str, Mask]]:
    first, last = AGES[0], AGES[-1]
    between = [_("Từ %(from)d đến %(to)d") % {"from": age, "to": next_age - 1} for age, next_age in pairwise(AGES)]
    names = [_("Dưới %d") % first, *between, _("Từ %d trở lên") % last, _("Chưa ghi ngày sinh")]
    return list(zip(names, age_bands(people.born, year), strict=True))


def _histories(people: Staff, year: int) -> list[tuple[str, Mask]]:
    before = people.recognised_before(year)
    return [(_("Chưa từng được công nhận"), ~before), (_("Đã từng được công nhận"), before)]


def _section(name: str, heading: str, asked: Asked, masks: Masks, members: Sequence[tuple[str, Mask]]) -> Section:
    groups = [masks.group(label, mask) for label, mask in members]
    shown = [one for one in groups if one.staff]
    if not asked.places.scope.everything:
        shown = gathered(groups, _("Gộp lại (có nhóm dưới 3 người)"))
    whole = masks.group(_("Tất cả"), masks.here)
    columns = (
        Column(_("Nhóm"), Kind.TEXT, 40),
        Column(_("Đội ngũ")),
        Column(_("% đội ngũ"), Kind.SHARE),
        Column(_("Nhân tố mới")),
        Column(_("% nhân tố mới"), Kind.SHARE),
        Column(_("Được công nhận")),
        Column(_("% được công nhận"), Kind.SHARE),
    )
    lines = [row(columns, one.name, *_figures(one, whole)) for one in shown]
    return Section(
        id=name,
        heading=heading,
        sentence="",
        table=Table(heading[:31], columns, tuple(lines), row(columns, whole.name, *_figures(whole, whole))),
        picture=coverage_picture(name, heading, shown, whole) if shown else None,
    )


def _figures(one: Group, whole: Group) -> list[int | float | None]:
    return [
        one.staff,
        share(one.staff, whole.staff),
        one.found,
        share(one.found, whole.found),
        one.recognised,
        share(one.recognised, whole.recognised),
    ]
