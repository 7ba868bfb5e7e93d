"""PDF files made to do damage: the process that reads them ends, the product says so and goes on."""

import os
import zlib
from datetime import UTC, datetime
from time import monotonic

import pytest

from lantoa.papers.signatures import apart
from lantoa.papers.signatures.apart import signatures
from lantoa.papers.signatures.verdicts import Signature, Verdict
from tests.papers.signatures.office_keys import SIGNER, Authority, paper, signed


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def read(pdf: bytes, authority: Authority | None = None, seconds: float = apart.SECONDS) -> list[Signature]:
    roots = [authority.root] if authority else []
    revocations = [authority.revocations()] if authority else []
    return signatures(pdf, roots=roots, revocations=revocations, at=datetime.now(UTC), seconds=seconds)


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Objects by their numbers, with a table that finds them."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows)
    end = b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, trailer, len(data))
    return data + table + end


def bomb() -> bytes:
    """More than a billion zeros in a million bytes, where the table of objects ought to be."""
    packer, block = zlib.compressobj(9), b"\0" * (1 << 24)
    packed = b"".join(packer.compress(block) for _time in range(72)) + packer.flush()
    head = b"<</Type/XRef/W[1 4 1]/Size 9/Root 1 0 R/Filter/FlateDecode/Length %d>>" % len(packed)
    return b"%PDF-1.7\n1 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\nstartxref\n9\n%%EOF"


def ring() -> bytes:
    """Fields that are each other's children for ever."""
    form = b"<</Type/Catalog/AcroForm<</Fields[2 0 R]/SigFlags 3>>>>"
    return pdf_of(form, b"<</T(a)/Kids[3 0 R]>>", b"<</T(b)/Kids[2 0 R]/Parent 2 0 R>>")


def tower() -> bytes:
    return pdf_of(b"<</Type/Catalog/AcroForm<</Fields" + b"[" * 100_000 + b"]" * 100_000 + b">>>>")


def test_what_the_child_says_is_what_is_proved(authority: Authority) -> None:
    [found] = read(signed(paper(), authority.key_for()), authority)

    assert (found.verdict, found.signer, found.is_revocation_known) == (Verdict.GOOD, SIGNER, True)
    assert read(paper(), authority) == []


@pytest.mark.parametrize("make", [bomb, ring, tower])
def test_a_hostile_file_is_unreadable_and_ends(make: object) -> None:
    assert callable(make)

    assert [one.verdict for one in read(make())] == [Verdict.UNREADABLE]


def test_one_that_takes_too_long_is_left(authority: Authority) -> None:
    begun = monotonic()

    [found] = read(signed(paper(), authority.key_for()), authority, seconds=0.05)

    assert found.sentence == "Không kiểm tra được chữ ký số: tệp PDF dựng sai hoặc quá nặng."
    assert monotonic() - begun < 5


def test_the_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANTOA_SECRET_KEY", "DATABASE_URL", "LANTOA_MAIL"):
        monkeypatch.setenv(name, "bí mật")

    assert set(apart._environment()) - {"PYTHONPATH", "PYTHONIOENCODING"} <= set(apart.KEPT)
    assert "bí mật" not in apart._environment().values()
    assert os.environ["DATABASE_URL"] == "bí mật"
