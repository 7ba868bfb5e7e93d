"""The minutes: drafted when the meeting ends, corrected with a reason, signed by both, then fixed."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held, insist, step, write_event
from lantoa.council.actions.refusals import ChangedMeanwhile, NothingChanged, NotYoursToSign, SignedAlready
from lantoa.council.models import Meeting, Minutes
from lantoa.council.queries.minutes import draft, latest, result_rows
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MOVES, MeetingStage, WrongStage
from lantoa.notice.actions import tell


def first_version(*, meeting: Meeting, by: User, at: datetime) -> Minutes:
    """As drafted from what is on file; part of ending the meeting."""
    return Minutes.objects.create(
        meeting=meeting, number=1, text=draft(meeting), results=result_rows(meeting), written_by=by, written_at=at
    )


@transaction.atomic
def correct(*, meeting: Meeting, text: str, reason: str, version: int, by: User, at: datetime) -> Minutes:
    """A version of its own, to be signed anew. WrongStage, ChangedMeanwhile, NothingChanged, NoReason."""
    insist(by, Deed.RUN_MEETING)
    meeting, now = _standing(meeting)
    if now.number != version:
        raise ChangedMeanwhile(now)
    if _lines(text) == _lines(now.text):
        raise NothingChanged
    made = Minutes.objects.create(
        meeting=meeting,
        number=now.number + 1,
        text=text.replace("\r\n", "\n").strip(),
        results=result_rows(meeting),
        reason=written(reason),
        written_by=by,
        written_at=at,
    )
    write_event(
        deed="minutes_corrected", meeting=meeting, details={"minutes": made.number, "reason": made.reason}, by=by, at=at
    )
    _ask_again(now, made, at)
    return made


@transaction.atomic
def sign(*, meeting: Meeting, version: int, by: User, at: datetime) -> Minutes:
    """By who presided and by the secretary, in either order; the second signature fixes the minutes.

    WrongStage, NotAllowed, NotYoursToSign, SignedAlready, ChangedMeanwhile.
    """
    insist(by, Deed.SIGN_MINUTES)
    meeting, now = _standing(meeting)
    if now.number != version:
        raise ChangedMeanwhile(now)
    side = _side(meeting, by)
    if getattr(now, f"{side}_at") is not None:
        raise SignedAlready
    setattr(now, f"{side}_by", by)
    setattr(now, f"{side}_at", at)
    if now.chair_at is not None and now.secretary_at is not None:
        now.fixed_at = at
        meeting.stage, meeting.version = step(meeting, "sign_off", by), meeting.version + 1
        meeting.save(update_fields=["stage", "version"])
    now.save()
    details = {"minutes": now.number, "fixed": now.fixed_at is not None}
    write_event(deed="minutes_signed", meeting=meeting, details=details, by=by, at=at)
    return now


def _standing(meeting: Meeting) -> tuple[Meeting, Minutes]:
    """The meeting, held, with the minutes that stand; WrongStage unless it waits for signatures."""
    meeting = held(meeting)
    stage, move = MeetingStage(meeting.stage), MOVES[MeetingStage]["sign_off"]
    now = latest(meeting)
    if stage not in move.sources or now is None:
        raise WrongStage(move, stage)
    return meeting, now


def _side(meeting: Meeting, by: User) -> str:
    """Whose signature it would be."""
    sides = {"chair": meeting.presided_by, "secretary": meeting.secretary}
    for side, member in sides.items():
        if member is not None and by.person_id is not None and member.person_id == by.person_id:
            return side
    raise NotYoursToSign


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").strip().split("\n")


def _ask_again(before: Minutes, made: Minutes, at: datetime) -> None:
    """Who had signed the version before is told that there is another."""
    signed = [user for user in (before.chair_by, before.secretary_by) if user is not None]
    words = _("Biên bản «%(name)s» đã sửa sau khi bạn ký: %(reason)s. Hãy đọc và ký lại.")
    said = {"name": made.meeting.name, "reason": made.reason}
    address = reverse("minutes", args=[made.meeting_id])
    tell(users=signed, key=f"minutes:{made.pk}", text=words % said, address=address, at=at)
