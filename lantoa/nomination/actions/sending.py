"""Sending a dossier: the verdict frozen with its facts and the plan's version; withdrawn, sent again, moved on."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Case, Deed, may
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NominationStage, RoundStage, moved
from lantoa.nomination.actions.holding import tell_nominee, write_event
from lantoa.nomination.actions.moving import held, insist, move
from lantoa.nomination.actions.refusals import (
    AfterTheDeadline,
    ChangedMeanwhile,
    HasEnded,
    NomineeHasLeft,
    NomineeHasMoved,
    NoReport,
    NoRound,
    NotMet,
    NotMetAtMeeting,
    NotYetOpen,
    NowhereToMove,
    ReusedWithoutReason,
    UnitIsGone,
)
from lantoa.nomination.actions.verification.returning import came_back
from lantoa.nomination.models import Nomination, Round, Sending
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.nomination.queries.recipients import nominees
from lantoa.nomination.queries.rounds.reading import open_round_for, sending_is_open
from lantoa.nomination.queries.sendable import is_alive, lacks_meeting, place_today, reused_without_reason
from lantoa.nomination.queries.unit_meetings import MeetingVote, meeting_vote
from lantoa.nurture.queries.aims import assessment, in_words
from lantoa.nurture.queries.asking import why_not_nominate
from lantoa.nurture.queries.verdicts import frozen_of


def send(*, nomination: Nomination, by: User, at: datetime) -> Nomination:
    """The unit's last word: verdict, facts, report and plan version are kept as they are now.

    WrongStage when it was sent before; every other refusal leaves it a draft with all that is in it. What is only
    read is read before the row is held: in the last minute before a deadline hundreds wait for each other.
    """
    seen = Nomination.objects.select_related(*WITH_NAMES).get(pk=nomination.pk)
    moved(NominationStage(seen.stage), "send")
    insist(by, Deed.NOMINATE, seen)
    found = _round_for(seen, at)
    seen.round = found
    _check_nominee(seen, at)
    if names := reused_without_reason(seen):
        raise ReusedWithoutReason(names)
    _check_papers(seen, meeting_vote(seen))
    verdict, to = _verdict(seen, at), nominees([seen], localdate(at))[seen.pk]
    return _send(seen, found, verdict, to, by=by, at=at)


@transaction.atomic
def _send(
    seen: Nomination, found: Round, verdict: dict[str, Any], to: Iterable[int], *, by: User, at: datetime
) -> Nomination:
    """Write it, unless somebody was quicker; ChangedMeanwhile when the dossier is not the one that was checked."""
    nomination = held(seen)
    moved(NominationStage(nomination.stage), "send")
    if nomination.version != seen.version:
        raise ChangedMeanwhile(nomination)
    nomination.round, nomination.verdict = found, verdict
    nomination.sent_by, nomination.sent_at = by, at
    number = _keep(nomination, by, at)
    details = {"round": found.name, "version": number, "verdict": verdict["verdict"]}
    nomination = move(nomination=nomination, deed="send", event="nomination_sent", details=details, by=by, at=at)
    words = _("Hồ sơ đề cử của %(name)s đã được gửi thẩm định.")
    tell_nominee(nomination=nomination, what="sent", words=words, to=to, by=by, at=at)
    return nomination


@transaction.atomic
def resend(*, nomination: Nomination, by: User, at: datetime) -> Nomination:
    """After a correction: what was flagged was written anew, and it comes back to who asked. The verdict stays."""
    nomination = held(nomination)
    moved(NominationStage(nomination.stage), "resend")
    if not nomination.text.strip():
        raise NoReport
    number = _keep(nomination, by, at)
    details = {"version": number}
    nomination = move(nomination=nomination, deed="resend", event="nomination_resent", details=details, by=by, at=at)
    came_back(nomination=nomination, by=by, at=at)
    return nomination


@transaction.atomic
def withdraw(*, nomination: Nomination, reason: str, by: User, at: datetime) -> Nomination:
    """The unit takes it back, and says why; WrongStage once the Council has recommended it, NoReason, NotAllowed."""
    nomination = held(nomination)
    said = written(reason)
    nomination = move(nomination=nomination, deed="withdraw", event="nomination_withdrawn", reason=said, by=by, at=at)
    to = nominees([nomination], localdate(at))[nomination.pk]
    words = _("Đề cử %(name)s đã được rút: %(reason)s") % {"name": "%(name)s", "reason": said.replace("%", "%%")}
    tell_nominee(nomination=nomination, what="withdrawn", words=words, to=to, by=by, at=at)
    return nomination


@transaction.atomic
def move_to_unit(*, nomination: Nomination, by: User, at: datetime) -> Nomination:
    """A draft follows its nominee to the unit of today; by who nominates in the old or in the new unit, or anywhere.

    HasEnded when it is no draft, NomineeHasLeft, NowhereToMove, NotAllowed.
    """
    nomination = held(nomination)
    if nomination.stage != NominationStage.DRAFT:
        raise HasEnded(nomination)
    unit = place_today(nomination, localdate(at))
    if unit is None:
        raise NomineeHasLeft(nomination.subject)
    if unit.pk == nomination.unit_id:
        raise NowhereToMove(nomination.unit.subject.name)
    before = nomination.unit.subject
    if not may(actor_of(by), Deed.NOMINATE, Case(nomination.subject.code, frozenset([unit.subject.code]))):
        insist(by, Deed.NOMINATE, nomination)
    nomination.unit, nomination.version = unit, nomination.version + 1
    nomination.save(update_fields=["unit", "version"])
    write_event(
        deed="nomination_moved",
        nomination=nomination,
        details={"before": before.code, "unit": unit.subject.code},
        by=by,
        at=at,
    )
    return nomination


def obstacle(nomination: Nomination, vote: MeetingVote | None, at: datetime) -> str:
    """What can be told beforehand of why a draft is not sent; the vote is the one of its unit's meeting."""
    try:
        _round_for(nomination, at)
        _check_papers(nomination, vote)
    except (NoRound, NotYetOpen, AfterTheDeadline, NoReport, NotMetAtMeeting) as reason:
        return str(reason)
    return ""


def _check_papers(nomination: Nomination, vote: MeetingVote | None) -> None:
    """A report and the unit's yes; NoReport, NotMetAtMeeting."""
    if not nomination.text.strip():
        raise NoReport
    if reason := lacks_meeting(nomination, vote):
        raise NotMetAtMeeting(reason)


def _round_for(nomination: Nomination, at: datetime) -> Round:
    """The open round of its aim; NoRound, NotYetOpen, AfterTheDeadline."""
    aim = Aim(nomination.edition, nomination.tier, nomination.year)
    found = nomination.round
    if found is None or found.stage != RoundStage.OPEN:
        found = open_round_for(aim.edition, aim.tier, aim.year)
    if found is None:
        raise NoRound(in_words(aim))
    if not sending_is_open(found, at):
        if found.open_on is not None and localdate(at) < found.open_on:
            raise NotYetOpen(found.open_on)
        raise AfterTheDeadline(found)
    return found


def _check_nominee(nomination: Nomination, at: datetime) -> None:
    """The unit still stands and the nominee still belongs to it; UnitIsGone, NomineeHasMoved, NomineeHasLeft."""
    day = localdate(at)
    place = place_today(nomination, day)
    if place is None:
        raise NomineeHasLeft(nomination.subject)
    if not is_alive(nomination.unit, day):
        raise UnitIsGone(nomination.unit.subject.name)
    if place.pk != nomination.unit_id:
        raise NomineeHasMoved(nomination.subject.name, str(place))


def _verdict(nomination: Nomination, at: datetime) -> dict[str, Any]:
    """As the records say today; NotMet when they say no. What is unknown goes up for the offices to settle."""
    judged = assessment(Aim(nomination.edition, nomination.tier, nomination.year), nomination.subject)
    if reason := why_not_nominate(judged):
        raise NotMet(reason)
    return frozen_of(judged, plans.load(nomination.edition), localdate(at))


def _keep(nomination: Nomination, by: User, at: datetime) -> int:
    """The dossier as it goes up, for good; its number."""
    evidence = [
        {"criterion": one.criterion, "shows": one.shows, "where": one.link or one.name}
        for one in nomination.evidence.order_by("pk")
    ]
    number = nomination.sendings.count() + 1
    Sending.objects.create(
        nomination=nomination,
        number=number,
        verdict=nomination.verdict,
        text=nomination.text,
        evidence=evidence,
        plan_version=plans.fingerprint(nomination.edition),
        by=by,
        at=at,
    )
    return number
