"""How many dossiers of a round are at which stage, as far as the reader may look."""

from django.db.models import Count

from lantoa.accounts.models import User
from lantoa.domain.stages import NominationStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.reading import readable


def stages_of(one: Round, user: User) -> list[tuple[NominationStage, int]]:
    """Stages that have any, in the order of a dossier's life."""
    found = readable(user).filter(round=one).values_list("stage")
    counted: dict[str, int] = dict(found.annotate(count=Count("pk")))
    return [(stage, counted[stage.value]) for stage in NominationStage if stage.value in counted]
