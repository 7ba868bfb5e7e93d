"""Certificates of the titles that the Principal gives, such as Chiến sĩ thi đua cơ sở, from the record book.

The decision was made elsewhere, so the place of a line on its list is not known: the number in the golden book is
left to be written by hand.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.records import AwardStatus, Kind, Level
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Thing
from lantoa.register.models import Award, Post
from lantoa.register.models.columns import DAY
from lantoa.register.queries.figures import in_force

GIVEN = ("GRASSROOTS_FIGHTER", "ADVANCED_COLLECTIVE")  # Law 06/2022/QH15 art. 80.1
SHELF, TIER, PREFIX = "DH", "school-annual", "award"
LONGEST_KEY = 18


def given() -> QuerySet[Award]:
    """Those awarded by the school."""
    found = Award.objects.filter(title__in=GIVEN, level=Level.SCHOOL.value, status=AwardStatus.AWARDED.value)
    return found.select_related("subject").order_by("-year", "pk")


def things(actor: Actor) -> list[Thing]:
    """In one query; they belong to no round."""
    return [_thing(one, place) for place, one in enumerate(given(), 1)] if may_have(actor, "") else []


def find(key: str) -> Thing | None:
    one = given().filter(pk=number_of(key)).first()
    return _thing(one, 0) if one else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, Case())


def contents(key: str) -> Certificate:
    """NotReady when the record book does not say by which decision, and of which day."""
    one = given().filter(pk=number_of(key)).first()
    if one is None:
        raise NotReady(_("Sổ gốc không còn danh hiệu này, hoặc danh hiệu không do Trường tặng."))
    if (why := _missing(one)) or one.decided is None:
        raise NotReady(why)
    return _certificate(one, one.decided)


def number_of(key: str) -> int:
    """`award:12`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    is_number = kind == PREFIX and number.isascii() and number.isdigit() and len(number) < LONGEST_KEY
    return int(number) if is_number else 0


def _certificate(one: Award, day: date) -> Certificate:
    office = letterhead_on(day)
    return Certificate(
        authority=f"{office.position} {office.issuer}".upper(),
        deed="TẶNG DANH HIỆU",
        award=plans.catalogue().titles[one.title].name.upper(),
        has_flags=True,
        name=one.subject.name,
        unit=", ".join(_work(one, day)) or office.issuer,
        achievement=_("Đã có thành tích xuất sắc trong phong trào thi đua năm %(year)s") % {"year": one.year},
        decision=_("Quyết định số %(number)s %(day)s") % {"number": one.decision, "day": words.day_in_words(day)},
        ordinal="",
        place=office.place,
        date=words.day_in_words(day),
        position=office.position.upper(),
        signer=office.signer,
    )


def _work(one: Award, day: date) -> Iterable[str]:
    """Position and unit of the oldest post in force on the day of the decision."""
    if one.subject.kind == Kind.COLLECTIVE.value:
        return ()
    posts = Post.objects.filter(in_force(day), person=one.subject_id).order_by("since", "pk")
    return filter(None, posts.values_list("position", "unit__subject__name").first() or ())


def _thing(one: Award, place: int) -> Thing:
    title = plans.catalogue().titles[one.title]
    return Thing(
        key=f"{PREFIX}:{one.pk}",
        words=_("%(name)s, %(title)s năm %(year)s") % {"name": one.subject.name, "title": title.name, "year": one.year},
        day=one.decided or date(one.year, 12, 31),
        file_name=file_name(TIER, one.year, SHELF, one.pk, f"{one.subject.name} {title.name}"),
        place=place,
        missing=_missing(one),
    )


def _missing(one: Award) -> str:
    if not one.decision or one.decided is None:
        return _("Sổ gốc chưa ghi số và ngày quyết định tặng danh hiệu. Hãy ghi bổ sung.")
    if one.decided_precision != DAY:
        return _("Sổ gốc chưa ghi đủ ngày, tháng, năm của quyết định tặng danh hiệu. Hãy ghi bổ sung.")
    return ""
