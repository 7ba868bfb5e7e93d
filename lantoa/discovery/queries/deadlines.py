"""What discovery expects of whom by when, for the notice room."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.discovery.models import Pledge, ReportDate, Result, Tip
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.discovery.queries.tips.owners import OPEN
from lantoa.domain.stages import MovementStage, PledgeStage
from lantoa.notice.queries.deadlines import Deadline

GOING_ON = Q(movement__stage=MovementStage.LAUNCHED.value)
MONTH = timedelta(days=30)


def tips(day: date, user: int | None) -> Iterator[Deadline]:  # noqa: ARG001  (open is open on any day)
    """Tips to be answered by their owners."""
    found = Tip.objects.filter(stage__in=OPEN, owner__isnull=False)
    if user is not None:
        found = found.filter(owner=user)
    for tip in found.only("code", "about", "owner_id", "due"):
        text = _("trả lời phát hiện về %(about)s") % {"about": tip.about}
        yield Deadline(f"tip:{tip.code}", tip.owner_id or 0, tip.due, text, reverse("tip", args=[tip.code]))


def pledges(day: date, user: int | None) -> Iterator[Deadline]:
    """Pledges that units have not sent yet, or have to send again."""
    unsent = [PledgeStage.NOT_SENT.value, PledgeStage.RETURNED.value]
    found = Pledge.objects.filter(GOING_ON, stage__in=unsent, movement__pledges_due__isnull=False)
    missing = list(found.select_related("movement", "unit__subject"))
    heads = heads_of({pledge.unit_id for pledge in missing}, day) if missing else {}
    for pledge in missing:
        movement, unit = pledge.movement, pledge.unit.subject
        text = _("%(unit)s đăng ký phong trào «%(name)s»") % {"unit": unit.name, "name": movement.name}
        address = reverse("pledge", args=[movement.pk, unit.code])
        for head in heads[pledge.unit_id]:
            if user in (None, head) and movement.pledges_due is not None:
                yield Deadline(f"pledge:{pledge.pk}", head, movement.pledges_due, text, address)


def reports(day: date, user: int | None) -> Iterator[Deadline]:
    """Results that units have not reported yet, of dates at most a month ahead."""
    near = list(ReportDate.objects.filter(GOING_ON, due__lte=day + MONTH).select_related("movement"))
    done = set(Result.objects.filter(report_date__in=near).values_list("report_date_id", "unit_id"))
    asked: dict[int, list[Pledge]] = {}
    for pledge in Pledge.objects.filter(movement__report_dates__in=near).select_related("unit__subject").distinct():
        asked.setdefault(pledge.movement_id, []).append(pledge)
    missing = [
        (one, its) for one in near for its in asked.get(one.movement_id, []) if (one.pk, its.unit_id) not in done
    ]
    heads = heads_of({pledge.unit_id for _date, pledge in missing}, day) if missing else {}
    for report, pledge in missing:
        unit = pledge.unit.subject
        said = {"unit": unit.name, "date": report.name, "name": report.movement.name}
        text = _("%(unit)s báo cáo %(date)s của phong trào «%(name)s»") % said
        address = reverse("result", args=[report.movement_id, report.pk, unit.code])
        for head in heads[pledge.unit_id]:
            if user in (None, head):
                yield Deadline(f"report:{report.pk}:{unit.pk}", head, report.due, text, address)
