"""A new draft: with the verdict of the day, the report the records can write, and the initiatives on file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.queries.prospects.own_units import unit_of
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.records import Kind, RecordBook
from lantoa.domain.verdict import Assessment
from lantoa.nomination.actions.holding import tell_nominee, write_event
from lantoa.nomination.actions.moving import insist
from lantoa.nomination.actions.refusals import (
    NobodyPicked,
    NominatedAlready,
    NomineeHasLeft,
    NoRound,
    NotForPicking,
    NotMet,
    OutsideTheTier,
)
from lantoa.nomination.models import Nomination, Round, UsedInitiative
from lantoa.nomination.queries.initiatives import key_of, on_record
from lantoa.nomination.queries.recipients import nominees
from lantoa.nomination.queries.report import report_from_records
from lantoa.nomination.queries.rounds.reading import open_round_for, path_of
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import assessment, in_words
from lantoa.nurture.queries.asking import why_not_nominate
from lantoa.nurture.queries.verdicts import frozen_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject, Unit
from lantoa.register.queries.records import book_of

REFUSALS = (NominatedAlready, NomineeHasLeft, NotAllowed, NotMet, OutsideTheTier)


@dataclass(frozen=True, slots=True)
class Picked:
    """What became of one sitting: the drafts, and who was left out with the reason."""

    made: tuple[Nomination, ...]
    left_out: tuple[tuple[Subject, str], ...]


@transaction.atomic
def nominate(*, found: Round, subjects: Sequence[Subject], by: User, at: datetime) -> Picked:
    """A draft for each of them; who cannot be nominated is left out and the others are made.

    NobodyPicked, NoRound when the round takes none, NotForPicking of a tier whose nominees come from the one below.
    """
    if not subjects:
        raise NobodyPicked
    aim = Aim(found.edition, found.tier, found.year)
    if found.stage != "open":
        raise NoRound(in_words(aim))
    if path_of(found).proposed_from:
        raise NotForPicking(in_words(aim))
    made, left_out = [], []
    for subject in subjects:
        try:
            made.append(_nominate(subject, aim, by, at))
        except REFUSALS as refusal:
            left_out.append((subject, str(refusal)))
    return Picked(tuple(made), tuple(left_out))


def _nominate(subject: Subject, aim: Aim, by: User, at: datetime) -> Nomination:
    plan = plans.load(aim.edition)
    if Kind(subject.kind) not in plan.tier(aim.tier).subjects:
        raise OutsideTheTier(subject)
    unit = unit_of(subject, localdate(at))
    if unit is None:
        raise NomineeHasLeft(subject)
    insist(by, Deed.NOMINATE, Nomination(subject=subject, unit=unit))
    book = book_of(subject)
    judged = assessment(aim, subject, book)
    return draft(subject=subject, unit=unit, aim=aim, judged=judged, text=_report(subject, book, judged), by=by, at=at)


def draft(
    *,
    subject: Subject,
    unit: Unit,
    aim: Aim,
    judged: Assessment,
    text: str,
    by: User,
    at: datetime,
    plan: NurturePlan | None = None,
) -> Nomination:
    """One draft, in the round that takes it if there is one; NotMet, NominatedAlready."""
    if reason := why_not_nominate(judged):
        raise NotMet(reason)
    verdict = frozen_of(judged, plans.load(aim.edition), localdate(at))
    nomination = _row(subject, unit, aim, plan=plan, verdict=verdict, text=text, by=by, at=at)
    _use_initiatives(nomination, judged)
    facts = {"tier": aim.tier, "year": aim.year} | ({"plan": plan.pk} if plan else {})
    write_event(deed="nomination_drafted", nomination=nomination, details=facts, by=by, at=at)
    _tell_nominee(nomination, aim, by, at)
    return nomination


def _row(subject: Subject, unit: Unit, aim: Aim, *, by: User, at: datetime, **columns: Any) -> Nomination:
    """The row; NominatedAlready also when somebody else was quicker by a moment."""
    key = {"subject": subject, "edition": aim.edition, "tier": aim.tier, "year": aim.year}
    if Nomination.objects.filter(**key).exclude(stage="withdrawn").exists():
        raise NominatedAlready
    found = open_round_for(aim.edition, aim.tier, aim.year)
    who = {"made_by": by, "made_at": at, "written_by": by, "written_at": at}
    try:
        with transaction.atomic():
            return Nomination.objects.create(round=found, unit=unit, **key, **columns, **who)
    except IntegrityError:
        raise NominatedAlready from None


def _report(subject: Subject, book: RecordBook, judged: Assessment) -> str:
    return report_from_records(subject, book, judged.window)


def _use_initiatives(nomination: Nomination, judged: Assessment) -> None:
    if nomination.subject.kind != Kind.INDIVIDUAL.value:
        return
    UsedInitiative.objects.bulk_create(
        UsedInitiative(nomination=nomination, initiative=one, name=one.name, year=one.year, key=key_of(one.name))
        for one in on_record(nomination.subject_id, judged.window)
    )


def _tell_nominee(nomination: Nomination, aim: Aim, by: User, at: datetime) -> None:
    """The nominee reads the dossier from the first draft on, may correct it, and is asked for consent."""
    to = nominees([nomination], localdate(at))[nomination.pk]
    words = _("%(name)s được đề cử %(aim)s. Hãy xem hồ sơ, góp ý và cho biết có đồng ý công khai không.")
    said = words % {"name": "%(name)s", "aim": in_words(aim)}
    tell_nominee(nomination=nomination, what="drafted", words=said, to=to, by=by, at=at)
