"""The letterhead of a day, and what every official paper takes from it."""

from datetime import date
from typing import Any

from lantoa.domain.papers import words
from lantoa.papers.models import Letterhead
from lantoa.register.models import Subject

UNKNOWN_PLACE = "…………"


def letterhead_on(day: date) -> Letterhead:
    """The one in force; before the first one, the first; without any, what the record book knows of the school."""
    found = Letterhead.objects.filter(since__lte=day).order_by("-since").first() or Letterhead.objects.first()
    if found is not None:
        return found
    roots = Subject.objects.filter(unit__isnull=False, unit__parent=None).values_list("name", flat=True)
    return Letterhead(issuer=roots.first() or "", abbreviation="…", place=UNKNOWN_PLACE, office="TCHC")


def head(
    day: date, kind: str, *, number: int | None = None, dated: date | None = None, of_council: bool = False
) -> dict[str, Any]:
    """Arguments of an OfficialPaper: who issues it, number, day and signer; blanks where nothing is given yet.

    `kind` is the abbreviation of the type: QĐ, TTr; papers of the Council have its own series (Decree 30, II.3a).
    """
    found = letterhead_on(day)
    return {
        "parent": (found.issuer if of_council else found.parent).upper(),
        "issuer": (found.council if of_council else found.issuer).upper(),
        "number": words.number_in_words(number),
        "notation": f"{kind}-{found.council_abbreviation if of_council else found.abbreviation}",
        "place": found.place,
        "date": words.day_in_words(dated) if dated else words.blank_day(day.year),
        "authority": "TM. HỘI ĐỒNG" if of_council else "",
        "position": ("Chủ tịch" if of_council else found.position).upper(),
        "also_position": found.position.upper() if of_council else "",
        "signer": found.signer,
    }


def kept_by(day: date) -> str:
    """`VT, TCHC`: where the paper is kept, for the last line of its recipients."""
    return f"VT, {letterhead_on(day).office}"
