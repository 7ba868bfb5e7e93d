"""What the offices have said of a dossier, and which of them still owe an answer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from lantoa.domain.plan import Criterion
from lantoa.domain.procedure import Office
from lantoa.nomination.models import Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.asked import asked_about


@dataclass(frozen=True, slots=True)
class OfficeStanding:
    """One office before one dossier: its criteria with the answer that stands, if there is one."""

    office: Office
    rows: tuple[tuple[Criterion, OfficeAnswer | None], ...]

    @property
    def given(self) -> int:
        return sum(answer is not None for _criterion, answer in self.rows)

    @property
    def is_complete(self) -> bool:
        return self.given == len(self.rows)

    @property
    def doubts(self) -> tuple[OfficeAnswer, ...]:
        """Answers other than met, and those that contradict the records."""
        said = [answer for _criterion, answer in self.rows if answer is not None]
        met = OfficeAnswer.Answer.MET
        return tuple(answer for answer in said if answer.answer != met or answer.contradicts_records)


def standing(nomination: Nomination) -> list[OfficeStanding]:
    """Every office that is asked about this dossier; in one query."""
    return standing_of([nomination])[nomination.pk]


def standing_of(nominations: Collection[Nomination]) -> dict[int, list[OfficeStanding]]:
    """The same for many dossiers, still in one query."""
    said = OfficeAnswer.objects.filter(nomination__in=[one.pk for one in nominations], stands=True)
    by_place = {
        (one.nomination_id, one.office, one.criterion): one for one in said.select_related("said_by").order_by("pk")
    }
    return {
        nomination.pk: [
            OfficeStanding(
                asking.office,
                tuple(
                    (criterion, by_place.get((nomination.pk, asking.office.code, criterion.code)))
                    for criterion in asking.criteria
                ),
            )
            for asking in asked_about(nomination).values()
        ]
        for nomination in nominations
    }


def lacking(standings: Iterable[OfficeStanding]) -> list[Office]:
    """The offices whose answers are not all in."""
    return [one.office for one in standings if not one.is_complete]


def is_clean(standings: Collection[OfficeStanding]) -> bool:
    """Whether every office has answered every criterion with met."""
    return not lacking(standings) and not any(one.doubts for one in standings)
