"""Which tips may tell the same story: about the same subject, or in much the same words, within ninety days."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.lists import visible
from lantoa.domain.stages import TipStage
from lantoa.domain.vietnamese import likeness, trigrams

WITHIN = timedelta(days=90)
ALIKE = 0.5
LOOKED_AT = 2000
MOST = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tip that may be the same, and why it is thought so."""

    tip: Tip
    why: str
    score: float


def candidates(tip: Tip, user: User) -> list[Candidate]:
    """The likeliest first; of those that the user may see."""
    near = (
        visible(user)
        .filter(received_at__range=(tip.received_at - WITHIN, tip.received_at + WITHIN))
        .exclude(stage=TipStage.MERGED.value)
        .exclude(pk=tip.pk)
        .select_related("subject")
        .order_by("-received_at")[:LOOKED_AT]
    )
    words = trigrams(tip.search_key)
    found = [_candidate(tip, other, likeness(words, trigrams(other.search_key))) for other in near]
    likely = sorted((one for one in found if one.why), key=lambda one: (-one.score, -one.tip.pk))
    return likely[:MOST]


def _candidate(tip: Tip, other: Tip, likeness: float) -> Candidate:
    is_same = tip.subject_id is not None and tip.subject_id == other.subject_id
    percent = round(likeness * 100)
    if is_same:
        return Candidate(other, _("cùng một người, tập thể; lời kể giống %(n)s %%") % {"n": percent}, 1 + likeness)
    why = _("lời kể giống %(n)s %%") % {"n": percent} if likeness >= ALIKE else ""
    return Candidate(other, why, likeness)
