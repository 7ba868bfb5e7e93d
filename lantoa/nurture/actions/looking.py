"""The daily look at every nurture plan: mentors who have left, people who have moved."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.notice.workdays import due_after
from lantoa.nurture.actions.holding import heads, tell_all, write_event
from lantoa.nurture.actions.transfers import propose_all
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.people import DAYS_TO_FIND_A_MENTOR, MENTORED, mentor_missing


def look_after(*, at: datetime) -> tuple[int, int]:
    """How many mentors are newly missing, and how many transfers are proposed."""
    return len(find_lost_mentors(at=at)), len(propose_all(at=at))


def find_lost_mentors(*, at: datetime) -> list[NurturePlan]:
    """Plans whose mentor has left since the last look; the head is told and gets a deadline."""
    found = NurturePlan.objects.filter(mentor_missing(localdate(at)), stage__in=MENTORED, mentor_lost=None)
    return [plan for plan in found.exclude(mentor=None).order_by("pk") if _lost(plan, at)]


@transaction.atomic
def _lost(plan: NurturePlan, at: datetime) -> bool:
    day = localdate(at)
    names = ("prospect__subject", "unit__subject", "mentor__subject")
    still = NurturePlan.objects.filter(mentor_missing(day), pk=plan.pk, stage__in=MENTORED, mentor_lost=None)
    held = still.select_for_update(of=("self",)).select_related(*names).first()
    if held is None or held.mentor is None:
        return False
    held.mentor_lost = day
    held.save(update_fields=["mentor_lost"])
    words = _("Kế hoạch bồi dưỡng %(name)s cần người hướng dẫn mới: %(mentor)s không còn hướng dẫn được.")
    due = due_after(day, DAYS_TO_FIND_A_MENTOR)
    tell_all(held, f"lost:{day}", words, heads(held, day), at, due=due, mentor=held.mentor.subject.name)
    write_event(deed="mentor_lost", plan=held, details={"mentor": held.mentor.subject.code}, by=None, at=at)
    return True
