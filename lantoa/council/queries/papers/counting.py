"""The minutes of a count: ballots issued, returned, valid, invalid, and what the share is counted of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Min, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.models import CouncilMember, Poll
from lantoa.council.queries.body import day_of, sitting
from lantoa.council.queries.minutes import moment
from lantoa.council.queries.papers.meetings import among, may_have
from lantoa.council.queries.papers.minutes import minutes_of
from lantoa.council.queries.polls.results import CaseVote, vote_of
from lantoa.domain.authority import Actor
from lantoa.domain.ballot import Mode
from lantoa.domain.papers import words
from lantoa.domain.papers.deciding import CountedLine, CountingPaper
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import PollStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.papers.naming import positions
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.register.queries.positions import positions_on

SHELF = "KP"
LONGEST_KEY = 18


def polls() -> QuerySet[Poll]:
    """Those that were not annulled, each with the earliest round of its cases."""
    found = Poll.objects.exclude(stage=PollStage.VOID.value).annotate(of_round=Min("cases__case__nomination__round"))
    named = found.select_related(
        "meeting__council", "meeting__presided_by__person__subject", "meeting__secretary__person__subject"
    )
    return named.order_by("meeting__starts_at", "meeting", "number")


def things(actor: Actor, of_round: int | None) -> Iterable[Thing]:
    if not may_have(actor, ""):
        return []
    chosen = Poll.objects.filter(cases__case__nomination__round=of_round).values("pk")
    found = list(polls() if of_round is None else polls().filter(pk__in=chosen))
    rounds = _rounds(found, of_round)
    return [_thing(one, place, rounds) for place, one in enumerate(found, 1)]


def find(key: str) -> Thing | None:
    poll = polls().filter(pk=_number(key)).first()
    return _thing(poll, 0, _rounds([poll], None)) if poll else None


def contents(key: str, _day: date) -> CountingPaper:
    poll = polls().filter(pk=_number(key)).first()
    if poll is None:
        raise NotReady(_("Không có lần bỏ phiếu này, hoặc lần bỏ phiếu đã huỷ."))
    if why := missing(poll):
        raise NotReady(why)
    found = poll.cases.select_related("poll", "case__nomination__subject", "case__nomination__unit__subject")
    votes = [vote_of(one) for one in found.order_by("order", "pk")]
    posts = positions_on(day_of(poll.meeting), [vote.poll_case.case.nomination.subject_id for vote in votes])
    valid, invalid = _validity(votes)
    given = minutes_of(poll.meeting)
    if poll.opened_at and poll.counted_at:
        given |= {"begun": moment(poll.opened_at), "ended": moment(poll.counted_at)}
    return CountingPaper(
        **given,
        subject=_("Kiểm phiếu lần %(number)s, %(meeting)s") % {"number": poll.number, "meeting": poll.meeting.name},
        name=poll.meeting.name,
        mode=Mode(poll.mode).label,
        tellers=_tellers(poll),
        issued=words.count(poll.issued or 0),
        returned=words.count(poll.returned or 0),
        valid=valid,
        invalid=invalid,
        base_words=tuple(dict.fromkeys(_base_words(vote) for vote in votes)),
        lines=tuple(_line(number, vote, posts) for number, vote in enumerate(votes, 1)),
    )


def missing(poll: Poll) -> str:
    if poll.stage == PollStage.COUNTED.value:
        return ""
    return _("Lần bỏ phiếu chưa kiểm xong. Biên bản kiểm phiếu lập được khi đã có kết quả.")


def _tellers(poll: Poll) -> tuple[str, ...]:
    """Each with the post in the school and the seat on the Council."""
    users = [teller.user for teller in poll.tellers.select_related("user__person__subject")]
    people, day = [user.person_id for user in users if user.person_id is not None], day_of(poll.meeting)
    seats = {one.person_id: one for one in sitting(poll.meeting.council, day).filter(person__in=people)}
    posts = positions(people, day)
    return tuple(_teller(user, posts, seats) for user in users)


def _teller(user: User, posts: Mapping[int, str], seats: Mapping[int, CouncilMember]) -> str:
    if user.person is None:
        return str(user)
    said = [user.person.subject.name, posts.get(user.person.pk, ""), _seat(seats.get(user.person.pk))]
    return ", ".join(filter(None, said))


def _seat(member: CouncilMember | None) -> str:
    return _("%s Hội đồng") % member.get_seat_display() if member else ""


def _validity(votes: Sequence[CaseVote]) -> tuple[str, str]:
    """How many papers were valid and how many not, when that is the same for each case; else the table says so."""
    counted = {(vote.ballots.total, vote.ballots.votes_invalid) for vote in votes}
    if len(counted) != 1:
        return "", ""
    total, invalid = counted.pop()
    return words.count(total - invalid), words.count(invalid)


def _base_words(vote: CaseVote) -> str:
    """What the share is counted of, how many that are, and who says so."""
    threshold = vote.result.threshold
    return _("Tỷ lệ đồng ý tính trên %(base)s là %(number)s người; cần %(words)s (%(set_by)s quy định).") % {
        "base": threshold.base.label,
        "number": words.count(vote.result.base),
        "words": threshold.words,
        "set_by": threshold.set_by,
    }


def _line(number: int, vote: CaseVote, posts: Mapping[int, str]) -> CountedLine:
    nomination, ballots, written, result = vote.poll_case.case.nomination, vote.ballots, vote.written, vote.result
    return CountedLine(
        number=str(number),
        name=nomination.subject.name,
        position=posts.get(nomination.subject_id, ""),
        unit="" if nomination.unit_id == nomination.subject_id else nomination.unit.subject.name,
        votes_for=str(ballots.votes_for),
        votes_against=str(ballots.votes_against),
        votes_blank=str(ballots.votes_blank),
        valid=str(ballots.total - ballots.votes_invalid),
        invalid=str(ballots.votes_invalid),
        written=f"{written.votes_for}/{written.total}" if written.total else "",
        base=str(result.base),
        share=f"{result.count.votes_for}/{result.base} ({result.share_words})",
        result=_("đạt") if result.passed else _("chưa đạt"),
    )


def _thing(poll: Poll, place: int, rounds: dict[int, Round]) -> Thing:
    day, of_round = localdate(poll.counted_at or poll.made_at), rounds.get(poll.pk)
    tier, year = (of_round.tier, of_round.year) if of_round else ("school-annual", day.year)
    named = _("Lần %(number)s, %(meeting)s") % {"number": poll.number, "meeting": poll.meeting.name}
    return Thing(
        key=f"count:{poll.pk}",
        words=named,
        day=day,
        file_name=file_name(tier, year, SHELF, poll.pk, named),
        round=of_round.pk if of_round else None,
        place=place,
        missing=missing(poll),
    )


def _rounds(found: list[Poll], asked: int | None) -> dict[int, Round]:
    """By poll, the round that is asked about, else the earliest of its cases."""
    keys = {one.pk: asked or getattr(one, "of_round", None) for one in found}
    rounds = Round.objects.in_bulk([key for key in keys.values() if key is not None])
    return {poll: rounds[key] for poll, key in keys.items() if key is not None}


def _number(key: str) -> int:
    """The poll's key; no poll has 0."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "count" and number.isdecimal() and len(number) < LONGEST_KEY else 0


COUNTING_MINUTES = Source(PaperKind.COUNTING_MINUTES, CountingPaper, things, find, contents, may_have, among)
