"""Danh sách trích ngang: the nominees of a round, of the whole school or of one unit, each in a line."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import NomineeLine, NomineeListPaper
from lantoa.domain.records import Kind
from lantoa.domain.stages import NominationStage
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.papers.heads import head_of_unit
from lantoa.nomination.queries.papers.naming import file_of_round, nominations, positions
from lantoa.nomination.queries.posting.candidates import sentences
from lantoa.nomination.queries.unit_meetings import MeetingVote, votes_in
from lantoa.papers.queries.letterheads import head, kept_by
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.register.models import Unit

KIND = PaperKind.NOMINEE_LIST


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """The whole list of each round for who sees everything, and the list of each unit that has nominees."""
    found: dict[int, tuple[Round, dict[int, Unit]]] = {}
    for one in nominations(actor, round_id):
        if one.round is not None:
            found.setdefault(one.round.pk, (one.round, {}))[1][one.unit_id] = one.unit
    sees_all = scope(actor, Deed.SEE_PAPERS).everything
    for one_round, units in found.values():
        if sees_all:
            yield _thing(one_round, None, 0)
        ordered = sorted(units.values(), key=lambda unit: (unit.subject.sort_key, unit.pk))
        yield from (_thing(one_round, unit, place) for place, unit in enumerate(ordered, 1))


def find(key: str) -> Thing | None:
    place = _place(key)
    return _thing(*place, 0) if place else None


def contents(key: str, day: date) -> NomineeListPaper:
    place = _place(key)
    listed = _nominees(*place) if place else []
    if place is None or not listed:
        raise NotReady(_("Đợt xét chưa có ai được đề cử; đơn vị lập đề cử rồi hãy in danh sách."))
    one, unit = place
    groups = {kind: [found for found in listed if found.subject.kind == kind.value] for kind in Kind}
    lines = {kind: _lines(one, group, day) for kind, group in groups.items()}
    counts = words.counts(len(groups[Kind.COLLECTIVE]), len(groups[Kind.INDIVIDUAL]))
    said = head_of_unit(unit, day, KINDS[KIND].abbreviation) if unit else head(day, KINDS[KIND].abbreviation)
    return NomineeListPaper(
        **said,
        round=one.name,
        counts=counts,
        subject=one.name,
        recipients=words.recipients([_("Hội đồng Thi đua - Khen thưởng")], kept_by(day)),
        collectives=lines[Kind.COLLECTIVE],
        individuals=lines[Kind.INDIVIDUAL],
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
    found = Nomination.objects.filter(round=one).exclude(stage=NominationStage.WITHDRAWN.value)
    found = found.filter(unit=unit) if unit else found
    return list(found.select_related("subject", "unit__subject").order_by("unit__subject__sort_key", "pk"))


def _lines(one: Round, group: Sequence[Nomination], day: date) -> tuple[NomineeLine, ...]:
    subjects = [nomination.subject_id for nomination in group]
    votes, merits, posts = votes_in(one, subjects), sentences(group), positions(subjects, day)
    return tuple(
        NomineeLine(
            number=str(place),
            name=nomination.subject.name,
            unit=posts.get(nomination.subject_id, nomination.unit.subject.name),
            merits=merits[nomination.pk],
            tier=aim_in_words(nomination),
            vote=vote_in_words(votes.get(nomination.subject_id)),
        )
        for place, nomination in enumerate(group, 1)
    )


def vote_in_words(vote: MeetingVote | None) -> str:
    """`12/14 phiếu của người có mặt`; nothing when the unit has not voted."""
    if vote is None:
        return ""
    return _("%(votes)d/%(present)d phiếu của người có mặt") % {"votes": vote.votes_for, "present": vote.present}
