"""Shortcomings: noted with a remedy, remedied with evidence, confirmed by another, or sent back to be remedied."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.stages import ShortcomingStage, WrongStage, moved
from lantoa.domain.vietnamese import fold, match_key
from lantoa.nurture.actions.work.holding import held, insist, tell, write_event
from lantoa.nurture.actions.work.refusals import EDIT_SHORTCOMING, ChangedMeanwhile, SaidAlready, because, written
from lantoa.nurture.models import NurturePlan, Shortcoming
from lantoa.nurture.queries.recipients import people_of
from lantoa.nurture.queries.rights import Rights
from lantoa.papers.attachments import Checked, discard, store


@transaction.atomic
def note(*, plan: NurturePlan, text: str, remedy: str, due: date, by: User, at: datetime) -> Shortcoming:
    """What falls short, and what is to be done about it by when. Refusals: NotAllowed, WorkRefused."""
    plan, rights = held(plan, by)
    insist(plan, rights.write)
    columns = _columns(text, remedy, due)
    _insist_it_is_new(plan, text, None)
    shortcoming = Shortcoming.objects.create(plan=plan, **columns)
    words = _("Kế hoạch bồi dưỡng %(name)s có hạn chế cần khắc phục: «%(what)s», hạn %(day)s.")
    _tell_nurtured(shortcoming, plan, words, by, at)
    write_event(deed="shortcoming_noted", plan=plan, details=_details(shortcoming), by=by, at=at)
    return shortcoming


@transaction.atomic
def edit(
    *, shortcoming: Shortcoming, text: str, remedy: str, due: date, version: int, by: User, at: datetime
) -> Shortcoming:
    """As long as it is open; ChangedMeanwhile when it is another version by now."""
    plan, shortcoming, rights = _held(shortcoming, by)
    insist(plan, rights.write)
    if shortcoming.stage != ShortcomingStage.OPEN.value:
        raise WrongStage(EDIT_SHORTCOMING, ShortcomingStage(shortcoming.stage))
    if shortcoming.version != version:
        raise ChangedMeanwhile
    _insist_it_is_new(plan, text, shortcoming)
    before = _details(shortcoming)
    for column, value in _columns(text, remedy, due).items():
        setattr(shortcoming, column, value)
    _save(shortcoming)
    write_event(
        deed="shortcoming_edited", plan=plan, details={"before": before, "after": _details(shortcoming)}, by=by, at=at
    )
    return shortcoming


@transaction.atomic
def remedy(
    *, shortcoming: Shortcoming, evidence: str, file: Checked | None = None, by: User, at: datetime
) -> Shortcoming:
    """Done, and this shows it; the person says so, or whoever runs the plan."""
    plan, shortcoming, rights = _held(shortcoming, by)
    insist(plan, rights.add)
    stage = _next(shortcoming, "remedy")
    shortcoming.stage, shortcoming.evidence, shortcoming.return_reason = stage, written(evidence, "evidence"), ""
    shortcoming.remedied_by, shortcoming.remedied_at = by, at
    if file is not None:
        _keep(shortcoming, file)
    _save(shortcoming)
    words = _("%(by)s đã khắc phục «%(what)s» trong kế hoạch bồi dưỡng %(name)s. Hãy xem minh chứng rồi xác nhận.")
    _tell(shortcoming, plan, people_of([plan], [], localdate(at)).heading(plan), words, by, at)
    details = {**_details(shortcoming), "evidence": shortcoming.evidence, "file": shortcoming.file_name}
    write_event(deed="shortcoming_remedied", plan=plan, details=details, by=by, at=at)
    return shortcoming


@transaction.atomic
def confirm(*, shortcoming: Shortcoming, by: User, at: datetime) -> Shortcoming:
    """Seen and found done, by another than who recorded the remedy."""
    plan, shortcoming, rights = _held(shortcoming, by)
    insist(plan, rights.judge)
    stage = _next(shortcoming, "confirm")
    insist(plan, rights.confirm(shortcoming))
    shortcoming.stage, shortcoming.confirmed_by, shortcoming.confirmed_at = stage, by, at
    _save(shortcoming)
    words = _("Đã xác nhận khắc phục «%(what)s» trong kế hoạch bồi dưỡng %(name)s.")
    _tell_nurtured(shortcoming, plan, words, by, at)
    write_event(deed="shortcoming_confirmed", plan=plan, details=_details(shortcoming), by=by, at=at)
    return shortcoming


@transaction.atomic
def reopen(*, shortcoming: Shortcoming, reason: str, by: User, at: datetime) -> Shortcoming:
    """Not done yet, and what is still missing; the evidence of before stays to be added to."""
    plan, shortcoming, rights = _held(shortcoming, by)
    insist(plan, rights.judge)
    shortcoming.stage, shortcoming.return_reason = _next(shortcoming, "reopen"), because(reason)
    shortcoming.remedied_by = shortcoming.remedied_at = shortcoming.confirmed_by = shortcoming.confirmed_at = None
    _save(shortcoming)
    words = _("«%(what)s» trong kế hoạch bồi dưỡng %(name)s cần khắc phục thêm: %(reason)s")
    _tell_nurtured(shortcoming, plan, words, by, at)
    write_event(
        deed="shortcoming_reopened",
        plan=plan,
        details={**_details(shortcoming), "reason": reason.strip()},
        by=by,
        at=at,
    )
    return shortcoming


def _held(shortcoming: Shortcoming, by: User) -> tuple[NurturePlan, Shortcoming, Rights]:
    plan, rights = held(shortcoming.plan_id, by)
    return plan, Shortcoming.objects.select_for_update().get(pk=shortcoming.pk), rights


def _next(shortcoming: Shortcoming, deed: str) -> str:
    return str(moved(ShortcomingStage(shortcoming.stage), deed))


def _save(shortcoming: Shortcoming) -> None:
    shortcoming.version += 1
    shortcoming.save()


def _keep(shortcoming: Shortcoming, file: Checked) -> None:
    """The newest file takes the place of an older one."""
    if shortcoming.file_path:
        discard([shortcoming.file_path])
    kept = store(file)
    shortcoming.file_name, shortcoming.file_path = kept.name, kept.path


def _columns(text: str, remedy: str, due: date) -> dict[str, Any]:
    words, cure = written(text), written(remedy, "remedy")
    return {"text": words, "remedy": cure, "due": due, "search_key": fold(f"{words} {cure}")[:2000]}


def _insist_it_is_new(plan: NurturePlan, text: str, shortcoming: Shortcoming | None) -> None:
    others = plan.shortcomings.exclude(stage=ShortcomingStage.CONFIRMED.value)
    if shortcoming is not None:
        others = others.exclude(pk=shortcoming.pk)
    if any(match_key(known) == match_key(text) for known in others.values_list("text", flat=True)):
        raise SaidAlready


def _details(shortcoming: Shortcoming) -> dict[str, Any]:
    words = {"what": shortcoming.text, "remedy": shortcoming.remedy, "due": shortcoming.due.isoformat()}
    return {"shortcoming": shortcoming.pk, **words}


def _tell_nurtured(shortcoming: Shortcoming, plan: NurturePlan, words: str, by: User, at: datetime) -> None:
    _tell(shortcoming, plan, people_of([plan], [], localdate(at)).nurtured(plan), words, by, at)


def _tell(shortcoming: Shortcoming, plan: NurturePlan, ids: list[int], words: str, by: User, at: datetime) -> None:
    about = {"what": shortcoming.text, "day": f"{shortcoming.due:%d/%m/%Y}", "reason": shortcoming.return_reason}
    key = f"shortcoming:{shortcoming.pk}:{shortcoming.version}"
    tell(ids=ids, plan=plan, key=key, words=words, about={**about, "by": str(by)}, by=by, at=at)
