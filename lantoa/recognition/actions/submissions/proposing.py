"""Proposing for a sector tier: those recognised below, with the report of their dossier, straight to the Council."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.queries.tips.owners import unit_of
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import RoundStage
from lantoa.nomination.actions.moving import held, insist, move
from lantoa.nomination.models import Nomination, Round
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.asking import why_not_nominate
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.recognition.actions.submissions.refusals import (
    CannotBeProposed,
    NobodyChosen,
    NotForTheMinistry,
    NotRecognisedBelow,
    ProposedAlready,
    RoundIsNotOpen,
)
from lantoa.recognition.queries.submissions.candidates import recognised_below, tier_below
from lantoa.register.models import Recognition, Subject, Unit


@transaction.atomic
def propose(*, round_: Round, subjects: Collection[int], by: User, at: datetime) -> list[Nomination]:
    """Put them before the Council, all or none; each with the verdict of this day frozen."""
    round_ = Round.objects.select_for_update().get(pk=round_.pk)
    if not tier_below(round_):
        raise NotForTheMinistry(round_)
    if round_.stage != RoundStage.OPEN.value:
        raise RoundIsNotOpen(round_)
    if not subjects:
        raise NobodyChosen
    found = {one.subject_id: one for one in recognised_below(round_).filter(subject__in=subjects)}
    if set(subjects) - set(found):
        raise NotRecognisedBelow
    return [_proposed(round_, recognition, by, at) for recognition in found.values()]


def _proposed(round_: Round, recognition: Recognition, by: User, at: datetime) -> Nomination:
    """One nomination, from draft to the Council in one step."""
    subject, day = recognition.subject, localdate(at)
    aim = {"edition": round_.edition, "tier": round_.tier, "year": round_.year}
    if Nomination.objects.filter(subject=subject, **aim).exclude(stage="withdrawn").exists():
        raise ProposedAlready(subject.name)
    found = assessment(Aim(round_.edition, round_.tier, round_.year), subject)
    if reason := why_not_nominate(found):
        raise CannotBeProposed(subject.name, reason)
    before = _dossier_below(round_, subject)
    nomination = Nomination.objects.create(
        round=round_,
        subject=subject,
        unit=before.unit if before else _unit(subject, at),
        verdict=frozen_of(found, plans.load(round_.edition), day),
        text=before.text if before else "",
        made_by=by,
        made_at=at,
        written_by=by,
        written_at=at,
        sent_by=by,
        sent_at=at,
        **aim,
    )
    insist(by, Deed.NOMINATE, nomination)  # nobody proposes oneself
    details = {"tier": round_.tier, "year": round_.year, "decision": recognition.decision}
    return move(nomination=held(nomination), deed="propose", event="nomination_proposed", details=details, by=by, at=at)


def _dossier_below(round_: Round, subject: Subject) -> Nomination | None:
    """The nomination on which the recognition at the tier below rests."""
    found = Nomination.objects.filter(subject=subject, tier=tier_below(round_), year=round_.year, stage="recognised")
    return found.select_related("unit").order_by("-pk").first()


def _unit(subject: Subject, at: datetime) -> Unit:
    """Whose it is: where the person works, the unit above a unit, else the school itself."""
    return unit_of(subject, localdate(at)) or Unit.objects.get(parent=None)
