"""What the digital signatures of a PDF prove: who, when, the whole document or not, and whom one has to trust."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from lantoa.papers.signatures.aside import aside
from lantoa.papers.signatures.verdicts import Signature, Verdict, common_name

USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
OUT_OF_DAYS = {AdESIndeterminate.OUT_OF_BOUNDS_NO_POE, AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED}
REVOKED = {
    AdESIndeterminate.REVOKED_NO_POE,
    AdESIndeterminate.REVOKED_CA_NO_POE,
    AdESIndeterminate.REVOCATION_OUT_OF_BOUNDS_NO_POE,
}


BROKEN = (  # what reading a PDF runs into that is damaged, or made to do damage
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    PdfError,
    RuntimeError,
    SignatureValidationError,
    TypeError,
    ValueError,
    zlib.error,
)


def signatures(
    data: bytes, *, roots: Iterable[Certificate], revocations: Iterable[CertificateList], at: datetime
) -> list[Signature]:
    """Of every signature of the PDF, in their order; none when it bears none. Nothing is fetched from outside."""
    trust = _Trust(list(roots), list(revocations), at)
    try:
        found = PdfFileReader(BytesIO(data), strict=False).embedded_regular_signatures
        return [_read(one, trust) for one in found]
    except BROKEN:
        return [Signature(Verdict.UNREADABLE, _("Không đọc được chữ ký số: tệp PDF hỏng hoặc có mật khẩu."))]


@dataclass(frozen=True, slots=True)
class _Trust:
    roots: list[Certificate]
    revocations: list[CertificateList]
    at: datetime

    def context(self, mode: str) -> ValidationContext:
        return ValidationContext(
            trust_roots=self.roots,
            crls=self.revocations,
            moment=self.at,
            allow_fetching=False,
            revocation_mode=mode,
        )


def _read(one: EmbeddedPdfSignature, trust: _Trust) -> Signature:
    """By the lists of revoked certificates when they tell; else without them, and it says so."""
    known = trust.revocations != []
    status = _status(one, trust, "require" if known else "soft-fail")
    if known and not status.trusted and status.trust_problem_indic not in REVOKED:
        known, status = False, _status(one, trust, "soft-fail")
    certificate = one.signer_cert
    verdict = _verdict(status)
    return Signature(
        verdict=verdict,
        sentence=_sentence(verdict, certificate),
        signer=common_name(certificate.subject.native),
        issuer=common_name(certificate.issuer.native),
        signed_at=status.signer_reported_dt.isoformat() if status.signer_reported_dt else "",
        covers_all=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        is_revocation_known=known,
    )


def _status(one: EmbeddedPdfSignature, trust: _Trust, mode: str) -> PdfSignatureStatus:
    return aside(lambda: validate_pdf_signature(one, trust.context(mode), key_usage_settings=USAGE))


def _verdict(status: PdfSignatureStatus) -> Verdict:
    """What was signed first, then who: an altered paper proves nothing, whoever signed it."""
    is_whole = status.coverage in (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
    if not (status.intact and status.valid and is_whole and status.docmdp_ok and status.seed_value_ok):
        return Verdict.ALTERED
    if status.trusted:
        return Verdict.GOOD
    if status.revoked or status.trust_problem_indic in REVOKED:
        return Verdict.REVOKED
    return Verdict.EXPIRED if status.trust_problem_indic in OUT_OF_DAYS else Verdict.UNTRUSTED


def _sentence(verdict: Verdict, certificate: Certificate) -> str:
    sentences = {
        Verdict.GOOD: _("Chữ ký số hợp lệ: nội dung còn nguyên như khi ký, chứng thư đáng tin."),
        Verdict.ALTERED: _("Nội dung đã bị sửa hoặc thêm sau khi ký. Không dùng bản này; hãy lấy lại bản gốc."),
        Verdict.REVOKED: _("Chứng thư đã bị thu hồi. Hãy hỏi người ký trước khi dùng."),
        Verdict.EXPIRED: _("Nội dung còn nguyên, nhưng chứng thư chỉ có giá trị từ %(first)s đến %(last)s."),
        Verdict.UNTRUSTED: _("Nội dung còn nguyên, nhưng chưa biết nơi cấp chứng thư có đáng tin hay không."),
    }
    return sentences[verdict] % {
        "first": f"{localtime(certificate.not_valid_before):%d/%m/%Y}",
        "last": f"{localtime(certificate.not_valid_after):%d/%m/%Y}",
    }
