"""What the demonstration asks of the record book: is it empty, and who could try which role."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from lantoa.demo.school import MENS_WORK
from lantoa.register.models import Person, Post, Subject, Unit


def is_empty() -> bool:
    return not Subject.objects.exists()


def example_head(day: date) -> Post | None:
    """Somebody who heads a unit on that day, best one with units under it; the school itself only if no other."""
    heads = _in_force(day).filter(is_head=True).annotate(below=Count("unit__children"), is_root=Q(unit__parent=None))
    return heads.order_by("is_root", "-below", "unit__subject__code", "pk").first()


def heads_of_units(day: date) -> QuerySet[Post]:
    """Who heads which unit on that day."""
    return _in_force(day).filter(is_head=True).order_by("unit__subject__code", "pk")


def leaders_of_the_school(day: date) -> QuerySet[Post]:
    """Who works in the root unit on that day, its head first."""
    return _in_force(day).filter(unit__parent=None).order_by("-is_head", "pk")


def free_colleague(unit: str, day: date) -> Post | None:
    """Somebody at a desk in the unit who heads nothing and has no account; a driver or a guard only if no other."""
    there = _in_force(day).filter(unit__subject__code=unit, is_head=False, person__account=None)
    return there.annotate(elsewhere=Q(position__in=MENS_WORK)).order_by("elsewhere", "pk").first()


def example_member(unit: Unit, day: date) -> Person | None:
    """Somebody with much to look at who works in the unit or right under it, and heads nothing."""
    there = _in_force(day).filter(Q(unit=unit) | Q(unit__parent=unit), is_head=False)
    people = Person.objects.filter(posts__in=there, account=None)
    return people.annotate(much=Count("subject__awards", distinct=True)).order_by("-much", "subject__code").first()


def _in_force(day: date) -> QuerySet[Post]:
    posts = Post.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
    return posts.select_related("unit__subject", "person__subject")
