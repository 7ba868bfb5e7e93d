"""Verification ends for one dossier or for many in one press, and may be taken up again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.differences import refreshed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.moving import held, move
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.actions.verification.refusals import NotConcluded, OwnDossier
from lantoa.nomination.actions.verification.rights import insist_on_another
from lantoa.nomination.models import Nomination, VerificationEnd
from lantoa.nomination.queries.verification.answers import OfficeStanding, is_clean, lacking, standing
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.register.actions.refusals import NotAllowed

REFUSALS = (NotAllowed, NotConcluded, OnHold, OwnDossier, WrongStage)


@dataclass(frozen=True, slots=True)
class Finished:
    """Which dossiers went on, and which stay with the reason why."""

    done: list[Nomination] = field(default_factory=list)
    left: list[tuple[Nomination, str]] = field(default_factory=list)


@transaction.atomic
def finish(*, nomination: Nomination, words: str = "", by: User, at: datetime) -> VerificationEnd:
    """Every office has answered with met, or `words` say why it ends all the same. WrongStage, OnHold, NotConcluded."""
    nomination, words = held(nomination), words.strip()
    standings = standing(nomination)
    clean, missing = is_clean(standings), lacking(standings)
    details = {"offices": [office.name for office in missing], "conclusion": words}
    nomination.verdict = _with_what_offices_attested(nomination, standings, at)
    move(nomination=nomination, deed="verify", event="nomination_verified", details=details, by=by, at=at)
    insist_on_another(by, nomination)
    if not (clean or words):
        raise NotConcluded(missing, [answer for one in standings for answer in one.doubts])
    _reopened(nomination, by, at)  # an upheld objection brings a dossier back by another way
    return VerificationEnd.objects.create(
        nomination=nomination,
        lacking=[office.code for office in missing],
        words=words,
        is_clean=clean,
        ended_by=by,
        ended_at=at,
    )


def finish_many(*, nominations: Iterable[Nomination], by: User, at: datetime) -> Finished:
    """Those with nothing to explain go on, each by itself; the others stay, with the reason."""
    finished = Finished()
    for nomination in nominations:
        try:
            finish(nomination=nomination, by=by, at=at)
        except REFUSALS as problem:
            finished.left.append((nomination, str(problem)))
        else:
            finished.done.append(nomination)
    return finished


@transaction.atomic
def take_up_again(*, nomination: Nomination, reason: str, by: User, at: datetime) -> Nomination:
    """Back to the offices: what they said stands until they say otherwise."""
    nomination, reason = held(nomination), written(reason)
    _reopened(nomination, by, at)
    return move(
        nomination=nomination,
        deed="verify_again",
        event="nomination_verified_again",
        reason=reason[:2000],
        by=by,
        at=at,
    )


def _with_what_offices_attested(nomination: Nomination, standings: Iterable[OfficeStanding], at: datetime) -> Any:
    """The verdict as it was sent, but for what the offices put into the record book since; the sent one is kept too."""
    attested = {
        criterion.code
        for one in standings
        for criterion, answer in one.rows
        if answer is not None and answer.attestation_id is not None
    }
    if not attested:
        return nomination.verdict
    found = assessment(Aim(nomination.edition, nomination.tier, nomination.year), nomination.subject)
    return refreshed(nomination.verdict, frozen_of(found, plans.load(nomination.edition), localdate(at)), attested)


def _reopened(nomination: Nomination, by: User, at: datetime) -> None:
    VerificationEnd.objects.filter(nomination=nomination, reopened_at=None).update(reopened_by=by, reopened_at=at)
