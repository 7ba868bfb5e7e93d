"""The school in the period and how emulation was led: units, people, plan, Council, rounds."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from lantoa.council.models import Council, Meeting, MeetingCase
from lantoa.discovery.models import Movement
from lantoa.domain.coverage import is_leading
from lantoa.domain.records import Ledger
from lantoa.domain.stages import MeetingStage, MovementStage, RoundStage
from lantoa.domain.verdict import LEDGER_NAMES
from lantoa.nomination.models import Round
from lantoa.recognition.queries.papers.reviews.period import Period, listed, number
from lantoa.register.models import Closing, Post, Unit
from lantoa.register.queries.figures import in_force

MOST = 10


def setting(period: Period) -> Iterator[str]:
    day = period.last_day
    posts = Post.objects.filter(in_force(day))
    said = {
        "day": f"{day:%d/%m/%Y}",
        "units": number(Unit.objects.filter(in_force(day), parent__isnull=False).count()),
        "people": number(posts.values("person").distinct().count()),
        "leading": number(posts.filter(leading_positions()).values("person").distinct().count()),
    }
    yield (
        _(
            "Tính đến ngày %(day)s, Trường có %(units)s đơn vị, %(people)s viên chức, người lao động, trong đó "
            "%(leading)s người giữ chức vụ lãnh đạo, quản lý."
        )
        % said
    )
    if still_open := list(_open_books(period)):
        yield _("Số liệu còn có thể thay đổi vì sổ chưa chốt: %s.") % "; ".join(still_open)


def leading_positions() -> Q:
    """Posts of leadership or management, as their positions are written, and of heads."""
    every = Post.objects.order_by().values_list("position", flat=True).distinct()
    return Q(is_head=True) | Q(position__in=[one for one in every if is_leading(one)])


def leading(period: Period) -> Iterator[str]:
    """What was laid down, by whom."""
    yield _("Tổ chức thực hiện %(plan)s (%(source)s).") % {"plan": period.plan.name, "source": period.plan.source}
    yield from _councils(period)
    if movements := Movement.objects.filter(running(period)).count():
        yield _("Phát động, duy trì %s phong trào thi đua.") % number(movements)
    rounds = Round.objects.filter(period.of("year"), opened_at__isnull=False, edition=period.plan.code)
    names = rounds.exclude(stage=RoundStage.CANCELLED.value).order_by("year", "pk").values_list("name", flat=True)
    if names:
        yield _("Mở %(number)s đợt xét: %(names)s.") % {"number": number(len(names)), "names": listed(names, MOST)}
    else:
        yield _("Không mở đợt xét nào.")


def _councils(period: Period) -> Iterator[str]:
    """Those in force at the end, and those that met about dossiers of these years."""
    held = Meeting.objects.filter(
        stage__in=[MeetingStage.HELD.value, MeetingStage.MINUTED.value],
        pk__in=MeetingCase.objects.filter(period.of("nomination__year")).values("meeting"),
    )
    met = Counter(held.values_list("council", flat=True))
    councils = Council.objects.filter(in_force(period.last_day) | Q(pk__in=list(met)))
    for one in councils.order_by("since", "pk"):
        said = {"name": one.name, "number": one.decision, "day": f"{one.decided:%d/%m/%Y}", "held": number(met[one.pk])}
        yield (
            _("%(name)s (Quyết định số %(number)s ngày %(day)s) họp %(held)s phiên xét hồ sơ của thời gian này.") % said
        )


def running(period: Period) -> Q:
    """Movements launched that went on in the period."""
    years = period.window
    launched = ~Q(stage__in=[MovementStage.DRAFT.value, MovementStage.CANCELLED.value])
    return launched & Q(since__year__lte=years.last_year, until__year__gte=years.first_year)


def _open_books(period: Period) -> Iterator[str]:
    """`khen thưởng năm 2025`: books of the whole school that nobody closed."""
    closed = set(Closing.objects.filter(period.of("year"), unit=None).values_list("ledger", "year"))
    for ledger in (Ledger.AWARDS, Ledger.RATINGS):
        if years := [str(year) for year in period.window.years if (ledger.value, year) not in closed]:
            yield _("%(book)s năm %(years)s") % {"book": LEDGER_NAMES[ledger], "years": ", ".join(years)}
