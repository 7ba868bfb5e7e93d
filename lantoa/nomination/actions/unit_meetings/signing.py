"""A unit's meeting signed by its head, «nobody this year» with the reason; opened again before anything is sent."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import UnitMeetingStage, moved
from lantoa.domain.unit_meetings import Notes, reaches
from lantoa.nomination.actions.unit_meetings.refusals import (
    MembersDiffer,
    NoQuorum,
    NotAbsentAndChair,
    NotYet,
    PartMissing,
    SentAlready,
    VotesDoNotAddUp,
)
from lantoa.nomination.actions.unit_meetings.writing import case_of_nominee, held, put, put_rows
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.nomination.queries.rounds.reading import procedure_of
from lantoa.nomination.queries.unit_meetings import has_sent, members_on
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Person, Subject, Unit


@transaction.atomic
def hold(*, one: Round, unit: Unit, notes: Notes, seen: int, by: User, at: datetime) -> UnitMeeting:
    """Write and sign: day, chair, secretary, who was there, and a whole count for every nominee."""
    meeting = held(one=one, unit=unit, by=by, at=at)
    stage = str(moved(UnitMeetingStage(meeting.stage), "hold"))
    meeting = put(meeting, notes, seen)
    _insist_on_whole(notes, unit, localdate(at))
    _insist_on_quorum(meeting.round, notes)
    subjects = _insist_on_counts(notes)
    _insist_on_another(by, subjects, unit)
    meeting.nobody = ""
    _sign(meeting, stage, by, at)
    put_rows(meeting, notes)
    votes = {subjects[one.subject].code: [one.votes_for, one.votes_against, one.votes_blank] for one in notes.counts}
    _log("unit_meeting_held", meeting, {"present": notes.present, "members": notes.members, "votes": votes}, by, at)
    return meeting


@transaction.atomic
def say_nobody(*, one: Round, unit: Unit, reason: str, by: User, at: datetime) -> UnitMeeting:
    """The unit nominates nobody this time; what was noted of a meeting stays on file. SentAlready, NoReason."""
    meeting = held(one=one, unit=unit, by=by, at=at)
    stage = str(moved(UnitMeetingStage(meeting.stage), "hold"))
    if has_sent(one, unit):
        raise SentAlready
    meeting.nobody, meeting.held_on = written(reason), meeting.held_on or localdate(at)
    meeting.version += 1
    _sign(meeting, stage, by, at)
    _log("unit_meeting_nobody", meeting, {"reason": meeting.nobody}, by, at)
    return meeting


@transaction.atomic
def reopen(*, one: Round, unit: Unit, reason: str, by: User, at: datetime) -> UnitMeeting:
    """To be corrected, for a reason, as long as the unit has sent nothing. SentAlready, WrongStage, NoReason."""
    meeting = held(one=one, unit=unit, by=by, at=at)
    meeting.stage = str(moved(UnitMeetingStage(meeting.stage), "reopen"))
    if has_sent(one, unit):
        raise SentAlready
    meeting.signed_by, meeting.signed_at, meeting.nobody = None, None, ""
    meeting.version += 1
    meeting.save()
    _log("unit_meeting_reopened", meeting, {"reason": written(reason)}, by, at)
    return meeting


def _sign(meeting: UnitMeeting, stage: str, by: User, at: datetime) -> None:
    meeting.stage, meeting.signed_by, meeting.signed_at = stage, by, at
    meeting.save()


def _log(deed: str, meeting: UnitMeeting, details: dict[str, object], by: User, at: datetime) -> None:
    facts = {"unit": meeting.unit.subject.code, "version": meeting.version, **details}
    write_event(deed=deed, target=f"round:{meeting.round_id}", details=facts, by=by, at=at)


def _insist_on_whole(notes: Notes, unit: Unit, today: date) -> None:
    """PartMissing, NotYet, MembersDiffer, NotAbsentAndChair."""
    if notes.held_on is None:
        raise PartMissing(_("ngày họp"))
    if notes.held_on > today:
        raise NotYet
    if notes.begins is None or notes.ends is None:
        raise PartMissing(_("giờ bắt đầu và giờ kết thúc"))
    if notes.chair is None or notes.secretary is None:
        raise PartMissing(_("chủ trì và thư ký"))
    _insist_on_members(notes, unit, notes.held_on)
    if {notes.chair, notes.secretary} - {seat.person for seat in notes.seats if not seat.absent}:
        raise NotAbsentAndChair
    if not notes.counts:
        raise PartMissing(_("ai được bình xét (nếu không giới thiệu ai, hãy ghi lý do ở mục riêng)"))


def _insist_on_members(notes: Notes, unit: Unit, day: date) -> None:
    members = dict(members_on(unit, day).values_list("pk", "subject__name"))
    listed = {seat.person for seat in notes.seats}
    extra = Person.objects.filter(pk__in=listed - members.keys()).values_list("subject__name", flat=True)
    missing = [name for pk, name in members.items() if pk not in listed]
    if missing or extra:
        raise MembersDiffer(missing, list(extra))


def _insist_on_quorum(one: Round, notes: Notes) -> None:
    quorum = procedure_of(one).unit_quorum
    if quorum and not reaches(quorum, notes.present, members=notes.members, present=notes.present):
        raise NoQuorum(notes.present, notes.members, quorum)


def _insist_on_counts(notes: Notes) -> dict[int, Subject]:
    """The nominees by id; every count is whole, and of as many votes as people were there."""
    subjects = Subject.objects.in_bulk([count.subject for count in notes.counts])
    for count in notes.counts:
        if count.total is None:
            raise PartMissing(_("đủ số phiếu của %(name)s") % {"name": subjects[count.subject].name})
        if count.total != notes.present:
            raise VotesDoNotAddUp(subjects[count.subject], count.total, notes.present)
    return subjects


def _insist_on_another(by: User, subjects: dict[int, Subject], unit: Unit) -> None:
    """NotAllowed when one of the nominees is who signs."""
    for subject in subjects.values():
        answer = may(actor_of(by), Deed.NOMINATE, case_of_nominee(subject, unit))
        if isinstance(answer, Refused):
            raise NotAllowed(answer.reason)
