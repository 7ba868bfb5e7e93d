"""Danh sách trích ngang: whose dossiers were sent in a round, of the whole school or of one unit, each in a line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import NomineeLine, NomineeListPaper
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.papers.heads import head_of_unit
from lantoa.nomination.queries.papers.naming import file_of_round, nominations, positions
from lantoa.nomination.queries.posting.candidates import sentences
from lantoa.nomination.queries.rounds.reading import UNSENT
from lantoa.nomination.queries.unit_meetings import MeetingVote, votes_in
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.register.models import Unit

KIND = PaperKind.NOMINEE_LIST


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """The whole list of each round for who sees everything, and the list of each unit that has sent somebody."""
    found: dict[int, tuple[Round, dict[int, Unit]]] = {}
    for one in nominations(actor, round_id).exclude(stage__in=UNSENT):
        if one.round is not None:
            found.setdefault(one.round.pk, (one.round, {}))[1][one.unit_id] = one.unit
    reached = scope(actor, Deed.SEE_PAPERS)
    for one_round, units in found.values():
        if reached.everything:
            yield _thing(one_round, None, 0)
        own = [unit for unit in units.values() if reached.covers(Case(units=frozenset([unit.subject.code])))]
        ordered = sorted(own, key=lambda unit: (unit.subject.sort_key, unit.pk))
        yield from (_thing(one_round, unit, place) for place, unit in enumerate(ordered, 1))


def find(key: str) -> Thing | None:
    place = _place(key)
    return _thing(*place, 0) if place else None


def contents(key: str, day: date) -> NomineeListPaper:
    place = _place(key)
    listed = _nominees(*place) if place else []
    if place is None or not listed:
        raise NotReady(_("Chưa có hồ sơ nào được gửi; đơn vị gửi hồ sơ đề cử rồi hãy in danh sách."))
    one, unit = place
    lines = _lines(one, listed, day)
    collectives, individuals = (
        [found for found in listed if found.subject.kind == kind.value] for kind in (Kind.COLLECTIVE, Kind.INDIVIDUAL)
    )
    said = head_of_unit(unit, day, KINDS[KIND].abbreviation) if unit else head(day, KINDS[KIND].abbreviation)
    return NomineeListPaper(
        **said,
        round=one.name,
        counts=words.counts(len(collectives), len(individuals)),
        subject=one.name,
        recipients=words.recipients([_("Hội đồng Thi đua - Khen thưởng")], kept_by(day)),
        collectives=tuple(_numbered(collectives, lines)),
        collectives_total=words.counts(len(collectives), 0),
        individuals=tuple(_by_unit(individuals, lines) if unit is None else _numbered(individuals, lines)),
        individuals_total=words.counts(0, len(individuals)),
    )


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    place = _place(key)
    unit = place[1] if place else None
    return may(actor, Deed.SEE_PAPERS, Case(units=frozenset([unit.subject.code])) if unit else Case())


SOURCE = Source(KIND, NomineeListPaper, things, find, contents, may_have)


def _place(key: str) -> tuple[Round, Unit | None] | None:
    """`7` is the whole round, `7-12` the unit with that number in it."""
    round_id, _dash, unit_id = key.partition("-")
    if not key.isascii() or not round_id.isdigit() or (_dash and not unit_id.isdigit()):
        return None
    one = Round.objects.filter(pk=int(round_id)).first()
    unit = Unit.objects.select_related("subject").filter(pk=int(unit_id)).first() if unit_id else None
    return None if one is None or (unit_id and unit is None) else (one, unit)


def _thing(one: Round, unit: Unit | None, place: int) -> Thing:
    name = f"danh-sach-trich-ngang_{slug(unit.subject.name)[:80]}" if unit else "danh-sach-trich-ngang"
    return Thing(
        key=f"{one.pk}-{unit.pk}" if unit else f"{one.pk}",
        words=f"{one.name}, {unit}" if unit else one.name,
        day=one.send_by or date(one.year, 12, 31),
        file_name=file_of_round(one, name),
        unit=unit.subject.code if unit else "",
        round=one.pk,
        place=place,
    )


def _nominees(one: Round, unit: Unit | None) -> Sequence[Nomination]:
    """Those sent, by unit and by name: a draft is nobody's word yet."""
    found = Nomination.objects.filter(round=one).exclude(stage__in=UNSENT)
    found = found.filter(unit=unit) if unit else found
    order = ("unit__subject__sort_key", "unit", "subject__sort_key", "pk")
    return list(found.select_related("subject", "unit__subject").order_by(*order))


def _lines(one: Round, listed: Sequence[Nomination], day: date) -> dict[int, NomineeLine]:
    """By nomination, not numbered yet."""
    subjects = [nomination.subject_id for nomination in listed]
    votes, merits, posts = votes_in(one, subjects), sentences(listed), positions(subjects, day)
    return {
        nomination.pk: NomineeLine(
            number="",
            name=nomination.subject.name,
            unit=posts.get(nomination.subject_id, nomination.unit.subject.name),
            merits=merits[nomination.pk],
            tier=aim_in_words(nomination),
            vote=vote_in_words(votes.get(nomination.subject_id)),
        )
        for nomination in listed
    }


def _by_unit(listed: Sequence[Nomination], lines: dict[int, NomineeLine]) -> Iterator[NomineeLine]:
    """Each unit with a Roman number above its own, who are numbered from 1."""
    grouped = groupby(listed, key=lambda nomination: nomination.unit)
    for place, (unit, group) in enumerate(grouped, 1):
        yield NomineeLine(number=words.roman(place), name=unit.subject.name, is_unit=True)
        yield from _numbered(list(group), lines)


def _numbered(listed: Sequence[Nomination], lines: dict[int, NomineeLine]) -> Iterator[NomineeLine]:
    for place, nomination in enumerate(listed, 1):
        yield replace(lines[nomination.pk], number=str(place))


def vote_in_words(vote: MeetingVote | None) -> str:
    """`12/14 phiếu của người có mặt`; nothing when the unit has not voted."""
    if vote is None:
        return ""
    return _("%(votes)d/%(present)d phiếu của người có mặt") % {"votes": vote.votes_for, "present": vote.present}
