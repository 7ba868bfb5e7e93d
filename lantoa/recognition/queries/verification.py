"""Whether the recognition behind a printed code stands; and the code that papers of a recognition bear."""

from enum import StrEnum
from secrets import choice

from django.conf import settings
from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from lantoa.domain.papers.fields import Picture
from lantoa.domain.stages import DecisionStage
from lantoa.papers.codes import qr
from lantoa.recognition.models import Decision, DecisionItem, VerificationCode
from lantoa.register.models import Recognition

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
CODE_LENGTH = 16  # 79 bits: nobody hits one by chance


class Standing(StrEnum):
    """What became of a recognition; nothing else is told."""

    STANDS = "stands"
    CORRECTED = "corrected"
    REVOKED = "revoked"


def standing(code: str) -> Standing | None:
    """In one query, whatever the code; None when there is none such."""
    corrections = DecisionItem.objects.filter(
        recognition=OuterRef("recognition"),
        kind=Decision.Kind.CORRECT,
        state=DecisionItem.State.LISTED,
        decision__stage=DecisionStage.ISSUED.value,
    )
    found = VerificationCode.objects.filter(code=code.upper()).annotate(
        is_revoked=F("recognition__revoked"), is_corrected=Exists(corrections)
    )
    for is_revoked, is_corrected in found.values_list("is_revoked", "is_corrected"):
        if is_revoked:
            return Standing.REVOKED
        return Standing.CORRECTED if is_corrected else Standing.STANDS
    return None


def address_of(recognition: Recognition) -> str:
    """Where its standing is seen; without the product's own address only the path. The code is drawn once."""
    drawn = "".join(choice(LETTERS) for _place in range(CODE_LENGTH))
    found, _new = VerificationCode.objects.get_or_create(recognition=recognition, defaults={"code": drawn})
    return settings.HOME_ADDRESS + reverse("standing", args=[found.code])


def code_of(recognition: Recognition) -> Picture | None:
    """For a paper; None where the product was not told its own address, which a telephone could not open."""
    return qr(address_of(recognition)) if settings.HOME_ADDRESS else None
