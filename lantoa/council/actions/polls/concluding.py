"""Concluding a case: recommended, not, postponed or for a lower tier; the nomination moves, the nominee hears why."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held as held_meeting
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.refusals import (
    AboutOneself,
    AgainstTheVote,
    ConcludedAlready,
    MeetingNotOpen,
    NoReason,
    NotALowerTier,
    NotVotedOn,
    PollStillOpen,
)
from lantoa.council.models import MeetingCase, PollCase
from lantoa.council.queries.polls.results import CaseVote, vote_of
from lantoa.council.queries.polls.tiers import lower_tiers
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import MeetingStage, PollStage
from lantoa.nomination.actions.drafting import draft
from lantoa.nomination.actions.moving import held as held_nomination
from lantoa.nomination.actions.moving import move
from lantoa.nomination.actions.refusals import NominatedAlready, NotMet
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.recipients import accounts_of, nominees, unit_heads
from lantoa.notice.actions import tell
from lantoa.nurture.queries.aims import assessment

Outcome = MeetingCase.Outcome


@transaction.atomic
def conclude(
    *, case: MeetingCase, outcome: MeetingCase.Outcome, reason: str = "", lower_tier: str = "", by: User, at: datetime
) -> MeetingCase:
    """What the Council concludes; it follows the vote. NotVotedOn, AgainstTheVote, NoReason, WrongStage, OnHold."""
    insist(by, Deed.RUN_MEETING)
    meeting = held_meeting(case.meeting)
    if meeting.stage != MeetingStage.OPEN.value:
        raise MeetingNotOpen
    case = MeetingCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    nomination = held_nomination(case.nomination)
    if nomination.subject_id == by.person_id:
        raise AboutOneself
    vote = _insist_it_may_be_concluded(case, outcome)
    case.outcome, case.reason = outcome.value, _reason(outcome, reason)
    case.lower_tier = _lower_tier(nomination, lower_tier) if outcome is Outcome.LOWER else ""
    case.concluded_by, case.concluded_at = by, at
    case.save()
    _move(case, nomination, vote, by, at)
    if outcome is Outcome.LOWER:
        _draft_lower(case, nomination, by, at)
    _tell(case, nomination, at)
    return case


def _insist_it_may_be_concluded(case: MeetingCase, outcome: MeetingCase.Outcome) -> CaseVote | None:
    """The last counted vote, which the outcome must follow; none when the case is postponed without one."""
    if case.outcome:
        raise ConcludedAlready
    places = PollCase.objects.filter(case=case).select_related("poll").order_by("poll__number")
    if places.filter(poll__stage__in=[PollStage.PREPARED.value, PollStage.OPEN.value]).exists():
        raise PollStillOpen
    last = places.filter(poll__stage=PollStage.COUNTED.value).last()
    if last is None:
        if outcome is not Outcome.POSTPONE:
            raise NotVotedOn
        return None
    vote = vote_of(last)
    if outcome is not Outcome.POSTPONE and (outcome is Outcome.RECOMMEND) != vote.result.passed:
        raise AgainstTheVote(vote.result.words)
    return vote


def _reason(outcome: MeetingCase.Outcome, reason: str) -> str:
    if outcome is not Outcome.RECOMMEND and not reason.strip():
        raise NoReason
    return reason.strip()


def _lower_tier(nomination: Nomination, code: str) -> str:
    if code not in [tier.code for tier in lower_tiers(nomination)]:
        raise NotALowerTier
    return code


def _move(case: MeetingCase, nomination: Nomination, vote: CaseVote | None, by: User, at: datetime) -> None:
    details: dict[str, Any] = {"meeting": case.meeting_id}
    if vote is not None:
        details |= {"votes_for": vote.result.count.votes_for, "base": vote.result.base}
    given: dict[str, Any] = {"nomination": nomination, "by": by, "at": at}
    if case.outcome == Outcome.RECOMMEND:
        move(deed="recommend", event="nomination_recommended", details=details, **given)
    elif case.outcome == Outcome.POSTPONE:
        move(deed="postpone", event="nomination_postponed", details=details, reason=case.reason, **given)
    elif case.outcome == Outcome.LOWER:
        lower = {**details, "tier": case.lower_tier}
        move(deed="not_recommend", event="nomination_for_lower_tier", details=lower, reason=case.reason, **given)
    else:
        move(deed="not_recommend", event="nomination_not_recommended", details=details, reason=case.reason, **given)


def _draft_lower(case: MeetingCase, nomination: Nomination, by: User, at: datetime) -> None:
    """A draft for the lower tier with the same report, so that nobody types it again; none where there is one."""
    aim = Aim(nomination.edition, case.lower_tier, nomination.year)
    subject, judged = nomination.subject, assessment(aim, nomination.subject)
    with suppress(NotMet, NominatedAlready), transaction.atomic():
        draft(subject=subject, unit=nomination.unit, aim=aim, judged=judged, text=nomination.text, by=by, at=at)


def _tell(case: MeetingCase, nomination: Nomination, at: datetime) -> None:
    """The nominee and the heads of the unit that nominated, with the reason."""
    words = _("Hội đồng kết luận về %(name)s: %(outcome)s.") % {
        "name": nomination.subject.name,
        "outcome": case.get_outcome_display(),
    }
    if case.reason:
        words = f"{words} {_('Lý do: %s') % case.reason}"
    day = localdate(at)
    users = accounts_of({*nominees([nomination], day)[nomination.pk], *unit_heads(nomination, day)})
    address = reverse("nomination", args=[nomination.pk])
    tell(users=users, key=f"meeting_case:{case.pk}", text=words, address=address, at=at)
