"""An authority and its certificates, made for the tests; and a small PDF to sign."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import fields, signers

PASSWORD = "mot-cau-that-dai"
SIGNER = "Lê Văn Minh"
DAY = timedelta(days=1)
WORDS = b"BT (Quyet dinh) Tj ET"
A4 = (0, 0, 595, 842)


@dataclass(frozen=True)
class Key:
    """A private key with the certificate that says whose it is."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def pkcs12(self, password: str = PASSWORD) -> bytes:
        protected = BestAvailableEncryption(password.encode())
        return pkcs12.serialize_key_and_certificates(b"ky", self.key, self.certificate, None, protected)


class Authority:
    """Whoever gives out certificates."""

    def __init__(self, name: str = "Nơi cấp chứng thư thử") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = _certificate(name, name, self.key, self.key, timedelta(days=-3650), timedelta(days=3650))

    @property
    def root(self) -> Certificate:
        return Certificate.load(self.certificate.public_bytes(Encoding.DER))

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def key_for(self, name: str = SIGNER, since: timedelta = -10 * DAY, until: timedelta = 10 * DAY) -> Key:
        key = ec.generate_private_key(ec.SECP256R1())
        return Key(key, _certificate(name, _name_of(self.certificate), key, self.key, since, until))

    def revocations(self, *revoked: Key) -> CertificateList:
        """Its list of revoked certificates, of today."""
        now = datetime.now(UTC)
        built = x509.CertificateRevocationListBuilder().issuer_name(self.certificate.subject)
        built = built.last_update(now - DAY / 24).next_update(now + DAY)
        built = built.add_extension(x509.CRLNumber(1), critical=False)
        for one in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(one.certificate.serial_number)
            built = built.add_revoked_certificate(entry.revocation_date(now - DAY / 12).build())
        return CertificateList.load(built.sign(self.key, hashes.SHA256()).public_bytes(Encoding.DER))


def paper(words: bytes = WORDS) -> bytes:
    """A PDF of one page."""
    written, made = BytesIO(), PdfFileWriter()
    made.insert_page(PageObject(contents=made.add_object(StreamObject(stream_data=words)), media_box=A4))
    made.write(written)
    return written.getvalue()


def signed(pdf: bytes, key: Key, field: str = "Ky1") -> bytes:
    signer = signers.SimpleSigner.load_pkcs12_data(key.pkcs12(), [], PASSWORD.encode())
    meta = signers.PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    made: BytesIO = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer)
    return made.getvalue()


def with_a_page_more(pdf: bytes) -> bytes:
    """What somebody does who adds to a signed paper."""
    written, changed = BytesIO(), IncrementalPdfFileWriter(BytesIO(pdf))
    changed.insert_page(PageObject(contents=changed.add_object(StreamObject(stream_data=WORDS)), media_box=A4))
    changed.write(written)
    return written.getvalue()


def _certificate(
    name: str,
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    since: timedelta,
    until: timedelta,
) -> x509.Certificate:
    now, is_root = datetime.now(UTC), key is by
    usage = x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_root,
        crl_sign=is_root,
        encipher_only=False,
        decipher_only=False,
    )
    built = x509.CertificateBuilder().subject_name(_name(name)).issuer_name(_name(issuer))
    built = built.public_key(key.public_key()).serial_number(x509.random_serial_number())
    built = built.not_valid_before(now + since).not_valid_after(now + until)
    built = built.add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
    return built.add_extension(usage, critical=True).sign(by, hashes.SHA256())


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _name_of(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
