"""Drafts for the tests: of the lecturer, in the open round, with the faculty's meeting behind it."""

from typing import Any

from lantoa.domain.stages import NominationStage, RoundStage, UnitMeetingStage
from lantoa.nomination.models import CorrectionPart, CorrectionRequest, Nomination, Round
from tests.cast import NOW, Cast
from tests.nomination.rounds import TODAY, meeting_at, nomination_in, round_at

SENT_BEFORE = set(NominationStage) - {NominationStage.DRAFT, NominationStage.WITHDRAWN}


def draft_in(one: Round, cast: Cast, **columns: Any) -> Nomination:
    return nomination_in(one, cast, **{"text": "Đã đổi mới cách dạy."} | columns)


def ready_draft(cast: Cast, **columns: Any) -> Nomination:
    """A draft that may be sent: the faculty has met about it."""
    one = round_at(RoundStage.OPEN, cast)
    made = draft_in(one, cast, **columns)
    meeting_at(UnitMeetingStage.HELD, cast, one)
    return made


def at_stage(stage: NominationStage, cast: Cast) -> Nomination:
    """A nomination at any stage, with the round and, as a draft, the meeting that it needs to go on."""
    made = ready_draft(cast) if stage is NominationStage.DRAFT else draft_in(round_at(RoundStage.OPEN, cast), cast)
    sent = {"sent_by": cast.head, "sent_at": NOW} if stage in SENT_BEFORE else {}
    Nomination.objects.filter(pk=made.pk).update(stage=stage.value, reason="Có lý do", **sent)
    made.refresh_from_db()
    return made


def returned(cast: Cast, *parts: str) -> Nomination:
    """A dossier that came back with these parts flagged: `report`, `evidence:G3`."""
    made = at_stage(NominationStage.RETURNED, cast)
    request = CorrectionRequest.objects.create(
        nomination=made, office="science", text="Bổ sung", due_on=TODAY, asked_by=cast.officer, asked_at=NOW
    )
    for part in parts:
        name, _colon, criterion = part.partition(":")
        CorrectionPart.objects.create(request=request, part=name, criterion=criterion)
    return made
