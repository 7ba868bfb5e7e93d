"""What discovery expects of whom by when, for the notice room."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.owners import OPEN
from lantoa.notice.queries.deadlines import Deadline


def tips(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001  (open is open on any day)
    """Tips to be answered by their owners."""
    found = Tip.objects.filter(stage__in=OPEN, owner__isnull=False)
    if user is not None:
        found = found.filter(owner=user)
    for tip in found.only("code", "about", "owner_id", "due"):
        text = _("trả lời phát hiện về %(about)s") % {"about": tip.about}
        yield Deadline(f"tip:{tip.code}", tip.owner_id or 0, tip.due, text, reverse("tip", args=[tip.code]))
