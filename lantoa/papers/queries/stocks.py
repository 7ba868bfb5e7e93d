"""Stock that papers are printed on: what there is, how it is laid out, what a trial is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.authority import Actor
from lantoa.domain.papers import stocks as domain
from lantoa.domain.papers.fields import Field, Picture, Shape
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.papers.stocks import Sheet
from lantoa.papers import attachments, codes
from lantoa.papers.models import Stock
from lantoa.papers.pdf.overprinting import Layout
from lantoa.papers.queries.previews import newest
from lantoa.papers.sources import NotReady, Thing, sources

TRIAL_CODE = "https://xac-thuc.invalid/"


@dataclass(frozen=True, slots=True)
class Sample:
    """What a trial says, and about whom; `about` is empty when it shows what the fields are called."""

    said: Mapping[str, str | Picture]
    about: str = ""


def standing() -> QuerySet[Stock]:
    return Stock.objects.filter(withdrawn_at=None)


def standing_for(kind: PaperKind) -> list[Stock]:
    """The stocks that papers of the kind can be printed on, by name."""
    return list(standing().filter(kind=kind.value))


def withdrawn() -> QuerySet[Stock]:
    return Stock.objects.exclude(withdrawn_at=None).select_related("withdrawn_by").order_by("-withdrawn_at")


def fields_for(kind: PaperKind) -> tuple[Field, ...]:
    source = sources().get(kind)
    return domain.printable(source.sheet if source else Certificate)


def layout_of(stock: Stock) -> Layout:
    fields, sheet = fields_for(PaperKind(stock.kind)), Sheet(stock.width, stock.height)
    spots = domain.read(stock.spots, fields, sheet)
    return Layout(stock.name, sheet, fields, spots, (stock.shift_x, stock.shift_y))


def picture_of(stock: Stock) -> bytes:
    """Nothing when its file is gone: the words can be printed all the same."""
    try:
        return attachments.read(stock.path)
    except (OSError, ValueError):
        return b""


def sample_for(kind: PaperKind, actor: Actor) -> Sample:
    """The newest paper that the actor may have; without any, each field says what it is."""
    source = sources().get(kind)
    thing = newest(source, actor) if source else None
    if source and thing:
        try:
            return Sample(domain.said(source.contents(thing.key, thing.day)), thing.words)
        except NotReady:  # between the list and now
            pass
    fields = fields_for(kind)
    return Sample({one.name: _what_it_is(one) for one in fields})


def things_of(kind: PaperKind, actor: Actor, round_id: int | None) -> list[Thing]:
    """What can be printed, in the order of its sheets: by day, and as the source has them."""
    source = sources().get(kind)
    things = source.things(actor, round_id) if source else []
    return sorted(things, key=lambda thing: thing.day)


def said_of(kind: PaperKind, things: list[Thing]) -> list[Mapping[str, str | Picture]]:
    """What each sheet says; NotReady names the one that cannot be printed."""
    source, found = sources()[kind], list[Mapping[str, str | Picture]]()
    for thing in things:
        try:
            found.append(domain.said(source.contents(thing.key, thing.day)))
        except NotReady as why:
            raise NotReady(_("%(whom)s: %(why)s") % {"whom": thing.words, "why": why}) from None
    return found


def _what_it_is(field: Field) -> str | Picture:
    """In the place of what it would say."""
    if field.shape == Shape.PICTURE:
        return codes.qr(TRIAL_CODE)
    return f"‹{field.words.partition(',')[0].partition(':')[0]}›"
