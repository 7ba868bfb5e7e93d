"""A unit's meeting as it is read: who belongs to the unit, who is a nominee, and what the votes say."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count as Tally
from django.db.models import Q, QuerySet

from lantoa.domain.authority import Case
from lantoa.domain.procedure import Threshold
from lantoa.domain.stages import NominationStage, UnitMeetingStage
from lantoa.domain.unit_meetings import Count, Notes, Seat, reaches
from lantoa.nomination.models import Nomination, Round, UnitMeeting, UnitVote
from lantoa.nomination.queries.rounds.reading import UNSENT, procedure_of
from lantoa.register.models import Person, Post, Subject, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of

WITH_NAMES = ("round", "unit__subject", "chair__subject", "secretary__subject", "signed_by", "made_by")


@dataclass(frozen=True, slots=True)
class MeetingVote:
    """How a nominee fared at the meeting of the unit."""

    meeting: UnitMeeting
    votes_for: int
    votes_against: int
    votes_blank: int
    present: int
    members: int
    approval: Threshold | None

    @property
    def passed(self) -> bool:
        """Whether so many were for the nominee as the plan edition asks; without a setting, more for than against."""
        if self.approval is None:
            return self.votes_for > self.votes_against
        return reaches(self.approval, self.votes_for, members=self.members, present=self.present)


def meeting_vote(nomination: Nomination) -> MeetingVote | None:
    """The vote on the nominee at the meeting held by its unit (or the one above it); None when there was none."""
    if nomination.round is None:
        return None
    votes = votes_in(nomination.round, [nomination.subject_id])
    return votes.get(nomination.subject_id)


def votes_in(one: Round, subjects: Collection[int]) -> dict[int, MeetingVote]:
    """The votes of meetings held on each of those subjects, the latest counting, in one query."""
    found = UnitVote.objects.filter(
        meeting__round=one, meeting__stage=UnitMeetingStage.HELD.value, subject__in=subjects
    )
    seats = {
        "members": Tally("meeting__attendances"),
        "present": Tally("meeting__attendances", filter=Q(meeting__attendances__is_present=True)),
    }
    counted = found.select_related("meeting__unit__subject").annotate(**seats)
    votes: Iterable[Any] = counted.order_by("meeting__signed_at")
    approval = procedure_of(one).unit_approval
    return {
        vote.subject_id: MeetingVote(
            vote.meeting,
            vote.votes_for or 0,
            vote.votes_against or 0,
            vote.votes_blank or 0,
            vote.present,
            vote.members,
            approval,
        )
        for vote in votes
    }


def meeting_of(one: Round, unit: Unit) -> UnitMeeting | None:
    return UnitMeeting.objects.select_related(*WITH_NAMES).filter(round=one, unit=unit).first()


def notes_of(meeting: UnitMeeting) -> Notes:
    """Everything that is on file of the meeting."""
    return Notes(
        held_on=meeting.held_on,
        place=meeting.place,
        chair=meeting.chair_id,
        secretary=meeting.secretary_id,
        text=meeting.text,
        seats=tuple(Seat(one.person_id, one.reason) for one in meeting.attendances.order_by("pk")),
        counts=tuple(
            Count(one.subject_id, one.votes_for, one.votes_against, one.votes_blank)
            for one in meeting.votes.order_by("pk")
        ),
        begins=meeting.begins,
        ends=meeting.ends,
    )


def units_deciding(unit: Unit) -> QuerySet[Unit]:
    """The unit and those under it; of the school itself only those who work directly there (its leaders) decide."""
    return Unit.objects.filter(pk=unit.pk) if unit.parent_id is None else subtrees_of([], unit.pk)


def members_on(unit: Unit, day: date) -> QuerySet[Person]:
    """Who works in the unit or in one under it on the day, by name."""
    posts = Post.objects.filter(in_force(day), unit__in=units_deciding(unit))
    found = Person.objects.filter(pk__in=posts.values("person")).select_related("subject")
    return found.order_by("subject__sort_key", "pk")


def heads_on(unit: Unit, day: date) -> list[int]:
    """Persons who head the unit itself on the day."""
    return list(Post.objects.filter(in_force(day), unit=unit, is_head=True).values_list("person_id", flat=True))


def drafted_for(one: Round, unit: Unit) -> list[Subject]:
    """Whom the unit and those under it have drafted or sent a nomination of."""
    nominations = Nomination.objects.filter(round=one, unit__in=units_deciding(unit))
    found = nominations.exclude(stage=NominationStage.WITHDRAWN.value).values("subject")
    return list(Subject.objects.filter(pk__in=found).order_by("kind", "sort_key"))


def may_be_nominated(unit: Unit, day: date) -> Q:
    """Subjects of which the unit may decide: its people, itself, and the units under it."""
    units = units_deciding(unit)
    posts = Post.objects.filter(in_force(day), unit__in=units)
    return Q(pk__in=posts.values("person")) | Q(pk__in=units.values("pk"))


def has_sent(one: Round, unit: Unit) -> bool:
    """Whether the unit, or one under it, has sent a dossier in the round."""
    return Nomination.objects.filter(round=one, unit__in=units_deciding(unit)).exclude(stage__in=UNSENT).exists()


def case_of_unit(unit: Unit) -> Case:
    return Case(units=frozenset([unit.subject.code]))
