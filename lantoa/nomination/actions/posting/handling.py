"""What becomes of an objection: taken up by its one officer, handed over, settled with its findings."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MOVES, NominationStage, ObjectionStage, moved
from lantoa.nomination.actions.moving import held as held_nomination
from lantoa.nomination.actions.moving import move
from lantoa.nomination.actions.posting.objecting import in_charge, tell_officer
from lantoa.nomination.actions.posting.refusals import CannotHandle, InOtherHands, OwnObjection
from lantoa.nomination.actions.posting.running import clear_if_free
from lantoa.nomination.models import Nomination, Objection
from lantoa.nomination.queries.posting.objectors import is_of
from lantoa.nomination.queries.posting.officers import OPEN, handlers, is_able, key_on_file, officer_for
from lantoa.nomination.queries.reading import case_of, holds_on
from lantoa.register.actions import holds
from lantoa.register.actions.refusals import NotAllowed

Outcome = Objection.Outcome
WITH_NAMES = ("candidate__nomination__subject", "candidate__nomination__unit__subject", "officer", "identity")
LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How it ends: the outcome, what was objected and found in words the Council reads, and the answer."""

    outcome: str
    summary: str
    findings: str
    reply: str = ""


@transaction.atomic
def take_up(*, objection: Objection, by: User, at: datetime) -> Objection:
    """The officer it was given to, or any officer when that one can no longer do it."""
    objection = held(objection, by)
    stage = moved(ObjectionStage(objection.stage), "take_up")
    _insist_it_is_free_for(objection, by, at)
    objection.stage, objection.officer = stage.value, by
    objection.save(update_fields=["stage", "officer"])
    _log("objection_taken_up", objection, in_charge(objection), by, at)
    return objection


@transaction.atomic
def hand_over(*, objection: Objection, to: User, by: User, at: datetime) -> Objection:
    """Give it to another officer, who from now on is the one; the clock goes on."""
    objection = held(objection, by)
    stage = moved(ObjectionStage(objection.stage), "hand_over")
    _insist_it_is_free_for(objection, by, at)
    if to not in handlers(objection, localdate(at)):
        raise CannotHandle(to)
    objection.stage, objection.officer = stage.value, to
    objection.save(update_fields=["stage", "officer"])
    tell_officer(objection, at)
    _log("objection_handed_over", objection, in_charge(objection), by, at)
    return objection


@transaction.atomic
def settle(*, objection: Objection, conclusion: Conclusion, by: User, at: datetime) -> Objection:
    """Conclude it and let the case follow: on to the Council, back to verification, on hold, or withdrawn."""
    objection = held(objection, by)
    stage = moved(ObjectionStage(objection.stage), "settle")
    if objection.officer_id != by.pk:
        raise InOtherHands(objection.officer)
    objection.stage, objection.outcome = stage.value, Outcome(conclusion.outcome).value
    objection.summary, objection.findings = written(conclusion.summary), written(conclusion.findings)
    objection.reply = conclusion.reply.strip()
    objection.settled_by, objection.settled_at = by, at
    objection.save()
    _log("objection_settled", objection, {"outcome": objection.outcome}, by, at)
    _let_follow(objection, by, at)
    return objection


def fall_back(*, at: datetime) -> int:
    """Give open objections whose officer can do it no longer to another one; how many. The daily task calls it."""
    found = list(Objection.objects.filter(stage__in=OPEN).select_related(*WITH_NAMES).order_by("pk"))
    day = localdate(at)
    lost = [one for one in found if one.officer is None or not is_able(one.officer, one, day)]
    return sum(_fell_back(one, at) for one in lost)


@transaction.atomic
def _fell_back(objection: Objection, at: datetime) -> bool:
    objection = Objection.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=objection.pk)
    nomination, before = objection.candidate.nomination, objection.officer_id
    but = [before] if before else []
    officer = officer_for(nomination, key_on_file(objection), localdate(at), but=but)
    if officer is None or objection.stage not in OPEN:
        return False
    objection.stage, objection.officer = ObjectionStage.RECEIVED.value, officer
    objection.save(update_fields=["stage", "officer"])
    tell_officer(objection, at)
    write_event(
        deed="objection_fell_back", target=f"objection:{objection.code}", details=in_charge(objection), by=None, at=at
    )
    return True


def held(objection: Objection, by: User) -> Objection:
    """The objection as it is now, held until the end; NotAllowed or OwnObjection when it is not for the user."""
    objection = Objection.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=objection.pk)
    answer = may(actor_of(by), Deed.HANDLE_OBJECTION, case_of(objection.candidate.nomination))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if is_of(objection, by):
        raise OwnObjection
    return objection


def _insist_it_is_free_for(objection: Objection, by: User, at: datetime) -> None:
    """InOtherHands as long as another officer can look into it."""
    officer = objection.officer
    if officer is not None and officer != by and is_able(officer, objection, localdate(at)):
        raise InOtherHands(officer)


def _let_follow(objection: Objection, by: User, at: datetime) -> None:
    nomination = held_nomination(objection.candidate.nomination)
    if objection.outcome == Outcome.DISMISSED.value:
        clear_if_free(nomination=nomination, by=by, at=at)
    elif objection.outcome == Outcome.HOLD.value:
        _hold(nomination, objection, by, at)
    else:
        _send_away(nomination, objection, by, at)


def _send_away(nomination: Nomination, objection: Objection, by: User, at: datetime) -> None:
    """Back to verification, or withdrawn; a case that has left the list meanwhile stays where it is."""
    again = objection.outcome == Outcome.VERIFY_AGAIN.value
    arrow = "uphold" if again else "withdraw"
    if NominationStage(nomination.stage) not in MOVES[NominationStage][arrow].sources:
        return
    reason = _("Phản ánh mã %(code)s đúng: %(what)s") % {"code": objection.code, "what": objection.findings}
    move(
        nomination=nomination,
        deed=arrow,
        event="nomination_upheld_against" if again else "nomination_withdrawn",
        reason=reason[:LONGEST_REASON],
        by=by,
        at=at,
    )


def _hold(nomination: Nomination, objection: Objection, by: User, at: datetime) -> None:
    """A hold in the record book, once: it lifts with its record there."""
    day = localdate(at)
    reason = _("Phản ánh mã %(code)s đúng, đang được xem xét") % {"code": objection.code}
    if holds_on(nomination.subject_id, day).filter(reason=reason).exists():
        return
    holds.begin(subject=nomination.subject, reason=reason, since=day, dossier=nomination.pk, by=by, at=at)


def _log(deed: str, objection: Objection, details: dict[str, Any], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"objection:{objection.code}", details=details, by=by, at=at)
