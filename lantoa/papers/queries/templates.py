"""Which Word template a paper is made from: that of its unit or of one above it, of the school, or the shipped one."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers import attachments
from lantoa.papers.models import PaperTemplate
from lantoa.papers.sources import NotReady
from lantoa.register.queries.tree import lines_of

SHIPPED = Path(__file__).resolve().parent.parent / "templates"
SHIPPED_VERSION = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A template: its bytes, how it is called, and which version it is (0: the one that comes with the product)."""

    data: bytes
    name: str
    sha256: str
    version: int = SHIPPED_VERSION


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of paper in the list: whether a template comes with the product, and the office's own ones in force."""

    kind: PaperKind
    name: str
    is_shipped: bool
    own: tuple[PaperTemplate, ...]


def template_for(kind: PaperKind, unit: str | None, day: date) -> Chosen:
    """The template in force on that day for the unit of that code, or for the school; NotReady without any."""
    own = own_template(kind, unit, day)
    if own is not None:
        return content_of(own)
    found = shipped(kind)
    if found is None:
        raise NotReady(_("Chưa có mẫu Word cho «%s». Tải mẫu lên ở trang Mẫu giấy tờ.") % KINDS[kind].name)
    return found


def own_template(kind: PaperKind, unit: str | None, day: date) -> PaperTemplate | None:
    """The office's own template: the nearest unit upwards has the first word, then the school as a whole."""
    in_force = _in_force(kind, day)
    by_unit = {found.unit_id: found for found in in_force}  # the last one of a unit wins
    if not by_unit:
        return None
    for place in _upwards(unit):
        if place in by_unit:
            return by_unit[place]
    return by_unit.get(None)


def content_of(template: PaperTemplate) -> Chosen:
    try:
        data = attachments.read(template.path)
    except OSError:
        words = _("Tệp mẫu «%s» không còn trong kho. Tải lại mẫu ở trang Mẫu giấy tờ.")
        raise NotReady(words % template.name) from None
    return Chosen(data, template.name, template.sha256, template.number)


def shipped(kind: PaperKind) -> Chosen | None:
    """The template that comes with the product."""
    file = _place(kind)
    if not file.exists():
        return None
    data = file.read_bytes()
    return Chosen(data, file.name, sha256(data).hexdigest())


def versions(kind: PaperKind) -> QuerySet[PaperTemplate]:
    """Every own template of a kind ever taken in, the newest first."""
    found = PaperTemplate.objects.filter(kind=kind.value).select_related("unit__subject", "made_by", "withdrawn_by")
    return found.order_by("-made_at", "-pk")


def listing(day: date) -> list[KindLine]:
    """Every kind that is made from a Word template, in the order of the procedure, and what is in force for it."""
    own: dict[str, dict[int | None, PaperTemplate]] = {}
    for found in _standing(day).select_related("unit__subject"):
        own.setdefault(found.kind, {})[found.unit_id] = found
    return [
        KindLine(kind, facts.name, _place(kind).exists(), tuple(own.get(kind.value, {}).values()))
        for kind, facts in KINDS.items()
        if facts.engine is Engine.WORD
    ]


def _place(kind: PaperKind) -> Path:
    return SHIPPED / f"{kind.value}.docx"


def _in_force(kind: PaperKind, day: date) -> QuerySet[PaperTemplate]:
    return _standing(day).filter(kind=kind.value)


def _standing(day: date) -> QuerySet[PaperTemplate]:
    return PaperTemplate.objects.filter(taken_at__isnull=False, withdrawn_at=None, since__lte=day).order_by(
        "since", "number"
    )


def _upwards(code: str | None) -> list[int]:
    """The keys of the unit and those above it, the nearest first."""
    if code is None:
        return []
    line = {unit.pk: unit for unit in lines_of([code]).select_related("subject")}
    nearest = next((unit for unit in line.values() if unit.subject.code == code), None)
    way: list[int] = []
    while nearest is not None and nearest.pk not in way:
        way.append(nearest.pk)
        nearest = line.get(nearest.parent_id or 0)
    return way
