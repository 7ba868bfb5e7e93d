"""What discovery keeps: movements and pledges, signals and their judgement, tips, prospects and their practice."""

from lantoa.discovery.models.movements import Movement, MovementDocument, Pledge, ReportDate, Result
from lantoa.discovery.models.prospects import NobodyPutForward, Practice, Prospect
from lantoa.discovery.models.signals import Signal, SignalRun
from lantoa.discovery.models.tips import Place, Tip, TipFile

__all__ = [
    "Movement",
    "MovementDocument",
    "NobodyPutForward",
    "Place",
    "Pledge",
    "Practice",
    "Prospect",
    "ReportDate",
    "Result",
    "Signal",
    "SignalRun",
    "Tip",
    "TipFile",
]
