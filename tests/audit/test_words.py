"""The log speaks Vietnamese: every deed and every detail that the product writes has its words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from lantoa.audit.words import DEED_WORDS, DETAIL_WORDS, deed_in_words, details_in_words, target_in_words
from lantoa.register.books.layout import SHEETS
from lantoa.settings import PACKAGE

WRITERS = {"record": 0, "write_event": 0, "_record": 0, "_log": 0, "_move": 2}  # which argument names the deed


def deeds_written(file: Path) -> Iterator[str]:
    """Names of the deeds that a file records, by whatever helper of its own."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
            given = [
                *node.args[WRITERS[node.func.id] :][:1],
                *(keyword.value for keyword in node.keywords if keyword.arg == "deed"),
            ]
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_every_deed_that_is_recorded_has_words() -> None:
    files = [file for file in PACKAGE.rglob("*.py") if "actions" in file.with_suffix("").parts]
    written = {deed for file in files for deed in deeds_written(file)}

    assert written == set(DEED_WORDS)


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
