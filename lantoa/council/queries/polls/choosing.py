"""Which cases a poll may still take in, and who may be a teller."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from lantoa import plans
from lantoa.accounts.models import RoleGrant, User
from lantoa.council.models import CouncilMember, Meeting, MeetingCase, PollCase
from lantoa.council.queries.polls.results import results
from lantoa.domain.authority import PERMISSIONS, Deed
from lantoa.domain.stages import PollStage

GOING_ON = [PollStage.PREPARED.value, PollStage.OPEN.value]


def open_to_vote(meeting: Meeting) -> QuerySet[MeetingCase]:
    """Cases without a conclusion, in no poll that goes on, voted on less often than the plan edition allows."""
    most = plans.load(meeting.edition).procedure.ballots_at_most
    counted = Count("poll_cases", Q(poll_cases__poll__stage=PollStage.COUNTED.value))
    going_on = Count("poll_cases", Q(poll_cases__poll__stage__in=GOING_ON))
    found = meeting.cases.filter(outcome="").annotate(ballots=counted, going_on=going_on)
    return light(found.filter(ballots__lt=most, going_on=0))


def light(cases: QuerySet[MeetingCase]) -> QuerySet[MeetingCase]:
    """In the order of the agenda with the names, without the long texts of the dossiers."""
    named = cases.select_related("nomination__subject", "nomination__unit__subject")
    return named.defer("nomination__text", "nomination__verdict").order_by("order", "pk")


def may_count() -> QuerySet[User]:
    """Accounts whose roles let them count ballots."""
    roles = [role.value for role in PERMISSIONS[Deed.COUNT_BALLOTS]]
    granted = RoleGrant.objects.filter(role__in=roles).values("user")
    return User.objects.filter(pk__in=granted, is_active=True).order_by("sort_key", "username")


def passed_without_conclusion(meeting: Meeting) -> list[MeetingCase]:
    """Cases whose last counted vote carried and about which nothing is written yet, in no poll that goes on."""
    busy = PollCase.objects.filter(poll__meeting=meeting, poll__stage__in=GOING_ON).values("case")
    counted = PollCase.objects.filter(poll__meeting=meeting, poll__stage=PollStage.COUNTED.value).values("case")
    waiting = meeting.cases.filter(outcome="", pk__in=counted).exclude(pk__in=busy)
    return [one.case for one in results(meeting, light(waiting)) if one.passed]


def never_counted(meeting: Meeting) -> QuerySet[MeetingCase]:
    """Cases of which no total shows yet: opinions may still be taken in."""
    counted = PollCase.objects.filter(poll__meeting=meeting, poll__stage=PollStage.COUNTED.value).values("case")
    return light(meeting.cases.filter(outcome="").exclude(pk__in=counted))


def without_a_vote(members: Iterable[int]) -> list[str]:
    """Names of the members who have no active account with a role that votes."""
    roles = [role.value for role in PERMISSIONS[Deed.VOTE]]
    able = User.objects.filter(is_active=True, grants__role__in=roles, person__isnull=False).values("person")
    unable = CouncilMember.objects.filter(pk__in=list(members)).exclude(person__in=able)
    return list(unable.order_by("person__subject__sort_key").values_list("person__subject__name", flat=True))


def in_a_poll(meeting: Meeting) -> set[int]:
    """Cases that are in a poll which is prepared or open."""
    busy = PollCase.objects.filter(poll__meeting=meeting, poll__stage__in=GOING_ON)
    return set(busy.values_list("case_id", flat=True))
