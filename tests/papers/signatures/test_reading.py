"""What a signed PDF proves: good, altered, expired, revoked, untrusted; poppler's pdfsig judges the same."""

import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.serialization import Encoding
from pytest_django import Settings

from lantoa.papers.signatures import trust
from lantoa.papers.signatures.reading import signatures
from lantoa.papers.signatures.verdicts import Signature, Verdict
from tests.papers.signatures.office_keys import DAY, SIGNER, WORDS, Authority, paper, signed, with_a_page_more


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def read(pdf: bytes, roots: Iterable[Certificate], revocations: Iterable[CertificateList] = ()) -> list[Signature]:
    return signatures(pdf, roots=roots, revocations=revocations, at=datetime.now(UTC))


def verdicts(pdf: bytes, roots: Iterable[Certificate], revocations: Iterable[CertificateList] = ()) -> list[Verdict]:
    return [one.verdict for one in read(pdf, roots, revocations)]


def good(authority: Authority) -> bytes:
    return signed(paper(), authority.key_for())


def altered(authority: Authority) -> bytes:
    return good(authority).replace(WORDS, WORDS.replace(b"Quyet", b"Khong"))


def expired(authority: Authority) -> bytes:
    return signed(paper(), authority.key_for(since=-100 * DAY, until=-10 * DAY))


def test_a_signature_says_who_when_and_for_the_whole_document(authority: Authority) -> None:
    [found] = read(good(authority), [authority.root])

    assert (found.verdict, found.signer, found.issuer) == (Verdict.GOOD, SIGNER, "Nơi cấp chứng thư thử")
    assert (found.covers_all, found.is_revocation_known) == (True, False)
    assert abs(datetime.fromisoformat(found.signed_at) - datetime.now(UTC)) < DAY / 24
    assert found.sentence == "Chữ ký số hợp lệ: nội dung còn nguyên như khi ký, chứng thư đáng tin."


@pytest.mark.parametrize(
    ("make", "verdict", "poppler"),
    [
        (good, Verdict.GOOD, "Signature is Valid."),
        (altered, Verdict.ALTERED, "Digest Mismatch."),
        (expired, Verdict.EXPIRED, "Certificate has Expired"),
    ],
)
def test_pdfsig_judges_the_same(
    authority: Authority, tmp_path: Path, make: object, verdict: Verdict, poppler: str
) -> None:
    assert callable(make)
    file = tmp_path / "ban-ky.pdf"
    file.write_bytes(make(authority))

    said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=True).stdout  # noqa: S607

    lines = [line.partition(": ")[2] for line in said.splitlines() if " Validation: " in line]
    assert (verdicts(file.read_bytes(), [authority.root]), poppler in lines) == ([verdict], True)


def test_a_page_added_after_the_signature_spoils_it(authority: Authority) -> None:
    assert verdicts(with_a_page_more(good(authority)), [authority.root]) == [Verdict.ALTERED]


def test_a_second_signature_leaves_the_first_one_good(authority: Authority) -> None:
    twice = signed(good(authority), authority.key_for("Phạm Thị Hạnh"), "Ky2")

    found = read(twice, [authority.root])

    assert [(one.verdict, one.signer, one.covers_all) for one in found] == [
        (Verdict.GOOD, SIGNER, False),
        (Verdict.GOOD, "Phạm Thị Hạnh", True),
    ]


def test_nobody_is_trusted_who_is_not_among_the_roots(authority: Authority) -> None:
    assert verdicts(good(authority), []) == [Verdict.UNTRUSTED]
    assert verdicts(good(authority), [Authority().root]) == [Verdict.UNTRUSTED]  # the same name, another key


def test_an_expired_certificate_says_its_days_and_the_log_names_nobody(
    authority: Authority, caplog: pytest.LogCaptureFixture
) -> None:
    [found] = read(expired(authority), [authority.root])

    assert found.sentence.startswith("Nội dung còn nguyên, nhưng chứng thư chỉ có giá trị từ ")
    assert caplog.records == []


def test_a_revoked_certificate_is_told_by_the_list_and_one_that_is_not_on_it_too(authority: Authority) -> None:
    key, other = authority.key_for(), authority.key_for("Đỗ Tiến Dũng")
    revocations = [authority.revocations(key)]

    [gone], [there] = (read(signed(paper(), one), [authority.root], revocations) for one in (key, other))

    assert (gone.verdict, gone.is_revocation_known) == (Verdict.REVOKED, True)
    assert (there.verdict, there.is_revocation_known) == (Verdict.GOOD, True)


def test_a_list_of_another_authority_says_nothing_of_ours(authority: Authority) -> None:
    [found] = read(good(authority), [authority.root], [Authority("Nơi khác").revocations()])

    assert (found.verdict, found.is_revocation_known) == (Verdict.GOOD, False)


def test_a_pdf_without_signature_has_none(authority: Authority) -> None:
    assert read(paper(), [authority.root]) == []


@pytest.mark.parametrize("broken", [b"%PDF-1.7\n", b"%PDF-", b"%PDF-1.7\nxref\n0 99999999\ntrailer<</Root 1 0 R>>"])
def test_a_broken_pdf_says_so(broken: bytes) -> None:
    assert verdicts(broken, []) == [Verdict.UNREADABLE]


def test_a_pdf_cut_off_is_no_good_signature(authority: Authority) -> None:
    whole = good(authority)

    assert {Verdict.GOOD} & set(verdicts(whole[: len(whole) // 2], [authority.root])) == set()


def test_roots_and_lists_lie_in_the_folder_of_trust(authority: Authority, tmp_path: Path, settings: Settings) -> None:
    settings.DATA = tmp_path
    assert (trust.roots(), trust.revocations()) == ([], [])

    folder = tmp_path / "trust"
    folder.mkdir()
    (folder / "goc.pem").write_bytes(authority.pem + Authority("Nơi khác").pem)
    (folder / "goc.cer").write_bytes(authority.certificate.public_bytes(Encoding.DER))
    (folder / "hong.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    (folder / "ghi-chu.txt").write_text("không phải chứng thư")
    (folder / "thu-hoi.crl").write_bytes(authority.revocations().dump())

    assert (len(trust.roots()), len(trust.revocations())) == (3, 1)
