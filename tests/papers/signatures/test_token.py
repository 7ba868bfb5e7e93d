"""Signing with a key on a token, SoftHSM's: the key never leaves it, and without the PIN nothing is signed."""

import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11 import Attribute
from pkcs11.util.x509 import decode_x509_certificate
from pytest_django import Settings

from lantoa.domain.vietnamese import fold
from lantoa.papers.models import SignedFile
from lantoa.papers.signatures.at_need import has_token
from lantoa.papers.signatures.reading import signatures
from lantoa.papers.signatures.signing import signed
from lantoa.papers.signatures.token import held_on_token
from lantoa.papers.signatures.verdicts import KeyRefused, Verdict
from tests.cast import Cast, signed_in
from tests.papers.signatures.office_keys import DAY, SIGNER, Authority, Key, paper
from tests.papers.signatures.signed_papers import paper_of

PIN, LABEL = "271828", "truong"
AUTHORITY = Authority()


def library() -> str:
    return str(next(Path("/usr/lib").rglob("libsofthsm2.so")))


@pytest.fixture(scope="session", autouse=True)
def _tokens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """SoftHSM reads its settings once a process: every token is made before the first is opened, and only once."""
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(folder / "softhsm2.conf"))
        tokens = {LABEL: [AUTHORITY.key_for()], "trong": [], "hai": [*renewed(), AUTHORITY.key_for("Phạm Thị Hạnh")]}
        for label, keys in tokens.items():
            put_keys(label, keys, folder)
        for label, keys in tokens.items():
            put_certificates(label, keys)
        yield


def renewed() -> list[Key]:
    return [AUTHORITY.key_for(since=-100 * DAY, until=-DAY), AUTHORITY.key_for()]


def put_keys(label: str, keys: list[Key], folder: Path) -> None:
    softhsm("--init-token", "--free", "--label", label, "--so-pin", "000000")
    for number, key in enumerate(keys, 1):
        file = folder / "key.pem"
        file.write_bytes(key.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        softhsm("--import", str(file), "--token", label, "--label", "ky", "--id", f"{number:02}")
        file.unlink()


def put_certificates(label: str, keys: list[Key]) -> None:
    with pkcs11.lib(library()).get_token(token_label=label).open(user_pin=PIN, rw=True) as session:
        for number, key in enumerate(keys, 1):
            facts = decode_x509_certificate(key.certificate.public_bytes(Encoding.DER))
            session.create_object(facts | {Attribute.TOKEN: True, Attribute.ID: bytes([number])})


def softhsm(*words: str) -> None:
    subprocess.run(
        ["softhsm2-util", *words, "--pin", PIN],  # noqa: S607
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ,
    )


@pytest.fixture(autouse=True)
def _token(settings: Settings) -> None:
    settings.TOKEN_LIBRARY, settings.TOKEN_LABEL = library(), LABEL


def sign(pin: str = PIN, name: str = "") -> bytes:
    with held_on_token(pin, name) as signer:
        return signed(paper(), signer, at=datetime.now(UTC))


def test_a_paper_signed_with_the_token_is_good_to_us_and_to_pdfsig(tmp_path: Path) -> None:
    file = tmp_path / "ky.pdf"
    file.write_bytes(sign())

    [found] = signatures(file.read_bytes(), roots=[AUTHORITY.root], revocations=[], at=datetime.now(UTC))
    said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=True).stdout  # noqa: S607

    assert (found.verdict, found.signer, "Signature is Valid." in said) == (Verdict.GOOD, SIGNER, True)


def test_the_token_is_shut_after_each_signature() -> None:
    sign()

    with pytest.raises(KeyRefused, match="Sai mã PIN"):
        sign("314159")
    assert sign().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("label", "why"),
    [("trong", "không có chứng thư nào"), ("hai", f"{SIGNER}, Phạm Thị Hạnh"), ("khong-co", "Không dùng được thẻ")],
)
def test_a_token_that_will_not_do_says_why(settings: Settings, label: str, why: str) -> None:
    settings.TOKEN_LABEL = label

    with pytest.raises(KeyRefused, match=why):
        sign()


@pytest.mark.parametrize("name", [SIGNER, " pham thi hanh "])
def test_of_several_certificates_the_name_says_which_and_of_a_renewed_one_the_newest(
    settings: Settings, name: str
) -> None:
    settings.TOKEN_LABEL = "hai"

    made = sign(name=name)

    [found] = signatures(made, roots=[AUTHORITY.root], revocations=[], at=datetime.now(UTC))
    assert (found.verdict, fold(found.signer)) == (Verdict.GOOD, fold(name))


def test_a_name_that_no_certificate_bears_is_refused(settings: Settings) -> None:
    settings.TOKEN_LABEL = "hai"

    with pytest.raises(KeyRefused, match="Hãy ghi tên người ký"):
        sign(name="Đỗ Tiến Dũng")


def test_several_people_at_once_sign_one_after_the_other() -> None:
    with ThreadPoolExecutor(4) as people:
        made = list(people.map(lambda _turn: sign(), range(8)))

    assert [pdf[:5] for pdf in made] == [b"%PDF-"] * 8


def test_a_library_that_is_none_is_no_token(settings: Settings) -> None:
    settings.TOKEN_LIBRARY = __file__

    with pytest.raises(KeyRefused, match="Không dùng được thẻ ký số"):
        sign()


def test_without_a_library_there_is_no_token(settings: Settings) -> None:
    assert has_token()
    settings.TOKEN_LIBRARY = ""
    assert not has_token()


def test_the_page_signs_with_the_token(cast: Cast) -> None:
    of, browser = paper_of(cast, cast.division), signed_in(cast.officer)
    assert "Ký số bằng thẻ của cơ quan" in browser.get(f"/giay-to/{of.pk}/").content.decode()

    wrong = browser.post(f"/giay-to/{of.pk}/ky-the/", {"pin": "314159"}, follow=True).content.decode()
    right = browser.post(f"/giay-to/{of.pk}/ky-the/", {"pin": PIN, "goes_with": "12/TTr"}, follow=True).content.decode()

    assert ("Sai mã PIN" in wrong, "Đã ký số." in right, PIN in right) == (True, True, False)
    assert [one["signer"] for one in SignedFile.objects.get().signatures] == [SIGNER]


def test_without_a_token_the_page_offers_none(cast: Cast, settings: Settings) -> None:
    settings.TOKEN_LIBRARY = ""
    of, browser = paper_of(cast, cast.division), signed_in(cast.officer)

    assert "Ký số bằng thẻ" not in browser.get(f"/giay-to/{of.pk}/").content.decode()
    assert browser.post(f"/giay-to/{of.pk}/ky-the/", {"pin": PIN}).status_code == 404
