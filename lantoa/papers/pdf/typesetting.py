"""Papers set by Typst, as PDF/A-2b: certificates, ballots, labels, the yearbook.

A Typst file reads its fields from `data.typ`. They travel as JSON, so what a field says is printed and never run. The
work is done in a folder of its own, the only one that Typst may read.
"""

import json
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, filled
from lantoa.papers.pdf import fonts

if TYPE_CHECKING:
    from typst import Fonts

FOLDER = Path(__file__).resolve().parent.parent / "typst"
STANDARD: Literal["a-2b"] = "a-2b"
PNG = b"\x89PNG"


class CannotTypeset(ValueError):
    """Typst says why; the file of the paper is wrong, not its fields."""


def typeset(
    name: str,
    contents: Contents | Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] = {},
    folder: Path = FOLDER,
) -> bytes:
    """The paper `<name>.typ` as PDF/A-2b; files in `pictures` are there for it under their names."""
    with TemporaryDirectory(prefix="lantoa-typst-") as made:
        place = Path(made)
        _lay_out(place, folder, pictures)
        fields = filled(contents) if isinstance(contents, Contents) else contents
        inputs = {"data": json.dumps(_plain(fields, place), ensure_ascii=False)}
        return _compiled(place / f"{name}.typ", place, inputs)


def _compiled(file: Path, root: Path, inputs: dict[str, str]) -> bytes:
    import typst  # noqa: PLC0415  (a web process that sets nothing stays small)

    nowhere = root / "packages"  # empty, so that nothing on the machine can be imported
    try:
        return typst.compile(
            file, root=root, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs=inputs, format="pdf",
            pdf_standards=STANDARD, package_path=nowhere, package_cache_path=nowhere,
        )  # fmt: skip
    except typst.TypstError as error:
        raise CannotTypeset(f"{file.name}: {error.message}") from error


@cache
def _fonts() -> "Fonts":
    from typst import Fonts  # noqa: PLC0415

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])


def _lay_out(place: Path, folder: Path, pictures: Mapping[str, bytes]) -> None:
    for shared in {*FOLDER.glob("*.typ"), *folder.glob("*.typ")}:
        shutil.copy(shared, place)
    for name, data in pictures.items():
        if Path(name).name != name:
            raise CannotTypeset(f"{name}: not the name of a picture")
        (place / name).write_bytes(data)


def _plain(value: Any, place: Path) -> Any:
    """The fields as JSON knows them; a picture becomes a file, named with its width."""
    if isinstance(value, Picture):
        ending = "png" if value.data.startswith(PNG) else "jpg"
        name = f"field-{sum(1 for _ in place.glob('field-*'))}.{ending}"
        (place / name).write_bytes(value.data)
        return {"file": name, "width": value.width}
    if isinstance(value, Mapping):
        return {key: _plain(part, place) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part, place) for part in value]
    return value
