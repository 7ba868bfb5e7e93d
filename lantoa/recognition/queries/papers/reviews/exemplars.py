"""From finding to recognition: what every year brought, tier by tier, and sentences about it."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count, QuerySet, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.discovery.models import Practice, Prospect, Signal, Tip
from lantoa.domain.papers import words
from lantoa.domain.papers.reporting import TierLine, YearLine
from lantoa.domain.records import Kind
from lantoa.domain.stages import (
    MeasureStage,
    NominationStage,
    NurtureStage,
    ShortcomingStage,
    SignalStage,
    UnitMeetingStage,
)
from lantoa.nomination.models import Nomination, UnitMeeting
from lantoa.nurture.models import Encouragement, Measure, NurturePlan, Shortcoming, Support
from lantoa.recognition.models import Complaint
from lantoa.recognition.queries.papers.reviews.period import Period, by, by_own_year, by_year, listed, number
from lantoa.register.models import Recognition

UNSENT = (NominationStage.DRAFT.value, NominationStage.WITHDRAWN.value)
RECOMMENDED = tuple(
    stage.value
    for stage in (
        NominationStage.RECOMMENDED,
        NominationStage.STRUCK,
        NominationStage.SUBMITTED,
        NominationStage.NOT_RECOGNISED,
        NominationStage.RECOGNISED,
        NominationStage.REVOKED,
    )
)
TITLES = 12


def year_lines(period: Period) -> tuple[YearLine, ...]:
    """A line a year and their sum; to a single year the one before it, to compare with. Six queries."""
    shown = period.with_the_year_before()
    columns: dict[str, Counter[int]] = {
        "found": by_year(Prospect.objects.filter(shown.on("found_at")), "found_at"),
        "chosen": by_year(Prospect.objects.filter(shown.on("chosen_at")), "chosen_at"),
        "nurtured": by_year(NurturePlan.objects.filter(shown.on("approved_at")), "approved_at"),
        "practices": by_year(Practice.objects.filter(shown.on("written_at")), "written_at"),
        "nominated": by_own_year(sent(shown)),
        "recognised": by_own_year(recognitions(shown)),
    }
    lines = [
        _year_line(str(year), {name: found[year] for name, found in columns.items()}) for year in shown.window.years
    ]
    if len(period.window.years) > 1:
        lines.append(_year_line(_("Cả giai đoạn"), {name: found.total() for name, found in columns.items()}))
    return tuple(lines)


def sent(period: Period) -> QuerySet[Nomination]:
    """Dossiers of the plan and the years that were sent to a round."""
    found = Nomination.objects.filter(period.of("year"), edition=period.plan.code, round__isnull=False)
    return found.exclude(stage__in=UNSENT)


def recognitions(period: Period) -> QuerySet[Recognition]:
    """Those that stand, of tiers of the plan; of a tier of the whole period in its last year."""
    return Recognition.objects.filter(period.of("year"), tier__in=list(period.plan.tiers), revoked=False)


def tier_lines(period: Period) -> tuple[TierLine, ...]:
    """A line for each year and tier that the plan has, zeros too; three queries."""
    nominated = _by_tier(sent(period))
    recognised: dict[tuple[int, str, str], int] = {
        (year, tier, kind): many
        for year, tier, kind, many in recognitions(period)
        .order_by()
        .values_list("year", "tier", "subject__kind")
        .annotate(many=Count("pk"))
    }
    revoked = _by_tier(Recognition.objects.filter(period.of("year"), revoked=True))
    return tuple(
        TierLine(
            year=str(year),
            tier=tier.name,
            nominated=str(nominated.get((year, code), 0)),
            collectives=str(recognised.get((year, code, Kind.COLLECTIVE.value), 0)),
            individuals=str(recognised.get((year, code, Kind.INDIVIDUAL.value), 0)),
            revoked=str(revoked.get((year, code), 0)),
        )
        for year in period.window.years
        for code, tier in period.plan.tiers.items()
        if year in period.plan.years(tier)
    )


def finding(period: Period) -> Iterator[str]:
    prospects = Prospect.objects.filter(period.on("found_at"))
    origins = by(prospects, "origin")
    sources = [f"{number(origins[one.value])} {one.label}" for one in Prospect.Origin if origins[one.value]]
    if sources:
        yield _("Phát hiện %(number)s nhân tố mới: %(from)s.") % {
            "number": number(origins.total()),
            "from": ", ".join(sources),
        }
    else:
        yield _("Không phát hiện nhân tố mới nào được ghi vào sổ.")
    tips = list(Tip.objects.filter(period.on("received_at")).values_list("due", "answered_at"))
    if tips:
        answered = [(due, localdate(at)) for due, at in tips if at]
        said = {
            "all": number(len(tips)),
            "answered": number(len(answered)),
            "late": number(sum(day > due for due, day in answered)),
        }
        yield _("Nhận %(all)s ý kiến giới thiệu gương tốt, đã trả lời %(answered)s, trong đó %(late)s quá hạn.") % said
    holding = Signal.objects.filter(period.of("year")).exclude(stage=SignalStage.NEW.value, holds=False)
    signals = by(holding, "stage")
    if signals:
        said = {
            "all": number(signals.total()),
            "kept": number(signals[SignalStage.KEPT.value]),
            "left": number(signals[SignalStage.NEW.value]),
        }
        yield _("Từ sổ thi đua có %(all)s dấu hiệu nổi trội: giữ theo dõi %(kept)s, chưa xem %(left)s.") % said


def nurturing(period: Period) -> Iterator[str]:
    plans = by(NurturePlan.objects.filter(period.on("approved_at")), "stage")
    if not plans:
        yield _("Không có kế hoạch bồi dưỡng nào được duyệt.")
    else:
        nominated, not_yet = plans[NurtureStage.NOMINATED.value], plans[NurtureStage.NOT_YET.value]
        said = {
            "all": number(plans.total()),
            "nominated": number(nominated),
            "not_yet": number(not_yet),
            "going": number(plans.total() - nominated - not_yet),
        }
        yield (
            _(
                "Duyệt %(all)s kế hoạch bồi dưỡng; đến nay %(nominated)s kết thúc bằng đề cử, %(not_yet)s kết luận "
                "chưa đủ, %(going)s đang thực hiện."
            )
            % said
        )
    yield from _work(period)


def _work(period: Period) -> Iterator[str]:
    measures = Measure.objects.filter(period.on("due")).exclude(stage=MeasureStage.DROPPED.value)
    shortcomings = Shortcoming.objects.filter(period.on("due"))
    if measures.exists() or shortcomings.exists():
        said = {
            "done": number(measures.filter(stage=MeasureStage.DONE.value).count()),
            "measures": number(measures.count()),
            "confirmed": number(shortcomings.filter(stage=ShortcomingStage.CONFIRMED.value).count()),
            "shortcomings": number(shortcomings.count()),
        }
        yield (
            _(
                "Đến hạn %(measures)s biện pháp, đã hoàn thành %(done)s; %(shortcomings)s tồn tại, đã xác nhận khắc "
                "phục %(confirmed)s."
            )
            % said
        )
    supports = Support.objects.filter(period.on("given_on"))
    praise = Encouragement.objects.filter(period.on("given_on"))
    if supports.exists() or praise.exists():
        said = {
            "supports": number(supports.count()),
            "money": f"{supports.aggregate(sum=Sum('amount'))['sum'] or 0:,}".replace(",", "."),
            "praise": number(praise.count()),
        }
        yield _("Hỗ trợ %(supports)s lần (%(money)s đồng); động viên, biểu dương %(praise)s lần.") % said


def spreading(period: Period) -> Iterator[str]:
    titles = (
        Practice.objects.filter(period.on("written_at")).order_by("written_at", "pk").values_list("title", flat=True)
    )
    if titles:
        said = {"number": number(len(titles)), "titles": listed((f"“{title}”" for title in titles), TITLES)}
        yield _("Viết lại %(number)s mô hình, cách làm hay: %(titles)s.") % said
    else:
        yield _("Không có mô hình, cách làm hay nào được viết lại.")
    yield _("Hình thức tuyên truyền, nơi đã học tập, làm theo: (Thường trực Hội đồng viết bổ sung).")


def recognising(period: Period) -> Iterator[str]:
    stages = by(sent(period), "stage")
    if stages:
        held = UnitMeeting.objects.filter(period.of("round__year"), stage=UnitMeetingStage.HELD.value)
        said = {
            "meetings": number(held.count()),
            "all": number(stages.total()),
            "recommended": number(sum(stages[stage] for stage in RECOMMENDED)),
            "refused": number(stages[NominationStage.NOT_RECOMMENDED.value]),
        }
        yield (
            _(
                "%(meetings)s cuộc họp bình xét của đơn vị, %(all)s hồ sơ gửi xét; Hội đồng đề nghị %(recommended)s, "
                "chưa đề nghị %(refused)s."
            )
            % said
        )
    else:
        yield _("Không có hồ sơ nào gửi xét.")
    kinds = by(recognitions(period), "subject__kind")
    counted = words.counts(kinds[Kind.COLLECTIVE.value], kinds[Kind.INDIVIDUAL.value])
    yield _("Số lượt được công nhận: %s.") % counted
    if kinds.total() > stages.total():
        yield _("Số được công nhận gồm cả quyết định có trước khi hồ sơ đề cử được lập trên phần mềm.")
    complaints = Complaint.objects.filter(period.on("filed_on"))
    if complaints.exists():
        settled = complaints.filter(ended_at__isnull=False).count()
        said = {"all": number(complaints.count()), "settled": number(settled)}
        yield _("Nhận %(all)s khiếu nại, đã giải quyết %(settled)s.") % said


def _by_tier(rows: QuerySet[Nomination] | QuerySet[Recognition]) -> dict[tuple[int, str], int]:
    counted = rows.order_by().values_list("year", "tier").annotate(many=Count("pk"))
    return {(year, tier): many for year, tier, many in counted}


def _year_line(year: str, figures: dict[str, int]) -> YearLine:
    return YearLine(year=year, **{name: str(many) for name, many in figures.items()})
