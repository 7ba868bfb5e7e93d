"""What a round expects of whom by when, for the notice room: units of their heads, the days of the officers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import RoleGrant
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.domain.authority import Role, Scope
from lantoa.domain.procedure import Station
from lantoa.domain.rounds import UnitState
from lantoa.domain.stages import NominationStage, RoundStage
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.rounds.calendar import label_of
from lantoa.nomination.queries.rounds.reading import path_of
from lantoa.nomination.queries.rounds.units import UnitRow, boards
from lantoa.notice.queries.deadlines import Deadline

N = NominationStage
DONE = (UnitState.SENT, UnitState.NOBODY)
WAITING = {  # what still waits for the day of that column
    "verify_by": (N.SENT, N.RETURNED),
    "post_by": (N.VERIFIED, N.POSTED),
    "council_on": (N.CLEARED,),
    "decide_by": (N.RECOMMENDED,),
    "submit_by": (N.CLEARED, N.RECOMMENDED),
}
ASKED_ABOVE = {"decide_by", "submit_by"}  # with dossiers there, the room of decisions and submissions asks for them


def rounds(day: date, user: int | None) -> Iterator[Deadline]:
    """Meetings and dossiers of the units, from their heads; the other days of open rounds, from the officers."""
    living = list(Round.objects.filter(stage__in=[RoundStage.DRAFT.value, RoundStage.OPEN.value]).order_by("pk"))
    if not living:
        return
    going = [one for one in living if one.stage == RoundStage.OPEN.value]
    officers = _holding(Role.OFFICER, user)
    for one in living:
        if one not in going and one.open_on is not None:
            yield from _of(officers, one, "open_on", _("mở «%(name)s»") % {"name": one.name})
    if going and officers:
        yield from _days(going, officers, day)
    if going and (user is None or officers or _holding(Role.HEAD, user)):
        waiting = _waiting([one for one in going if path_of(one).stations], day)
        yield from _units_of_officers(waiting, officers)
        yield from _units_of_heads(waiting, day, user)


def _waiting(going: list[Round], day: date) -> list[tuple[Round, UnitRow]]:
    """Units asked that have neither sent anything nor said why not."""
    rows = boards(going, Scope(everything=True), day)
    return [(one, row) for one in going for row in rows[one.pk] if row.state not in DONE and row.is_asked]


def _units_of_officers(waiting: list[tuple[Round, UnitRow]], officers: list[int]) -> Iterator[Deadline]:
    """How many units each round still waits for."""
    to_meet = Counter(one for one, row in waiting if one.meet_by and _has_to_meet(one, row))
    to_send = Counter(one for one, _row in waiting if one.send_by)
    for column, counts in (("meet_by", to_meet), ("send_by", to_send)):
        for one, count in counts.items():
            said = {"what": label_of(column), "name": one.name, "count": count}
            words = _("%(what)s, «%(name)s»: còn %(count)d đơn vị") % said
            yield from _of(officers, one, column, words)


def _units_of_heads(waiting: list[tuple[Round, UnitRow]], day: date, user: int | None) -> Iterator[Deadline]:
    """What each unit has not done yet, from its heads."""
    heads = heads_of({row.unit.pk for _one, row in waiting}, day) if waiting else {}
    for one, row in waiting:
        for head in heads[row.unit.pk]:
            if user in (None, head):
                yield from _unit(one, row, head)


def _unit(one: Round, row: UnitRow, head: int) -> Iterator[Deadline]:
    said = {"unit": row.unit.subject.name, "name": one.name}
    key = f"round:{one.pk}:{row.unit.pk}"
    if one.meet_by and _has_to_meet(one, row):
        address = reverse("unit_meeting", args=[one.pk, row.unit.subject.code])
        yield Deadline(f"{key}:meet", head, one.meet_by, _("%(unit)s họp bình xét, «%(name)s»") % said, address)
    if one.send_by:
        address = reverse("round", args=[one.pk])
        yield Deadline(f"{key}:send", head, one.send_by, _("%(unit)s gửi hồ sơ, «%(name)s»") % said, address)


def _has_to_meet(one: Round, row: UnitRow) -> bool:
    return not row.work.has_met and Station.MEETING in path_of(one).stations


def _days(going: list[Round], officers: list[int], day: date) -> Iterator[Deadline]:
    """The named days to come, and those gone by for which dossiers still wait."""
    counts = _counted(going)
    for one in going:
        for column, stages in WAITING.items():
            due = getattr(one, column)
            left = sum(counts.get((one.pk, stage.value), 0) for stage in stages)
            is_told = column not in ASKED_ABOVE if left else due is not None and due >= day
            if due is not None and is_told:
                yield from _of(officers, one, column, _words(one, column, left))


def _words(one: Round, column: str, left: int) -> str:
    words = _("%(what)s, «%(name)s»") % {"what": label_of(column), "name": one.name}
    return _("%(words)s: còn %(count)d hồ sơ") % {"words": words, "count": left} if left else words


def _of(officers: list[int], one: Round, column: str, text: str) -> Iterator[Deadline]:
    address = reverse("round", args=[one.pk])
    for officer in officers:
        yield Deadline(f"round:{one.pk}:{column}", officer, getattr(one, column), text, address)


def _counted(going: list[Round]) -> Mapping[tuple[int, str], int]:
    found = Nomination.objects.filter(round__in=going).values_list("round_id", "stage")
    return {(one or 0, stage): count for one, stage, count in found.annotate(count=Count("pk"))}


def _holding(role: Role, user: int | None) -> list[int]:
    """Accounts that hold the role, or that one alone if it does."""
    grants = RoleGrant.objects.filter(role=role.value, user__is_active=True)
    if user is not None:
        grants = grants.filter(user=user)
    return list(grants.order_by("user_id").values_list("user_id", flat=True).distinct())
