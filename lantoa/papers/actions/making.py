"""Making a paper: composed outside a transaction, kept with its files in one."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.domain.vietnamese import fold
from lantoa.papers import attachments
from lantoa.papers.attachments import Attachment, Checked
from lantoa.papers.composing import Convert, Draft, compose, pdf_of
from lantoa.papers.contents import DOCX, PDF, Content
from lantoa.papers.models import Paper
from lantoa.papers.pdf.office import to_pdf
from lantoa.register.models import Unit

BOTH = frozenset({"word", "pdf"})
TRIES = 3  # somebody else made the same paper at the same moment
NOTHING = Attachment("", "", 0)


def make(*, kind: PaperKind, key: str, by: User, at: datetime, formats: Collection[str] = BOTH) -> Paper:
    """Make the paper as things are now; a Word paper without PDF in `formats` gets it later by `add_pdf`."""
    return keep(draft=compose(kind=kind, key=key, by=by, with_pdf="pdf" in formats), by=by, at=at)


def keep(*, draft: Draft, by: User, at: datetime) -> Paper:
    """Keep what was composed as the next making of that paper."""
    for _try in range(TRIES - 1):
        try:
            return _keep(draft, by, at)
        except IntegrityError:
            continue
    return _keep(draft, by, at)


@transaction.atomic
def _keep(draft: Draft, by: User, at: datetime) -> Paper:
    kind, key = draft.kind.value, draft.thing.key
    last = Paper.objects.filter(kind=kind, key=key).aggregate(last=Max("number"))["last"] or 0
    word, pdf = _stored(draft, draft.word, DOCX), _stored(draft, draft.pdf, PDF)
    paper = Paper.objects.create(
        kind=kind,
        key=key,
        number=last + 1,
        title=draft.thing.words[:500],
        search_key=fold(f"{KINDS[draft.kind].name} {draft.thing.words}")[:600],
        round_id=draft.thing.round,
        unit=Unit.objects.filter(subject__code=draft.thing.unit).first() if draft.thing.unit else None,
        day=draft.thing.day,
        file_name=draft.thing.file_name[:200],
        template_name=draft.template_name,
        template_sha256=draft.template_sha256,
        contents=draft.contents,
        checks=list(draft.checks),
        word_path=word.path,
        word_size=word.size,
        pdf_path=pdf.path,
        pdf_size=pdf.size,
        pdf_fault=draft.pdf_fault,
        made_by=by,
        made_at=at,
    )
    details = {"kind": paper.get_kind_display(), "name": paper.title, "number": paper.number}
    record(deed="paper_made", target=f"paper:{paper.pk}", details=details, by=by, at=at)
    return paper


def add_pdf(*, paper: Paper, by: User, at: datetime, convert: Convert = to_pdf) -> Paper:
    """Put a Word paper that has no PDF yet into PDF; nothing happens where LibreOffice is missing."""
    if KINDS[PaperKind(paper.kind)].engine is Engine.TYPST or paper.pdf_path:
        return paper
    data, fault = pdf_of(attachments.read(paper.word_path), convert)
    return _add(paper, data, fault, by, at)


@transaction.atomic
def _add(paper: Paper, data: bytes, fault: str, by: User, at: datetime) -> Paper:
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    if paper.pdf_path or not (data or fault):
        return paper
    stored = _put(paper.file_name, data, PDF)
    paper.pdf_path, paper.pdf_size, paper.pdf_fault = stored.path, stored.size, fault
    paper.save(update_fields=["pdf_path", "pdf_size", "pdf_fault"])
    record(
        deed="paper_put_into_pdf" if data else "paper_not_put_into_pdf",
        target=f"paper:{paper.pk}",
        details={"name": paper.title},
        by=by,
        at=at,
    )
    return paper


def _stored(draft: Draft, data: bytes, content: Content) -> Attachment:
    return _put(draft.thing.file_name, data, content)


def _put(name: str, data: bytes, content: Content) -> Attachment:
    return attachments.store(Checked(f"{name}.{content.ending}", content, data)) if data else NOTHING
