"""Writing the registers of papers: enter, correct, strike."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.vietnamese import fold, match_key
from lantoa.papers.actions.register_refusals import EnteredAlready, StruckAlready, YearFixed
from lantoa.papers.attachments import Checked, discard, store
from lantoa.papers.models import Paper, RegisterEntry
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed

TRIES = 3
FIELDS = (
    "direction",
    "number",
    "notation",
    "issuer",
    "dated",
    "came_on",
    "subject",
    "signer",
    "recipients",
    "copies",
    "note",
)


def enter(
    *, facts: dict[str, Any], paper: Paper | None = None, file: Checked | None = None, by: User, at: datetime
) -> RegisterEntry:
    """A new line at the end of its register; EnteredAlready names the line that bears the number."""
    _insist(by)
    entry = RegisterEntry(paper=paper, entered_by=by, entered_at=at, **{name: facts[name] for name in FIELDS})
    _complete(entry)
    for _attempt in range(TRIES):
        try:
            return _enter(entry, file, by, at)
        except IntegrityError:  # another line took the place, or the number, while this one was written
            entry.pk = None
    return _enter(entry, file, by, at)


@transaction.atomic
def _enter(entry: RegisterEntry, file: Checked | None, by: User, at: datetime) -> RegisterEntry:
    _insist_on_once(entry)
    book = RegisterEntry.objects.filter(direction=entry.direction, year=entry.year)
    entry.place = (book.aggregate(last=Max("place"))["last"] or 0) + 1
    _attach(entry, file)
    entry.save(force_insert=True)
    write_event(deed="paper_entered", target=f"register_entry:{entry.pk}", details=_said(entry), by=by, at=at)
    return entry


@transaction.atomic
def rewrite(
    *, entry: RegisterEntry, version: int, facts: dict[str, Any], file: Checked | None = None, by: User, at: datetime
) -> RegisterEntry:
    """The line with what is now known; its book, year and place stay. ChangedMeanwhile, StruckAlready."""
    entry = _held(entry, version, by)
    before = _said(entry)
    for name in FIELDS[1:]:
        setattr(entry, name, facts[name])
    year = entry.year
    _complete(entry)
    if entry.year != year:
        raise YearFixed(year)
    _insist_on_once(entry)
    _attach(entry, file)
    entry.version += 1
    entry.save()
    details = {"before": before, "after": _said(entry)}
    write_event(deed="paper_entry_changed", target=f"register_entry:{entry.pk}", details=details, by=by, at=at)
    return entry


@transaction.atomic
def strike(*, entry: RegisterEntry, version: int, reason: str, by: User, at: datetime) -> RegisterEntry:
    """The line stays with its reason; its number may be entered again."""
    entry = _held(entry, version, by)
    entry.struck_by, entry.struck_at, entry.reason = by, at, reason
    entry.version += 1
    entry.save()
    details = {"number": str(entry), "reason": reason}
    write_event(deed="paper_entry_struck", target=f"register_entry:{entry.pk}", details=details, by=by, at=at)
    return entry


def _insist(by: User) -> None:
    answer = may(actor_of(by), Deed.KEEP_PAPER_REGISTER)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def _held(entry: RegisterEntry, version: int, by: User) -> RegisterEntry:
    _insist(by)
    held = RegisterEntry.objects.select_for_update().get(pk=entry.pk)
    if held.struck_at is not None:
        raise StruckAlready
    if held.version != version:
        raise ChangedMeanwhile
    return held


def _complete(entry: RegisterEntry) -> None:
    dated: date = entry.dated
    entry.year = dated.year
    number = str(entry.number).strip().lstrip("0") or "0"
    entry.key = f"{match_key(number)}|{match_key(entry.notation)}|{match_key(entry.issuer)}"[:300]
    entry.search_key = fold(f"{entry} {number}/{entry.notation} {entry.issuer} {entry.subject} {entry.signer}")[:1200]


def _insist_on_once(entry: RegisterEntry) -> None:
    same = RegisterEntry.objects.filter(year=entry.year, key=entry.key, struck_at=None).exclude(pk=entry.pk).first()
    if same is not None:
        raise EnteredAlready(same)


def _attach(entry: RegisterEntry, file: Checked | None) -> None:
    """A better copy takes the place of the first one."""
    if file is None:
        return
    if entry.path:
        discard([entry.path])
    kept = store(file)
    entry.name, entry.path, entry.size = kept.name, kept.path, kept.size


def _said(entry: RegisterEntry) -> dict[str, Any]:
    return {
        "number": str(entry),
        "issuer": entry.issuer,
        "day": entry.dated.isoformat(),
        "subject_line": entry.subject,
        "copies": entry.copies,
    }
