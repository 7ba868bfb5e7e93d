"""The nominee's own word: yes or no to being made public, what is wrong in the dossier; and the unit's answer."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, may
from lantoa.nomination.actions.holding import write_event
from lantoa.nomination.actions.moving import held, insist
from lantoa.nomination.actions.refusals import AnsweredAlready, HasEnded, NotAskedToConsent, NotTheNominee
from lantoa.nomination.models import Consent, Nomination, NomineeCorrection
from lantoa.nomination.queries.dossier import needs_consent
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.queries.recipients import accounts_of, unit_heads
from lantoa.notice.actions import tell
from lantoa.papers.attachments import Checked, store

ENDED = {"withdrawn", "struck", "not_recommended", "not_recognised", "recognised", "revoked"}


@transaction.atomic
def consent(
    *,
    nomination: Nomination,
    is_given: bool,
    with_pictures: bool = False,
    note: str,
    paper: Checked | None,
    by: User,
    at: datetime,
) -> Consent:
    """Yes or no to publication, at any time, also after the recognition; the unit records it from a signed paper.

    A no is one to pictures too.
    NotAskedToConsent of a collective, NotTheNominee, NotAllowed.
    """
    nomination = held(nomination)
    if not needs_consent(nomination):
        raise NotAskedToConsent
    is_nominee = may(actor_of(by), Deed.CONSENT, case_of(nomination))
    if not is_nominee:
        if paper is None:
            raise NotTheNominee
        insist(by, Deed.NOMINATE, nomination)
    kept: dict[str, Any] = asdict(store(paper)) if paper else {}
    made = Consent.objects.create(
        nomination=nomination,
        is_given=is_given,
        with_pictures=is_given and with_pictures,
        note=note.strip(),
        by=by,
        at=at,
        **kept,
    )
    facts: dict[str, Any] = {"file": made.name} if made.name else {}
    facts |= {"pictures": True} if made.with_pictures else {}
    write_event(
        deed="publication_agreed" if is_given else "publication_refused",
        nomination=nomination,
        details=facts,
        by=by,
        at=at,
    )
    words = _("%(name)s đồng ý công khai.") if is_given else _("%(name)s không đồng ý công khai.")
    _tell_unit(nomination, f"consent:{made.pk}", words, by, at)
    return made


@transaction.atomic
def correct(*, nomination: Nomination, text: str, by: User, at: datetime) -> NomineeCorrection:
    """What the nominee finds wrong or missing; NotTheNominee, HasEnded, NoReason."""
    nomination = held(nomination)
    if not _speaks_for(nomination, by):
        raise NotTheNominee
    if nomination.stage in ENDED:
        raise HasEnded(nomination)
    made = NomineeCorrection.objects.create(nomination=nomination, text=written(text), by=by, at=at)
    write_event(deed="nominee_corrected", nomination=nomination, details={"message": made.text}, by=by, at=at)
    _tell_unit(nomination, f"correction:{made.pk}", _("%(name)s đề nghị sửa hồ sơ đề cử."), by, at)
    return made


@transaction.atomic
def answer(*, correction: NomineeCorrection, text: str, by: User, at: datetime) -> NomineeCorrection:
    """What was done about it; NotAllowed, AnsweredAlready, NoReason."""
    nomination = held(correction.nomination)
    insist(by, Deed.NOMINATE, nomination)
    correction = NomineeCorrection.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    if correction.answered_at is not None:
        raise AnsweredAlready
    correction.answer, correction.answered_by, correction.answered_at = written(text), by, at
    correction.save()
    write_event(deed="nominee_answered", nomination=nomination, details={"message": correction.answer}, by=by, at=at)
    words = _("Đề nghị sửa hồ sơ của bạn đã được trả lời.")
    tell(
        users=User.objects.filter(pk=correction.by_id),
        key=f"nomination:{nomination.pk}:answer:{correction.pk}",
        text=words,
        address=f"/de-cu/{nomination.pk}/",
        at=at,
    )
    return correction


def _speaks_for(nomination: Nomination, by: User) -> bool:
    """The nominee; of a collective who heads it."""
    if needs_consent(nomination):
        return bool(may(actor_of(by), Deed.CONSENT, case_of(nomination)))
    return nomination.subject.code in actor_of(by).units


def _tell_unit(nomination: Nomination, what: str, words: str, by: User, at: datetime) -> None:
    """Who made the dossier and who heads its unit hear it."""
    to = {*unit_heads(nomination, localdate(at)), nomination.made_by_id} - {by.pk}
    tell(
        users=accounts_of(to),
        key=f"nomination:{nomination.pk}:{what}",
        text=words % {"name": nomination.subject.name},
        address=f"/de-cu/{nomination.pk}/",
        at=at,
    )
