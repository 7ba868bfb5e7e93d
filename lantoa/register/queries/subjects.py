"""Subjects by their code, the units that decide who may read about them, and which years are on file."""

from datetime import date

from django.db.models import Max

from lantoa.domain.authority import Case
from lantoa.domain.calendar import Window
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import tidy
from lantoa.register.models import Closing, Post, Rating, Subject
from lantoa.register.queries.figures import in_force


def subject_by_code(code: str) -> Subject | None:
    return Subject.objects.filter(code=_plain(code)).first()


def unit_by_code(code: str) -> Subject | None:
    return Subject.objects.filter(code=_plain(code), kind=Kind.COLLECTIVE.value).first()


def _plain(code: str) -> str:
    """A code as it is kept; PostgreSQL takes no text with a NUL."""
    return tidy(code.replace("\0", ""))


def case_of(subject: Subject, day: date) -> Case:
    """The subject with its units on the day, as the table of permissions wants to know it."""
    if subject.kind == Kind.COLLECTIVE.value:
        return Case(subject.code, frozenset([subject.code]))
    posts = Post.objects.filter(in_force(day), person_id=subject.pk)
    return Case(subject.code, frozenset(posts.values_list("unit__subject__code", flat=True)))


def last_year_on_file(window: Window) -> int:
    """The last year of the window with a closed book, or with a rating; its first year when there is nothing."""
    for model in (Closing, Rating):
        years = model.objects.filter(year__range=(window.first_year, window.last_year))
        if last := years.aggregate(last=Max("year"))["last"]:
            return int(last)
    return window.first_year
