"""The pages of a package: plain HTML that opens from a folder and prints on A4."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string

from lantoa.recognition.parcel.contents import Contents, Dossier

SHEET = """\
body { font: 12pt/1.5 "Times New Roman", serif; max-width: 19cm; margin: 1.5cm auto; padding: 0 0.5cm; color: #111; }
h1 { font-size: 15pt; text-align: center; } h2 { font-size: 13pt; margin-top: 1.2em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #888; padding: 3pt 6pt; text-align: left; }
td.file { overflow-wrap: anywhere; }
.text { white-space: pre-line; } .right { text-align: right; } .quiet { color: #555; }
@page { size: A4; margin: 2cm 2cm 2cm 3cm; } @media print { body { margin: 0; max-width: none; } }
"""


def front(contents: Contents, folders: Mapping[str, str], files: Mapping[str, tuple[str, int]]) -> bytes:
    """The index for people: what is inside, with a link to each, and the hashes."""
    rows = [(one, folders[one.code]) for one in contents.dossiers]
    return _page("index", {"contents": contents, "rows": rows, "files": sorted(files.items())})


def dossier(one: Dossier, contents: Contents) -> bytes:
    """What the records say of the proposed, and the evidence with links to its files."""
    return _page("dossier", {"one": one, "facts": one.facts, "contents": contents})


def _page(name: str, context: dict[str, Any]) -> bytes:
    pages = {"index": "recognition/parcel/index.html", "dossier": "recognition/parcel/dossier.html"}
    return render_to_string(pages[name], context).encode()
