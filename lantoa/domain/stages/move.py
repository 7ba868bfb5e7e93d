"""A move: the deed that leads from one stage of a life to another, and who it is for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from lantoa.domain.authority import Deed

Stage: TypeAlias = StrEnum


@dataclass(frozen=True, slots=True)
class Move:
    """A deed with its name in words, the stages it may start from, the stage it leads to, and the right it needs."""

    deed: str
    words: str
    sources: tuple[Stage, ...]
    target: Stage
    needs: Deed | None = None


def life(
    *moves: tuple[str, str, tuple[Stage, ...], Stage] | tuple[str, str, tuple[Stage, ...], Stage, Deed],
) -> dict[str, Move]:
    """The moves of one life by their deed."""
    return {move[0]: Move(*move) for move in moves}
