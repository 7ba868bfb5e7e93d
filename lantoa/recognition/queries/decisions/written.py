"""How the lines of a decision read now, after every correction that was issued."""

from collections.abc import Collection

from lantoa.domain.stages import DecisionStage
from lantoa.recognition.models import Decision, DecisionItem


def written_now(items: Collection[DecisionItem]) -> dict[int, tuple[str, str]]:
    """Name and unit of each line, by its key; the last correction counts."""
    corrections = DecisionItem.objects.filter(
        original__in=[item.pk for item in items],
        kind=Decision.Kind.CORRECT,
        state=DecisionItem.State.LISTED,
        decision__stage=DecisionStage.ISSUED.value,
    )
    latest = {one.original_id: one for one in corrections.order_by("decision__issued_at", "pk")}
    return {item.pk: _words(latest.get(item.pk, item)) for item in items}


def _words(item: DecisionItem) -> tuple[str, str]:
    return item.name, item.unit_name
