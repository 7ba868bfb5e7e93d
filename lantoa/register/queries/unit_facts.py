"""Who belongs to a unit on a day: its head, its people, the units next below."""

from dataclasses import dataclass
from datetime import date

from lantoa.register.models import Post, Subject, Unit
from lantoa.register.queries.figures import in_force

SHOWN = 100


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """At most SHOWN people and units are listed; the numbers are whole."""

    heads: list[Post]
    people: list[Post]
    number_of_people: int
    below: list[Unit]


def unit_facts(unit: Subject, day: date) -> UnitFacts:
    posts = Post.objects.filter(in_force(day), unit_id=unit.pk).select_related("person__subject")
    shown = list(posts.order_by("-is_head", "person__subject__sort_key", "pk")[: SHOWN + 1])
    below = (
        Unit.objects.filter(in_force(day), parent_id=unit.pk).select_related("subject").order_by("subject__sort_key")
    )
    return UnitFacts(
        heads=[post for post in shown if post.is_head],
        people=[post for post in shown if not post.is_head][:SHOWN],
        number_of_people=len(shown) if len(shown) <= SHOWN else posts.values("person_id").distinct().count(),
        below=list(below[:SHOWN]),
    )
