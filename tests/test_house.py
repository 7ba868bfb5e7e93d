"""Rules of the house that no linter knows: pages without inline code, actions without pages, views without writes."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

HOUSE = Path(__file__).parent.parent / "lantoa"
TEMPLATES = sorted((HOUSE / "templates").rglob("*.html"))
INLINE = re.compile(
    r"""<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)|\sstyle=|\son[a-z]+=|javascript:|https?://(?!www\.w3\.org)""",
    re.IGNORECASE,
)
PAGE_MODULES = ("django.http", "django.shortcuts", "django.contrib.messages", "django.forms", "django.template")
ASKED_BY_NAME = {f"{code}.html" for code in ("400", "403", "403_csrf", "404", "429", "500")} | {
    f"account/messages/{deed}.txt" for deed in ("logged_in", "logged_out", "password_changed", "password_set")
}
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


def test_no_template_is_left_that_nobody_asks_for() -> None:
    """Asked for by our code, by a library's view that has an address here, by name alone; or by one of those."""
    folder = HOUSE / "templates"
    asked = {*named_in(*HOUSE.rglob("*.py")), *of_library_views(get_resolver()), *ASKED_BY_NAME}
    while more := {name for name in named_in(*(folder / name for name in asked)) if name not in asked}:
        asked |= more

    assert sorted({path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} - asked) == []


def named_in(*files: Path) -> set[str]:
    """Names of templates in the text of those files that exist."""
    texts = [file.read_text(encoding="utf-8") for file in files if file.exists()]
    return {name for text in texts for name in re.findall(r"""["']([\w/]+\.(?:html|txt))\b""", text)}


def of_library_views(resolver: URLResolver) -> Iterator[str]:
    """The templates of the views that have an address."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from of_library_views(entry)
        elif view := getattr(entry.callback, "view_class", None):
            yield from (getattr(view, name) for name in dir(view) if re.fullmatch(r"template_name(_\w+)?", name))


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


def test_no_two_addresses_have_one_name() -> None:
    named = Counter(_names(get_resolver()))

    assert [name for name, count in named.items() if count > 1] == []


def _names(part: URLResolver, space: str = "") -> Iterator[str]:
    for one in part.url_patterns:
        if isinstance(one, URLPattern):
            yield from [f"{space}{one.name}"] if one.name else []
        else:
            yield from _names(one, f"{space}{one.namespace}:" if one.namespace else space)
