"""Tables of papers: letterhead, templates and legal bases of the office, the papers made, the jobs that make many."""

from lantoa.papers.models.bases import BasisCheck, OfficeBasis
from lantoa.papers.models.jobs import PaperJob, PaperJobItem
from lantoa.papers.models.letterheads import Letterhead
from lantoa.papers.models.papers import Paper
from lantoa.papers.models.registers import RegisterEntry
from lantoa.papers.models.signed_files import SignedFile
from lantoa.papers.models.stocks import Stock
from lantoa.papers.models.templates import PaperTemplate

__all__ = [
    "BasisCheck",
    "Letterhead",
    "OfficeBasis",
    "Paper",
    "PaperJob",
    "PaperJobItem",
    "PaperTemplate",
    "RegisterEntry",
    "SignedFile",
    "Stock",
]
