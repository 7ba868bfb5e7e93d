"""The life of a posting: opened on its first day, ended after its last; who has no objection goes on to the Council."""

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
from lantoa.nomination.actions.moving_all import Stopped, held_all, in_the_way, move_all
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
from lantoa.nomination.queries.posting.waiting import held_up, open_objections, still_posted
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
    _post(listed, posting, by, at)
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
    waiting = held_up(listed) | in_the_way(listed, "clear", by, localdate(at)).keys()
    free = [one for one in listed if one.pk not in waiting]
    details = {"posting": posting.pk}
    move_all(nominations=free, deed="clear", event="nomination_cleared", details=details, by=by, at=at)
    _log("posting_ended", posting, {"count": len(free), "waiting": len(waiting)}, by, at)
    return len(free)


@transaction.atomic
def clear(*, nomination: Nomination, by: User, at: datetime) -> Nomination:
    """Let a case go on once nothing holds it. NotAllowed, WrongStage, OnHold, StillRunning, HeldByObjections."""
    nomination = held(nomination)
    if posting := still_posted(nomination.pk):
        raise StillRunning(posting.ends)
    if waiting := open_objections([nomination.pk]):
        raise HeldByObjections(waiting[nomination.pk])
    return move(nomination=nomination, deed="clear", event="nomination_cleared", by=by, at=at)


def clear_if_free(*, nomination: Nomination, by: User, at: datetime) -> bool:
    """The same when nothing stands against it, and nothing otherwise; whether it went on."""
    try:
        with transaction.atomic():
            clear(nomination=nomination, by=by, at=at)
    except (*STOPS, StillRunning, HeldByObjections):
        return False
    return True


def _listed(posting: Posting) -> list[Nomination]:
    return held_all(PostedCandidate.objects.filter(posting=posting).values_list("nomination", flat=True))


def _post(listed: list[Nomination], posting: Posting, by: User, at: datetime) -> None:
    """All of them or none; CannotPost names everybody who stands in the way, not only the first."""
    details = {"posting": posting.pk, "until": posting.ends.isoformat()}
    try:
        move_all(nominations=listed, deed="post", event="nomination_posted", details=details, by=by, at=at)
    except Stopped as stopped:
        names = {one.pk: one.subject.name for one in listed}
        raise CannotPost([(names[number], why) for number, why in stopped.problems.items()]) from None


def _tell_of(posting: Posting, listed: list[Nomination], at: datetime) -> None:
    """Nominees with an account, and who nominated them, hear of the list once."""
    day = {"day": f"{posting.ends:%d/%m/%Y}"}
    subjects = PostedCandidate.objects.filter(posting=posting).values("nomination__subject")
    nominees = User.objects.filter(person__in=subjects)
    makers = User.objects.filter(pk__in={one.made_by_id for one in listed})
    own = _("Hồ sơ của bạn đang được công khai lấy ý kiến, đến hết ngày %(day)s.") % day
    made = _("Hồ sơ bạn lập đang được công khai lấy ý kiến, đến hết ngày %(day)s.") % day
    tell(users=nominees, key=f"posting:{posting.pk}:own", text=own, address=reverse("posted"), at=at)
    tell(users=makers, key=f"posting:{posting.pk}:made", text=made, address=reverse("posted"), at=at)


def _log(deed: str, posting: Posting, details: dict[str, object], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"posting:{posting.pk}", details=dict(details), by=by, at=at)
