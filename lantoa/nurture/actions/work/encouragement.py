"""Encouragement in time: praise, a spot award, a letter; the person hears of it at once."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.vietnamese import match_key
from lantoa.nurture.actions.work.holding import held, insist, tell, write_event
from lantoa.nurture.actions.work.refusals import NotYetHappened, SaidAlready, because, written
from lantoa.nurture.models import Encouragement, NurturePlan
from lantoa.nurture.queries.recipients import people_of


@transaction.atomic
def encourage(*, plan: NurturePlan, kind: str, text: str, given_on: date, by: User, at: datetime) -> Encouragement:
    """Refusals: NotAllowed, WorkRefused."""
    plan, rights = held(plan, by)
    insist(plan, rights.write)
    words = written(text)
    if given_on > localdate(at):
        raise NotYetHappened("given_on")
    same = plan.encouragements.filter(kind=kind, given_on=given_on)
    if any(match_key(known) == match_key(words) for known in same.values_list("text", flat=True)):
        raise SaidAlready
    made = Encouragement.objects.create(
        plan=plan, kind=kind, text=words, given_on=given_on, recorded_by=by, recorded_at=at
    )
    said = _("%(name)s được động viên (%(kind)s): %(what)s")
    ids = people_of([plan], [], localdate(at)).nurtured(plan)
    about = {"kind": made.get_kind_display(), "what": words}
    tell(ids=ids, plan=plan, key=f"encouragement:{made.pk}", words=said, about=about, by=by, at=at)
    write_event(
        deed="encouraged",
        plan=plan,
        details={"kind": made.get_kind_display(), "what": words, "on": f"{given_on}"},
        by=by,
        at=at,
    )
    return made


@transaction.atomic
def withdraw(*, encouragement: Encouragement, reason: str, by: User, at: datetime) -> None:
    """Take out what was recorded by mistake; the event keeps what it was."""
    plan, rights = held(encouragement.plan_id, by)
    insist(plan, rights.write)
    why = because(reason)
    known = Encouragement.objects.select_for_update().get(pk=encouragement.pk)
    facts = {"kind": known.get_kind_display(), "what": known.text, "on": f"{known.given_on}"}
    known.delete()
    write_event(deed="encouragement_withdrawn", plan=plan, details={**facts, "reason": why}, by=by, at=at)
