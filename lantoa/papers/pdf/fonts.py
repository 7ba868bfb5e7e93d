"""The only fonts that papers are printed in: they travel with the product, so every machine prints alike."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "fonts"
SERIF = "Tinos"  # the widths of Times New Roman, which Decree 30/2020 asks for
SANS = "Be Vietnam Pro"
