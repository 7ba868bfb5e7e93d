"""The record book in the database: what `workbook.md` defines, one model a sheet."""

from lantoa.register.models.achievements import Attestation, Award, Initiative, Rating, Recognition
from lantoa.register.models.imports import Import, RefusedRow
from lantoa.register.models.restraints import Closing, Hold, Sanction
from lantoa.register.models.subjects import Person, Post, Subject, Unit

__all__ = [
    "Attestation",
    "Award",
    "Closing",
    "Hold",
    "Import",
    "Initiative",
    "Person",
    "Post",
    "Rating",
    "Recognition",
    "RefusedRow",
    "Sanction",
    "Subject",
    "Unit",
]
