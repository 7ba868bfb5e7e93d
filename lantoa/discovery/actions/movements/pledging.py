"""A unit's pledge: written, sent, taken back; returned or accepted by whoever launched the movement."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.movements.refusals import ChangedMeanwhile, NothingWritten, NotLaunched, OwnWork, insist
from lantoa.discovery.actions.refusals import written
from lantoa.discovery.models import Pledge
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MovementStage, PledgeStage, moved
from lantoa.notice.actions import tell


@transaction.atomic
def send(*, pledge: Pledge, text: str, targets: str = "", version: int, by: User, at: datetime) -> Pledge:
    """Send it with these words; ChangedMeanwhile when it is another version by now."""
    pledge = _held(pledge, by, Deed.PLEDGE)
    stage = _next(pledge, "send")
    if pledge.version != version:
        raise ChangedMeanwhile
    if not text.strip():
        raise NothingWritten
    pledge.text, pledge.targets = text.strip(), targets.strip()
    pledge.sent_by, pledge.sent_at = by, at
    _move("pledge_sent", pledge, stage, {"text": pledge.text, "targets": pledge.targets}, by, at)
    if pledge.movement.launched_by is not None:
        words = _("%(unit)s đã gửi đăng ký phong trào «%(name)s», chờ duyệt.")
        _tell(pledge, pledge.movement.launched_by, words, at)
    return pledge


@transaction.atomic
def take_back(*, pledge: Pledge, by: User, at: datetime) -> Pledge:
    """To be written anew, as long as nobody has judged it."""
    pledge = _held(pledge, by, Deed.PLEDGE)
    _move("pledge_taken_back", pledge, _next(pledge, "take_back"), {}, by, at)
    return pledge


@transaction.atomic
def give_back(*, pledge: Pledge, reason: str, by: User, at: datetime) -> Pledge:
    """Return it with what is missing."""
    pledge = _judged(pledge, "return", by, at)
    pledge.reason = written(reason)
    _move("pledge_returned", pledge, PledgeStage.RETURNED.value, {"reason": pledge.reason}, by, at)
    _tell_sender(pledge, _("Đăng ký phong trào «%(name)s» của %(unit)s được trả lại: %(reason)s"), at)
    return pledge


@transaction.atomic
def accept(*, pledge: Pledge, by: User, at: datetime) -> Pledge:
    pledge = _judged(pledge, "accept", by, at)
    pledge.reason = ""
    _move("pledge_accepted", pledge, PledgeStage.ACCEPTED.value, {}, by, at)
    _tell_sender(pledge, _("Đăng ký phong trào «%(name)s» của %(unit)s đã được chấp nhận."), at)
    return pledge


def _judged(pledge: Pledge, deed: str, by: User, at: datetime) -> Pledge:
    """The pledge with its judge; who sent it does not judge it."""
    pledge = _held(pledge, by, Deed.JUDGE_PLEDGE)
    _next(pledge, deed)
    if pledge.sent_by == by:
        raise OwnWork
    pledge.judged_by, pledge.judged_at = by, at
    return pledge


def _held(pledge: Pledge, by: User, deed: Deed) -> Pledge:
    """The pledge as it is now, held until the end: written for its unit, judged for the movement's."""
    names = ("movement__unit__subject", "movement__launched_by", "unit__subject", "sent_by")
    pledge = Pledge.objects.select_for_update(of=("self",)).select_related(*names).get(pk=pledge.pk)
    insist(by, deed, pledge.unit if deed is Deed.PLEDGE else pledge.movement.unit)
    if pledge.movement.stage != MovementStage.LAUNCHED.value:
        raise NotLaunched
    return pledge


def _next(pledge: Pledge, deed: str) -> str:
    return str(moved(PledgeStage(pledge.stage), deed))


def _move(deed: str, pledge: Pledge, stage: str, details: dict[str, Any], by: User, at: datetime) -> None:
    pledge.stage, pledge.version = stage, pledge.version + 1
    pledge.save()
    facts = {"unit": pledge.unit.subject.code, **details}
    write_event(deed=deed, target=f"movement:{pledge.movement_id}", details=facts, by=by, at=at)


def _tell_sender(pledge: Pledge, words: str, at: datetime) -> None:
    if pledge.sent_by is not None:
        _tell(pledge, pledge.sent_by, words, at)


def _tell(pledge: Pledge, user: User, words: str, at: datetime) -> None:
    said = {"unit": pledge.unit, "name": pledge.movement.name, "reason": pledge.reason}
    address = reverse("pledge", args=[pledge.movement_id, pledge.unit.subject.code])
    tell(users=[user], key=f"pledge:{pledge.pk}:{pledge.version}", text=words % said, address=address, at=at)
