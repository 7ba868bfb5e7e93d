"""The lives of things, each as one table of moves: from which stage a deed leads to which, and who may do it."""

from collections.abc import Iterable
from enum import StrEnum

from lantoa.domain.stages import deciding, finding
from lantoa.domain.stages.deciding import (
    NAMES,
    ComplaintStage,
    DecisionStage,
    MeetingStage,
    NominationStage,
    ObjectionStage,
    PollStage,
    PostingStage,
    RoundStage,
    SubmissionStage,
    UnitMeetingStage,
)
from lantoa.domain.stages.finding import (
    MeasureStage,
    MovementStage,
    NurtureStage,
    PledgeStage,
    ProspectStage,
    ShortcomingStage,
    SignalStage,
    TipStage,
)
from lantoa.domain.stages.move import Move, Stage

__all__ = [
    "LABELS",
    "MOVES",
    "NAMES",
    "STAGE_LABELS",
    "ComplaintStage",
    "DecisionStage",
    "MeasureStage",
    "MeetingStage",
    "Move",
    "MovementStage",
    "NominationStage",
    "NurtureStage",
    "ObjectionStage",
    "PledgeStage",
    "PollStage",
    "PostingStage",
    "ProspectStage",
    "RoundStage",
    "ShortcomingStage",
    "SignalStage",
    "Stage",
    "SubmissionStage",
    "TipStage",
    "UnitMeetingStage",
    "WrongStage",
    "moved",
    "moves_from",
]

LABELS = finding.LABELS | deciding.LABELS
MOVES = finding.MOVES | deciding.MOVES


class StageLabels:
    """Every stage in words; looked up life by life, because equal values of two lives are equal keys."""

    def __getitem__(self, stage: Stage) -> str:
        return LABELS[type(stage)][stage]

    def __contains__(self, stage: StrEnum) -> bool:
        return stage in LABELS.get(type(stage), {})


STAGE_LABELS = StageLabels()


class WrongStage(ValueError):
    """The deed is not for this stage; the message says when it is."""

    def __init__(self, move: Move, stage: Stage) -> None:
        when = " hoặc ".join(f"«{STAGE_LABELS[source]}»" for source in move.sources)
        super().__init__(f"Chỉ {move.words} được khi đang ở bước {when}; hiện đang ở bước «{STAGE_LABELS[stage]}».")
        self.move, self.stage = move, stage


def moved(stage: Stage, deed: str) -> Stage:
    """The stage that the deed leads to; WrongStage when it is not for this one."""
    move = MOVES[type(stage)][deed]
    if stage not in move.sources:
        raise WrongStage(move, stage)
    return move.target


def moves_from(stage: Stage) -> Iterable[Move]:
    """What may be done next."""
    return (move for move in MOVES[type(stage)].values() if stage in move.sources)
