"""Names offered while a tip is typed, and whose record a typed name is."""

import re
from dataclasses import dataclass
from datetime import date

from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import fold, tidy
from lantoa.register.models import Post, Subject
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.lists.rows import matching

MOST = 8
WITH_CODE = re.compile(r"(.*)\(([^()]+)\)\s*")


@dataclass(frozen=True, slots=True)
class Name:
    """A subject as it is offered: the name and its code in the field, and where it works beside it."""

    pk: int
    value: str
    name: str
    where: str


def offered(words: str, day: date) -> list[Name]:
    """At most eight people and units whose name or code holds what was typed."""
    if not fold(words).strip():
        return []
    found = list(matching(words).order_by("kind", "sort_key", "pk")[:MOST])
    posts = Post.objects.filter(in_force(day), person__in=[one.pk for one in found]).select_related("unit__subject")
    where = {post.person_id: post.unit.subject.name for post in posts.order_by("is_head", "since")}
    return [Name(one.pk, f"{one.name} ({one.code})", one.name, where.get(one.pk, _what(one))) for one in found]


def subject_named(text: str) -> Subject | None:
    """The subject that was chosen, or the only one of that name; nobody when it is not certain."""
    if chosen := WITH_CODE.fullmatch(text):
        found = Subject.objects.filter(code=tidy(chosen[2])).first()
        if found is not None:
            return found
    if found := Subject.objects.filter(code=text).first():
        return found
    words = fold(text).split()
    alike = [one for one in matching(text)[: 4 * MOST] if fold(one.name).split() == words] if words else []
    return alike[0] if len(alike) == 1 else None


def _what(subject: Subject) -> str:
    return "" if subject.kind == Kind.INDIVIDUAL.value else subject.code
