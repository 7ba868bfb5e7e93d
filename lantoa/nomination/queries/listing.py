"""Nominations as they are read: which ones, and the report that is filled from a nurture plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.models import Practice
from lantoa.discovery.queries.sheets import written
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import in_words
from lantoa.register.models import Unit
from lantoa.register.queries.tree import subtrees_of

SORTS = {"ten": "subject__sort_key", "don_vi": "unit__subject__sort_key", "ngay": "made_at"}


def visible(user: User) -> QuerySet[Nomination]:
    """The nominations that the user may make and write; never one's own."""
    reach = scope_of(user, Deed.NOMINATE)
    found = Nomination.objects.exclude(subject=user.person_id) if user.person_id else Nomination.objects.all()
    if not reach.everything:
        units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
        found = found.filter(Q(unit__in=units) | Q(subject__in=units))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    unit: int | None = None
    tier: str = ""
    sort: str = "-ngay"


def listed(user: User, asked: Asked) -> QuerySet[Nomination]:
    """Those that every filter leaves, in the order asked for."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(subject__search_key__contains=word)
    if asked.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked.unit).values("pk"))
    if asked.tier:
        found = found.filter(tier=asked.tier)
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ngay"])
    return found.select_related(*WITH_NAMES).order_by(f"{sign}{column}", f"{sign}pk")


def of_plan(user: User, plan: int) -> Nomination | None:
    return visible(user).filter(plan=plan).first()


def file_of(nominations: QuerySet[Nomination]) -> BytesIO:
    """One row a nomination, in the order of the list."""
    headings = [
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc"), 44),
        (_("Bước"), 14),
        (_("Lập ngày"), 12),
        (_("Người lập"), 26),
        (_("Báo cáo thành tích"), 80),
    ]
    return written(_("Đề cử"), headings, map(_texts, nominations), still=2)


def _texts(one: Nomination) -> list[str]:
    return [
        one.subject.code,
        one.subject.name,
        one.unit.subject.name,
        in_words(Aim(one.edition, one.tier, one.year)),
        one.get_stage_display(),
        f"{localtime(one.made_at):%d/%m/%Y}",
        str(one.made_by),
        one.text,
    ]


def report_of(plan: NurturePlan, verdict: dict[str, Any], day: date) -> str:
    """The first text of the achievement report: what the records show, what the plan did, what the unit concludes."""
    parts = [
        (_("Thành tích trong sổ"), _on_record(verdict)),
        (_("Mục tiêu đã đặt ra"), (goal.words for goal in plan.goals.all())),
        (_("Việc đã làm"), _measures(plan)),
        (_("Đơn vị đã hỗ trợ"), (f"{one.text} ({one.get_kind_display()})" for one in plan.supports.all())),
        (_("Tồn tại đã khắc phục"), _remedies(plan)),
        (_("Đã được động viên"), _praise(plan)),
        (_("Mô hình, cách làm hay"), _practices(plan)),
        (_("Kết quả theo quý"), (f"{one.quarter}/{one.year}: {one.text}" for one in plan.reviews.all())),
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


def _on_record(verdict: dict[str, Any]) -> Iterable[str]:
    """The rows that the verdict counts for the subject, each once."""
    met = (one for one in verdict["findings"] if one["verdict"] == "met")
    return dict.fromkeys(row for one in met for row in one["rows"])


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
