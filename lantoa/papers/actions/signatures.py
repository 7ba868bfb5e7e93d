"""Signed copies of a paper: attached, signed here, checked again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.domain.authority import Refused
from lantoa.papers import attachments
from lantoa.papers.actions.signature_refusals import AttachedAlready, NoPdf
from lantoa.papers.attachments import Checked
from lantoa.papers.contents import PDF
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.queries.signatures import WORDS, may_sign, path_to_sign
from lantoa.papers.signatures import at_need
from lantoa.papers.signatures.verdicts import Verdict
from lantoa.register.actions.refusals import NotAllowed

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer


def attach(*, paper: Paper, file: Checked, by: User, at: datetime) -> SignedFile:
    """A scan, or a PDF that was signed elsewhere; AttachedAlready, NotAllowed."""
    _insist(paper, by)
    return _keep(paper, file, deed="signed_file_attached", by=by, at=at)


def sign(*, paper: Paper, signer: Signer, goes_with: str = "", by: User, at: datetime) -> SignedFile:
    """With a key of the moment, after the signatures that are there; `goes_with` another paper shows its reference.

    NoPdf, KeyRefused, PaperRefused, NotAllowed.
    """
    _insist(paper, by)
    path = path_to_sign(paper)
    if not path:
        raise NoPdf
    data = at_need.signed(attachments.read(path), signer, at=at, goes_with=goes_with)
    name = f"{paper.file_name.rpartition('/')[2]}_da-ky.pdf"
    return _keep(paper, Checked(name, PDF, data), deed="paper_signed", by=by, at=at)


@transaction.atomic
def check_again(*, signed: SignedFile, by: User, at: datetime) -> SignedFile:
    """Once the office trusts somebody else, or a list of revoked certificates came."""
    _insist(signed.paper, by)
    signed = SignedFile.objects.select_for_update().get(pk=signed.pk)
    signed.signatures, signed.checked_at = _proved(attachments.read(signed.path), signed.path, at), at
    signed.save(update_fields=["signatures", "checked_at"])
    record(deed="signed_file_checked", target=f"paper:{signed.paper_id}", details=_said(signed), by=by, at=at)
    return signed


@transaction.atomic
def _keep(paper: Paper, file: Checked, *, deed: str, by: User, at: datetime) -> SignedFile:
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    digest = sha256(file.data).hexdigest()
    for same in paper.signed_files.filter(sha256=digest):
        raise AttachedAlready(same.name)
    stored = attachments.store(file)
    signed = SignedFile.objects.create(
        paper=paper,
        name=stored.name,
        path=stored.path,
        size=stored.size,
        sha256=digest,
        is_signed_here=deed == "paper_signed",
        signatures=_proved(file.data, stored.path, at),
        checked_at=at,
        added_by=by,
        added_at=at,
    )
    record(deed=deed, target=f"paper:{signed.paper_id}", details=_said(signed), by=by, at=at)
    return signed


def _proved(data: bytes, path: str, at: datetime) -> list[dict[str, Any]]:
    """As it is kept: of every signature what `Signature` holds; a picture has none."""
    if not path.endswith(".pdf"):
        return []
    return [asdict(one) for one in at_need.checked(data, at=at)]


def _said(signed: SignedFile) -> dict[str, Any]:
    found = [f"{one['signer'] or '?'}: {WORDS[Verdict(one['verdict'])]}" for one in signed.signatures]
    return {"name": signed.paper.title, "file": signed.name, "sha256": signed.sha256, "signatures": found}


def _insist(paper: Paper, by: User) -> None:
    answer = may_sign(actor_of(by), paper)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
