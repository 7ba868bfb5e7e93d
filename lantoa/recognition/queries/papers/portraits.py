"""What of a dossier may be shown to everybody, and the photographs in it."""

from collections.abc import Collection

from lantoa.domain.papers.fields import Picture
from lantoa.domain.records import Kind
from lantoa.nomination.models import Consent, Evidence
from lantoa.papers import attachments
from lantoa.papers.photographs import printed
from lantoa.recognition.models import DecisionItem

COLLECTIVE = Kind.COLLECTIVE.value
PORTRAIT, WIDE = (45, 60), (155, 95)  # mm


def agreed(items: Collection[DecisionItem]) -> set[int]:
    """The lines whose report may be printed: of people who said yes last, and of collectives, who are not asked."""
    return _open(items, "is_given")


def agreed_to_pictures(items: Collection[DecisionItem]) -> set[int]:
    """The lines whose photographs may be printed: asked for apart from the report."""
    return _open(items, "with_pictures")


def photographs_of(items: Collection[DecisionItem]) -> dict[int, Picture]:
    """One of each who agreed: a portrait before a scene, the first before a later one; two queries."""
    open_ones = agreed_to_pictures(items)
    by_nomination = {item.nomination_id: item for item in items if item.pk in open_ones}
    rows = Evidence.objects.filter(nomination__in=list(by_nomination)).exclude(picture="").order_by("picture", "pk")
    found: dict[int, Picture] = {}
    for nomination, path in rows.values_list("nomination_id", "path"):
        item = by_nomination[nomination]
        width, height = WIDE if item.subject.kind == COLLECTIVE else PORTRAIT
        if item.pk not in found and (picture := _printed(path, width, height)):
            found[item.pk] = picture
    return found


def _open(items: Collection[DecisionItem], answer: str) -> set[int]:
    newest = Consent.objects.filter(nomination__in=[item.nomination_id for item in items]).order_by("pk")
    answers = dict(newest.values_list("nomination_id", answer))
    return {item.pk for item in items if item.subject.kind == COLLECTIVE or answers.get(item.nomination_id or 0, False)}


def _printed(path: str, width: int, height: int) -> Picture | None:
    try:
        return printed(attachments.read(path), width, height)
    except OSError:  # the file is gone: the page is printed without it
        return None
