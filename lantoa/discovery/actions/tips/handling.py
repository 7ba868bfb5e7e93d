"""What becomes of a tip: taken up, handed over, merged, answered; its tipster hears of it each time it counts."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions import prospects
from lantoa.discovery.actions.refusals import AlreadyProspect, written
from lantoa.discovery.actions.tips.refusals import AboutOneself, CannotHandle, NotADuplicate, NotIdentified
from lantoa.discovery.actions.tips.sending import owned, tell_owner
from lantoa.discovery.models import Prospect, Tip
from lantoa.discovery.queries.tips.lists import WITH_NAMES, with_duplicates
from lantoa.discovery.queries.tips.owners import (
    OPEN,
    case_of_tip,
    has_left,
    may_handle,
    officer_for,
    owner_for,
    unit_of,
    working,
)
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import Move, TipStage, WrongStage, moved
from lantoa.notice.actions import tell
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject

IDENTIFY = Move("identify", "ghi rõ người được phát hiện", (TipStage.RECEIVED, TipStage.IN_HAND), TipStage.IN_HAND)


@transaction.atomic
def take_up(*, tip: Tip, by: User, at: datetime) -> Tip:
    """Whoever takes it up owns it."""
    tip = _held(tip, by, at)
    tip.stage, tip.owner = _next(tip, "take_up"), by
    tip.save(update_fields=["stage", "owner"])
    _log("tip_taken_up", tip, {}, by, at)
    return tip


@transaction.atomic
def identify(*, tip: Tip, subject: Subject, by: User, at: datetime) -> Tip:
    """Say who it is about; a tip that nobody has taken up yet goes to that subject's head."""
    tip = _held(tip, by, at)
    if tip.stage not in OPEN:
        raise WrongStage(IDENTIFY, TipStage(tip.stage))
    if tip.tipster is not None and tip.tipster.person_id == subject.pk:
        raise AboutOneself
    day = localdate(at)
    tip.subject, tip.unit = subject, unit_of(subject, day)
    before = tip.owner
    if tip.stage == TipStage.RECEIVED.value or not may_handle(by, tip, day):
        tip.owner = owner_for(subject, None if has_left(subject, day) else tip.unit, tip.tipster, day)
    tip.save(update_fields=["subject", "unit", "owner"])
    if tip.owner not in (before, by):
        tell_owner(tip, at)
    _log("tip_identified", tip, {"subject": subject.code, **owned(tip)}, by, at)
    return tip


@transaction.atomic
def hand_over(*, tip: Tip, to: User, by: User, at: datetime) -> Tip:
    """Give it to somebody who may handle it; the clock goes on."""
    tip = _held(tip, by, at)
    day = localdate(at)
    stage = _next(tip, "hand_over")
    if not (working(day).filter(pk=to.pk).exists() and may_handle(to, tip, day)):
        raise CannotHandle(to)
    tip.stage, tip.owner = stage, to
    tip.save(update_fields=["stage", "owner"])
    tell_owner(tip, at)
    _log("tip_handed_over", tip, owned(tip), by, at)
    return tip


@transaction.atomic
def accept(*, tip: Tip, answer: str, by: User, at: datetime) -> Prospect:
    """Choose it: its subject becomes a prospect, or already is one; everybody who told of it hears so."""
    tip = _held(tip, by, at)
    stage = _next(tip, "accept")
    if tip.subject is None:
        raise NotIdentified
    _answer(tip, stage, answer, by, at)
    try:
        prospect = prospects.find(subject=tip.subject, grounds=_grounds(tip), tip=tip, by=by, at=at)
    except AlreadyProspect as known:
        prospect = known.prospect
    _log("tip_accepted", tip, {"answer": tip.answer, "prospect": prospect.pk}, by, at)
    return prospect


@transaction.atomic
def decline(*, tip: Tip, answer: str, by: User, at: datetime) -> Tip:
    """Not chosen, and why: in words that the tipster reads."""
    tip = _held(tip, by, at)
    _answer(tip, _next(tip, "decline"), answer, by, at)
    _log("tip_declined", tip, {"answer": tip.answer}, by, at)
    return tip


@transaction.atomic
def merge(*, tip: Tip, into: Tip, by: User, at: datetime) -> Tip:
    """The same story told twice goes on as one; its tipsters hear the one answer."""
    first, second = sorted({tip.pk, into.pk}) if tip.pk != into.pk else (tip.pk, tip.pk)
    list(Tip.objects.select_for_update(of=("self",)).filter(pk__in=[first, second]).order_by("pk"))
    tip, into = _held(tip, by, at), _held(into, by, at)
    stage = _next(tip, "merge")
    if into.pk == tip.pk or into.stage == TipStage.MERGED.value:
        raise NotADuplicate
    tip.stage, tip.merged_into = stage, into
    tip.save(update_fields=["stage", "merged_into"])
    words = _(
        "Phát hiện của bạn về %(about)s trùng với một phát hiện khác nên đã gộp làm một; bạn sẽ nhận cùng trả lời."
    )
    _tell_tipsters(tip, "merged", words % {"about": tip.about}, at)
    if into.answered_at is not None:
        _tell_answer(into, with_duplicates(tip), at)
    _log("tip_merged", tip, {"into": into.code}, by, at)
    return tip


def fall_back(*, at: datetime) -> list[Tip]:
    """Give every open tip whose owner can answer it no longer to an officer; the daily task calls it."""
    day = localdate(at)
    able = set(working(day).values_list("pk", flat=True))
    found = Tip.objects.filter(stage__in=OPEN).select_related(*WITH_NAMES).order_by("pk")
    lost = [
        tip for tip in found if tip.owner is None or tip.owner_id not in able or not may_handle(tip.owner, tip, day)
    ]
    return [tip for tip in lost if _fell_back(tip, at)]


@transaction.atomic
def _fell_back(tip: Tip, at: datetime) -> bool:
    officer = officer_for(tip.subject, tip.tipster, localdate(at))
    is_still = Tip.objects.select_for_update().filter(pk=tip.pk, stage__in=OPEN, owner=tip.owner).exists()
    if officer is None or not is_still:
        return False
    before, tip.owner = tip.owner, officer
    tip.save(update_fields=["owner"])
    tell_owner(tip, at)
    _log("tip_fell_back", tip, {"from": before.username if before else None, **owned(tip)}, None, at)
    return True


def _held(tip: Tip, by: User, at: datetime) -> Tip:
    """The tip as it is now, held until the end; NotAllowed when it is not for the user to handle."""
    tip = Tip.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=tip.pk)
    answer = may(actor_of(by), Deed.HANDLE_TIP, case_of_tip(tip, localdate(at)))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    return tip


def _next(tip: Tip, deed: str) -> str:
    return str(moved(TipStage(tip.stage), deed))


def _answer(tip: Tip, stage: str, answer: str, by: User, at: datetime) -> None:
    tip.stage, tip.answer = stage, written(answer)
    tip.answered_by, tip.answered_at = by, at
    tip.save(update_fields=["stage", "answer", "answered_by", "answered_at"])
    _tell_answer(tip, with_duplicates(tip), at)


def _tell_answer(answered: Tip, tips: list[Tip], at: datetime) -> None:
    chosen = answered.stage == TipStage.ACCEPTED.value
    words = _("Phát hiện của bạn về %(about)s đã được chọn: %(answer)s")
    if not chosen:
        words = _("Phát hiện của bạn về %(about)s lần này chưa được chọn: %(answer)s")
    for tip in tips:
        _tell_tipsters(tip, "answered", words % {"about": tip.about, "answer": answered.answer}, at)


def _tell_tipsters(tip: Tip, what: str, text: str, at: datetime) -> None:
    if tip.tipster is not None:
        address = reverse("tip", args=[tip.code])
        tell(users=[tip.tipster], key=f"tip:{tip.code}:{what}", text=text, address=address, at=at)


def _grounds(tip: Tip) -> str:
    told = [f"{one.done}\n{one.changed}" for one in with_duplicates(tip)]
    return "\n\n".join(told)[:3000]


def _log(deed: str, tip: Tip, details: dict[str, Any], by: User | None, at: datetime) -> None:
    write_event(deed=deed, target=f"tip:{tip.code}", details=details, by=by, at=at)
