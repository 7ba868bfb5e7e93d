"""What stands between a draft and its sending, apart from right, round and hold: unit, nominee, meeting, reuse."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.discovery.queries.prospects.own_units import unit_of
from lantoa.domain.procedure import Station
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.asking import path_of
from lantoa.nomination.queries.initiatives import reuses
from lantoa.nomination.queries.unit_meetings import MeetingVote
from lantoa.register.models import Post, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of


def is_alive(unit: Unit, day: date) -> bool:
    """Whether the unit has not been abolished or merged by that day."""
    return unit.until is None or unit.until >= day


def place_today(nomination: Nomination, day: date) -> Unit | None:
    """Where the nominee belongs on the day; the nominating unit as long as the nominee works in or under it.

    None for who works nowhere any more; of a unit that is gone, the living one above it.
    """
    if nomination.subject.kind == Kind.COLLECTIVE.value:
        return unit_of(nomination.subject, day)
    under = subtrees_of([], nomination.unit_id).values("pk")
    posts = Post.objects.filter(in_force(day), person_id=nomination.subject_id, unit__in=under)
    place = nomination.unit if posts.exists() else unit_of(nomination.subject, day)
    while place is not None and not is_alive(place, day):
        place = place.parent
    return place


def reused_without_reason(nomination: Nomination) -> list[str]:
    """Names of initiatives that another living dossier rests on too, of which nobody said why."""
    return [one.used.name for one in reuses(nomination) if not one.used.reason]


def lacks_meeting(nomination: Nomination, vote: MeetingVote | None) -> str:
    """Why the unit's meeting does not carry the nomination yet; empty when it does, or when the path has none."""
    if Station.MEETING not in path_of(nomination).stations:
        return ""
    name = {"name": nomination.subject.name}
    if vote is None:
        return _("Đơn vị chưa họp bình xét, hoặc biên bản chưa ghi phiếu cho %(name)s. Hãy ghi kết quả họp.") % name
    if not vote.passed:
        return _("%(name)s không đạt đủ phiếu ở cuộc họp của đơn vị, nên không gửi được.") % name
    return ""
