"""What a template may say: fields of its paper, conditions and loops over its lists; no calls, no reaching inside.

An office writes templates, so they are data: whatever is not named here is refused, with the nearest field name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from django.utils.translation import gettext as _
from jinja2 import nodes

from lantoa.domain.papers.fields import Field, Shape
from lantoa.domain.vietnamese import fold

FILTERS = frozenset({"upper", "lower", "length", "join"})
OF_A_LOOP = ("index", "first", "last")
PLAIN = (
    nodes.And,
    nodes.Compare,
    nodes.CondExpr,
    nodes.Const,
    nodes.If,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Output,
    nodes.Template,
    nodes.TemplateData,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a template says that it may not, and in which line of its text."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """What a name of a loop stands for: a row with fields, or one line of text (no fields)."""

    fields: dict[str, Field]


@dataclass(frozen=True, slots=True)
class Names:
    """What may be named at a place: the fields of the paper, and the names of the loops around."""

    fields: dict[str, Field]
    rows: dict[str, Row]

    def inside(self, name: str, row: Row) -> "Names":
        return Names(self.fields, {**self.rows, name: row})


def faults(tree: nodes.Template, fields: tuple[Field, ...]) -> Iterator[Fault]:
    """Everything in the template that it may not say."""
    yield from _faults(tree, Names(_by_name(fields), {}))


def _faults(node: nodes.Node, names: Names) -> Iterator[Fault]:
    match node:
        case nodes.For():
            yield from _loop(node, names)
        case nodes.Name():
            yield from _name(node, names)
        case nodes.Getattr():
            yield from _part(node, names)
        case nodes.Filter():
            yield from _filter(node, names)
        case _ if isinstance(node, PLAIN):
            yield from _children(node, names)
        case _:
            yield Fault(node.lineno, _forbidden(node))


def _children(node: nodes.Node, names: Names) -> Iterator[Fault]:
    for child in node.iter_child_nodes():
        yield from _faults(child, names)


def _name(node: nodes.Name, names: Names) -> Iterator[Fault]:
    if node.name not in names.fields and node.name not in names.rows:
        yield Fault(node.lineno, _unknown(node.name, [*names.fields, *names.rows]))


def _part(node: nodes.Getattr, names: Names) -> Iterator[Fault]:
    """`dong.ho_ten`, `loop.index`: one step from the name of a loop."""
    if not isinstance(node.node, nodes.Name) or node.node.name in names.fields:
        yield Fault(node.lineno, _("Không lấy được «%s»: trường này không có phần bên trong.") % node.attr)
        return
    owner = node.node.name
    if owner == "loop" and names.rows:
        known = list(OF_A_LOOP)
    elif owner in names.rows:
        known = list(names.rows[owner].fields)
    else:
        yield from _name(node.node, names)
        return
    if node.attr not in known:
        yield Fault(node.lineno, _unknown(f"{owner}.{node.attr}", [f"{owner}.{name}" for name in known]))


def _filter(node: nodes.Filter, names: Names) -> Iterator[Fault]:
    if node.name not in FILTERS:
        yield Fault(node.lineno, _("Không dùng được «|%s» trong mẫu.") % node.name)
    yield from _children(node, names)


def _loop(node: nodes.For, names: Names) -> Iterator[Fault]:
    field = _list_of(node.iter, names)
    if field is None or not isinstance(node.target, nodes.Name):
        words = _("Vòng lặp chỉ đi qua một danh sách của giấy tờ: {% for dong in danh_sach %}.")
        yield from [*_faults(node.iter, names)] or [Fault(node.lineno, words)]
        return
    if names.rows and not isinstance(node.iter, nodes.Getattr):
        yield Fault(node.lineno, _("Vòng lặp bên trong chỉ đi qua danh sách của dòng bên ngoài."))
    if node.target.name in {*names.fields, *names.rows, "loop"}:
        yield Fault(node.lineno, _("Tên «%s» của vòng lặp đã dùng. Hãy đặt tên khác.") % node.target.name)
    inside = names.inside(node.target.name, Row(_by_name(field.parts)))
    for child in (node.test, *node.body, *node.else_):
        if child is not None:
            yield from _faults(child, inside)


def _list_of(node: nodes.Node, names: Names) -> Field | None:
    """The field that a loop runs through, when it is a list."""
    found: Field | None = None
    if isinstance(node, nodes.Name):
        found = names.fields.get(node.name)
    elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name in names.rows:
        found = names.rows[node.node.name].fields.get(node.attr)
    return found if found is not None and found.shape in {Shape.LINES, Shape.ROWS} else None


def _unknown(name: str, known: list[str]) -> str:
    near = get_close_matches(fold(name).replace(" ", "_"), known, n=1)
    if near:
        return _("Không có trường «%(name)s». Có phải «%(near)s»?") % {"name": name, "near": near[0]}
    return _("Không có trường «%s». Xem danh sách trường của loại giấy tờ này.") % name


def _forbidden(node: nodes.Node) -> str:
    if isinstance(node, nodes.Call):
        return _("Mẫu không được gọi lệnh. Chỉ điền trường, điều kiện và vòng lặp.")
    return _("Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}.")


def _by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {field.name: field for field in fields}
