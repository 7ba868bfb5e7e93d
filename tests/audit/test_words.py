"""The log speaks Vietnamese: every deed and every detail that the product writes has its words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lantoa.audit.words import DEED_WORDS, DETAIL_WORDS, deed_in_words, details_in_words, target_in_words
from lantoa.register.books.layout import SHEETS
from lantoa.settings import PACKAGE

UNSAID = ""  # a deed that the source does not name outright


def deeds_written(file: Path) -> Iterator[str]:
    """Every deed that a file writes, also through functions that are given the deed, of its own or of other files."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = writers_imported(tree)
    handing_on = list(functions_handing_on(tree, imported))
    of_handing_on = {call for function in handing_on for call in hand_on(function, imported)}
    for call in calls_of(tree, imported | {function.name for function in handing_on}):
        if call not in of_handing_on:
            yield from names_of(deed_of(call))


def writers_imported(tree: ast.AST) -> set[str]:
    """Under which names the file knows functions that write a deed they are given."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name for node in imports for alias in node.names if alias.name in writers_of(node.module)
    }


@cache
def writers_of(module: str | None) -> frozenset[str]:
    """The functions of a module of the product that write a deed they are given."""
    if module == "lantoa.audit.actions":
        return frozenset({"record", "record_all"})
    file = PACKAGE.joinpath(*(module or "").split(".")[1:]).with_suffix(".py")
    if not (module or "").startswith("lantoa.") or "actions" not in file.with_suffix("").parts or not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(function.name for function in functions_handing_on(tree, writers_imported(tree)))


def functions_handing_on(tree: ast.AST, writers: set[str]) -> Iterator[ast.FunctionDef]:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return (function for function in functions if any(hand_on(function, writers)))


def names_of(deed: ast.expr | None) -> Iterator[str]:
    if isinstance(deed, ast.IfExp):
        yield from (*names_of(deed.body), *names_of(deed.orelse))
    else:
        yield str(getattr(deed, "value", UNSAID))


def calls_of(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in names]


def deed_of(call: ast.Call) -> ast.expr | None:
    """An arrow has a deed too; the event is the one that is written."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    return named.get("event") or named.get("deed") or next(iter(call.args), None)


def hand_on(function: ast.FunctionDef, writers: set[str]) -> Iterator[ast.Call]:
    """The calls in which the function writes the deed that it was itself given first."""
    for call in calls_of(function, writers):
        deed = deed_of(call)
        first = [argument.arg for argument in [*function.args.args[:1], *function.args.kwonlyargs]]
        if isinstance(deed, ast.Name) and deed.id in first:
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
        ('from lantoa.audit.actions import record\nrecord(deed="a" if x else "b")', ["a", "b"]),
        ('from lantoa.nurture.actions.holding import write_event\nwrite_event(deed="a", plan=1)', ["a"]),
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
