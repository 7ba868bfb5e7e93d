"""Commendations of the period: each title and form by who got it, leaders and others apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.papers import words
from lantoa.domain.papers.reporting import CommendationLine
from lantoa.domain.records import AwardStatus, Kind, Level
from lantoa.domain.stages import DecisionStage
from lantoa.domain.vietnamese import sort_key
from lantoa.recognition.models import Reward
from lantoa.recognition.queries.papers.reviews.period import Period, by, number
from lantoa.recognition.queries.papers.reviews.setting import leading_positions
from lantoa.register.models import Award, Post
from lantoa.register.queries.figures import in_force

Form: TypeAlias = tuple[str, str]  # level, name
MOST = 40
LEVELS = [level.value for level in (Level.STATE, Level.PROVINCE, Level.SECTOR, Level.MINISTRY, Level.SCHOOL)]


@dataclass(slots=True)
class Tally:
    """To how many a form was given."""

    collectives: int = 0
    individuals: int = 0
    leading: int = 0

    def add(self, other: "Tally") -> None:
        self.collectives += other.collectives
        self.individuals += other.individuals
        self.leading += other.leading


def given(period: Period) -> QuerySet[Award]:
    return Award.objects.filter(period.of("year"), status=AwardStatus.AWARDED.value)


def commendation_lines(period: Period) -> tuple[CommendationLine, ...]:
    """The highest first; forms beyond those that a page or two hold stand together in the last line."""
    tallies = _tallies(period)
    ranked = sorted(tallies, key=lambda form: (LEVELS.index(form[0]), sort_key(form[1])))
    rest = Tally()
    for form in ranked[MOST:]:
        rest.add(tallies[form])
    names = plans.catalogue().levels
    lines = [_line(place, form[1], names[Level(form[0])], tallies[form]) for place, form in enumerate(ranked[:MOST], 1)]
    if len(ranked) > MOST:
        lines.append(_line(MOST + 1, _("Các hình thức khác"), "", rest))
    return tuple(lines)


def commending(period: Period) -> Iterator[str]:
    kinds = by(given(period), "subject__kind")
    if not kinds:
        yield _("Sổ không ghi danh hiệu, hình thức khen thưởng nào của thời gian này.")
    else:
        counted = words.counts(kinds[Kind.COLLECTIVE.value], kinds[Kind.INDIVIDUAL.value])
        yield _("Tổng số lượt khen thưởng đã có quyết định: %s.") % counted
    eligible = Award.objects.filter(period.of("year"), status=AwardStatus.ELIGIBLE.value).count()
    if eligible:
        yield _("Ngoài ra có %s lượt đã thẩm định đủ điều kiện, chưa có quyết định.") % number(eligible)
    rewards = Reward.objects.filter(period.on("item__decision__decided_on"))
    money = rewards.filter(item__decision__stage=DecisionStage.ISSUED.value).aggregate(sum=Sum("amount"))["sum"]
    if money:
        yield _("Tiền thưởng kèm quyết định công nhận: %s đồng.") % f"{money:,}".replace(",", ".")


def _tallies(period: Period) -> dict[Form, Tally]:
    """One query, and one a year for those who led at its end."""
    found: dict[Form, Tally] = {}
    for form, kind, many in _counted(given(period)):
        tally = found.setdefault(form, Tally())
        if kind == Kind.COLLECTIVE.value:
            tally.collectives += many
        else:
            tally.individuals += many
    leading = leading_positions()
    for year in period.window.years:
        posts = Post.objects.filter(leading, in_force(date(year, 12, 31)))
        led = Award.objects.filter(year=year, status=AwardStatus.AWARDED.value, subject__in=posts.values("person"))
        for form, _kind, many in _counted(led):
            found[form].leading += many
    return found


def _counted(awards: QuerySet[Award]) -> Iterator[tuple[Form, str, int]]:
    """Titles by their name in the law, whatever they were written like; other forms as they were written."""
    titles = plans.catalogue().titles
    rows = awards.order_by().values_list("level", "title", "text", "subject__kind").annotate(many=Count("pk"))
    for level, title, text, kind, many in rows:
        yield (level, titles[title].name if title in titles else " ".join(text.split())), kind, many


def _line(place: int, name: str, level: str, tally: Tally) -> CommendationLine:
    return CommendationLine(
        number=str(place),
        name=name,
        level=level,
        whole=str(tally.collectives + tally.individuals),
        collectives=str(tally.collectives),
        leading=str(tally.leading),
        working=str(tally.individuals - tally.leading),
    )
