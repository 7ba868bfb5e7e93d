"""What hangs on one dossier, in two queries: a page has few to spend."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, F, PositiveSmallIntegerField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim

from lantoa.nomination.models import Consent, Evidence, Nomination, NomineeCorrection, Statement, UsedInitiative

EVIDENCE, INITIATIVE, STATEMENT, CONSENT, CORRECTION = "evidence", "initiative", "statement", "consent", "correction"
NOTHING, NO_TIME = Value("", CharField()), Cast(Value(None), DateTimeField())
NO_YEAR, NO = Value(0, PositiveSmallIntegerField()), Value(False, BooleanField())


@dataclass(frozen=True, slots=True)
class Attached:
    """A file or a link, under its criterion."""

    pk: int
    criterion: str
    shows: str
    link: str
    name: str
    added_by: str
    added_at: datetime
    picture: str


@dataclass(frozen=True, slots=True)
class Used:
    """An initiative on which the dossier rests."""

    name: str
    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in support: who, in which position."""

    pk: int
    text: str
    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A yes or no to publication; `path` when it was recorded from a signed paper."""

    pk: int
    is_given: bool
    note: str
    path: str
    by: str
    at: datetime
    with_pictures: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the nominee finds wrong, and the answer."""

    pk: int
    text: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Hanging:
    """Everything, each in the order in which it was recorded; consents the newest first."""

    evidence: tuple[Attached, ...]
    initiatives: tuple[Used, ...]
    statements: tuple[Said, ...]
    consents: tuple[Agreed, ...]
    corrections: tuple[Corrected, ...]

    @property
    def consent(self) -> Agreed | None:
        """The one that holds."""
        return self.consents[0] if self.consents else None


def hanging_on(nomination: Nomination) -> Hanging:
    """Of a nomination that is on file."""
    papers, words = _papers(nomination), _words(nomination)
    return Hanging(
        evidence=tuple(
            Attached(pk, criterion, shows, link, name, by, at, picture and str(Evidence.Picture(picture).label))
            for kind, pk, criterion, shows, link, name, by, at, _year, picture in papers
            if kind == EVIDENCE
        ),
        initiatives=tuple(
            Used(name, year, reason)
            for kind, _pk, _key, name, reason, _name, _by, _at, year, _picture in papers
            if kind == INITIATIVE
        ),
        statements=tuple(
            Said(pk, text, name, position) for kind, pk, text, name, position, *_rest in words if kind == STATEMENT
        ),
        consents=tuple(
            Agreed(pk, is_given, note, path, by, at, with_pictures)
            for kind, pk, note, by, path, _who, at, _when, is_given, with_pictures in reversed(words)
            if kind == CONSENT
        ),
        corrections=tuple(
            Corrected(pk, text, by, at, answer, answered_by, answered_at)
            for kind, pk, text, by, answer, answered_by, at, answered_at, *_given in words
            if kind == CORRECTION
        ),
    )


def _papers(nomination: Nomination) -> list[tuple[Any, ...]]:
    """Evidence and initiatives; the first query's columns say of what type they all are."""
    attached = Evidence.objects.filter(nomination=nomination).values_list(
        Value(EVIDENCE), "pk", "criterion", "shows", "link", "name", name_of("added_by"), "added_at", NO_YEAR, "picture"
    )
    used = UsedInitiative.objects.filter(nomination=nomination).values_list(
        Value(INITIATIVE), "pk", "key", "name", "reason", NOTHING, NOTHING, NO_TIME, "year", NOTHING
    )
    return sorted(attached.union(used, all=True), key=_place)


def _words(nomination: Nomination) -> list[tuple[Any, ...]]:
    """Corrections, consents and statements."""
    corrected = NomineeCorrection.objects.filter(nomination=nomination).values_list(
        Value(CORRECTION), "pk", "text", name_of("by"), "answer", name_of("answered_by"), "at", "answered_at", NO, NO
    )
    agreed = Consent.objects.filter(nomination=nomination).values_list(
        Value(CONSENT), "pk", "note", name_of("by"), "path", NOTHING, "at", NO_TIME, "is_given", "with_pictures"
    )
    said = Statement.objects.filter(nomination=nomination).values_list(
        Value(STATEMENT), "pk", "text", "name", "position", NOTHING, "recorded_at", NO_TIME, NO, NO
    )
    return sorted(corrected.union(agreed, said, all=True), key=_place)


def name_of(user: str) -> Combinable:
    """As `str` of the account says it: the full name, or the user name."""
    full = Trim(Concat(F(f"{user}__first_name"), Value(" "), F(f"{user}__last_name")))
    return Coalesce(NullIf(full, Value("")), F(f"{user}__username"), Value(""), output_field=CharField())


def _place(row: tuple[Any, ...]) -> tuple[str, int]:
    return row[0], row[1]
