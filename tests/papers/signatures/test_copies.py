"""Signed copies of a paper: attached, signed here, checked again; each one event, nothing replaced."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.papers import attachments
from lantoa.papers.actions.signature_refusals import AttachedAlready, NoPdf
from lantoa.papers.actions.signatures import attach, check_again, sign
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import PDF
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.queries.signatures import path_to_sign
from lantoa.papers.queries.signatures import signed as copies_of
from lantoa.papers.signatures.signing import held_in_file
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import Cast
from tests.papers.pictures import jpeg
from tests.papers.signatures.office_keys import PASSWORD, SIGNER, Authority, Key, paper, signed
from tests.papers.signatures.signed_papers import paper_of

AUTHORITY = Authority()
KEY = AUTHORITY.key_for()


@pytest.fixture(autouse=True)
def _own_data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def trust(authority: Authority, folder: Path) -> None:
    (folder / "trust").mkdir(exist_ok=True)
    (folder / "trust" / "goc.pem").write_bytes(authority.pem)


def pdf(data: bytes, name: str = "ban-ky.pdf") -> Checked:
    return check(ContentFile(data, name))


def now() -> datetime:
    return datetime.now(UTC)


def verdicts(copy: SignedFile) -> list[tuple[str, str]]:
    return [(one["verdict"], one["signer"]) for one in copy.signatures]


def sign_with(key: Key, of: Paper, cast: Cast) -> SignedFile:
    return sign(paper=of, signer=held_in_file(key.pkcs12(), PASSWORD), by=cast.officer, at=now())


def test_a_signed_pdf_is_kept_byte_for_byte_with_what_it_proves(cast: Cast, tmp_path: Path) -> None:
    trust(AUTHORITY, tmp_path)
    data = signed(paper(), KEY)

    copy = attach(paper=paper_of(cast), file=pdf(data), by=cast.officer, at=now())

    assert (attachments.read(copy.path), verdicts(copy)) == (data, [("good", SIGNER)])
    [event] = Event.objects.filter(deed="signed_file_attached")
    assert (event.target, event.details["signatures"]) == (f"paper:{copy.paper_id}", [f"{SIGNER}: hợp lệ"])


def test_a_scan_proves_nothing_and_is_kept(cast: Cast) -> None:
    of = paper_of(cast)

    for file in (pdf(paper(), "quet.pdf"), check(ContentFile(jpeg(), "anh.jpg"))):
        assert attach(paper=of, file=file, by=cast.officer, at=now()).signatures == []
    assert [copy.file.name for copy in copies_of(of)] == ["anh.jpg", "quet.pdf"]


def test_the_same_file_is_attached_once(cast: Cast) -> None:
    of, scan = paper_of(cast), paper()
    attach(paper=of, file=pdf(scan), by=cast.officer, at=now())

    with pytest.raises(AttachedAlready, match="đã được gắn rồi: «ban-ky"):
        attach(paper=of, file=pdf(scan, "khac.pdf"), by=cast.officer, at=now())


def test_signing_here_adds_a_copy_and_leaves_the_paper_alone(cast: Cast, tmp_path: Path) -> None:
    trust(AUTHORITY, tmp_path)
    of = paper_of(cast)

    copy = sign_with(KEY, of, cast)

    assert (verdicts(copy), copy.is_signed_here, copy.name) == ([("good", SIGNER)], True, "012_bao-cao_da-ky.pdf")
    assert attachments.read(copy.path).startswith(attachments.read(of.pdf_path))
    assert list(Event.objects.values_list("deed", flat=True)) == ["paper_signed"]


def test_the_next_signature_goes_on_top_of_the_last(cast: Cast, tmp_path: Path) -> None:
    trust(AUTHORITY, tmp_path)
    of = paper_of(cast)

    sign_with(KEY, of, cast)
    copy = sign_with(AUTHORITY.key_for("Phạm Thị Hạnh"), of, cast)

    assert verdicts(copy) == [("good", SIGNER), ("good", "Phạm Thị Hạnh")]


def test_a_spoilt_copy_is_not_signed_further(cast: Cast) -> None:
    of = paper_of(cast)
    spoilt = signed(paper(), KEY).replace(b"Quyet", b"Khong")

    copy = attach(paper=of, file=pdf(spoilt), by=cast.officer, at=now())

    assert (verdicts(copy), path_to_sign(of)) == ([("altered", SIGNER)], of.pdf_path)


def test_a_paper_without_pdf_is_not_signed(cast: Cast) -> None:
    of = paper_of(cast)
    Paper.objects.filter(pk=of.pk).update(pdf_path="", word_path="attachments/aa/khong-co.docx")
    of.refresh_from_db()

    with pytest.raises(NoPdf):
        sign_with(KEY, of, cast)


def test_a_check_again_knows_whom_the_office_trusts_meanwhile(cast: Cast, tmp_path: Path) -> None:
    copy = attach(paper=paper_of(cast), file=pdf(signed(paper(), KEY)), by=cast.officer, at=now())
    assert verdicts(copy) == [("untrusted", SIGNER)]

    trust(AUTHORITY, tmp_path)
    assert verdicts(check_again(signed=copy, by=cast.officer, at=now())) == [("good", SIGNER)]


def test_a_head_signs_papers_of_the_own_units_and_no_others(cast: Cast) -> None:
    own, foreign, of_nobody = paper_of(cast, cast.division), paper_of(cast, cast.office), paper_of(cast, None)

    assert attach(paper=own, file=pdf(paper()), by=cast.head, at=now()).added_by == cast.head
    for of in (foreign, of_nobody):
        with pytest.raises(NotAllowed):
            attach(paper=of, file=pdf(paper()), by=cast.head, at=now())


def test_the_content_of_a_copy_is_known_by_its_bytes() -> None:
    assert pdf(paper(), "anh.jpg").content == PDF
