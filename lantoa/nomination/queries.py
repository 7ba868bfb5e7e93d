"""Nominations as they are read: which ones, and the report that is filled from a nurture plan."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.models import Practice
from lantoa.domain.authority import Case, Deed
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination
from lantoa.nurture.models import NurturePlan
from lantoa.register.models import Unit

WITH_NAMES = ("subject", "unit__subject", "made_by", "written_by")


def case_of(nomination: Nomination) -> Case:
    return Case(nomination.subject.code, frozenset([nomination.unit.subject.code]))


def visible(user: User) -> QuerySet[Nomination]:
    """The nominations that the user may make and write; never one's own."""
    reach = scope_of(user, Deed.NOMINATE)
    found = Nomination.objects.exclude(subject=user.person_id) if user.person_id else Nomination.objects.all()
    if not reach.everything:
        units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
        found = found.filter(Q(unit__in=units) | Q(subject__in=units))
    return found


def listed(user: User, words: str = "", plan: int | None = None) -> QuerySet[Nomination]:
    """Newest first; by words of the name, or of one nurture plan."""
    found = visible(user)
    for word in fold(words).split():
        found = found.filter(subject__search_key__contains=word)
    if plan is not None:
        found = found.filter(plan=plan)
    return found.select_related(*WITH_NAMES).order_by("-made_at", "-pk")


def report_of(plan: NurturePlan, day: date) -> str:
    """The first text of the achievement report: from goals, measures done, support, practice and the conclusion."""
    parts = [
        (_("Mục tiêu đã đặt ra"), (goal.words for goal in plan.goals.all())),
        (_("Việc đã làm"), _measures(plan)),
        (_("Đơn vị đã hỗ trợ"), (f"{one.text} ({one.get_kind_display()})" for one in plan.supports.all())),
        (_("Tồn tại đã khắc phục"), _remedies(plan)),
        (_("Đã được động viên"), _praise(plan)),
        (_("Mô hình, cách làm hay"), _practices(plan)),
        (_("Kết luận của đơn vị"), [plan.readiness] if plan.readiness else []),
    ]
    head = _("Kế hoạch bồi dưỡng từ %(since)s đến %(day)s.") % {
        "since": f"{plan.since:%d/%m/%Y}",
        "day": f"{day:%d/%m/%Y}",
    }
    sections = (f"{number}. {title}\n{lines}" for number, (title, lines) in enumerate(_written(parts), 1))
    return "\n\n".join([head, *sections])


def _written(parts: list[tuple[str, Iterable[str]]]) -> Iterable[tuple[str, str]]:
    for title, lines in parts:
        if said := "\n".join(f"- {line}" for line in lines):
            yield title, said


def _measures(plan: NurturePlan) -> Iterable[str]:
    for one in plan.measures.filter(stage=MeasureStage.DONE.value):
        yield f"{one.text}. {one.note}" if one.note else one.text


def _remedies(plan: NurturePlan) -> Iterable[str]:
    for one in plan.shortcomings.filter(stage=ShortcomingStage.CONFIRMED.value):
        yield f"{one.text}: {one.evidence}"


def _praise(plan: NurturePlan) -> Iterable[str]:
    for one in plan.encouragements.all():
        yield f"{one.text} ({one.get_kind_display()}, {one.given_on:%d/%m/%Y})"


def _practices(plan: NurturePlan) -> Iterable[str]:
    for one in Practice.objects.filter(subject=plan.prospect.subject).order_by("pk"):
        said = {"title": one.title, "done": one.done, "result": one.result}
        yield _("%(title)s. Cách làm: %(done)s Kết quả: %(result)s") % said
