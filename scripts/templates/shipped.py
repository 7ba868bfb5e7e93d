"""Which kinds of paper have a drawing, and what it comes to."""

from importlib import import_module
from pathlib import Path

from lantoa.domain.papers.kinds import PaperKind
from scripts.templates.letter import Letter

HERE = Path(__file__).resolve().parent


def drawn() -> dict[PaperKind, bytes]:
    """Every kind whose module stands in this folder, with its template as .docx."""
    return {kind: draw(kind) for kind in PaperKind if (HERE / f"{kind.name.lower()}.py").exists()}


def draw(kind: PaperKind) -> bytes:
    doc = Letter()
    import_module(f"scripts.templates.{kind.name.lower()}").draw(doc)
    return doc.document()
