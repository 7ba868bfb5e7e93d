"""Biên bản bình xét: what a unit's meeting put on file, as minutes that secretary and chair sign."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.nurture import Aim
from lantoa.domain.papers import words
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.nominating import UnitMinutesPaper, UnitVoteLine
from lantoa.domain.procedure import Base, Threshold
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Attendance, UnitMeeting
from lantoa.nomination.queries.minutes import Minutes, minutes_of
from lantoa.nomination.queries.papers.heads import head_of_unit
from lantoa.nomination.queries.papers.naming import file_of_round, paragraphs, positions
from lantoa.nomination.queries.rounds.reading import procedure_of
from lantoa.nomination.queries.unit_meetings import WITH_NAMES
from lantoa.nurture.queries.aims import in_words
from lantoa.papers.sources import NotReady, Source, Thing

KIND = PaperKind.UNIT_MINUTES


def things(actor: Actor, round_id: int | None) -> Iterable[Thing]:
    """The meetings of the units whose papers the actor sees."""
    reach = scope(actor, Deed.SEE_PAPERS)
    found = _meetings() if round_id is None else _meetings().filter(round=round_id)
    if not reach.everything:
        found = found.filter(unit__subject__code__in=reach.units)
    ordered = found.order_by("-round", "unit__subject__sort_key", "pk")
    return [_thing(meeting, place) for place, meeting in enumerate(ordered, 1)]


def find(key: str) -> Thing | None:
    meeting = _meeting(key)
    return _thing(meeting, 0) if meeting else None


def contents(key: str, day: date) -> UnitMinutesPaper:
    meeting = _meeting(key)
    if meeting is None or meeting.held_on is None or meeting.chair is None or meeting.secretary is None:
        raise NotReady(_missing(meeting) or _("Không có cuộc họp này."))
    found = minutes_of(meeting)
    approval = procedure_of(meeting.round).unit_approval
    people = [*(one.person_id for one in (*found.present, *found.absent)), *(one.pk for one, _vote in found.votes)]
    posts = positions(people, meeting.held_on)
    return UnitMinutesPaper(
        **head_of_unit(meeting.unit, day, KINDS[KIND].abbreviation),
        subject=_("Họp bình xét, đề nghị công nhận điển hình tiên tiến, %s") % meeting.round.name,
        recipients=(_("- Lưu: VT, Hồ sơ."),),
        name=_("bình xét của %s") % meeting.unit,
        begun=f"{words.hour_in_words(meeting.begins)}, {words.day_in_words(meeting.held_on)}",
        ended=_("%s cùng ngày") % words.hour_in_words(meeting.ends),
        venue=meeting.place,
        chair=str(meeting.chair),
        secretary=str(meeting.secretary),
        unit=str(meeting.unit),
        members=words.count(found.members),
        present_count=words.count(len(found.present)),
        absent_count=words.count(len(found.absent)),
        present=tuple(_seat(one, posts) for one in found.present),
        absent=tuple(f"{_seat(one, posts)}: {one.reason}" for one in found.absent),
        tier=in_words(Aim(meeting.round.edition, meeting.round.tier, meeting.round.year)),
        text=paragraphs(meeting.text),
        threshold=f"{approval.words} ({approval.set_by})" if approval else _("số đồng ý nhiều hơn số không đồng ý"),
        lines=_lines(found, approval, posts),
        nobody=meeting.nobody,
    )


def may_have(actor: Actor, key: str) -> Allowed | Refused:
    meeting = _meeting(key)
    units = frozenset([meeting.unit.subject.code]) if meeting else frozenset[str]()
    return may(actor, Deed.SEE_PAPERS, Case(units=units))


SOURCE = Source(KIND, UnitMinutesPaper, things, find, contents, may_have)


def _meetings() -> QuerySet[UnitMeeting]:
    return UnitMeeting.objects.select_related(*WITH_NAMES, "unit__parent__subject")


def _meeting(key: str) -> UnitMeeting | None:
    return _meetings().filter(pk=int(key)).first() if key.isascii() and key.isdigit() else None


def _thing(meeting: UnitMeeting, place: int) -> Thing:
    name = slug(meeting.unit.subject.name)[:80]
    return Thing(
        key=str(meeting.pk),
        words=f"{meeting.unit}, {meeting.round.name}",
        day=meeting.held_on or meeting.round.meet_by or date(meeting.round.year, 12, 31),
        file_name=file_of_round(meeting.round, f"BB/{name}_bien-ban-binh-xet"),
        unit=meeting.unit.subject.code,
        round=meeting.round_id,
        place=place,
        missing=_missing(meeting),
    )


def _missing(meeting: UnitMeeting | None) -> str:
    if meeting is None or (meeting.held_on and meeting.chair_id and meeting.secretary_id):
        return ""
    return _("Cuộc họp chưa ghi đủ ngày họp, người chủ trì và thư ký; đơn vị ghi trong trang họp của đơn vị.")


def _seat(one: Attendance, posts: dict[int, str]) -> str:
    post = posts.get(one.person_id, "")
    return f"{one.person}, {post}" if post else str(one.person)


def _lines(found: Minutes, approval: Threshold | None, posts: dict[int, str]) -> tuple[UnitVoteLine, ...]:
    """Nominees in the order of the minutes; the base of the share is named."""
    of_all = approval is not None and approval.base is Base.ALL_MEMBERS
    base = found.members if of_all else len(found.present)
    named = Base.ALL_MEMBERS.label if of_all else Base.PRESENT.label
    return tuple(
        UnitVoteLine(
            number=str(place),
            name=subject.name,
            position=posts.get(subject.pk, ""),
            votes_for=str(vote.votes_for) if vote else "",
            votes_against=str(vote.votes_against) if vote else "",
            votes_blank=str(vote.votes_blank) if vote else "",
            share=f"{vote.votes_for}/{base} {named}" if vote else "",
            result=(_("Đạt") if vote.passed else _("Chưa đạt")) if vote else _("Chưa bỏ phiếu"),
        )
        for place, (subject, vote) in enumerate(found.votes, 1)
    )
