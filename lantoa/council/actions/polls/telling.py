"""Who hears of a poll: the tellers that their keys are wanted, the voters that the box is open."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.council.models import Poll
from lantoa.notice.actions import tell


def tell_tellers(poll: Poll, tellers: Iterable[User], at: datetime) -> None:
    words = _("Bạn kiểm phiếu lần %(number)s của «%(meeting)s». Hãy tạo khoá của bạn trước khi mở bỏ phiếu.")
    said = {"number": poll.number, "meeting": poll.meeting.name}
    address = reverse("poll_key", args=[poll.meeting_id, poll.number])
    tell(users=tellers, key=f"poll:{poll.pk}:key", text=words % said, address=address, at=at)


def tell_voters(poll: Poll, voters: Iterable[int], at: datetime) -> None:
    words = _("Đã mở bỏ phiếu kín lần %(number)s của «%(meeting)s». Hãy bỏ phiếu.")
    said = {"number": poll.number, "meeting": poll.meeting.name}
    users = User.objects.filter(person__council_seats__in=voters)
    address = reverse("ballot", args=[poll.meeting_id, poll.number])
    tell(users=users, key=f"poll:{poll.pk}:open", text=words % said, address=address, at=at)
