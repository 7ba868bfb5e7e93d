"""As what people work on a day."""

from collections.abc import Collection
from datetime import date

from lantoa.register.models import Post
from lantoa.register.queries.figures import in_force


def positions_on(day: date, people: Collection[int]) -> dict[int, str]:
    """`Giảng viên`: the position of the oldest post in force, of those who have one; one query."""
    posts = Post.objects.filter(in_force(day), person__in=people).exclude(position="").order_by("since", "pk")
    found: dict[int, str] = {}
    for person, position in posts.values_list("person_id", "position"):
        found.setdefault(person, position)
    return found
