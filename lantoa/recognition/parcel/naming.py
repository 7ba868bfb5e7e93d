"""How files are called in a package: by year, tier and place in the list, so that a person finds them."""

from pathlib import PurePosixPath

from lantoa.domain.papers.filing import folder
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import slug
from lantoa.papers.models import Paper, SignedFile
from lantoa.recognition.parcel.contents import Contents, File

SHELVES = {Kind.INDIVIDUAL.value: "CN", Kind.COLLECTIVE.value: "TT"}
REPORT, SIGNED = "bao-cao", "da-ky"
LONGEST = 60


def stem_of(tier: str, year: int, kind: str, place: int, name: str) -> str:
    """`2024/MA/CN/012_nguyen-van-an`; the place is the one of the list, which everybody holds."""
    return f"{folder(tier, year)}/{SHELVES[kind]}/{place:03}_{slug(name)[:LONGEST].strip('-')}"


def folders_of(contents: Contents) -> dict[str, str]:
    """Where each dossier lies, by its code."""
    return {one.code: stem_of(contents.tier, contents.year, one.kind, one.place, one.name) for one in contents.dossiers}


def files_of(stem: str, paper: Paper, signed: SignedFile | None) -> tuple[File, ...]:
    """Word to edit, and what was signed; the PDF only as long as nothing is."""
    last = (f"_{SIGNED}", signed.path) if signed else ("", paper.pdf_path)
    found = (("", paper.word_path), last)
    return tuple(File(f"{stem}{mark}{PurePosixPath(path).suffix}", path) for mark, path in found if path)
