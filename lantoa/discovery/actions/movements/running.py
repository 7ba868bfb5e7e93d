"""Running a movement: drafted, launched to units, cascaded by them, summed up or cancelled."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.movements.refusals import (
    CascadedAlready,
    ChangedMeanwhile,
    NobodyAsked,
    NotADraft,
    NotLaunched,
    NotUnderIt,
    insist,
)
from lantoa.discovery.actions.refusals import written
from lantoa.discovery.models import Movement, MovementDocument, Pledge, ReportDate
from lantoa.discovery.queries.movements.units import heads_of, units_under
from lantoa.domain.authority import Deed
from lantoa.domain.movements import Terms
from lantoa.domain.stages import MovementStage, moved
from lantoa.domain.vietnamese import fold
from lantoa.notice.actions import tell
from lantoa.papers.attachments import Checked, store
from lantoa.register.models import Unit


@transaction.atomic
def draft(
    *,
    unit: Unit,
    terms: Terms,
    report_dates: Sequence[tuple[str, date]] = (),
    above: Movement | None = None,
    by: User,
    at: datetime,
) -> Movement:
    """A movement of the school or of a unit, for now only on paper."""
    insist(by, Deed.RUN_MOVEMENT, unit)
    movement = Movement.objects.create(
        unit=unit, above=above, **asdict(terms), search_key=fold(terms.name), made_by=by, made_at=at
    )
    _set_dates(movement, report_dates)
    _log("movement_drafted", movement, {"name": terms.name, "unit": unit.subject.code}, by, at)
    return movement


@transaction.atomic
def change(
    *, movement: Movement, terms: Terms, report_dates: Sequence[tuple[str, date]], version: int, by: User, at: datetime
) -> Movement:
    """Write a draft anew; ChangedMeanwhile when it is another version by now."""
    movement = _held(movement, by)
    if movement.stage != MovementStage.DRAFT.value:
        raise NotADraft
    if movement.version != version:
        raise ChangedMeanwhile
    for name, value in asdict(terms).items():
        setattr(movement, name, value)
    movement.search_key, movement.version = fold(terms.name), version + 1
    movement.save()
    movement.report_dates.all().delete()
    _set_dates(movement, report_dates)
    _log("movement_changed", movement, {"name": terms.name}, by, at)
    return movement


@transaction.atomic
def attach(*, movement: Movement, files: Sequence[Checked], by: User, at: datetime) -> None:
    """Its papers: the plan, the launching letter."""
    movement = _held(movement, by)
    kept = [store(file) for file in files]
    MovementDocument.objects.bulk_create(
        MovementDocument(movement=movement, **asdict(file), added_by=by, added_at=at) for file in kept
    )
    _log("movement_papers_added", movement, {"files": [file.name for file in kept]}, by, at)


@transaction.atomic
def launch(*, movement: Movement, units: Collection[int], by: User, at: datetime) -> Movement:
    """From now on it is going on, and the units are asked to pledge: each has a pledge that is not sent yet."""
    movement = _held(movement, by)
    movement.stage = str(moved(MovementStage(movement.stage), "launch"))
    asked = list(Unit.objects.filter(pk__in=units).select_related("subject").order_by("subject__sort_key"))
    if not asked:
        raise NobodyAsked
    under = set(units_under(movement.unit, localdate(at)).values_list("pk", flat=True))
    if outside := [unit for unit in asked if unit.pk not in under]:
        raise NotUnderIt(outside[0])
    movement.launched_by, movement.launched_at, movement.version = by, at, movement.version + 1
    movement.save()
    Pledge.objects.bulk_create(Pledge(movement=movement, unit=unit) for unit in asked)
    _tell_heads(movement, asked, at)
    _log("movement_launched", movement, {"units": [unit.subject.code for unit in asked]}, by, at)
    return movement


@transaction.atomic
def cascade(*, movement: Movement, unit: Unit, by: User, at: datetime) -> Movement:
    """A draft of the unit's own under a movement that asked it: the same terms, to be made its own."""
    insist(by, Deed.RUN_MOVEMENT, unit)
    movement = Movement.objects.select_for_update(of=("self",)).select_related("unit__subject").get(pk=movement.pk)
    if movement.stage != MovementStage.LAUNCHED.value or not movement.pledges.filter(unit=unit).exists():
        raise NotLaunched
    if movement.cascaded.filter(unit=unit).exclude(stage=MovementStage.CANCELLED.value).exists():
        raise CascadedAlready
    terms = Terms(
        movement.name,
        movement.kind,
        movement.aims,
        movement.targets,
        movement.since,
        movement.until,
        movement.pledges_due,
    )
    dates = [(one.name, one.due) for one in movement.report_dates.all()]
    return draft(unit=unit, terms=terms, report_dates=dates, above=movement, by=by, at=at)


@transaction.atomic
def sum_up(*, movement: Movement, summary: str, by: User, at: datetime) -> Movement:
    """It is over, and this is what came of it."""
    movement = _held(movement, by)
    movement.stage = str(moved(MovementStage(movement.stage), "sum_up"))
    movement.summary, movement.version = written(summary), movement.version + 1
    movement.save()
    _log("movement_summed_up", movement, {"summary": movement.summary}, by, at)
    return movement


@transaction.atomic
def cancel(*, movement: Movement, reason: str, by: User, at: datetime) -> Movement:
    movement = _held(movement, by)
    movement.stage = str(moved(MovementStage(movement.stage), "cancel"))
    movement.reason, movement.version = written(reason), movement.version + 1
    movement.save()
    _log("movement_cancelled", movement, {"reason": movement.reason}, by, at)
    return movement


def _held(movement: Movement, by: User) -> Movement:
    """The movement as it is now, held until the end; NotAllowed when it is not the user's to run."""
    movement = Movement.objects.select_for_update(of=("self",)).select_related("unit__subject").get(pk=movement.pk)
    insist(by, Deed.RUN_MOVEMENT, movement.unit)
    return movement


def _set_dates(movement: Movement, dates: Sequence[tuple[str, date]]) -> None:
    ReportDate.objects.bulk_create(ReportDate(movement=movement, name=name, due=due) for name, due in dates)


def _tell_heads(movement: Movement, units: Sequence[Unit], at: datetime) -> None:
    heads = heads_of([unit.pk for unit in units], localdate(at))
    words = _("%(unit)s được mời đăng ký phong trào «%(name)s».")
    users = User.objects.in_bulk({user for found in heads.values() for user in found})
    for unit in units:
        tell(
            users=[users[user] for user in heads[unit.pk]],
            key=f"movement:{movement.pk}:{unit.pk}",
            text=words % {"unit": unit, "name": movement.name},
            address=reverse("pledge", args=[movement.pk, unit.subject.code]),
            due=movement.pledges_due,
            at=at,
        )


def _log(deed: str, movement: Movement, details: dict[str, Any], by: User, at: datetime) -> None:
    write_event(deed=deed, target=f"movement:{movement.pk}", details=details, by=by, at=at)
