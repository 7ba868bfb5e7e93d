"""What of a dossier may be shown to everybody, and the photographs in it."""

from collections.abc import Collection

from lantoa.domain.papers.fields import Picture
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import tidy
from lantoa.nomination.models import Consent, Evidence
from lantoa.papers import attachments
from lantoa.papers.contents import JPEG, PNG, WEBP
from lantoa.papers.photographs import printed
from lantoa.recognition.models import DecisionItem

PICTURES = tuple(f".{content.ending}" for content in (JPEG, PNG, WEBP))
WORD = "ảnh"  # how the words of a piece of evidence begin that is a photograph of the nominee
PORTRAIT, WIDE = (45, 60), (155, 95)  # mm


def agreed(items: Collection[DecisionItem]) -> set[int]:
    """The lines whose report may be printed: of people who said yes last, and of collectives, who are not asked."""
    newest = Consent.objects.filter(nomination__in=[item.nomination_id for item in items]).order_by("pk")
    answers = dict(newest.values_list("nomination_id", "is_given"))
    return {
        item.pk
        for item in items
        if item.subject.kind == Kind.COLLECTIVE.value or answers.get(item.nomination_id or 0, False)
    }


def photographs_of(items: Collection[DecisionItem]) -> dict[int, Picture]:
    """The first photograph of each: evidence that is a picture and says so, `Ảnh chân dung`."""
    by_nomination = {item.nomination_id: item for item in items}
    found: dict[int, Picture] = {}
    rows = Evidence.objects.filter(nomination__in=list(by_nomination)).exclude(path="").order_by("pk")
    for nomination, shows, path in rows.values_list("nomination_id", "shows", "path"):
        item = by_nomination[nomination]
        if item.pk in found or not path.endswith(PICTURES) or not tidy(shows).casefold().startswith(WORD):
            continue
        width, height = WIDE if item.subject.kind == Kind.COLLECTIVE.value else PORTRAIT
        if picture := _printed(path, width, height):
            found[item.pk] = picture
    return found


def _printed(path: str, width: int, height: int) -> Picture | None:
    try:
        return printed(attachments.read(path), width, height)
    except OSError:  # the file is gone: the page is printed without it
        return None
