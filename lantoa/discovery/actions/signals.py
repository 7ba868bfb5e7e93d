"""Signals come and go with the records; whether one is kept or dismissed is said by people, and stays."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.filing import CHANGING, file, known_since
from lantoa.discovery.actions.refusals import NoLongerHolds, insist, written
from lantoa.discovery.models import Signal, SignalRun
from lantoa.discovery.queries.signals.computing import Computed, Pair
from lantoa.discovery.queries.signals.telling import LONGEST, Told
from lantoa.domain.authority import Deed
from lantoa.domain.stages import SignalStage, moved

BATCH = 2_000


@transaction.atomic
def store(*, run: SignalRun, computed: Computed, ids: Collection[int] | None, event: int, at: datetime) -> SignalRun:
    """Write what was computed for everybody (`ids` None) or for those subjects; judgements are left alone."""
    there = _there(run.year, ids)
    known, right = _on_file(run.year, computed.found, at)
    new = {key: told for key, told in computed.found.items() if key not in right}
    file(run.year, new, at)
    gone = [pk for key, pk in there.items() if key not in computed.found and key not in computed.unchanged]
    for start in range(0, len(gone), BATCH):
        Signal.objects.filter(pk__in=gone[start : start + BATCH]).update(holds=False)
    run.done_at, run.event, run.is_whole, run.subjects = at, event, ids is None, computed.subjects
    run.appeared, run.gone = len(computed.found.keys() - known), len(gone)
    run.save()
    details = {"subjects": run.subjects, "appeared": run.appeared, "gone": run.gone, "whole": run.is_whole}
    write_event(deed="signals_recomputed", target=f"signals:{run.year}", details=details, by=run.asked_by, at=at)
    return run


@transaction.atomic
def keep(*, signal: Signal, reason: str = "", by: User, at: datetime) -> Signal:
    """The head finds that the signal says something."""
    kept = _judge(signal, "keep", reason.strip(), by, at)
    _log("signal_kept", kept, by, at)
    return kept


@transaction.atomic
def dismiss(*, signal: Signal, reason: str, by: User, at: datetime) -> Signal:
    """A false alarm, and why: so that a bad rule shows."""
    dismissed = _judge(signal, "dismiss", written(reason), by, at)
    _log("signal_dismissed", dismissed, by, at)
    return dismissed


def _judge(signal: Signal, deed: str, reason: str, by: User, at: datetime) -> Signal:
    """NotAllowed, NoLongerHolds or WrongStage when it is not to be judged by them, now, or so."""
    signal = Signal.objects.select_for_update(of=("self",)).select_related("subject").get(pk=signal.pk)
    insist(by, Deed.JUDGE_SIGNAL, signal.subject, localdate(at))
    if not signal.holds:
        raise NoLongerHolds
    signal.stage = str(moved(SignalStage(signal.stage), deed))
    signal.judged_by, signal.judged_at, signal.reason = by, at, reason[:LONGEST]
    signal.save(update_fields=["stage", "judged_by", "judged_at", "reason"])
    return signal


def _log(deed: str, signal: Signal, by: User, at: datetime) -> None:
    details = {"rule": signal.rule, "subject": signal.subject.code, "year": signal.year, "reason": signal.reason}
    write_event(deed=deed, target=f"signal:{signal.pk}", details=details, by=by, at=at)


def _there(year: int, ids: Collection[int] | None) -> dict[tuple[int, str], int]:
    """The signals that hold so far, of everybody or of those subjects."""
    which = Q(year=year, holds=True) if ids is None else Q(year=year, holds=True, subject__in=ids)
    rows = Signal.objects.filter(which).values_list("subject_id", "rule", "pk")
    return {(subject, rule): pk for subject, rule, pk in rows}


def _on_file(year: int, found: Mapping[Pair, Told], at: datetime) -> tuple[set[Pair], set[Pair]]:
    """Those of the signals found that are on file, and those of them that are on file in just these words."""
    known, right = set(), set()
    subjects = {subject for subject, _rule in found}
    which = Q(year=year, subject__in=subjects) if len(subjects) < BATCH else Q(year=year)
    rows = Signal.objects.filter(which).values_list("subject_id", "rule", *CHANGING)
    for subject, rule, *words in rows.iterator(chunk_size=BATCH):
        if told := found.get((subject, rule)):
            known.add((subject, rule))
            if _says(words, told, at):
                right.add((subject, rule))
    return known, right


def _says(words: list[Any], told: Told, at: datetime) -> bool:
    sentence, rows, merit_day, holds = words
    same = (sentence, merit_day, holds) == (told.sentence, known_since(told, at), True)
    return same and bool(rows == json.loads(told.rows))
