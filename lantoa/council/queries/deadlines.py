"""What the Council expects of whom by when: meetings to come, and minutes to be signed."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.models import CouncilMember, Meeting, Minutes
from lantoa.domain.stages import MeetingStage
from lantoa.notice.queries.deadlines import Deadline

AHEAD = timedelta(days=60)


def meetings(day: date, user: int | None) -> Iterator[Deadline]:
    """Who sits reads the pack and declares interests before the meeting."""
    coming = Meeting.objects.filter(stage=MeetingStage.PREPARED.value, starts_at__date__lte=day + AHEAD)
    for meeting in coming.order_by("starts_at"):
        on = localdate(meeting.starts_at)
        text = _("đọc hồ sơ, khai quan hệ lợi ích trước phiên họp «%(name)s»") % {"name": meeting.name}
        for account in _accounts(meeting, on, user):
            yield Deadline(f"meeting:{meeting.pk}", account, on, text, reverse("meeting", args=[meeting.pk]))


def signatures(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001  (unsigned is unsigned on any day)
    """Minutes wait for who presided and for the secretary, until the first decision day of their rounds."""
    unsigned = Minutes.objects.filter(meeting__stage=MeetingStage.HELD.value, fixed_at=None)
    newest = {one.meeting_id: one for one in unsigned.order_by("number").select_related(*_SIGNERS)}
    for minutes in newest.values():
        due = _first_decision_day(minutes.meeting)
        for account in _unsigned(minutes):
            if due is not None and user in (None, account):
                text = _("ký biên bản «%(name)s»") % {"name": minutes.meeting.name}
                address = reverse("minutes", args=[minutes.meeting_id])
                yield Deadline(f"minutes:{minutes.meeting_id}", account, due, text, address)


_SIGNERS = ("meeting__presided_by__person__account", "meeting__secretary__person__account")


def _accounts(meeting: Meeting, on: date, user: int | None) -> list[int]:
    """Accounts of those who sit on that day."""
    seats = CouncilMember.objects.filter(Q(until=None) | Q(until__gte=on), council=meeting.council_id, since__lte=on)
    found = User.objects.filter(person__in=seats.values("person"), is_active=True)
    return list((found if user is None else found.filter(pk=user)).values_list("pk", flat=True))


def _first_decision_day(meeting: Meeting) -> date | None:
    days = meeting.cases.values_list("nomination__round__decide_by", flat=True)
    return min((one for one in days if one is not None), default=None)


def _unsigned(minutes: Minutes) -> Iterator[int]:
    seats = {minutes.meeting.presided_by: minutes.chair_at, minutes.meeting.secretary: minutes.secretary_at}
    for member, signed in seats.items():
        account = getattr(member.person, "account", None) if member is not None else None
        if account is not None and signed is None:
            yield account.pk
