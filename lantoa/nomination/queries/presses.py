"""The presses on the page of a dossier, each with the reason why this reader may not; empty when one may."""

from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor, Deed, Refused, may
from lantoa.domain.stages import NominationStage, moves_from
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.asking import path_of
from lantoa.nomination.queries.reading import case_of

OF_THE_UNIT = ("send", "resend", "withdraw")


def presses(nomination: Nomination, actor: Actor) -> dict[str, str]:
    """Deeds of the unit at this stage; who has no say in any nomination of the unit sees none of them."""
    answer = may(actor, Deed.NOMINATE, case_of(nomination))
    if isinstance(answer, Refused) and not may(actor, Deed.NOMINATE):
        return {}
    deeds = [move.deed for move in moves_from(NominationStage(nomination.stage)) if move.deed in OF_THE_UNIT]
    found = dict.fromkeys(deeds, answer.reason if isinstance(answer, Refused) else "")
    if "send" in found and not found["send"] and path_of(nomination).proposed_from:
        found["send"] = _("Bậc này do thường trực Hội đồng đưa ra từ những điển hình đã công nhận ở bậc dưới.")
    return found
