"""A PDF signed with a key of the moment is a good one to us and to pdfsig; a key that will not do says why."""

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.utils.timezone import localtime

from lantoa.papers.signatures.reading import signatures
from lantoa.papers.signatures.signing import held_in_file, signed
from lantoa.papers.signatures.verdicts import KeyRefused, PaperRefused, Verdict
from tests.papers.signatures.office_keys import DAY, PASSWORD, SIGNER, Authority, Key, paper


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def sign(pdf: bytes, key: Key) -> bytes:
    return signed(pdf, held_in_file(key.pkcs12(), PASSWORD), at=datetime.now(UTC))


def test_a_signed_paper_is_good_to_us_and_to_pdfsig(authority: Authority, tmp_path: Path) -> None:
    file = tmp_path / "ky.pdf"
    file.write_bytes(sign(paper(), authority.key_for()))

    [found] = signatures(file.read_bytes(), roots=[authority.root], revocations=[], at=datetime.now(UTC))
    said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=True).stdout  # noqa: S607

    assert (found.verdict, found.signer, found.covers_all) == (Verdict.GOOD, SIGNER, True)
    assert [words for words in ("Total document signed", "Signature is Valid.", "ETSI.CAdES") if words in said] == [
        "Total document signed",
        "Signature is Valid.",
        "ETSI.CAdES",
    ]


def test_two_people_sign_one_after_the_other(authority: Authority) -> None:
    twice = sign(sign(paper(), authority.key_for()), authority.key_for("Phạm Thị Hạnh"))

    found = signatures(twice, roots=[authority.root], revocations=[], at=datetime.now(UTC))
    assert [(one.verdict, one.signer) for one in found] == [(Verdict.GOOD, SIGNER), (Verdict.GOOD, "Phạm Thị Hạnh")]


def test_a_paper_that_goes_with_another_shows_its_number_and_the_time_top_right(
    authority: Authority, tmp_path: Path
) -> None:
    """Decree 30/2020, annex I, II.8b; in an embedded font of the widths of Times New Roman."""
    file, at = tmp_path / "ky.pdf", datetime.now(UTC).replace(microsecond=0)
    signer = held_in_file(authority.key_for().pkcs12(), PASSWORD)
    once = signed(paper(), signer, at=at, goes_with="12/TTr-ĐHTT")
    file.write_bytes(sign(once, authority.key_for("Phạm Thị Hạnh")))

    found = signatures(file.read_bytes(), roots=[authority.root], revocations=[], at=at)
    boxes = output("pdftotext", "-bbox", file, "-")

    assert [one.verdict for one in found] == [Verdict.GOOD, Verdict.GOOD]
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*12/TTr[^<]*)<', boxes)
    [(left, top, right, bottom, said)] = words
    assert said.replace("; ", ";").split(";")[0] == "12/TTr-ĐHTT"
    assert localtime(at).isoformat() in boxes
    assert (float(left) > 300, float(right) < 560, float(top) > 15, float(bottom) < 45) == (True, True, True, True)
    assert float(bottom) - float(top) == pytest.approx(11, abs=0.5)  # a line of 10 points
    assert "Tinos" in output("pdffonts", file)


def output(*words: str | Path) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_a_wrong_password_and_a_file_without_key_say_so(authority: Authority) -> None:
    certificate_only = pkcs12.serialize_key_and_certificates(
        None, None, authority.certificate, None, BestAvailableEncryption(PASSWORD.encode())
    )
    for data, password in [
        (authority.key_for().pkcs12(), "sai"),
        (b"khong phai khoa", PASSWORD),
        (certificate_only, PASSWORD),
    ]:
        with pytest.raises(KeyRefused, match="Không mở được khóa"):
            held_in_file(data, password)


@pytest.mark.parametrize(("since", "until"), [(-100, -1), (1, 100)])
def test_nobody_signs_out_of_the_days_of_the_certificate(authority: Authority, since: int, until: int) -> None:
    with pytest.raises(KeyRefused, match="Hãy dùng khóa còn hạn"):
        sign(paper(), authority.key_for(since=since * DAY, until=until * DAY))


def test_a_broken_pdf_is_not_signed(authority: Authority) -> None:
    with pytest.raises(PaperRefused):
        sign(b"%PDF-1.7 hong", authority.key_for())
