"""Tables of papers: the letterhead of the office, the papers made."""

from lantoa.papers.models.letterheads import Letterhead
from lantoa.papers.models.papers import Paper

__all__ = ["Letterhead", "Paper"]
