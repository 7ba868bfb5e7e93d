"""Decisions about decisions: correcting what was written, revoking on a ground of the law, restoring.

Each is a draft that goes the same way as any other: to the Principal, then to the clerk; what it changes stays on file.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.stages import DecisionStage
from lantoa.domain.vietnamese import fold, tidy
from lantoa.recognition.actions.decisions.holding import held, insist, write_event
from lantoa.recognition.actions.decisions.refusals import (
    ListedAlready,
    MinisterDecides,
    NobodyToRecognise,
    NoSuchGround,
    NothingCorrected,
    NotIssued,
    NotStanding,
    SeveralDecisions,
)
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.texts import of_day
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.register.models import Recognition

Kind = Decision.Kind
LISTED = DecisionItem.State.LISTED
OVER = [DecisionStage.ISSUED.value, DecisionStage.DROPPED.value]


@dataclass(frozen=True, slots=True)
class Written:
    """How a line should read."""

    name: str
    unit_name: str


@transaction.atomic
def draft_correction(
    *, decision: Decision, lines: Mapping[int, Written], reason: str, by: User, at: datetime
) -> Decision:
    """Lines of an issued decision as they should read, by the key of the line; NotIssued, NothingCorrected."""
    insist(by, Deed.DRAFT_DECISION)
    decision = held(decision)
    if decision.stage != DecisionStage.ISSUED.value:
        raise NotIssued
    listed = decision.items.filter(state=LISTED).select_related("subject")
    wrong = [(item, lines[item.pk]) for item in listed if item.pk in lines and _differs(item, lines[item.pk])]
    if not wrong:
        raise NothingCorrected
    made = _draft(Kind.CORRECT, decision, decision.edition, reason, by, at)
    DecisionItem.objects.bulk_create(
        _line(made, item.original or item, name=tidy(right.name), unit_name=tidy(right.unit_name))
        for item, right in wrong
    )
    _log(made, [item.name for item, _right in wrong], by, at)
    return made


@transaction.atomic
def draft_revocation(
    *, recognitions: Collection[Recognition], ground: str, reason: str, by: User, at: datetime
) -> Decision:
    """Of recognitions of one decision, or of none on file here; NoSuchGround, NotStanding, ListedAlready."""
    insist(by, Deed.DRAFT_DECISION)
    rows = _held(recognitions, revoked=False)
    edition = _edition(rows)
    grounds = plans.load(edition).procedure.grounds
    if ground not in grounds:
        raise NoSuchGround
    return _about(
        Kind.REVOKE, rows, reason, by, at, ground=ground, words=f"{grounds[ground].text} ({grounds[ground].source})"
    )


@transaction.atomic
def draft_restoration(*, recognitions: Collection[Recognition], reason: str, by: User, at: datetime) -> Decision:
    """Of revoked ones; NotStanding, ListedAlready."""
    insist(by, Deed.DRAFT_DECISION)
    return _about(Kind.RESTORE, _held(recognitions, revoked=True), reason, by, at)


def _about(
    kind: Kind, rows: list[Recognition], reason: str, by: User, at: datetime, *, ground: str = "", words: str = ""
) -> Decision:
    originals = _originals(rows)
    decisions = {one.decision_id: one.decision for one in originals.values()}
    if len(decisions) > 1 or (decisions and len(originals) < len(rows)):
        raise SeveralDecisions
    about = next(iter(decisions.values()), None)
    made = _draft(kind, about, _edition(rows), reason, by, at, ground=ground, words=words, rows=rows)
    DecisionItem.objects.bulk_create(_line_of(made, row, originals.get(row.pk)) for row in rows)
    _log(made, [row.subject.name for row in rows], by, at)
    return made


def _held(recognitions: Collection[Recognition], *, revoked: bool) -> list[Recognition]:
    """The rows held in one order; each must be what the decision ends, and on no other draft."""
    found = Recognition.objects.select_for_update(of=("self",)).select_related("subject")
    rows = list(found.filter(pk__in=[one.pk for one in recognitions]).order_by("pk"))
    if not rows:
        raise NobodyToRecognise
    for row in rows:
        if row.revoked is not revoked:
            raise NotStanding(row.subject.name, revoked=row.revoked)
        if plans.load(_edition([row])).procedure.path(row.tier).proposed_from:
            raise MinisterDecides
    others = DecisionItem.objects.filter(recognition__in=rows, kind__in=[Kind.REVOKE, Kind.RESTORE], state=LISTED)
    for item in others.exclude(decision__stage__in=OVER)[:1]:
        raise ListedAlready(item.name)
    return rows


def _originals(rows: Collection[Recognition]) -> dict[int, DecisionItem]:
    """The lines that recognised them, by recognition."""
    lines = DecisionItem.objects.filter(recognition__in=rows, kind=Kind.RECOGNISE).select_related("decision__round")
    return {item.recognition_id or 0: item for item in lines}


def _edition(rows: Collection[Recognition]) -> str:
    """Of the decision that recognised them; of one made elsewhere, the edition that covers the year."""
    line = DecisionItem.objects.filter(recognition__in=rows, kind=Kind.RECOGNISE).select_related("decision").first()
    if line is not None:
        return line.decision.edition
    plan = plans.covering(next(iter(rows)).year)
    return plan.code if plan else plans.DEFAULT


def _draft(
    kind: Kind,
    about: Decision | None,
    edition: str,
    reason: str,
    by: User,
    at: datetime,
    *,
    ground: str = "",
    words: str = "",
    rows: Collection[Recognition] = (),
) -> Decision:
    title = _title(kind, about, rows)
    return Decision.objects.create(
        kind=kind,
        edition=edition,
        round=about.round if about else None,
        about=about,
        title=title,
        search_key=fold(title),
        ground=ground,
        ground_words=words,
        reason=written(reason),
        made_by=by,
        made_at=at,
    )


def _title(kind: Kind, about: Decision | None, rows: Collection[Recognition]) -> str:
    of_which = {
        Kind.CORRECT: _("Về việc đính chính Quyết định %(which)s"),
        Kind.REVOKE: _("Về việc thu hồi công nhận theo Quyết định %(which)s"),
        Kind.RESTORE: _("Về việc khôi phục công nhận theo Quyết định %(which)s"),
    }[kind]
    if about is not None:
        return of_which % {"which": of_day(about.reference, about.decided_on)}
    return of_which % {"which": ", ".join(sorted({row.decision for row in rows if row.decision})) or _("trước đây")}


def _differs(item: DecisionItem, right: Written) -> bool:
    return written_now([item])[item.pk] != (tidy(right.name), tidy(right.unit_name))


def _line(made: Decision, original: DecisionItem, *, name: str, unit_name: str) -> DecisionItem:
    return DecisionItem(
        decision=made,
        kind=made.kind,
        subject=original.subject,
        tier=original.tier,
        year=original.year,
        name=name or original.name,
        unit_name=unit_name,
        nomination=original.nomination,
        original=original,
        recognition=original.recognition,
    )


def _line_of(made: Decision, row: Recognition, original: DecisionItem | None) -> DecisionItem:
    if original is not None:
        name, unit_name = written_now([original])[original.pk]
        return _line(made, original, name=name, unit_name=unit_name)
    return DecisionItem(
        decision=made,
        kind=made.kind,
        subject=row.subject,
        tier=row.tier,
        year=row.year,
        name=row.subject.name,
        recognition=row,
    )


def _log(made: Decision, names: list[str], by: User, at: datetime) -> None:
    details = {"title": made.title, "kind": made.kind, "reason": made.reason, "names": names}
    if made.ground_words:
        details["grounds"] = made.ground_words
    write_event(deed="decision_drafted", decision=made, details=details, by=by, at=at)
