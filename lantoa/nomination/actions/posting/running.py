"""The life of a posting: opened on its first day, ended after its last; who has no objection goes on to the Council."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.stages import Move, NominationStage, PostingStage, WrongStage, moved
from lantoa.nomination.actions.moving import held, move
from lantoa.nomination.actions.posting import listing
from lantoa.nomination.actions.posting.refusals import (
    CannotPost,
    HeldByObjections,
    NobodyListed,
    NotLonger,
    NotYet,
    StillRunning,
)
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Nomination, PostedCandidate, Posting
from lantoa.nomination.queries.posting.waiting import is_still_posted, open_objections
from lantoa.notice.actions import tell
from lantoa.register.actions.refusals import NotAllowed

EXTEND = Move("extend", "kéo dài thời gian công khai", (PostingStage.OPEN,), PostingStage.OPEN)
STOPS = (WrongStage, OnHold, NotAllowed)


@transaction.atomic
def open_(*, posting: Posting, by: User, at: datetime) -> Posting:
    """Put the list up. NotAllowed, WrongStage, NotYet, TooShort, NobodyListed, CannotPost."""
    posting = listing.held(posting, by)
    stage, day = moved(PostingStage(posting.stage), "open"), localdate(at)
    if day < posting.starts:
        raise NotYet(posting.starts)
    listing.insist_on_days(posting.round, day, posting.ends)
    listed = _listed(posting)
    if not listed:
        raise NobodyListed
    _together(listed, lambda one: _post(one, posting, by, at))
    posting.stage, posting.starts, posting.version = stage.value, day, posting.version + 1
    posting.opened_by, posting.opened_at = by, at
    posting.save()
    _tell_of(posting, listed, at)
    _log("posting_opened", posting, {"count": len(listed), "until": posting.ends.isoformat()}, by, at)
    return posting


@transaction.atomic
def extend(*, posting: Posting, ends: date, reason: str, by: User, at: datetime) -> Posting:
    """Leave the list up longer, and say why. NotAllowed, WrongStage, NotLonger, NoReason."""
    posting = listing.held(posting, by)
    if posting.stage != PostingStage.OPEN.value:
        raise WrongStage(EXTEND, PostingStage(posting.stage))
    if ends <= max(posting.ends, localdate(at)):
        raise NotLonger(posting.ends)
    posting.ends, posting.version = ends, posting.version + 1
    why = written(reason)
    posting.save()
    _log("posting_extended", posting, {"until": ends.isoformat(), "reason": why}, by, at)
    return posting


@transaction.atomic
def end(*, posting: Posting, by: User, at: datetime) -> int:
    """Take the list down; how many go on. Who is objected to or on hold waits. WrongStage, StillRunning."""
    posting = listing.held(posting, by)
    stage = moved(PostingStage(posting.stage), "end")
    if localdate(at) <= posting.ends:
        raise StillRunning(posting.ends)
    posting.stage, posting.version = stage.value, posting.version + 1
    posting.ended_by, posting.ended_at = by, at
    posting.save()
    listed = [one for one in _listed(posting) if one.stage == NominationStage.POSTED.value]
    waiting = open_objections(one.pk for one in listed)
    cleared = sum(_clears(one, by, at) for one in listed if one.pk not in waiting)
    _log("posting_ended", posting, {"count": cleared, "waiting": len(listed) - cleared}, by, at)
    return cleared


@transaction.atomic
def clear(*, nomination: Nomination, by: User, at: datetime) -> Nomination:
    """Let a case go on once nothing holds it. NotAllowed, WrongStage, OnHold, StillRunning, HeldByObjections."""
    nomination = held(nomination)
    if is_still_posted(nomination.pk):
        posting = Posting.objects.filter(candidates__nomination=nomination, stage=PostingStage.OPEN.value).latest(
            "ends"
        )
        raise StillRunning(posting.ends)
    if waiting := open_objections([nomination.pk]):
        raise HeldByObjections(waiting[nomination.pk])
    return _go_on(nomination, by, at)


def clear_if_free(nomination: Nomination, by: User, at: datetime) -> bool:
    """The same when nothing stands against it, and nothing otherwise; whether it went on."""
    try:
        with transaction.atomic():
            clear(nomination=nomination, by=by, at=at)
    except (*STOPS, StillRunning, HeldByObjections):
        return False
    return True


def _listed(posting: Posting) -> list[Nomination]:
    candidates = PostedCandidate.objects.filter(posting=posting).select_related("nomination__subject")
    return [one.nomination for one in candidates.order_by("pk")]


def _post(nomination: Nomination, posting: Posting, by: User, at: datetime) -> None:
    details = {"posting": posting.pk, "until": posting.ends.isoformat()}
    move(nomination=held(nomination), deed="post", event="nomination_posted", details=details, by=by, at=at)


def _clears(nomination: Nomination, by: User, at: datetime) -> bool:
    try:
        with transaction.atomic():
            _go_on(held(nomination), by, at)
    except STOPS:
        return False
    return True


def _go_on(nomination: Nomination, by: User, at: datetime) -> Nomination:
    return move(nomination=nomination, deed="clear", event="nomination_cleared", by=by, at=at)


def _together(listed: list[Nomination], act: Callable[[Nomination], None]) -> None:
    """All of them or none; CannotPost names everybody who stands in the way, not only the first."""
    problems: list[tuple[str, str]] = []
    for one in listed:
        try:
            act(one)
        except STOPS as problem:
            problems.append((one.subject.name, str(problem)))
    if problems:
        raise CannotPost(problems)


def _tell_of(posting: Posting, listed: list[Nomination], at: datetime) -> None:
    """Nominees with an account, and who nominated them, hear of the list."""
    words = _("Danh sách công khai lấy ý kiến có %(name)s, đến hết ngày %(day)s.")
    makers = User.objects.in_bulk({one.made_by_id for one in listed})
    nominees = {one.person_id: one for one in User.objects.filter(person__in=[one.subject_id for one in listed])}
    for one in listed:
        text = words % {"name": one.subject.name, "day": f"{posting.ends:%d/%m/%Y}"}
        users = [user for user in (makers.get(one.made_by_id), nominees.get(one.subject_id)) if user]
        key = f"posting:{posting.pk}:{one.pk}"
        tell(users=users, key=key, text=text, address=reverse("posted"), at=at)


def _log(deed: str, posting: Posting, details: dict[str, object], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"posting:{posting.pk}", details=dict(details), by=by, at=at)
