"""The life of a meeting: called, changed, opened, ended, cancelled."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held, insist, step, write_event
from lantoa.council.actions.minutes import first_version
from lantoa.council.actions.presiding import insist_on_presider, insist_on_secretary
from lantoa.council.actions.refusals import (
    ChangedMeanwhile,
    ConcludedSome,
    NoCases,
    NoCouncil,
    NoQuorum,
    NotAllNoted,
    NotPreparing,
    PollGoesOn,
    VotedWithoutConclusion,
)
from lantoa.council.models import Council, CouncilMember, Interest, Meeting, MeetingCase
from lantoa.council.queries.attendance import Attendance, attendance
from lantoa.council.queries.body import sitting
from lantoa.council.queries.interests import found
from lantoa.council.queries.polled import poll_is_unfinished, unconcluded
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.council import MeetingTerms
from lantoa.domain.stages import MeetingStage
from lantoa.domain.vietnamese import fold
from lantoa.notice.actions import tell


@transaction.atomic
def prepare(*, council: Council, terms: MeetingTerms, by: User, at: datetime) -> Meeting:
    """Call it, and tell those who sit on that day. NotAllowed, NoCouncil."""
    insist(by, Deed.RUN_MEETING)
    meeting = Meeting(council=council, made_by=by, made_at=at)
    members = _written(meeting, terms)
    meeting.save()
    details = {"name": meeting.name, "starts": _moment(meeting.starts_at), "place": meeting.place}
    write_event(deed="meeting_prepared", meeting=meeting, details=details, by=by, at=at)
    words = _("Mời họp Hội đồng: «%(name)s», %(when)s, tại %(place)s. Hồ sơ và mục khai quan hệ ở trang phiên họp.")
    _tell(meeting, members, words, at)
    return meeting


@transaction.atomic
def change(*, meeting: Meeting, terms: MeetingTerms, version: int, by: User, at: datetime) -> Meeting:
    """Before it opens; who sits is told when the time or the place is another. NotPreparing, ChangedMeanwhile."""
    insist(by, Deed.RUN_MEETING)
    meeting = held(meeting)
    if meeting.stage != MeetingStage.PREPARED.value:
        raise NotPreparing
    if meeting.version != version:
        raise ChangedMeanwhile(meeting)
    before = (meeting.starts_at, meeting.place)
    members = _written(meeting, terms)
    meeting.version += 1
    meeting.save()
    details = {"name": meeting.name, "starts": _moment(meeting.starts_at), "place": meeting.place}
    write_event(deed="meeting_changed", meeting=meeting, details=details, by=by, at=at)
    if before != (meeting.starts_at, meeting.place):
        _tell(meeting, members, _("Phiên họp «%(name)s» đổi sang %(when)s, tại %(place)s."), at)
    return meeting


@transaction.atomic
def open_meeting(
    *, meeting: Meeting, presided_by: CouncilMember, secretary: CouncilMember, by: User, at: datetime
) -> Meeting:
    """With a quorum; what the records show of interests is kept from now on.

    NoCases, NotAllNoted, NoQuorum, ChairIsHere, MayNotPreside, MayNotKeepMinutes.
    """
    meeting = held(meeting)
    stage = step(meeting, "open", by)
    meeting.opened_by, meeting.opened_at = by, at
    cases = list(meeting.cases.select_related("nomination"))
    if not cases:
        raise NoCases
    seen = attendance(meeting)
    _insist_on_quorum(seen)
    insist_on_presider(seen, presided_by)
    insist_on_secretary(seen, secretary, presided_by)
    meeting.presided_by, meeting.secretary = presided_by, secretary
    _save(meeting, stage)
    kept = _keep_interests(meeting, cases, seen, by, at)
    details = {
        "present": seen.present,
        "members": seen.members,
        "presided_by": presided_by.person.subject.code,
        "interests": kept,
    }
    write_event(deed="meeting_opened", meeting=meeting, details=details, by=by, at=at)
    return meeting


@transaction.atomic
def end(*, meeting: Meeting, by: User, at: datetime) -> Meeting:
    """What was not dealt with is free for another meeting; the first minutes are drafted.

    PollGoesOn, VotedWithoutConclusion.
    """
    meeting = held(meeting)
    stage = step(meeting, "end", by)
    if poll_is_unfinished(meeting):
        raise PollGoesOn
    if left := unconcluded(meeting):
        raise VotedWithoutConclusion([case.nomination.subject.name for case in left])
    meeting.ended_by, meeting.ended_at = by, at
    _save(meeting, stage)
    left_over = _leave_undealt(meeting, by, at)
    first_version(meeting=meeting, by=by, at=at)
    write_event(
        deed="meeting_ended", meeting=meeting, details={"cases": meeting.cases.count(), "left": left_over}, by=by, at=at
    )
    return meeting


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str, by: User, at: datetime) -> Meeting:
    """With a reason; the cases are free again. NoReason, PollGoesOn, ConcludedSome."""
    meeting = held(meeting)
    stage = step(meeting, "cancel", by)
    meeting.reason = written(reason)
    if poll_is_unfinished(meeting):
        raise PollGoesOn
    if meeting.cases.exclude(outcome="").exists() or unconcluded(meeting):
        raise ConcludedSome
    _save(meeting, stage)
    _leave_undealt(meeting, by, at)
    write_event(deed="meeting_cancelled", meeting=meeting, details={"reason": meeting.reason}, by=by, at=at)
    members = list(sitting(meeting.council, localdate(meeting.starts_at)))
    _tell(meeting, members, _("Phiên họp «%(name)s» (%(when)s) đã huỷ: %(reason)s"), at)
    return meeting


def obstacle(seen: Attendance, cases: int) -> str:
    """What stands in the way of opening, in a sentence; nothing when it may be opened."""
    if not cases:
        return str(NoCases())
    try:
        _insist_on_quorum(seen)
    except (NotAllNoted, NoQuorum) as problem:
        return str(problem)
    return ""


def _written(meeting: Meeting, terms: MeetingTerms) -> list[CouncilMember]:
    """The terms put down; those who sit on the day."""
    meeting.name, meeting.search_key = terms.name, fold(f"{terms.name} {terms.place}")
    meeting.edition, meeting.starts_at, meeting.place = terms.edition, terms.starts_at, terms.place
    meeting.agenda, meeting.guests = terms.agenda, terms.guests
    members = list(sitting(meeting.council, localdate(terms.starts_at)))
    if not members:
        raise NoCouncil
    return members


def _insist_on_quorum(seen: Attendance) -> None:
    missing = sum(row.presence is None for row in seen.rows)
    if missing:
        raise NotAllNoted(missing)
    if not seen.has_quorum:
        raise NoQuorum(seen.present, seen.members, seen.needed, seen.quorum.words)


def _keep_interests(meeting: Meeting, cases: list[MeetingCase], seen: Attendance, by: User, at: datetime) -> int:
    """How many were found that nobody had declared."""
    declared = set(Interest.objects.filter(case__in=cases).values_list("case_id", "member_id"))
    ties = found(meeting, cases, [row.member for row in seen.rows])
    new = [
        Interest(case=tie.case, member=tie.member, source=tie.source, note=tie.note, noted_by=by, noted_at=at)
        for tie in ties
        if (tie.case.pk, tie.member.pk) not in declared
    ]
    return len(Interest.objects.bulk_create(new))


def _leave_undealt(meeting: Meeting, by: User, at: datetime) -> int:
    free = {"outcome": MeetingCase.Outcome.NOT_DEALT, "concluded_by": by, "concluded_at": at}
    return meeting.cases.filter(outcome="").update(**free)


def _save(meeting: Meeting, stage: str) -> None:
    meeting.stage, meeting.version = stage, meeting.version + 1
    meeting.save()


def _moment(moment: datetime) -> str:
    return f"{localtime(moment):%H:%M %d/%m/%Y}"


def _tell(meeting: Meeting, members: list[CouncilMember], words: str, at: datetime) -> None:
    """Each member who has an account, once a version of the meeting."""
    said = {
        "name": meeting.name,
        "when": _moment(meeting.starts_at),
        "place": meeting.place,
        "reason": meeting.reason,
    }
    users = list(User.objects.filter(person__in=[one.person_id for one in members]))
    due: date = localdate(meeting.starts_at)
    address = reverse("meeting", args=[meeting.pk])
    tell(users=users, key=f"meeting:{meeting.pk}:{meeting.version}", text=words % said, address=address, due=due, at=at)
