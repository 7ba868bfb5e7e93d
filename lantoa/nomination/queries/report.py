"""The first text of an achievement report: what the records already know, and of a nurture plan what was done."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lantoa.discovery.models import Practice
from lantoa.domain.calendar import Window
from lantoa.domain.records import RecordBook
from lantoa.domain.stages import MeasureStage, ShortcomingStage
from lantoa.nurture.models import NurturePlan
from lantoa.register.models import Subject
from lantoa.register.queries.evidence import words_of


def report_from_records(subject: Subject, book: RecordBook, window: Window) -> str:
    """From the record book alone, in the order of an achievement report; the unit writes the rest."""
    years = set(window.years)
    code = subject.code
    ratings = [row for row in book.ratings if row.subject == code and row.year in years]
    awards = [row for row in book.awards if row.subject == code and row.year in years]
    recognised = [row for row in book.recognitions if row.subject == code]
    initiatives = [row for row in book.initiatives if row.person == code and row.year in years]
    parts: list[tuple[str, Iterable[str]]] = [
        (_("Sơ lược"), [_who(subject, book, window.last_day)]),
        (_("Mức độ hoàn thành nhiệm vụ"), map(words_of, sorted(ratings, key=lambda row: row.year))),
        (_("Sáng kiến, đề tài"), (_initiative(row.year, row.name, row.level) for row in initiatives)),
        (_("Mô hình, cách làm hay"), _practices(subject)),
        (_("Danh hiệu, hình thức khen thưởng"), map(words_of, awards)),
        (_("Đã được công nhận điển hình tiên tiến"), map(words_of, recognised)),
        (_("Thành tích nổi bật, tác dụng nêu gương"), [left_to_write()]),
    ]
    sections = (f"{number}. {title}\n{lines}" for number, (title, lines) in enumerate(_written(parts), 1))
    return "\n\n".join(sections)


def left_to_write() -> str:
    """What stands where the unit has to write."""
    return _("(đơn vị viết)")


def said_elsewhere() -> frozenset[str]:
    """Headings of the first text under which only the record book and the practices are repeated."""
    return frozenset(
        [
            _("Sơ lược"),
            _("Mức độ hoàn thành nhiệm vụ"),
            _("Sáng kiến, đề tài"),
            _("Mô hình, cách làm hay"),
            _("Danh hiệu, hình thức khen thưởng"),
            _("Đã được công nhận điển hình tiên tiến"),
            _("Thành tích trong sổ"),
        ]
    )


def _who(subject: Subject, book: RecordBook, day: date) -> str:
    posts = [post for post in book.posts_of.get(subject.code, []) if post.in_force(day)]
    places = [
        f"{post.position}, {book.units[post.unit].name}" if post.unit in book.units else post.position for post in posts
    ]
    return "; ".join([subject.name, *dict.fromkeys(places)])


def _initiative(year: int, name: str, level: str) -> str:
    return f"{name} ({level}, {year})" if level else f"{name} ({year})"


def report_of(plan: NurturePlan, verdict: dict[str, Any], day: date) -> str:
    """The first text of the achievement report: what the records show, what the plan did, what the unit concludes."""
    parts = [
        (_("Thành tích trong sổ"), _on_record(verdict)),
        (_("Mục tiêu đã đặt ra"), (goal.words for goal in plan.goals.all())),
        (_("Việc đã làm"), _measures(plan)),
        (_("Đơn vị đã hỗ trợ"), (f"{one.text} ({one.get_kind_display()})" for one in plan.supports.all())),
        (_("Tồn tại đã khắc phục"), _remedies(plan)),
        (_("Đã được động viên"), _praise(plan)),
        (_("Mô hình, cách làm hay"), _practices(plan.prospect.subject)),
        (_("Kết quả theo quý"), (f"{one.quarter}/{one.year}: {one.text}" for one in plan.reviews.all())),
        (_("Kết luận của đơn vị"), [plan.readiness] if plan.readiness else []),
    ]
    head = _("Kế hoạch bồi dưỡng từ %(since)s đến %(day)s.") % {
        "since": f"{plan.since:%d/%m/%Y}",
        "day": f"{day:%d/%m/%Y}",
    }
    sections = (f"{number}. {title}\n{lines}" for number, (title, lines) in enumerate(_written(parts), 1))
    return "\n\n".join([head, *sections])


def _written(parts: Sequence[tuple[str, Iterable[str]]]) -> Iterable[tuple[str, str]]:
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


def _practices(subject: Subject) -> Iterable[str]:
    for one in Practice.objects.filter(subject=subject).order_by("pk"):
        said = {"title": one.title, "done": one.done, "result": one.result}
        yield _("%(title)s. Cách làm: %(done)s Kết quả: %(result)s") % said
