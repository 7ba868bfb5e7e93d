"""The standing body: a Council is established, members are appointed and leave, relations are declared."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.council.actions.holding import insist
from lantoa.council.actions.refusals import (
    ChairTaken,
    DeclaredAlready,
    EndsBeforeItBegins,
    NoRecord,
    OutsideTerm,
    RelatedToOneself,
    SatMeanwhile,
    SeatEnded,
    SitsAlready,
)
from lantoa.council.models import Council, CouncilMember, Meeting, Relation
from lantoa.council.queries.body import day_of
from lantoa.domain.authority import Deed
from lantoa.domain.council import CouncilTerm
from lantoa.register.models import Person, Subject

Seat = CouncilMember.Seat


@transaction.atomic
def establish(*, term: CouncilTerm, by: User, at: datetime) -> Council:
    insist(by, Deed.APPOINT_COUNCIL)
    council = Council.objects.create(
        name=term.name,
        decision=term.decision,
        decided=term.decided,
        since=term.since,
        until=term.until,
        made_by=by,
        made_at=at,
    )
    details = {"name": term.name, "decision": term.decision, "since": term.since.isoformat()}
    write_event(deed="council_established", target=f"council:{council.pk}", details=details, by=by, at=at)
    return council


@transaction.atomic
def appoint(
    *, council: Council, person: Person, seat: str, since: date, decision: str, by: User, at: datetime
) -> CouncilMember:
    """From that day on. OutsideTerm, SitsAlready, ChairTaken, SatMeanwhile."""
    insist(by, Deed.APPOINT_COUNCIL)
    council = Council.objects.select_for_update().get(pk=council.pk)
    if since < council.since or (council.until is not None and since > council.until):
        raise OutsideTerm
    _insist_nobody_met(council, since)
    still = Q(until=None) | Q(until__gte=since)
    seats = council.members.filter(still).select_related("person__subject")
    if own := seats.filter(person=person).first():
        raise SitsAlready(own)
    if seat == Seat.CHAIR and (chair := seats.filter(seat=Seat.CHAIR).first()):
        raise ChairTaken(chair)
    made = CouncilMember.objects.create(
        council=council, person=person, seat=seat, since=since, decision=decision, made_by=by, made_at=at
    )
    details = {"person": person.subject.code, "seat": seat, "since": since.isoformat(), "decision": decision}
    write_event(deed="council_member_appointed", target=f"council:{council.pk}", details=details, by=by, at=at)
    return made


@transaction.atomic
def dismiss(*, member: CouncilMember, last_day: date, decision: str, by: User, at: datetime) -> CouncilMember:
    """The last day in the seat. SeatEnded, EndsBeforeItBegins, SatMeanwhile."""
    insist(by, Deed.APPOINT_COUNCIL)
    names = ("council", "person__subject")
    member = CouncilMember.objects.select_for_update(of=("self",)).select_related(*names).get(pk=member.pk)
    if member.until is not None:
        raise SeatEnded
    if last_day < member.since:
        raise EndsBeforeItBegins
    _insist_nobody_met(member.council, last_day, after=True)
    member.until, member.ended_by_decision = last_day, decision
    member.save(update_fields=["until", "ended_by_decision"])
    details = {"person": member.person.subject.code, "until": last_day.isoformat(), "decision": decision}
    write_event(deed="council_member_left", target=f"council:{member.council_id}", details=details, by=by, at=at)
    return member


@transaction.atomic
def declare(*, subject: Subject, kind: str, note: str, by: User, at: datetime) -> Relation:
    """Once for all cases to come. NoRecord, RelatedToOneself, DeclaredAlready."""
    insist(by, Deed.VOTE)
    if by.person_id is None:
        raise NoRecord
    if subject.pk == by.person_id:
        raise RelatedToOneself
    if Relation.objects.filter(person=by.person_id, subject=subject, withdrawn_at=None).exists():
        raise DeclaredAlready
    made = Relation.objects.create(
        person_id=by.person_id, subject=subject, kind=kind, note=note, declared_by=by, declared_at=at
    )
    details = {"subject": subject.code, "kind": str(made.get_kind_display()), "note": note}
    write_event(deed="relation_declared", target=f"account:{by.username}", details=details, by=by, at=at)
    return made


@transaction.atomic
def withdraw(*, relation: Relation, by: User, at: datetime) -> Relation:
    """One's own; what meetings have taken from it stays with them."""
    insist(by, Deed.VOTE)
    own = Relation.objects.select_for_update(of=("self",)).select_related("subject")
    relation = own.get(pk=relation.pk, person=by.person_id)
    if relation.withdrawn_at is None:
        relation.withdrawn_by, relation.withdrawn_at = by, at
        relation.save(update_fields=["withdrawn_by", "withdrawn_at"])
        details = {"subject": relation.subject.code}
        write_event(deed="relation_withdrawn", target=f"account:{by.username}", details=details, by=by, at=at)
    return relation


def _insist_nobody_met(council: Council, since: date, *, after: bool = False) -> None:
    """SatMeanwhile when a meeting was opened on that day or later (`after`: strictly later)."""
    for meeting in Meeting.objects.filter(council=council, opened_at__isnull=False).exclude(stage="cancelled"):
        day = day_of(meeting)
        if day > since or (day == since and not after):
            raise SatMeanwhile(meeting, day)
