"""Who sits on the Council on a day, and in which seat somebody sits."""

from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.council.models import Council, CouncilMember, Meeting, Relation
from lantoa.register.models import Post

Seat = CouncilMember.Seat
_RANK = Case(
    *(When(seat=seat.value, then=Value(place)) for place, seat in enumerate(Seat)), output_field=IntegerField()
)


def on(day: date) -> Q:
    """In force on the day."""
    return Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))


def current(day: date) -> Council | None:
    """The Council of the day; the one established last when two overlap."""
    return Council.objects.filter(on(day)).order_by("-since", "-pk").first()


def ranked(members: QuerySet[CouncilMember]) -> QuerySet[CouncilMember]:
    """Chair, deputies, secretary, members; each by name."""
    named = members.select_related("person__subject", "person__account")
    return named.annotate(rank=_RANK).order_by("rank", "person__subject__sort_key", "pk")


def sitting(council: Council, day: date) -> QuerySet[CouncilMember]:
    return ranked(council.members.filter(on(day)))


def day_of(meeting: Meeting) -> date:
    """The day whose composition counts: the one on which it was opened, before that the one it is called for."""
    return localdate(meeting.opened_at or meeting.starts_at)


def seat_of(user: User, meeting: Meeting) -> CouncilMember | None:
    """The seat in which the user takes part in the meeting; none when the user's person does not sit that day."""
    if user.person_id is None:
        return None
    found = CouncilMember.objects.filter(on(day_of(meeting)), council=meeting.council_id, person=user.person_id)
    return found.select_related("person__subject").first()


def history(council: Council) -> list[tuple[CouncilMember, bool]]:
    """Everybody who ever sat in it, each with whether that has ended."""
    members = council.members.select_related("person__subject").annotate(rank=_RANK)
    return [(one, one.until is not None) for one in members.order_by("-since", "rank", "person__subject__sort_key")]


def positions_of(members: list[CouncilMember], day: date) -> dict[int, str]:
    """Position and unit of each member on the day, by person."""
    posts = Post.objects.filter(on(day), person__in=[one.person_id for one in members])
    found: dict[int, str] = {}
    for post in posts.select_related("unit__subject").order_by("-is_head", "since"):
        found.setdefault(post.person_id, ", ".join(filter(None, [post.position, post.unit.subject.name])))
    return found


def relations_of(user: User) -> QuerySet[Relation]:
    """What the user declared and did not withdraw."""
    found = Relation.objects.filter(person=user.person_id, withdrawn_at=None) if user.person_id else Relation.objects
    return (found if user.person_id else found.none()).select_related("subject").order_by("subject__sort_key")
