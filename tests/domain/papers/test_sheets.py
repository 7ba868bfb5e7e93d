"""Every sheet of every paper: its fields have names that an office can write, and say what they hold."""

import inspect
import re
from types import ModuleType

import pytest

from lantoa.domain.papers import deciding, nominating, printed, reporting, telling
from lantoa.domain.papers.contents import Contents, OfficialPaper
from lantoa.domain.papers.fields import Field, fields_of, paths

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST_PATH = 3  # a field of a row of a row; a template nests no deeper


def sheets_of(module: ModuleType) -> list[type[Contents]]:
    kinds = (one for _name, one in inspect.getmembers(module, inspect.isclass) if issubclass(one, Contents))
    return [one for one in kinds if one.__module__ == module.__name__]


SHEETS = [sheet for module in (deciding, nominating, printed, reporting, telling) for sheet in sheets_of(module)]


def every(sheet: type[Contents]) -> list[tuple[str, Field]]:
    return list(paths(fields_of(sheet)))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_a_field_is_named_without_accents_and_told_in_words(sheet: type[Contents]) -> None:
    for path, field in every(sheet):
        assert NAME.fullmatch(field.name), path
        assert field.words.strip() == field.words != "", path
        assert path.count(".") < LONGEST_PATH, path


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_no_two_fields_of_a_sheet_have_one_name(sheet: type[Contents]) -> None:
    names = [path for path, _field in every(sheet)]
    assert sorted(set(names)) == sorted(names)


def test_the_rooms_have_official_papers_and_what_is_only_printed_is_none() -> None:
    official = {sheet for sheet in SHEETS if issubclass(sheet, OfficialPaper)}
    assert official & set(sheets_of(deciding))
    assert official & set(sheets_of(nominating))
    assert not official & set(sheets_of(printed))
