"""Which initiatives a dossier rests on; one that another dossier uses too needs a word on why (law.md 2.7)."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.nomination.actions.holding import held_for, write_event
from lantoa.nomination.models import Nomination, UsedInitiative
from lantoa.nomination.queries.initiatives import key_of
from lantoa.register.models import Initiative


@transaction.atomic
def choose(*, nomination: Nomination, chosen: Mapping[int, str], by: User, at: datetime) -> None:
    """Exactly these initiatives of the nominee, each with its reason (or none); NotAllowed, NotOpen."""
    nomination = held_for(nomination=nomination, part="facts", by=by)
    found = Initiative.objects.filter(pk__in=list(chosen), person_id=nomination.subject_id).order_by("year", "pk")
    rows = {
        key_of(one.name): UsedInitiative(
            nomination=nomination,
            initiative=one,
            name=one.name,
            year=one.year,
            key=key_of(one.name),
            reason=chosen[one.pk].strip(),
        )
        for one in found
    }
    nomination.initiatives.all().delete()
    UsedInitiative.objects.bulk_create(rows.values())
    facts = {"initiatives": [row.name for row in rows.values()]}
    write_event(deed="nomination_initiatives_chosen", nomination=nomination, details=facts, by=by, at=at)
