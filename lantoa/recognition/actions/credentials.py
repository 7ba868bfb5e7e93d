"""Credentials given out and taken back."""

from collections.abc import Collection
from datetime import datetime
from secrets import token_urlsafe
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused
from lantoa.domain.credentials.badge import payload
from lantoa.recognition.actions.decisions.holding import insist
from lantoa.recognition.credentials import at_need
from lantoa.recognition.models import Credential, DecisionItem
from lantoa.recognition.queries.credentials.addresses import key
from lantoa.recognition.queries.credentials.lines import Line, badge_of, lines_from, may_take
from lantoa.recognition.queries.papers.certificates import issued_lines
from lantoa.register.actions.refusals import NotAllowed

SALT_BYTES = 16


class NothingToGive(ValueError):
    """None of the lines can have a credential; the sentence says why."""


@transaction.atomic
def give(*, items: Collection[DecisionItem], by: User, at: datetime) -> list[Credential]:
    """One for each line that can have one: that which stands, or a new one; NotAllowed, NothingToGive.

    One that says another name than the decision now does, or that a withdrawn key signed, is replaced.
    """
    held = list(DecisionItem.objects.select_for_update().filter(pk__in=[one.pk for one in items]).order_by("pk"))
    lines = lines_from(list(issued_lines().filter(pk__in=[one.pk for one in held])))
    for line in lines:
        _insist_on_taking(line, by)
    open_lines = [line for line in lines if not line.missing]
    if not open_lines:
        raise NothingToGive(next((line.missing for line in lines), _("Không có dòng nào để cấp huy hiệu số.")))
    given = [line.credential if line.credential and not line.is_outdated else None for line in open_lines]
    fresh = [_issue(line, by, at) for line, one in zip(open_lines, given, strict=True) if one is None]
    if fresh:
        names = [line.name for line, one in zip(open_lines, given, strict=True) if one is None]
        target = f"decision:{open_lines[0].item.decision_id}"
        record(deed="credentials_given", target=target, details={"count": len(names), "names": names}, by=by, at=at)
    return sorted([*filter(None, given), *fresh], key=lambda one: one.item_id)


@transaction.atomic
def withdraw(*, credential: Credential, reason: str, by: User, at: datetime) -> Credential:
    """It counts no more, though the recognition stands: given by mistake, or the bearer wants it gone."""
    insist(by, Deed.DRAFT_DECISION)
    reason = written(reason)
    found = Credential.objects.select_for_update(of=("self",)).select_related("item").get(pk=credential.pk)
    if found.withdrawn_at is None:
        _take_back(found, reason, by, at)
        details = {"name": found.name, "number": str(found.number), "reason": reason}
        record(deed="credential_withdrawn", target=f"decision:{found.item.decision_id}", details=details, by=by, at=at)
    return found


def _issue(line: Line, by: User, at: datetime) -> Credential:
    if line.credential:
        _take_back(line.credential, _("cấp lại bản mới"), by, at)
    number, held = uuid4(), at_need.newest_key()
    badge = badge_of(line, number, uuid4(), token_urlsafe(SALT_BYTES))
    return Credential.objects.create(
        item=line.item,
        number=number,
        name=line.name,
        key=held.name,
        token=at_need.signed(payload(badge), held, key(held.name)),
        issued_by=by,
        issued_at=at,
    )


def _take_back(credential: Credential, reason: str, by: User, at: datetime) -> None:
    credential.withdrawn_by, credential.withdrawn_at, credential.reason = by, at, reason
    credential.save(update_fields=["withdrawn_by", "withdrawn_at", "reason"])


def _insist_on_taking(line: Line, by: User) -> None:
    answer = may_take(actor_of(by), line.item.subject.code)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
