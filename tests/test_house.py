"""Rules of the house that no linter knows: pages without inline code, actions without pages, views without writes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template

HOUSE = Path(__file__).parent.parent / "lantoa"
TEMPLATES = sorted((HOUSE / "templates").rglob("*.html"))
INLINE = re.compile(
    r"""<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son[a-z]+=|javascript:|https?://(?!www\.w3\.org)""",
    re.IGNORECASE,
)
PAGE_MODULES = ("django.http", "django.shortcuts", "django.contrib.messages", "django.forms", "django.template")
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)


def name_of(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def modules(layer: str) -> list[Path]:
    """The files of a layer in every room: `actions.py` or all of `actions/`."""
    return sorted([*HOUSE.rglob(f"{layer}.py"), *HOUSE.rglob(f"{layer}/**/*.py")])


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def called(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {function.attr for function in calls if isinstance(function, ast.Attribute)}


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_can_be_read(template: Path) -> None:
    get_template(str(template.relative_to(HOUSE / "templates")))


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_has_no_inline_code_and_points_nowhere_outside(template: Path) -> None:
    text = COMMENT.sub("", template.read_text(encoding="utf-8"))

    assert INLINE.findall(text) == []


@pytest.mark.parametrize("path", modules("actions"), ids=name_of)
def test_actions_know_nothing_of_pages(path: Path) -> None:
    assert [module for module in imported(path) if module.startswith(PAGE_MODULES)] == []


@pytest.mark.parametrize("path", modules("actions"), ids=name_of)
def test_who_did_it_and_when_are_named_by_the_caller(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    deeds = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and {"by", "at"} <= {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
    ]

    assert [deed.name for deed in deeds if deed.args.args or deed.args.posonlyargs] == []


@pytest.mark.parametrize("path", modules("views"), ids=name_of)
def test_views_write_nothing(path: Path) -> None:
    assert called(path) & {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"} == set()


@pytest.mark.parametrize("path", [*modules("queries"), *modules("views"), *modules("forms")], ids=name_of)
def test_only_actions_and_tasks_open_transactions(path: Path) -> None:
    assert "atomic" not in called(path)
