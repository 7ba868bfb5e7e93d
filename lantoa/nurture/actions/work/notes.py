"""Meetings and what was said: shared with those who see the plan, or kept to the writer alone."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.vietnamese import match_key
from lantoa.nurture.actions.work.holding import held, insist, look_at, write_event
from lantoa.nurture.actions.work.refusals import NotYetHappened, SaidAlready, written
from lantoa.nurture.models import MentorNote, NurturePlan
from lantoa.register.actions.refusals import NotAllowed


@transaction.atomic
def note(*, plan: NurturePlan, text: str, met_on: date, is_private: bool = False, by: User, at: datetime) -> MentorNote:
    """The event says that there is a note, never what it says. Refusals: NotAllowed, WorkRefused."""
    plan, rights = held(plan, by)
    insist(plan, rights.add)
    words = written(text)
    if met_on > localdate(at):
        raise NotYetHappened("met_on")
    own = plan.notes.filter(written_by=by, met_on=met_on)
    if any(match_key(known) == match_key(words) for known in own.values_list("text", flat=True)):
        raise SaidAlready
    made = MentorNote.objects.create(
        plan=plan, text=words, met_on=met_on, is_private=is_private, written_by=by, written_at=at
    )
    if not rights.is_person:
        look_at(plan, at)
    write_event(
        deed="meeting_noted", plan=plan, details={"on": met_on.isoformat(), "private": is_private}, by=by, at=at
    )
    return made


@transaction.atomic
def withdraw(*, note: MentorNote, by: User, at: datetime) -> None:
    """Only its writer takes a note back, at any stage of the plan: written, or shared, by mistake."""
    plan, _rights = held(note.plan_id, by)
    if note.written_by_id != by.pk:
        raise NotAllowed(_("Chỉ người viết xoá được ghi chép này."))
    note.delete()
    write_event(
        deed="meeting_note_withdrawn",
        plan=plan,
        details={"on": note.met_on.isoformat(), "private": note.is_private},
        by=by,
        at=at,
    )
