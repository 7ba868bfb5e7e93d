"""The unit to which a subject belongs on a day."""

from datetime import date

from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Case
from lantoa.domain.records import Kind
from lantoa.register.models import Post, Subject, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.subjects import case_of


def unit_of(subject: Subject, day: date) -> Unit | None:
    """The unit itself; of a person the one of the oldest post in force. None for who left, and for the root."""
    if subject.kind == Kind.COLLECTIVE.value:
        return Unit.objects.filter(in_force(day), pk=subject.pk, parent__isnull=False).first()
    posts = Post.objects.filter(in_force(day), person_id=subject.pk).select_related("unit").order_by("since", "pk")
    post = posts.first()
    return post.unit if post else None


def case_of_prospect(prospect: Prospect, day: date) -> Case:
    """The subject with its units on the day and the unit that follows it."""
    case = case_of(prospect.subject, day)
    return Case(case.subject, case.units | {prospect.unit.subject.code})
