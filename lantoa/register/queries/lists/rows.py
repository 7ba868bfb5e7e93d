"""The rows of a list: searched without accents, filtered, sorted; and one page of them as it is shown."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.domain.vietnamese import fold
from lantoa.register.models import Post, Subject
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.lists.definition import Asked, Line, Listing
from lantoa.register.queries.tree import subtrees_of


def rows_of(listing: Listing, asked: Asked, day: date) -> QuerySet[Any]:
    """The rows that were asked for, in the order asked for; `day` says who works in the unit now."""
    rows = listing.model._default_manager.filter(_searched(listing, asked.words))
    if asked.unit is not None:
        rows = rows.filter(_of_unit(listing, asked.unit, day))
    for choice in listing.filters:
        if value := asked.chosen.get(choice.key):
            rows = rows.filter(choice.condition(value, day))
    return rows.order_by(*_order(listing, asked.sort))


def lines(listing: Listing, rows: QuerySet[Any]) -> list[Line]:
    """Those rows as they are shown, in a fixed number of queries."""
    shown = rows.select_related("imported", "typed_by", *listing.related).prefetch_related(*listing.fetched)
    return [_line(listing, row) for row in shown]


def matching(words: str) -> QuerySet[Subject]:
    """Subjects whose code and name hold all the words, with or without accents."""
    subjects = Subject.objects.all()
    for word in fold(words).split():
        subjects = subjects.filter(search_key__contains=word)
    return subjects


def _searched(listing: Listing, words: str) -> Q:
    if not words.strip():
        return Q()
    subjects = matching(words).values("pk")
    found = Q()
    for column in listing.about:
        found |= Q(**{f"{column}__in": subjects})
    for column in listing.searched:
        found |= Q(**{f"{column}__icontains": words.strip()})
    return found


def _of_unit(listing: Listing, unit: int, day: date) -> Q:
    """Rows about the unit, those under it, or the people who work there on the day."""
    units = subtrees_of([], unit).values("pk")
    people = Post.objects.filter(in_force(day), unit__in=units).values("person_id")
    found = Q()
    for column in listing.about:
        found |= Q(**{f"{column}__in": units}) | Q(**{f"{column}__in": people})
    return found


def _order(listing: Listing, sort: str) -> list[str]:
    key = sort.removeprefix("-")
    if key not in listing.orders:
        sort, key = listing.first, listing.first.removeprefix("-")
    down = "-" if sort.startswith("-") else ""
    columns = [f"{down}{column}" for column in listing.orders[key]]
    return columns if key == "ghi" else [*columns, f"{down}pk"]


def _line(listing: Listing, row: Recorded) -> Line:
    cells = tuple(column.cell(row) for column in listing.columns)
    return Line(row.pk, cells, origin_of(row), row.imported_id)


def origin_of(row: Recorded) -> str:
    """Which file and row it came from, or who typed it; and the day."""
    day = localtime(row.recorded_at).strftime("%d/%m/%Y")
    if row.imported:
        place = _("%(file)s, dòng %(row)s") % {"file": row.imported.file_name, "row": row.imported_row}
        edited = _("; %(who)s sửa %(day)s") % {"who": row.typed_by, "day": day} if row.typed_by else ""
        return place + edited
    if row.typed_by:
        return _("%(who)s ghi %(day)s") % {"who": row.typed_by, "day": day}
    return _("ghi %(day)s") % {"day": day}
