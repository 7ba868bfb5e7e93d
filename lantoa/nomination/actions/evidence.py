"""Evidence: a file or a link attached to a criterion, and taken away again while the dossier is open."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.nomination.actions.holding import held_for, write_event
from lantoa.nomination.actions.refusals import NoSuchCriterion, NothingAttached
from lantoa.nomination.models import Evidence, Nomination
from lantoa.nomination.queries.dossier import criteria_of
from lantoa.papers.attachments import Checked, discard, store
from lantoa.papers.contents import PHOTOGRAPHS, NotAPicture


@transaction.atomic
def attach(
    *,
    nomination: Nomination,
    criterion: str,
    shows: str,
    file: Checked | None,
    link: str,
    picture: str = "",
    by: User,
    at: datetime,
) -> Evidence:
    """What it shows, of which criterion; NotAllowed, NotOpen, NoSuchCriterion, NothingAttached, NotAPicture."""
    if (file is None) == (not link):
        raise NothingAttached
    if picture and (file is None or file.content not in PHOTOGRAPHS):
        raise NotAPicture
    if criterion not in [one.code for one in criteria_of(nomination)]:
        raise NoSuchCriterion(criterion)
    nomination = held_for(nomination=nomination, part=f"evidence:{criterion}", by=by)
    kept = asdict(store(file)) if file else {"link": link}
    made = Evidence.objects.create(
        nomination=nomination,
        criterion=criterion,
        shows=written(shows),
        picture=picture,
        added_by=by,
        added_at=at,
        **kept,
    )
    facts = {"criterion": criterion, "evidence": made.shows}
    write_event(deed="nomination_evidence_added", nomination=nomination, details=facts, by=by, at=at)
    return made


@transaction.atomic
def remove(*, evidence: Evidence, by: User, at: datetime) -> None:
    """NotAllowed, NotOpen; what the sendings say of it stays."""
    nomination = held_for(nomination=evidence.nomination, part=f"evidence:{evidence.criterion}", by=by)
    facts = {"criterion": evidence.criterion, "evidence": evidence.shows}
    Evidence.objects.filter(pk=evidence.pk).delete()
    if evidence.path:
        discard([evidence.path])
    write_event(deed="nomination_evidence_removed", nomination=nomination, details=facts, by=by, at=at)
