"""What the reader of the overview asked for, and the prospects that answer it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.prospects.listing import LIVING, NO_TIER, alone_since
from lantoa.nurture.queries.overview.places import Places


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose overview, when, and narrowed to which unit (with those under it or alone), tier and year of finding."""

    places: Places
    at: datetime
    unit: int | None = None
    is_unit_alone: bool = False
    tier: str = ""  # or NO_TIER
    year: int | None = None

    @property
    def today(self) -> date:
        return localdate(self.at)

    @property
    def top(self) -> int | None:
        return self.places.top(self.unit)

    @property
    def rows(self) -> list[int]:
        """The units under which is counted, the one at the top first."""
        return [self.top] if self.is_unit_alone and self.top else self.places.rows(self.unit)

    @property
    def units(self) -> frozenset[int]:
        return frozenset([self.top]) if self.is_unit_alone and self.top else self.places.within(self.unit)

    @property
    def is_everything(self) -> bool:
        return self.unit is None and not self.is_unit_alone and self.places.scope.everything

    @property
    def kept(self) -> dict[str, str]:
        """The filters but the unit, as the addresses of this room and of the list of prospects write them."""
        chosen = {"bac": self.tier, "nam": str(self.year or ""), "rieng": "on" if self.is_unit_alone else ""}
        return {name: value for name, value in chosen.items() if value}

    def everywhere(self) -> "Asked":
        """The same reader without any filter."""
        return replace(self, unit=None, is_unit_alone=False, tier="", year=None)

    def alone(self) -> Q:
        """Followed, and not looked at for 90 days."""
        return Q(stage__in=LIVING, looked_at__lt=alone_since(self.at))

    def prospects(self) -> QuerySet[Prospect]:
        found = self.of_units()
        if self.tier:
            found = found.filter(tier="" if self.tier == NO_TIER else self.tier)
        return found if self.year is None else found.filter(found_at__year=self.year)

    def of_units(self) -> QuerySet[Prospect]:
        """Whoever was found in those units, whatever the tier and the year."""
        everywhere = Prospect.objects.order_by()
        return everywhere if self.is_everything else everywhere.filter(unit__in=self.units)


def years_found(asked: Asked) -> list[int]:
    """The years in which the reader's units found anybody, the latest first."""
    return [day.year for day in asked.everywhere().prospects().datetimes("found_at", "year", order="DESC")]
