"""Telling those who answer for the units that a round asks."""

from collections.abc import Collection
from datetime import date, datetime

from django.urls import reverse

from lantoa.accounts.models import User
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.domain.authority import Scope
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.units import tree_of
from lantoa.notice.actions import tell


def tell_heads(
    one: Round, words: str, *, key: str, day: date, at: datetime, units: Collection[int] | None = None
) -> int:
    """Tell the heads of the units asked (or of these units), each once; how many were told."""
    asked = tree_of(Scope(everything=True), day).asked if units is None else units
    heads = heads_of(asked, day)
    users = User.objects.filter(pk__in={user for found in heads.values() for user in found})
    said = {"name": one.name, "day": f"{one.send_by:%d/%m/%Y}" if one.send_by else "…"}
    tell(
        users=(told := list(users)),
        key=f"round:{one.pk}:{key}",
        text=words % said,
        address=reverse("round", args=[one.pk]),
        due=one.send_by,
        at=at,
    )
    return len(told)
