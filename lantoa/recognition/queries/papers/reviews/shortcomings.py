"""What fell short as far as the records show it, and the lessons that were written down."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.discovery.models import NobodyPutForward, Signal
from lantoa.domain.authority import Scope
from lantoa.domain.papers.telling import short
from lantoa.domain.rounds import UnitState
from lantoa.domain.stages import MeasureStage, NurtureStage, RoundStage, ShortcomingStage, SignalStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.units import boards
from lantoa.nurture.models import Measure, NurturePlan, Shortcoming
from lantoa.recognition.queries.papers.reviews import movements
from lantoa.recognition.queries.papers.reviews.period import Period, listed, number
from lantoa.register.models import Recognition

EVERYTHING = Scope(everything=True)
MOST, REASON_WORDS, LESSON_WORDS = 8, 25, 70


def shortcomings(period: Period) -> Iterator[str]:
    """Each with its number; a sentence that there is none when there is none."""
    said = [*_silent_units(period), *_nobody(period), *_late_work(period), *_late_movements(period), *_others(period)]
    yield from said or [_("Số liệu trên sổ không cho thấy việc nào chậm, quá hạn.")]


def lessons(period: Period) -> Iterator[str]:
    """Of nurture plans that ended without a nomination."""
    ended = NurturePlan.objects.filter(period.on("ended_at"), stage=NurtureStage.NOT_YET.value)
    for text in ended.order_by("ended_at", "pk").values_list("lessons", flat=True)[:MOST]:
        yield short(text, LESSON_WORDS)


def _silent_units(period: Period) -> Iterator[str]:
    """Units that a round asked and that put nobody forward, round by round."""
    opened = Round.objects.filter(period.of("year"), edition=period.plan.code, opened_at__isnull=False)
    rounds = list(opened.exclude(stage=RoundStage.CANCELLED.value).order_by("year", "pk"))
    found = boards(rounds, EVERYTHING, period.today)
    for one in rounds:
        asked = [row for row in found[one.pk] if row.is_asked]
        nobody = [row for row in asked if row.state is UnitState.NOBODY]
        silent = [row for row in asked if row.state in (UnitState.NOTHING, UnitState.DRAFT)]
        for what, rows in ((_("không giới thiệu ai"), nobody), (_("chưa gửi hồ sơ, biên bản"), silent)):
            if rows:
                yield (
                    _("%(round)s: %(number)s/%(all)s đơn vị %(what)s (%(names)s).")
                    % {
                        "round": one.name,
                        "number": number(len(rows)),
                        "all": number(len(asked)),
                        "what": what,
                        "names": listed((str(row.unit) for row in rows), MOST),
                    }
                )


def _nobody(period: Period) -> Iterator[str]:
    """Units that said why they had no prospect in a year."""
    rows = NobodyPutForward.objects.filter(period.of("year")).select_related("unit__subject")
    said = [f"{one.unit} ({one.year}: {short(one.reason, REASON_WORDS)})" for one in rows.order_by("year", "pk")]
    if said:
        yield _("%(number)s lượt đơn vị báo không có nhân tố mới: %(said)s.") % {
            "number": number(len(said)),
            "said": listed(said, MOST),
        }


def _late_work(period: Period) -> Iterator[str]:
    measures = Measure.objects.filter(period.on("due"), stage=MeasureStage.PLANNED.value, due__lt=period.today)
    if many := measures.count():
        yield _("%s biện pháp bồi dưỡng quá hạn chưa làm xong.") % number(many)
    left = Shortcoming.objects.filter(period.on("due"), stage=ShortcomingStage.OPEN.value, due__lt=period.today)
    if many := left.count():
        yield _("%s tồn tại quá hạn chưa khắc phục.") % number(many)


def _late_movements(period: Period) -> Iterator[str]:
    pledges, reports = movements.late(period)
    if pledges:
        yield _("%s đăng ký thi đua không gửi đúng hạn.") % number(pledges)
    if reports:
        yield _("%s báo cáo kết quả phong trào đến hạn chưa gửi.") % number(reports)


def _others(period: Period) -> Iterator[str]:
    if many := Signal.objects.filter(period.of("year"), stage=SignalStage.NEW.value, holds=True).count():
        yield _("%s dấu hiệu nổi trội chưa được trưởng đơn vị xem xét.") % number(many)
    if many := Recognition.objects.filter(period.of("year"), revoked=True).count():
        yield _("%s lượt công nhận bị thu hồi.") % number(many)
