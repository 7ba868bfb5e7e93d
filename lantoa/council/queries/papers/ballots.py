"""Ballots on paper: for each poll as many sheets as members who vote, nameless and all alike."""

from datetime import date

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.council.models import Poll, PollCase
from lantoa.council.queries.papers.meetings import among, may_have
from lantoa.domain.authority import Actor
from lantoa.domain.ballot import Mode
from lantoa.domain.nurture import Aim
from lantoa.domain.papers.filing import file_name
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import Ballot, Candidate
from lantoa.domain.stages import PollStage
from lantoa.nurture.queries.aims import in_words
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.papers.sources import NotReady, Source, Thing
from lantoa.register.queries.positions import positions_on

SHELF = "PB"


def paper_polls() -> QuerySet[Poll]:
    """Polls on paper, in the order in which they were prepared."""
    found = Poll.objects.filter(mode=Mode.PAPER.value).select_related("meeting__council")
    return found.prefetch_related("cases__case__nomination").order_by("pk")


def things(actor: Actor, of_round: int | None) -> list[Thing]:
    if not may_have(actor, ""):
        return []
    asked = paper_polls()
    if of_round is not None:
        asked = asked.filter(cases__case__nomination__round=of_round).distinct()
    return [_thing(poll, of_round) for poll in asked]


def find(key: str) -> Thing | None:
    poll = paper_polls().filter(pk=_number(key)).first()
    return _thing(poll, None) if poll else None


def contents(key: str, _day: date) -> Ballot:
    """NotReady before the poll is open: only then it is known who votes on what."""
    poll = paper_polls().filter(pk=_number(key)).first()
    if poll is None:
        raise NotReady(_("Không có lần bỏ phiếu bằng phiếu in này."))
    if why := _missing(poll):
        raise NotReady(why)
    day = localdate(poll.meeting.starts_at)
    said = {"meeting": poll.meeting.name, "day": f"{day:%d/%m/%Y}", "number": poll.number}
    return Ballot(
        issuer=letterhead_on(day).issuer.upper(),
        council=poll.meeting.council.name.upper(),
        subject=_("Về việc đề nghị công nhận điển hình tiên tiến"),
        meeting=_("%(meeting)s, ngày %(day)s, lần bỏ phiếu %(number)s") % said,
        copies=str(poll.issued or 0),
        candidates=_candidates(poll, day),
    )


def _candidates(poll: Poll, day: date) -> tuple[Candidate, ...]:
    named = poll.cases.select_related("case__nomination__subject", "case__nomination__unit__subject")
    cases = list(named.defer("case__nomination__text", "case__nomination__verdict"))
    positions = positions_on(day, [one.case.nomination.subject_id for one in cases])
    return tuple(_candidate(one, positions) for one in cases)


def _candidate(one: PollCase, positions: dict[int, str]) -> Candidate:
    nomination = one.case.nomination
    subject, unit = nomination.subject, nomination.unit
    where = unit.subject.name if unit.pk != subject.pk else ""
    return Candidate(
        number=str(one.order),
        name=subject.name,
        unit=", ".join(filter(None, [positions.get(subject.pk, ""), where])),
        tier=in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
    )


def _missing(poll: Poll) -> str:
    if poll.stage == PollStage.PREPARED.value:
        return _("Hãy mở lần bỏ phiếu trước: khi đó mới biết ai bỏ phiếu về hồ sơ nào, in bao nhiêu tờ.")
    if poll.stage == PollStage.VOID.value:
        return _("Lần bỏ phiếu này đã huỷ.")
    return ""


def _thing(poll: Poll, of_round: int | None) -> Thing:
    meeting = poll.meeting
    nominations = [one.case.nomination for one in poll.cases.all()]
    first = next(one for one in nominations if of_round in (None, one.round_id))
    return Thing(
        key=f"poll:{poll.pk}",
        words=_("%(meeting)s, lần bỏ phiếu %(number)s") % {"meeting": meeting.name, "number": poll.number},
        day=localdate(meeting.starts_at),
        file_name=file_name(first.tier, first.year, SHELF, poll.pk, meeting.name),
        round=first.round_id,
        place=poll.number,
        missing=_missing(poll),
    )


def _number(key: str) -> int:
    """`poll:12`; a key of something else finds nothing."""
    kind, _colon, number = key.partition(":")
    return int(number) if kind == "poll" and number.isascii() and number.isdigit() and len(number) < 19 else 0


BALLOT = Source(PaperKind.BALLOT, Ballot, things, find, contents, may_have, among)
