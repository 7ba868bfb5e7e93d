"""The log speaks Vietnamese: every deed and every detail that the product writes has its words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lantoa.audit.words import DEED_WORDS, DETAIL_WORDS, deed_in_words, details_in_words, target_in_words
from lantoa.register.books.layout import SHEETS
from lantoa.settings import PACKAGE

UNSAID = ""  # a deed that the source does not name outright


def deeds_written(file: Path) -> Iterator[str]:
    """Every deed that a file writes, also through functions of its own that are given the deed first."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    from_the_log = [alias for node in imports if node.module == "lantoa.audit.actions" for alias in node.names]
    writers = {alias.asname or alias.name for alias in from_the_log}
    handed_on = [function for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)]
    handed_on = [function for function in handed_on if any(hand_on(function, writers))]
    of_handing_on = {call for function in handed_on for call in hand_on(function, writers)}
    for call in calls_of(tree, writers | {function.name for function in handed_on}):
        if call not in of_handing_on:
            yield str(getattr(deed_of(call), "value", UNSAID))


def calls_of(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]


def deed_of(call: ast.Call) -> ast.expr | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "deed"]
    return next(iter([*named, *call.args]), None)


def hand_on(function: ast.FunctionDef, writers: set[str]) -> Iterator[ast.Call]:
    """The calls in which the function writes the deed that it was itself given first."""
    for call in calls_of(function, writers):
        deed = deed_of(call)
        if isinstance(deed, ast.Name) and [argument.arg for argument in function.args.args][:1] == [deed.id]:
            yield call


def test_every_deed_that_is_recorded_has_words() -> None:
    written = {deed for file in PACKAGE.rglob("*.py") for deed in deeds_written(file)}

    assert written == set(DEED_WORDS)


@pytest.mark.parametrize(
    ("source", "deeds"),
    [
        ('from lantoa.audit.actions import record\nrecord(deed="a", by=None)', ["a"]),
        ('from lantoa.audit.actions import record as told\ntold(deed="a")', ["a"]),
        ('from lantoa.audit.actions import record\ndef f(d, x):\n    record(deed=d)\nf("a", 1)\nf("b", 2)', ["a", "b"]),
        ("from lantoa.audit.actions import record\nfor d in DEEDS:\n    record(deed=d)", [UNSAID]),
        ("from lantoa.audit.actions import record\nrecord(**given)", [UNSAID]),
        ('def record(deed): ...\nrecord(deed="a")', []),
    ],
)
def test_the_deeds_are_found_in_the_source(tmp_path: Path, source: str, deeds: list[str]) -> None:
    (tmp_path / "actions.py").write_text(source, encoding="utf-8")

    assert list(deeds_written(tmp_path / "actions.py")) == deeds


def test_there_is_no_other_way_to_write_an_event() -> None:
    """The function itself is imported, by whatever name, and nobody else makes events."""
    sources = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if file.parent.name != "audit"]
    ways = re.compile(r"(?<!threading\.)\bEvent\(|Event\.objects\.\w*create|audit import actions|import lantoa\.audit")

    assert [found for source in sources for found in ways.findall(source)] == []


def test_every_column_of_the_book_has_words() -> None:
    assert {column.field for sheet in SHEETS for column in sheet.columns} - set(DETAIL_WORDS) == set()


def test_a_deed_without_words_shows_itself() -> None:
    assert deed_in_words("something_new") == "something_new"


@pytest.mark.parametrize(("target", "words"), [("account:an", "tài khoản an"), ("Nhập sổ 3", "Nhập sổ 3")])
def test_an_account_is_called_so(target: str, words: str) -> None:
    assert target_in_words(target) == words


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"role": "head", "unit": "KL"}, [("vai trò", "Trưởng đơn vị"), ("đơn vị", "KL")]),
        ({"before": ["An", "", None]}, [("trước", "An, (trống), (trống)")]),
        ({"after": {"year": 2024, "cancelled": False}}, [("sau", "năm: 2024; huỷ bỏ: không")]),
        ({"said": [{"criterion": "G1", "passed": True}]}, [("đã xác nhận", "tiêu chí: G1; đạt: có")]),
        ({"unit": ""}, [("đơn vị", "(trống)")]),
    ],
)
def test_details_are_told_in_words(details: dict[str, object], words: list[tuple[str, str]]) -> None:
    assert details_in_words(details) == words
