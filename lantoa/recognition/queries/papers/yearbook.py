"""The yearbook of a year: everybody recognised for it whose recognition stands."""

from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import IndexLine, ListedDecision, ListedLine, Recognised, Yearbook
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import name_sort_key, sort_key
from lantoa.nomination.models import Round
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import DecisionItem, YearbookText
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.recognition.queries.papers.certificates import issued_lines, ordinals
from lantoa.recognition.queries.papers.portraits import agreed, photographs_of
from lantoa.recognition.queries.papers.standing import standing_lines
from lantoa.recognition.queries.yearbooks import paragraphs_of
from lantoa.register.queries.positions import positions_on

ANYWHERE = Case()
COLLECTIVE = Kind.COLLECTIVE.value


def things(actor: Actor, of_round: int | None) -> list[Thing]:
    """One a year; a round is asked for the one of its year."""
    if not may_have(actor, ""):
        return []
    if of_round is None:
        years = issued_lines().order_by("year").values_list("year", flat=True).distinct()
        return [_thing(year, None) for year in years]
    asked = Round.objects.filter(pk=of_round).values_list("year", flat=True)
    return [_thing(year, of_round) for year in asked]


def find(key: str) -> Thing | None:
    year = _year(key)
    first = issued_lines().filter(year=year).values_list("decision__round", flat=True).first()
    return _thing(year, first) if first else None


def may_have(actor: Actor, _key: str) -> Allowed | Refused:
    return may(actor, Deed.SEE_PAPERS, ANYWHERE)


def contents(key: str, day: date) -> Yearbook:
    """As many queries for a thousand as for one; and the photographs."""
    year = _year(key)
    items = list(standing_lines(year))
    if not items:
        raise NotReady(_missing(year))
    people = _told(items, day)
    collectives = [one for item, one in people if item.subject.kind == COLLECTIVE]
    individuals = [one for item, one in people if item.subject.kind != COLLECTIVE]
    office = letterhead_on(day)
    return Yearbook(
        issuer=office.issuer.upper(),
        title=_("Điển hình tiên tiến %(issuer)s") % {"issuer": office.issuer},
        years=_("Năm %(year)s") % {"year": year},
        place=office.place,
        foreword=paragraphs_of(year, YearbookText.Part.FOREWORD, items, office.issuer),
        position=office.position.upper(),
        signer=office.signer,
        decisions=_decisions(items),
        overview=paragraphs_of(year, YearbookText.Part.OVERVIEW, items, office.issuer),
        collectives=tuple(collectives),
        individuals=tuple(individuals),
        index=_index([*individuals, *collectives]),
    )


def _told(items: Sequence[DecisionItem], day: date) -> list[tuple[DecisionItem, Recognised]]:
    """Tier by tier from the highest, then unit by unit, then by name."""
    written = written_now(items)
    positions = positions_on(day, [item.subject_id for item in items])
    open_ones = agreed(items)
    photographs = photographs_of(items)
    people = [
        (
            item,
            Recognised(
                anchor=str(item.pk),
                name=written[item.pk][0],
                unit=", ".join(filter(None, [positions.get(item.subject_id, ""), written[item.pk][1]])),
                tier=tier_words(item.decision.edition, item.tier, item.year),
                decision=_reference(item),
                text=_paragraphs(item) if item.pk in open_ones else (),
                photograph=photographs.get(item.pk),
            ),
        )
        for item in items
    ]
    return sorted(people, key=lambda pair: _place(pair[0], *written[pair[0].pk]))


def _place(item: DecisionItem, name: str, unit: str) -> tuple[int, str, str]:
    tiers = list(plans.load(item.decision.edition).tiers)
    key = sort_key(name) if item.subject.kind == COLLECTIVE else name_sort_key(name)
    return -tiers.index(item.tier), sort_key(unit), key


def _paragraphs(item: DecisionItem) -> tuple[str, ...]:
    text = item.nomination.text if item.nomination else ""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _decisions(items: Sequence[DecisionItem]) -> tuple[ListedDecision, ...]:
    """Each with its list as it reads now, numbered as it was issued."""
    written, places = written_now(items), ordinals(items)
    lists: dict[int, list[DecisionItem]] = {}
    for item in items:
        lists.setdefault(item.decision_id, []).append(item)
    return tuple(
        ListedDecision(
            reference=_reference(lines[0]),
            title=lines[0].decision.title,
            lines=tuple(
                ListedLine(number=words.count(places[one.pk]), name=written[one.pk][0], unit=written[one.pk][1])
                for one in lines
            ),
        )
        for lines in lists.values()
    )


def _reference(item: DecisionItem) -> str:
    decision = item.decision
    day = decision.decided_on or localdate(decision.made_at)
    return _("Quyết định số %(number)s %(day)s") % {"number": decision.reference, "day": words.day_in_words(day)}


def _index(people: Sequence[Recognised]) -> tuple[IndexLine, ...]:
    """In the order of given names, a unit by the whole of its name."""
    lines = [IndexLine(anchor=one.anchor, name=one.name, unit=one.unit) for one in people]
    return tuple(sorted(lines, key=lambda one: name_sort_key(one.name) if one.unit else sort_key(one.name)))


def _missing(year: int) -> str:
    return _("Năm %(year)s chưa có ai được công nhận bằng quyết định đã ban hành.") % {"year": year}


def _thing(year: int, of_round: int | None) -> Thing:
    return Thing(
        key=f"year:{year}",
        words=_("Kỷ yếu điển hình tiên tiến năm %(year)s") % {"year": year},
        day=localdate(),
        file_name=f"{year}/ky-yeu-{year}",
        round=of_round,
        place=1,
        missing="" if standing_lines(year).exists() else _missing(year),
    )


def _year(key: str) -> int:
    """`year:2025`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "year" and number.isascii() and number.isdigit() and len(number) == 4 else 0


YEARBOOK = Source(kind=PaperKind.YEARBOOK, sheet=Yearbook, things=things, find=find, contents=contents, may=may_have)
