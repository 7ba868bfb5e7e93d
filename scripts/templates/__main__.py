"""Writes every shipped template for which there is a module here."""

from pathlib import Path

from scripts.templates.shipped import drawn

FOLDER = Path(__file__).resolve().parents[2] / "lantoa" / "papers" / "templates"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for kind, template in drawn().items():
        (FOLDER / f"{kind.value}.docx").write_bytes(template)
