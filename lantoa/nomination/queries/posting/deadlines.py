"""What postings and objections expect of whom by when, for the notice room; never who objected."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.domain.stages import PostingStage
from lantoa.nomination.models import Objection, Posting
from lantoa.nomination.queries.posting.officers import OPEN
from lantoa.notice.queries.deadlines import Deadline
from lantoa.notice.workdays import due_after


def objections(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001  (open is open on any day)
    """Objections to be settled by their officers."""
    found = Objection.objects.filter(stage__in=OPEN, officer__isnull=False)
    if user is not None:
        found = found.filter(officer=user)
    for one in found.only("code", "officer_id", "due").order_by("pk"):
        text = _("kết luận ý kiến phản ánh %(code)s") % {"code": one.code}
        address = reverse("objection", args=[one.code])
        yield Deadline(f"objection:{one.code}", one.officer_id or 0, one.due, text, address)


def postings(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001
    """Lists to be put up on their first day, and to be ended after their last, by whoever made or opened them."""
    found = Posting.objects.exclude(stage=PostingStage.ENDED.value).select_related("round").order_by("pk")
    for one in found:
        is_open = one.stage == PostingStage.OPEN.value
        owner = one.opened_by_id if is_open and one.opened_by_id else one.made_by_id
        if user not in (None, owner):
            continue
        words = _("kết thúc công khai «%(name)s»") if is_open else _("bắt đầu công khai «%(name)s»")
        address = reverse("posting", args=[one.pk])
        due = due_after(one.ends, 1) if is_open else one.starts  # it is up to the end of its last day
        yield Deadline(f"posting:{one.pk}:{one.stage}", owner, due, words % {"name": one.round.name}, address)
