"""An office answers: met, not met or cannot say, each with its grounds; what people attest enters the record book."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.moving import held
from lantoa.nomination.actions.verification.refusals import (
    AnsweredMeanwhile,
    NoGrounds,
    NotAsked,
    NotBeingVerified,
    NothingSaid,
)
from lantoa.nomination.actions.verification.rights import insist_on_office
from lantoa.nomination.models import CorrectionRequest, Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.asked import Asking, asked_about, is_attested, office_name
from lantoa.nomination.queries.verification.said import Opinion
from lantoa.nurture.queries.aims import assessment
from lantoa.register.actions import attestations
from lantoa.register.models import Attestation
from lantoa.register.queries.attesting import Said

Answer = OfficeAnswer.Answer


@transaction.atomic
def answer(
    *, nomination: Nomination, office: str, said: Collection[Opinion], by: User, at: datetime
) -> list[OfficeAnswer]:
    """Write what is new in what was said, all of it or nothing; what was said before is kept, but stands no longer."""
    nomination = held(nomination)
    if nomination.stage != NominationStage.SENT.value:
        raise NotBeingVerified(nomination)
    insist_on_office(by, nomination, office)
    asking = asked_about(nomination).get(office)
    before = _standing(nomination, office)
    new = _new(said, asking, before)
    OfficeAnswer.objects.filter(pk__in=[before[one.criterion].pk for one in new if one.criterion in before]).update(
        stands=False
    )
    machine = _machine(nomination)
    attested = _attest(nomination, asking, new, by, at) if asking else {}
    written = OfficeAnswer.objects.bulk_create(
        OfficeAnswer(
            nomination=nomination,
            office=office,
            criterion=one.criterion,
            answer=one.answer,
            grounds=one.grounds.strip(),
            machine=machine.get(one.criterion, ""),
            attestation=attested.get(one.criterion),
            said_by=by,
            said_at=at,
        )
        for one in new
    )
    back = CorrectionRequest.objects.filter(nomination=nomination, office=office, came_back_at__isnull=False)
    back.filter(seen_at=None).update(seen_by=by, seen_at=at)
    _log(nomination, office, written, by, at)
    return written


def _standing(nomination: Nomination, office: str) -> dict[str, OfficeAnswer]:
    rows = OfficeAnswer.objects.filter(nomination=nomination, office=office, stands=True)
    return {one.criterion: one for one in rows.select_related("said_by", "attestation")}


def _new(said: Collection[Opinion], asking: Asking | None, before: dict[str, OfficeAnswer]) -> list[Opinion]:
    """What differs from what stands; refused as a whole when any of it cannot be written."""
    codes = asking.codes if asking else ()
    if foreign := {one.criterion for one in said} - set(codes):
        raise NotAsked(foreign)
    new = [one for one in said if not _stands_so(one, before.get(one.criterion))]
    if not new:
        raise NothingSaid
    for one in new:
        if not one.grounds.strip():
            raise NoGrounds(one.criterion)
    there = {one.criterion: before.get(one.criterion) for one in new}
    clashes = [now for one in new if (now := there[one.criterion]) is not None and now.pk != one.seen]
    if clashes:
        raise AnsweredMeanwhile(clashes)
    return new


def _stands_so(one: Opinion, now: OfficeAnswer | None) -> bool:
    return now is not None and (now.answer, now.grounds) == (one.answer, one.grounds.strip())


def _attest(
    nomination: Nomination, asking: Asking, new: list[Opinion], by: User, at: datetime
) -> dict[str, Attestation]:
    """Rows of the record book for what people attest; an office that can no longer say takes its rows back."""
    of_people = {one.code for one in asking.criteria if is_attested(nomination.tier, one)}
    unsure = [one.criterion for one in new if one.answer == Answer.CANNOT_SAY]
    said_before = {"nomination": nomination, "office": asking.office.code, "criterion__in": unsure}
    earlier = OfficeAnswer.objects.filter(**said_before).values("attestation")
    attestations.take_back(attestations=list(Attestation.objects.filter(pk__in=earlier)))
    said = [
        Said(nomination.subject_id, one.criterion, one.answer == Answer.MET, one.grounds.strip())
        for one in new
        if one.criterion in of_people and one.answer != Answer.CANNOT_SAY
    ]
    name = f"{by} ({asking.office.name})"
    rows = attestations.put_down(said=said, year=nomination.year, name=name, by=by, at=at)
    return {row.criterion: row for row in rows}


def _machine(nomination: Nomination) -> dict[str, str]:
    """What the records said by then, criterion by criterion."""
    found = assessment(Aim(nomination.edition, nomination.tier, nomination.year), nomination.subject)
    return {finding.criterion.code: finding.verdict.code for finding in found.findings}


def _log(nomination: Nomination, office: str, written: list[OfficeAnswer], by: User, at: datetime) -> None:
    said: list[dict[str, Any]] = [
        {"criterion": one.criterion, "answer": one.get_answer_display(), "grounds": one.grounds} for one in written
    ]
    details = {"subject": nomination.subject.code, "office": office_name(nomination.edition, office), "said": said}
    write_event(deed="office_answered", target=f"nomination:{nomination.pk}", details=details, by=by, at=at)
