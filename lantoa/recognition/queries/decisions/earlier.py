"""Recognitions in the record book that no decision of the product wrote."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from lantoa import plans
from lantoa.domain.vietnamese import fold
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.register.models import Recognition

MOST = 100


def made_elsewhere(words: str) -> Sequence[Recognition]:
    """Those whose bearer's code or name holds all the words, the newest first; of tiers that are the Principal's."""
    written_here = DecisionItem.objects.filter(recognition=OuterRef("pk"), kind=Decision.Kind.RECOGNISE)
    plan = plans.load()
    ours = [tier for tier in plan.tiers if not plan.procedure.path(tier).proposed_from]
    found = Recognition.objects.filter(~Exists(written_here), tier__in=ours).select_related("subject")
    for word in fold(words).split():
        found = found.filter(subject__search_key__contains=word)
    return list(found.order_by("-year", "subject__sort_key", "pk")[:MOST])
