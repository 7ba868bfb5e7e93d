"""Meetings as things that papers of the Council are made of."""

from collections.abc import Callable, Iterable

from django.db.models import Min, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.council.models import CouncilMember, Meeting
from lantoa.council.queries.body import day_of, positions_of
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may
from lantoa.domain.papers.filing import file_name
from lantoa.domain.stages import MeetingStage
from lantoa.nomination.models import Round
from lantoa.papers.sources import NotReady, Thing, all_or_none

ANYWHERE = Case()
LONGEST_KEY = 18


def meetings() -> QuerySet[Meeting]:
    """Those that were not cancelled, each with the earliest round of its cases."""
    found = Meeting.objects.exclude(stage=MeetingStage.CANCELLED.value).annotate(
        of_round=Min("cases__nomination__round")
    )
    named = found.select_related("council", "presided_by__person__subject", "secretary__person__subject")
    return named.order_by("starts_at", "pk")


def things_of(
    missing: Callable[[Meeting], str], shelf: str, read_by: Callable[[], QuerySet[Meeting]] = meetings
) -> Callable[[Actor, int | None], Iterable[Thing]]:
    """What `Source.things` asks: meetings that deal with somebody of the round, or all, read with what is needed."""

    def things(actor: Actor, of_round: int | None) -> list[Thing]:
        if not may_have(actor, ""):
            return []
        chosen = Meeting.objects.filter(cases__nomination__round=of_round).values("pk")
        found = list(read_by() if of_round is None else read_by().filter(pk__in=chosen))
        rounds = _rounds(found, of_round)
        return [thing_of(one, place, shelf, rounds, missing(one)) for place, one in enumerate(found, 1)]

    return things


def finder_of(
    missing: Callable[[Meeting], str], shelf: str, read_by: Callable[[], QuerySet[Meeting]] = meetings
) -> Callable[[str], Thing | None]:
    """What `Source.find` asks."""

    def find(key: str) -> Thing | None:
        meeting = read_by().filter(pk=_number(key)).first()
        return thing_of(meeting, 0, shelf, _rounds([meeting], None), missing(meeting)) if meeting else None

    return find


def read(key: str, missing: Callable[[Meeting], str], read_by: Callable[[], QuerySet[Meeting]] = meetings) -> Meeting:
    """The meeting of that key; NotReady when its paper cannot be made."""
    meeting = read_by().filter(pk=_number(key)).first()
    if meeting is None:
        raise NotReady(_("Không có phiên họp này, hoặc phiên họp đã huỷ. Hãy mở lại danh sách giấy tờ của đợt xét."))
    if why := missing(meeting):
        raise NotReady(why)
    return meeting


def may_have(actor: Actor, key: str) -> Allowed | Refused:  # noqa: ARG001  (what every source is asked)
    """Papers of the Council are for those who see its papers and see papers of the whole school."""
    answer = may(actor, Deed.SEE_PAPERS, ANYWHERE)
    return may(actor, Deed.SEE_COUNCIL) if answer else answer


among = all_or_none(may_have)


def thing_of(one: Meeting, place: int, shelf: str, rounds: dict[int, Round], missing: str) -> Thing:
    day, of_round = day_of(one), rounds.get(one.pk)
    tier, year = (of_round.tier, of_round.year) if of_round else ("school-annual", day.year)
    return Thing(
        key=f"meeting:{one.pk}",
        words=f"{one.name}, {localdate(one.starts_at):%d/%m/%Y}",
        day=day,
        file_name=file_name(tier, year, shelf, one.pk, one.name),
        round=of_round.pk if of_round else None,
        place=place,
        missing=missing,
    )


def signed_by_chair(meeting: Meeting) -> dict[str, str]:
    """Who signs for the Council: its chair, or the deputy who presided; below it the post in the school."""
    member = meeting.presided_by
    if member is None:
        return {}
    post = positions_of([member], day_of(meeting)).get(member.person_id, "").split(",")[0]
    is_deputy = member.seat == CouncilMember.Seat.DEPUTY
    return {
        "authority": _("TM. HỘI ĐỒNG\nKT. CHỦ TỊCH") if is_deputy else _("TM. HỘI ĐỒNG"),
        "position": str(member.get_seat_display()).upper(),
        "also_position": post.upper(),
        "signer": member.person.subject.name,
    }


def not_held(meeting: Meeting) -> str:
    if meeting.stage in (MeetingStage.HELD.value, MeetingStage.MINUTED.value):
        return ""
    return _("Phiên họp chưa kết thúc. Biên bản được soạn khi kết thúc phiên họp.")


def _rounds(found: list[Meeting], asked: int | None) -> dict[int, Round]:
    """By meeting, the round that is asked about, else the earliest of its cases."""
    keys = {one.pk: asked or getattr(one, "of_round", None) for one in found}
    rounds = Round.objects.in_bulk([key for key in keys.values() if key is not None])
    return {meeting: rounds[key] for meeting, key in keys.items() if key is not None}


def _number(key: str) -> int:
    """The meeting's key; no meeting has 0."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "meeting" and number.isdecimal() and len(number) < LONGEST_KEY else 0
