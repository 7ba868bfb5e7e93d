"""What the reader of the overview asked for, and the prospects that answer it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from lantoa.discovery.models import Prospect
from lantoa.domain.stages import ProspectStage
from lantoa.nurture.queries.overview.places import Places

ALONE_FOR = timedelta(days=90)
ENDED = (ProspectStage.NOMINATED.value, ProspectStage.SET_ASIDE.value)
LIVING = tuple(stage.value for stage in ProspectStage if stage.value not in ENDED)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose overview, when, and narrowed to which unit (with those under it), tier aimed at and year of finding."""

    places: Places
    at: datetime
    unit: int | None = None
    tier: str = ""
    year: int | None = None

    @property
    def today(self) -> date:
        return localdate(self.at)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.unit or self.tier or self.year)

    @property
    def rows(self) -> list[int]:
        return self.places.rows(self.unit)

    def everywhere(self) -> "Asked":
        """The same reader without any filter."""
        return replace(self, unit=None, tier="", year=None)

    def alone(self) -> Q:
        """Followed, and not looked at for 90 days."""
        return Q(stage__in=LIVING, looked_at__lt=self.at - ALONE_FOR)

    def prospects(self) -> QuerySet[Prospect]:
        found = self.of_units()
        if self.tier:
            found = found.filter(tier=self.tier)
        return found if self.year is None else found.filter(found_at__year=self.year)

    def of_units(self) -> QuerySet[Prospect]:
        """Whoever was found in those units, whatever the tier and the year."""
        if self.unit is None and self.places.scope.everything:
            return Prospect.objects.order_by()
        return Prospect.objects.order_by().filter(unit__in=self.places.within(self.unit))


def years_found(asked: Asked) -> list[int]:
    """The years in which the reader's units found anybody, the latest first."""
    return [day.year for day in asked.everywhere().prospects().datetimes("found_at", "year", order="DESC")]
