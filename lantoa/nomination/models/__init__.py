"""What is on file of rounds and nominations, and of what happens to them before the Council."""

from lantoa.nomination.models.nominations import Nomination
from lantoa.nomination.models.rounds import Round

__all__ = ["Nomination", "Round"]
