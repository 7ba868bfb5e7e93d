"""The sentences of a story: how somebody was found, what was done, what the record book has, what others need."""

from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.discovery.models import Practice, Prospect
from lantoa.domain.calendar import PartialDate
from lantoa.domain.papers import words
from lantoa.domain.papers.telling import PracticeTold, abridged, short
from lantoa.domain.records import AwardStatus, Level
from lantoa.domain.stages import MeasureStage, ProspectStage
from lantoa.nomination.queries.papers.naming import paragraphs
from lantoa.recognition.models import DecisionItem
from lantoa.recognition.queries.decisions.texts import tier_words
from lantoa.register.models import Award, Initiative, Rating, Recognition
from lantoa.register.queries.dates import written
from lantoa.register.queries.evidence import grade_name

YEARS, RECOGNITIONS, COMMENDATIONS, INITIATIVES = 5, 2, 5, 3  # what fits on three pages
LEVELS = [level.value for level in (Level.STATE, Level.PROVINCE, Level.SECTOR, Level.MINISTRY, Level.SCHOOL)]
GROUNDS_WORDS, PROBLEM_WORDS, DONE_WORDS, RESULT_WORDS, ADVICE_WORDS = 50, 60, 160, 90, 25


def found(item: DecisionItem) -> Iterable[str]:
    """By whom and why somebody was first noticed."""
    known = Prospect.objects.filter(subject=item.subject).exclude(stage=ProspectStage.SET_ASIDE.value)
    one = known.order_by("-found_at", "-pk").first()
    if one is not None:
        said = {"day": f"{localdate(one.found_at):%d/%m/%Y}", "from": one.get_origin_display()}
        yield _("Được phát hiện ngày %(day)s, %(from)s: ") % said + short(
            "; ".join(paragraphs(one.grounds)), GROUNDS_WORDS
        )


def nurtured(item: DecisionItem) -> Iterable[str]:
    plan = item.nomination.plan if item.nomination else None
    if plan is not None:
        done = plan.measures.filter(stage=MeasureStage.DONE.value).count()
        said = {"since": f"{plan.since:%d/%m/%Y}", "until": f"{plan.until:%d/%m/%Y}", "done": words.count(done)}
        yield _("Được đơn vị bồi dưỡng theo kế hoạch từ %(since)s đến %(until)s, hoàn thành %(done)s biện pháp.") % said


def told(one: Practice, among: int) -> PracticeTold:
    """One of so many, which share the room there is."""
    return PracticeTold(
        title=one.title.rstrip("."),
        problem=abridged(paragraphs(one.problem), PROBLEM_WORDS // among),
        done=abridged(paragraphs(one.done), DONE_WORDS // among),
        result=abridged(paragraphs(one.result), RESULT_WORDS // among),
    )


def figures(item: DecisionItem) -> Iterable[str]:
    """Ratings and initiatives of the last years up to the recognised one, each with its year."""
    years = range(item.year - YEARS + 1, item.year + 1)
    by_grade: dict[str, list[str]] = {}
    for rating in Rating.objects.filter(subject=item.subject, year__in=years).order_by("year"):
        by_grade.setdefault(grade_name(rating.grade), []).append(str(rating.year))
    for grade, rated in by_grade.items():
        yield _("%(grade)s: năm %(years)s") % {"grade": grade, "years": ", ".join(rated)}
    for one in Initiative.objects.filter(person=item.subject_id, year__in=years).order_by("-year", "-pk")[:INITIATIVES]:
        source = ", ".join(filter(None, [str(one.year), one.level, one.decision]))
        yield _("Sáng kiến, đề tài: %(name)s (%(source)s)") % {"name": one.name, "source": source}


def commended(item: DecisionItem) -> Iterable[str]:
    """Recognised before, then commended: the highest first, of those the latest; as the record book has them."""
    before = Recognition.objects.filter(subject=item.subject, revoked=False)
    if item.recognition_id:
        before = before.exclude(pk=item.recognition_id)
    for one in before.order_by("-year", "-pk")[:RECOGNITIONS]:
        said = {"tier": tier_words(item.decision.edition, one.tier, one.year), "by": _decided(one)}
        yield (_("%(tier)s (%(by)s)") if said["by"] else "%(tier)s") % said
    years = range(item.year - YEARS + 1, item.year + 1)
    given = Award.objects.filter(subject=item.subject, status=AwardStatus.AWARDED.value, year__in=years)
    ranked = sorted(given, key=lambda award: (LEVELS.index(award.level), -award.year, -award.pk))
    for award in ranked[:COMMENDATIONS]:
        source = "; ".join(filter(None, [str(award.year), _decided(award), award.issuer]))
        yield f"{award.text} ({source})"


def _decided(one: Award | Recognition) -> str:
    """Number and day, as far as they are on file."""
    day = written(one.decided, one.decided_precision)
    said = [_("Quyết định số %s") % one.decision if one.decision else "", _dated(day) if day else ""]
    return " ".join(filter(None, said))


def _dated(day: PartialDate) -> str:
    """As precisely as it is known."""
    return (_("ngày %s") if day.day else _("tháng %s") if day.month else _("năm %s")) % day


def spreading(practices: Iterable[Practice]) -> Iterable[str]:
    for one in practices:
        for label, text in (
            (_("Nguồn lực cần có"), one.resources),
            (_("Điều cần tránh"), one.risks),
            (_("Học ở đâu, hỏi ai"), one.learning),
        ):
            if text.strip():
                yield f"{label}: {short(text, ADVICE_WORDS)}"
