"""Movements of the period: how many units pledged, how many reported, how far they came."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Avg, Count, Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.discovery.models import Movement, Pledge, ReportDate, Result
from lantoa.domain.papers.reporting import MovementLine
from lantoa.domain.papers.telling import short
from lantoa.domain.stages import MovementStage, PledgeStage
from lantoa.recognition.queries.papers.reviews.period import Period, number
from lantoa.recognition.queries.papers.reviews.setting import running

SUMMARY_WORDS = 80


def movement_lines(period: Period) -> tuple[MovementLine, ...]:
    """In four queries whatever their number."""
    accepted = Count("pledges", filter=Q(pledges__stage=PledgeStage.ACCEPTED.value))
    found = Movement.objects.filter(running(period)).select_related("unit__subject")
    movements = found.annotate(asked=Count("pledges"), accepted=accepted).order_by("since", "pk")
    dates = _of_movements(ReportDate.objects.filter(due__lte=period.last_day), "movement")
    results = Result.objects.filter(report_date__due__lte=period.last_day)
    reported = _of_movements(results, "report_date__movement")
    reached = dict(
        results.order_by()
        .values_list("report_date__movement")
        .annotate(mean=Avg("reached"))
        .values_list("report_date__movement", "mean")
    )
    return tuple(
        MovementLine(
            number=str(place),
            name=one.name,
            launched_by=str(one.unit),
            days=f"{one.since:%d/%m/%Y}-{one.until:%d/%m/%Y}",
            pledged=f"{one.accepted}/{one.asked}",
            reported=f"{reported.get(one.pk, 0)}/{dates.get(one.pk, 0) * one.asked}",
            reached=_per_cent(reached.get(one.pk)),
        )
        for place, one in enumerate(movements, 1)
    )


def movements(period: Period) -> Iterator[str]:
    """What came of them, in the words of those who summed them up."""
    found = Movement.objects.filter(running(period))
    if not found.exists():
        yield _("Sổ không ghi phong trào thi đua nào trong thời gian này.")
        return
    summed_up = found.filter(stage=MovementStage.SUMMED_UP.value).order_by("until", "pk")
    said = {"all": number(found.count()), "done": number(summed_up.count())}
    yield _("Trong %(all)s phong trào, %(done)s phong trào đã tổng kết.") % said
    for one in summed_up.exclude(summary=""):
        yield f"{one.name}: {short(one.summary, SUMMARY_WORDS)}"


def late(period: Period) -> tuple[int, int]:
    """Pledges never sent when they were due, and reports never sent."""
    unsent = [PledgeStage.NOT_SENT.value, PledgeStage.RETURNED.value]
    day = period.last_day
    asked = Pledge.objects.filter(movement__in=Movement.objects.filter(running(period)).values("pk"))
    pledges = asked.filter(stage__in=unsent, movement__pledges_due__lt=day).count()
    dates = ReportDate.objects.filter(period.on("due"), due__lt=day)
    dates = dates.filter(movement__in=Movement.objects.filter(running(period)).values("pk"))
    wanted = sum(dates.annotate(asked=Count("movement__pledges")).values_list("asked", flat=True))
    return pledges, max(0, wanted - Result.objects.filter(report_date__in=dates.values("pk")).count())


def _of_movements(rows: QuerySet[Any], column: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(column).annotate(number=Count("pk")).values_list(column, "number"))


def _per_cent(mean: float | None) -> str:
    return f"{mean:.0f} %" if mean is not None else ""
