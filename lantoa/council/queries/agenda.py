"""The agenda as it is listed, and the nominations that may still be put on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.council.models import Meeting, MeetingCase
from lantoa.discovery.queries.sheets import written
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NominationStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.nurture.queries.aims import in_words

IN_ORDER = "thu_tu"
SORTS = {
    IN_ORDER: ("order",),
    "ten": ("nomination__subject__sort_key",),
    "don_vi": ("nomination__unit__subject__sort_key", "nomination__subject__sort_key"),
    "ket_luan": ("outcome", "order"),
}
BEFORE_THE_COUNCIL = (NominationStage.CLEARED.value, NominationStage.POSTPONED.value)
OPEN = "chua"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the agenda: words, a kind of subject, an outcome or OPEN."""

    words: str = ""
    kind: str = ""
    outcome: str = ""
    sort: str = IN_ORDER


def listed(meeting: Meeting, asked: Asked) -> QuerySet[MeetingCase]:
    """The cases that every filter leaves, each with how many members have an interest on file."""
    found = meeting.cases.select_related("nomination__subject", "nomination__unit__subject")
    for word in fold(asked.words).split():
        found = found.filter(nomination__subject__search_key__contains=word)
    if asked.kind:
        found = found.filter(nomination__subject__kind=asked.kind)
    if asked.outcome:
        found = found.filter(outcome="" if asked.outcome == OPEN else asked.outcome)
    sign = "-" if asked.sort.startswith("-") else ""
    columns = SORTS.get(asked.sort.removeprefix("-"), SORTS[IN_ORDER])
    light = found.defer("nomination__text", "nomination__verdict")
    return light.annotate(tied=Count("interests")).order_by(*(f"{sign}{one}" for one in columns), "pk")


def candidates(meeting: Meeting, *, words: str = "", of_round: int | None = None) -> QuerySet[Nomination]:
    """Nominations of the meeting's edition that wait for the Council and are on no agenda."""
    busy = MeetingCase.objects.filter(outcome="").values("nomination")
    found = Nomination.objects.filter(stage__in=BEFORE_THE_COUNCIL, edition=meeting.edition).exclude(pk__in=busy)
    for word in fold(words).split():
        found = found.filter(subject__search_key__contains=word)
    if of_round is not None:
        found = found.filter(round=of_round)
    named = found.select_related("subject", "unit__subject", "round").defer("text", "verdict")
    return named.order_by("subject__kind", "subject__sort_key", "pk")


def edition_waiting() -> str:
    """The plan edition of most nominations that wait for the Council; of none, the newest edition."""
    waiting = Nomination.objects.filter(stage__in=BEFORE_THE_COUNCIL).values("edition").annotate(number=Count("pk"))
    return str(waiting.order_by("-number").values_list("edition", flat=True).first() or plans.codes()[-1])


def rounds_waiting(meeting: Meeting) -> list[tuple[int, str]]:
    """Rounds with nominations that wait for the Council."""
    waiting = Nomination.objects.filter(stage__in=BEFORE_THE_COUNCIL, edition=meeting.edition)
    return list(
        Round.objects.filter(pk__in=waiting.values("round")).order_by("-year", "name").values_list("pk", "name")
    )


def tier_of(nomination: Nomination) -> str:
    return in_words(Aim(nomination.edition, nomination.tier, nomination.year))


def file_of(cases: Iterable[MeetingCase]) -> BytesIO:
    """One row a case, in the order of the list."""
    headings = [
        (_("Thứ tự"), 8),
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc"), 44),
        (_("Kết luận"), 24),
        (_("Lý do"), 50),
    ]
    return written(_("Chương trình"), headings, map(_texts, cases), still=3)


def _texts(case: MeetingCase) -> list[str]:
    nomination = case.nomination
    return [
        str(case.order),
        nomination.subject.code,
        nomination.subject.name,
        nomination.unit.subject.name,
        tier_of(nomination),
        str(case.get_outcome_display()) if case.outcome else "",
        case.reason,
    ]
