"""Whether what stands behind a printed code is in force; and the codes that papers bear."""

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
    """What became of a recognition, or of a decision with all on its list; nothing else is told."""

    STANDS = "stands"
    CORRECTED = "corrected"
    REVOKED = "revoked"
    DECISION_STANDS = "decision_stands"
    DECISION_CHANGED = "decision_changed"
    DECISION_REVOKED = "decision_revoked"


def standing(code: str) -> Standing | None:
    """In one query, whatever the code; None when there is none such."""
    listed = DecisionItem.objects.filter(state=DecisionItem.State.LISTED)
    corrections = listed.filter(kind=Decision.Kind.CORRECT, decision__stage=DecisionStage.ISSUED.value)
    lines = listed.filter(decision=OuterRef("decision"))
    found = VerificationCode.objects.filter(code=code.upper()).annotate(
        is_revoked=F("recognition__revoked"),
        is_corrected=Exists(corrections.filter(recognition=OuterRef("recognition"))),
        has_standing=Exists(lines.filter(recognition__revoked=False)),
        has_revoked=Exists(lines.filter(recognition__revoked=True)),
        has_corrected=Exists(corrections.filter(original__decision=OuterRef("decision"))),
    )
    columns = ("decision_id", "is_revoked", "is_corrected", "has_standing", "has_revoked", "has_corrected")
    for decision, is_revoked, is_corrected, *of_list in found.values_list(*columns):
        if decision is not None:
            return _of_decision(**dict(zip(columns[3:], of_list, strict=True)))
        if is_revoked:
            return Standing.REVOKED
        return Standing.CORRECTED if is_corrected else Standing.STANDS
    return None


def _of_decision(*, has_standing: bool, has_revoked: bool, has_corrected: bool) -> Standing:
    if not has_standing:
        return Standing.DECISION_REVOKED
    return Standing.DECISION_CHANGED if has_revoked or has_corrected else Standing.DECISION_STANDS


def address_of(recognition: Recognition) -> str:
    """Where its standing is seen; without the product's own address only the path. The code is drawn once."""
    return _address(recognition=recognition)


def address_of_decision(decision: Decision) -> str:
    """The same for the whole of a decision."""
    return _address(decision=decision)


def _address(**of: Recognition | Decision) -> str:
    drawn = "".join(choice(LETTERS) for _place in range(CODE_LENGTH))
    found, _new = VerificationCode.objects.get_or_create(**of, defaults={"code": drawn})
    return settings.HOME_ADDRESS + reverse("standing", args=[found.code])


def code_of(recognition: Recognition) -> Picture | None:
    """For a paper; None where the product was not told its own address, which a telephone could not open."""
    return qr(address_of(recognition)) if settings.HOME_ADDRESS else None


def code_of_decision(decision: Decision) -> Picture | None:
    """The same for a decision, once it was issued."""
    is_issued = decision.stage == DecisionStage.ISSUED.value
    return qr(address_of_decision(decision)) if is_issued and settings.HOME_ADDRESS else None
