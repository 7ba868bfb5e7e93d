"""Certificates, one a line of an issued decision: giấy chứng nhận for everybody, giấy khen where it goes with it.

Titles that the school gives (CSTĐCS) are printed on the same sheet, from the record book: titles.py.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.papers.signing import signing
from lantoa.domain.stages import DecisionStage
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.recognition.queries.papers import titles
from lantoa.recognition.queries.verification import code_of
from lantoa.register.queries.positions import positions_on

FORM = "certificate"  # code of the form of commendation in the list of rewards


@dataclass(frozen=True, slots=True)
class Award:
    """What tells one kind of certificate from the other."""

    kind: PaperKind
    deed: str
    lines: Callable[[], QuerySet[DecisionItem]]


def issued_lines() -> QuerySet[DecisionItem]:
    """Every line that a decision of recognition bears, in the order of the lists."""
    found = DecisionItem.objects.filter(
        kind=Decision.Kind.RECOGNISE,
        state=DecisionItem.State.LISTED,
        decision__stage=DecisionStage.ISSUED.value,
    )
    named = found.select_related("decision", "subject", "recognition", "nomination__unit__subject")
    return named.defer("nomination__text", "nomination__verdict").order_by("decision", "pk")


def commended_lines() -> QuerySet[DecisionItem]:
    return issued_lines().filter(reward__form=FORM)


RECOGNITION = Award(PaperKind.CERTIFICATE_OF_RECOGNITION, "CẤP", issued_lines)
COMMENDATION = Award(PaperKind.CERTIFICATE, "TẶNG", commended_lines)


def ordinals(items: Collection[DecisionItem]) -> dict[int, int]:
    """Số sổ vàng of each line: its place on the list of its decision, which no later deed moves."""
    listed = DecisionItem.objects.filter(decision__in={item.decision_id for item in items})
    places: dict[int, int] = defaultdict(int)
    found = {}
    rows = listed.filter(state=DecisionItem.State.LISTED).order_by("pk").values_list("pk", "decision")
    for key, decision in rows:
        places[decision] += 1
        found[key] = places[decision]
    return found


def things_of(award: Award) -> Callable[[Actor, int | None], Iterable[Thing]]:
    """What `Source.things` asks, three queries whatever their number."""

    def things(actor: Actor, of_round: int | None) -> list[Thing]:
        reached = scope(actor, Deed.SEE_PAPERS)
        asked = award.lines() if of_round is None else award.lines().filter(decision__round=of_round)
        if not reached.everything:
            asked = asked.filter(nomination__unit__subject__code__in=reached.units)
        return things_from(award, list(asked))

    return things


def things_from(award: Award, items: Sequence[DecisionItem]) -> list[Thing]:
    places, written = ordinals(items), written_now(items)
    return [_thing(award, item, places[item.pk], written[item.pk][0]) for item in items]


def finder_of(award: Award) -> Callable[[str], Thing | None]:
    """What `Source.find` asks."""

    def find(key: str) -> Thing | None:
        return next(iter(things_from(award, list(award.lines().filter(pk=_number(key))))), None)

    return find


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    item = issued_lines().filter(pk=_number(key)).first()
    return may(actor, Deed.SEE_PAPERS, Case(units=frozenset([_unit(item)] if item else [])))


def contents_of(award: Award) -> Callable[[str, date], Certificate]:
    """What `Source.contents` asks; the day of the decision, not the one of the printing, says who signs."""

    def contents(key: str, _day: date) -> Certificate:
        item = award.lines().filter(pk=_number(key)).first()
        if item is None:
            raise NotReady(_("Dòng này không còn trong danh sách của quyết định đã ban hành."))
        if why := _missing(item):
            raise NotReady(why)
        return _certificate(award, item)

    return contents


def _certificate(award: Award, item: DecisionItem) -> Certificate:
    decision = item.decision
    day = decision.decided_on or decision.made_at.date()
    office = letterhead_on(day)
    signed = signing(decision.signer, office.position)
    name, unit = written_now([item])[item.pk]
    position = positions_on(day, [item.subject_id]).get(item.subject_id, "")
    return Certificate(
        authority=f"{office.position} {office.issuer}".upper(),
        deed=award.deed,
        award=KINDS[award.kind].name.upper(),
        name=name,
        unit=", ".join(filter(None, [position, unit])) or office.issuer,
        achievement=tier_words(decision.edition, item.tier, item.year),
        decision=_("Quyết định số %(number)s %(day)s") % {"number": decision.reference, "day": words.day_in_words(day)},
        ordinal=words.count(ordinals([item])[item.pk]),
        place=office.place,
        date=words.day_in_words(day),
        power=signed.authority,
        position=signed.position,
        signer=signed.signer or office.signer,
        code=code_of(item.recognition) if item.recognition else None,
    )


def _unit(item: DecisionItem) -> str:
    return item.nomination.unit.subject.code if item.nomination else ""


def _thing(award: Award, item: DecisionItem, place: int, name: str) -> Thing:
    decision = item.decision
    paper = KINDS[award.kind]
    whom = f"{name} {paper.abbreviation} {decision.reference.partition('/')[0]}"
    return Thing(
        key=f"item:{item.pk}",
        words=f"{name} ({decision.reference}, {words.count(place)})",
        day=decision.decided_on or decision.made_at.date(),
        file_name=file_name(item.tier, item.year, paper.abbreviation, place, whom),
        unit=_unit(item),
        round=decision.round_id,
        place=place,
        missing=_missing(item),
    )


def _missing(item: DecisionItem) -> str:
    if item.recognition is not None and item.recognition.revoked:
        return _("Việc công nhận này đã bị thu hồi, không in giấy nữa.")
    return ""


def _number(key: str) -> int:
    """`item:12`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "item" and number.isascii() and number.isdigit() and len(number) < 19 else 0


def _all_things(actor: Actor, of_round: int | None) -> list[Thing]:
    """Titles follow after the lines of decisions where no round is asked for."""
    of_lines = list(things_of(COMMENDATION)(actor, of_round))
    return of_lines if of_round is not None else [*of_lines, *titles.things(actor)]


def _find_any(key: str) -> Thing | None:
    return titles.find(key) if titles.number_of(key) else finder_of(COMMENDATION)(key)


def _any_contents(key: str, day: date) -> Certificate:
    return titles.contents(key) if titles.number_of(key) else contents_of(COMMENDATION)(key, day)


def _may_have_any(actor: Actor, key: str) -> Allowed | Refused:
    return titles.may_have(actor, key) if titles.number_of(key) else may_have(actor, key)


CERTIFICATE_OF_RECOGNITION = Source(
    kind=RECOGNITION.kind,
    sheet=Certificate,
    things=things_of(RECOGNITION),
    find=finder_of(RECOGNITION),
    contents=contents_of(RECOGNITION),
    may=may_have,
)
CERTIFICATE = Source(
    kind=COMMENDATION.kind,
    sheet=Certificate,
    things=_all_things,
    find=_find_any,
    contents=_any_contents,
    may=_may_have_any,
)
