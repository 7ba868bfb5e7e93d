"""What decisions expect of whom by when, for the notice room: of officers, the Principal, the clerk."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.domain.authority import Role
from lantoa.domain.stages import DecisionStage
from lantoa.notice.queries.deadlines import Deadline
from lantoa.notice.workdays import due_after
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.decisions.lists import waiting
from lantoa.recognition.queries.decisions.people import holders

DAYS_TO_DEAL = 5  # working days of each step, where the round names no day for its decision


def decisions(day: date, user: int | None) -> Iterator[Deadline]:
    """Lists to be made, drafts to be presented again, approved, issued."""
    found = [*_lists(), *_steps()]
    if not found:
        return
    people = {role: [one.pk for one in holders(role)] for role in {role for role, *_rest in found}}
    for role, key, due, text, address in found:
        for one in people[role]:
            if user in (None, one):
                yield Deadline(key, one, due or day, text, address)


def _lists() -> Iterator[tuple[Role, str, date | None, str, str]]:
    """Rounds whose recommended nominees are on no list yet."""
    rounds = waiting().order_by().values("round", "round__name", "round__decide_by").annotate(count=Count("pk"))
    for one in rounds.order_by("round"):
        said = {"count": one["count"], "round": one["round__name"]}
        text = _("lập dự thảo quyết định cho %(count)s đề cử đã được Hội đồng đề nghị (%(round)s)") % said
        yield Role.OFFICER, f"decision:round:{one['round']}", one["round__decide_by"], text, reverse("decision_new")


def _steps() -> Iterator[tuple[Role, str, date | None, str, str]]:
    asked = {
        DecisionStage.WITH_PRINCIPAL.value: (Role.PRINCIPAL, _("duyệt dự thảo: %(title)s")),
        DecisionStage.SENT_BACK.value: (Role.OFFICER, _("sửa dự thảo Hiệu trưởng trả lại: %(title)s")),
        DecisionStage.APPROVED.value: (Role.CLERK, _("cho số, ban hành: %(title)s")),
    }
    for one in Decision.objects.filter(stage__in=asked).select_related("round").order_by("pk"):
        role, words = asked[one.stage]
        due = (one.round.decide_by if one.round else None) or _soon(one.approved_at or one.presented_at)
        key = f"decision:{one.pk}:{one.stage}"
        yield role, key, due, words % {"title": one.title}, reverse("decision", args=[one.pk])


def _soon(at: datetime | None) -> date | None:
    return due_after(localdate(at), DAYS_TO_DEAL) if at else None
