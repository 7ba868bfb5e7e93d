"""Statements of supporters, as they were given to the unit."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.nomination.actions.holding import held_for, write_event
from lantoa.nomination.models import Nomination, Statement


@transaction.atomic
def add(*, nomination: Nomination, name: str, position: str, text: str, by: User, at: datetime) -> Statement:
    """Who says what; NotAllowed, NotOpen, NoReason when a part is empty."""
    nomination = held_for(nomination=nomination, part="statements", by=by)
    made = Statement.objects.create(
        nomination=nomination,
        name=written(name),
        position=written(position),
        text=written(text),
        recorded_by=by,
        recorded_at=at,
    )
    write_event(deed="nomination_statement_added", nomination=nomination, details={"name": made.name}, by=by, at=at)
    return made


@transaction.atomic
def remove(*, statement: Statement, by: User, at: datetime) -> None:
    """NotAllowed, NotOpen."""
    nomination = held_for(nomination=statement.nomination, part="statements", by=by)
    Statement.objects.filter(pk=statement.pk).delete()
    write_event(
        deed="nomination_statement_removed", nomination=nomination, details={"name": statement.name}, by=by, at=at
    )
