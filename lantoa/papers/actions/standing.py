"""A paper as it stands: the latest making as long as it says what would be made now, else a new making."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from lantoa.accounts.models import User
from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.substance import substance
from lantoa.papers.actions.making import add_pdf, keep
from lantoa.papers.composing import Convert, drafted, kept, thing_for
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.queries.signatures import SPOILT
from lantoa.papers.queries.templates import template_for
from lantoa.papers.signatures.verdicts import Verdict
from lantoa.papers.sources import Thing, sources


@dataclass(frozen=True, slots=True)
class Standing:
    """A making, the signed copy of it that counts, and a signed copy of an older one that says something else."""

    paper: Paper
    copy: SignedFile | None = None
    outdated: SignedFile | None = None


def stand(*, kind: PaperKind, key: str, by: User, at: datetime, convert: Convert | None) -> Standing:
    """A signed making comes first; a Word paper gets its PDF too with `convert`. NotReady, NoSuchThing, NotAllowed."""
    thing = thing_for(kind, key, by)
    contents = sources()[kind].contents(key, thing.day)
    said = kept(contents)
    newest = Paper.objects.filter(kind=kind.value, key=key).prefetch_related("signed_files").order_by("-number")
    signed = _signed(newest)
    if signed is not None and substance(signed.paper.contents) == substance(said):
        return Standing(signed.paper, copy=signed)
    paper = newest.first()
    if paper is None or paper.contents != said or paper.template_sha256 != _template(kind, thing):
        paper = _made(kind, thing, contents, by, at, convert)
    elif convert is not None and not paper.pdf_fault:
        paper = add_pdf(paper=paper, by=by, at=at, convert=convert)
    return Standing(paper, outdated=signed)


def _made(kind: PaperKind, thing: Thing, contents: Contents, by: User, at: datetime, convert: Convert | None) -> Paper:
    return keep(draft=drafted(kind, thing, contents, convert), by=by, at=at)


def _signed(newest: QuerySet[Paper]) -> SignedFile | None:
    """The newest copy of the newest making that has one which nobody altered."""
    for paper in newest:
        for copy in sorted(paper.signed_files.all(), key=lambda one: -one.pk):
            if not {Verdict(one["verdict"]) for one in copy.signatures} & SPOILT:
                return copy
    return None


def _template(kind: PaperKind, thing: Thing) -> str:
    return template_for(kind, thing.unit or None, thing.day).sha256
