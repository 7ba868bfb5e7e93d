"""The fields of a paper: a dataclass names them once, for whoever fills them, edits a template or checks one.

A field is a text, a list of texts, a flag, a picture, or rows of another such dataclass. In a template it bears its
Vietnamese name without accents (`{{ trich_yeu }}`), because an office edits templates in Word.
"""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar, dataclass_transform, get_args, get_origin, get_type_hints

Sheet = TypeVar("Sheet")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a paper: PNG or JPEG bytes, and how wide it is printed in mm."""

    data: bytes
    width: float


class Shape(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LINES = "lines"
    FLAG = "flag"
    PICTURE = "picture"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Field:
    """A field as a template sees it: its name there, what it says, what it holds, and the fields of its rows."""

    attribute: str
    name: str
    words: str
    shape: Shape
    parts: tuple["Field", ...] = ()


Value: TypeAlias = "str | bool | Picture | list[str] | list[dict[str, Value]] | None"


def said(name: str, words: str, *, default: Any = MISSING) -> Any:
    """A field of a paper: its name in templates, and what it says."""
    return field(default=default, metadata={"name": name, "words": words})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(said,))
def paper(kind: type[Sheet]) -> type[Sheet]:
    """Make a class of `said` fields the contents of a paper, or of its rows."""
    return dataclass(frozen=True, kw_only=True)(kind)


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a contents dataclass, in the order in which they are declared."""
    hints = get_type_hints(kind)
    return tuple(_field(one.name, one.metadata, hints[one.name]) for one in fields(kind))


def filled(contents: Any) -> dict[str, Value]:
    """What a template gets: every field under its name there; rows become dictionaries of the same kind."""
    return {one.name: _value(getattr(contents, one.attribute), one) for one in fields_of(type(contents))}


def paths(found: tuple[Field, ...], before: str = "") -> Iterator[tuple[str, Field]]:
    """Every field with its path: `danh_sach.ho_ten`, for the help page of templates."""
    for one in found:
        yield before + one.name, one
        yield from paths(one.parts, f"{before}{one.name}.")


def _field(attribute: str, metadata: Any, hint: Any) -> Field:
    shape, row = _shape(hint)
    return Field(attribute, metadata["name"], metadata["words"], shape, fields_of(row) if row else ())


def _shape(hint: Any) -> tuple[Shape, type | None]:
    plain: dict[Any, Shape] = {str: Shape.TEXT, bool: Shape.FLAG, Picture: Shape.PICTURE, Picture | None: Shape.PICTURE}
    if hint in plain:
        return plain[hint], None
    if get_origin(hint) is tuple:
        row = get_args(hint)[0]
        return (Shape.LINES, None) if row is str else (Shape.ROWS, row)
    raise TypeError(f"no field of a paper: {hint}")


def _value(value: Any, one: Field) -> Value:
    if one.shape == Shape.ROWS:
        return [filled(row) for row in value]
    if one.shape == Shape.LINES:
        return list(value)
    found: Value = value
    return found
