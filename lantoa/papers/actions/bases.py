"""Writing legal bases: what the office cites in its own words, and what it held against the signed text."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.papers.bases import Basis, Topic
from lantoa.domain.vietnamese import match_key
from lantoa.papers.actions.bases_refusals import CitedAlready, NoSuchText, NothingToCheck, WithdrawnAlready
from lantoa.papers.models import BasisCheck, OfficeBasis
from lantoa.papers.queries.bases import book, checks, is_checked, key_of, version_of
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed

OWN, TRIES = "rieng-", 3


def add(*, facts: Mapping[str, Any], by: User, at: datetime) -> OfficeBasis:
    """A text of the office's own; CitedAlready names the one with the same words."""
    _insist(by)
    for _try in range(TRIES - 1):
        try:
            return _add(facts, by, at)
        except IntegrityError:  # somebody else took the code at the same moment
            continue
    return _add(facts, by, at)


@transaction.atomic
def _add(facts: Mapping[str, Any], by: User, at: datetime) -> OfficeBasis:
    last = OfficeBasis.objects.aggregate(last=Max("pk"))["last"] or 0
    return _write(OfficeBasis(code=f"{OWN}{last + 1}", number=1), facts, by, at)


@transaction.atomic
def rewrite(*, code: str, seen: int, facts: Mapping[str, Any], by: User, at: datetime) -> OfficeBasis:
    """The next version of a text, when `seen` is its newest one; earlier versions stay and are shown struck."""
    _insist(by)
    known, newest = book().versions(code), newest_of(code)
    text = known[-1] if known else _withdrawn(code)
    if newest != seen:
        raise ChangedMeanwhile
    row = OfficeBasis(code=code, number=newest + 1, topic=text.topic.value, form=text.form or "")
    try:
        with transaction.atomic():
            return _write(row, facts, by, at)
    except IntegrityError:
        raise ChangedMeanwhile from None


@transaction.atomic
def withdraw(*, basis: OfficeBasis, why: str, by: User, at: datetime) -> OfficeBasis:
    """The version before it stands again; it stays in the list with its reason."""
    _insist(by)
    row = OfficeBasis.objects.select_for_update().get(pk=basis.pk)
    if row.withdrawn_at is not None:
        raise WithdrawnAlready
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_why = by, at, why
    row.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_why"])
    details = {"what": row.words, "version": row.number, "reason": why}
    write_event(deed="basis_withdrawn", target=f"legal_basis:{row.code}", details=details, by=by, at=at)
    return row


@transaction.atomic
def confirm(*, code: str, number: int, note: str, by: User, at: datetime) -> BasisCheck:
    """These words and days were held against the signed text; NothingToCheck when there is no need."""
    _insist(by)
    text = next((one for one in book().versions(code) if one.number == number), None)
    if text is None:
        raise NoSuchText
    if not text.is_to_be_checked or is_checked(text):
        raise NothingToCheck
    return _confirm(text, note, by, at)


@transaction.atomic
def take_back(*, code: str, number: int, by: User, at: datetime) -> None:
    """The text is to be checked again."""
    _insist(by)
    text = next((one for one in book().versions(code) if one.number == number), None)
    check = checks().get(key_of(text)) if text else None
    if text is None or check is None:
        raise NothingToCheck
    check.taken_back_by, check.taken_back_at = by, at
    check.save(update_fields=["taken_back_by", "taken_back_at"])
    write_event(deed="basis_check_taken_back", target=f"legal_basis:{code}", details={"what": text.words}, by=by, at=at)


def newest_of(code: str) -> int:
    """The number of the newest version ever written; 0 when only the shipped one is there."""
    return OfficeBasis.objects.filter(code=code).aggregate(last=Max("number"))["last"] or 0


def _write(row: OfficeBasis, facts: Mapping[str, Any], by: User, at: datetime) -> OfficeBasis:
    given = dict(facts)
    held, note = given.pop("is_checked", False), given.pop("check_note", "")
    for name, value in given.items():
        setattr(row, name, value)
    row.made_by, row.made_at = by, at
    _insist_on_once(row)
    row.save(force_insert=True)
    write_event(deed="basis_written", target=f"legal_basis:{row.code}", details=_said(row), by=by, at=at)
    if held and not row.is_left_out and not is_checked(version_of(row)):
        _confirm(version_of(row), note, by, at)
    return row


def _confirm(text: Basis, note: str, by: User, at: datetime) -> BasisCheck:
    found = BasisCheck.objects.create(
        code=text.code,
        words=text.words,
        since=text.source.since,
        until=text.source.until,
        note=note,
        checked_by=by,
        checked_at=at,
    )
    details = {"what": text.words, "note": note}
    write_event(deed="basis_checked", target=f"legal_basis:{text.code}", details=details, by=by, at=at)
    return found


def _insist(by: User) -> None:
    answer = may(actor_of(by), Deed.KEEP_TEMPLATES)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def _insist_on_once(row: OfficeBasis) -> None:
    """Another text in the same words would be printed twice; forms of several kinds may share a number."""
    if row.is_left_out or row.topic == Topic.FORM:
        return
    key = match_key(row.words)
    same = next((one for one in book().texts if one.code != row.code and match_key(one.words) == key), None)
    if same is not None:
        raise CitedAlready(same)


def _withdrawn(code: str) -> Basis:
    """A text of the office's own whose every version was withdrawn."""
    row = OfficeBasis.objects.filter(code=code).last()
    if row is None:
        raise NoSuchText
    return version_of(row)


def _said(row: OfficeBasis) -> dict[str, Any]:
    return {
        "what": row.words,
        "version": row.number,
        "since": row.since.isoformat() if row.since else "",
        "until": row.until.isoformat() if row.until else "",
        "applies_from": row.applies_from.isoformat() if row.applies_from else "",
        "left_out": row.is_left_out,
        "reason": row.reason,
    }
