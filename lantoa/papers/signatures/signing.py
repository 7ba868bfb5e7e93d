"""Signing a PDF (PAdES) with a key that is there for the moment only: neither it nor its password is kept."""

from datetime import datetime
from io import BytesIO
from typing import cast

from asn1crypto.x509 import Certificate
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer, SimpleSigner

from lantoa.papers.signatures import showing
from lantoa.papers.signatures.aside import aside
from lantoa.papers.signatures.verdicts import KeyRefused, PaperRefused

FIELD = "ChuKy{number}"


def held_in_file(data: bytes, password: str) -> Signer:
    """The key of a PKCS#12 file (.p12, .pfx)."""
    try:
        signer = SimpleSigner.load_pkcs12_data(data, [], password.encode())
    except (ValueError, TypeError, AttributeError):  # the last two: a file that holds no key
        raise KeyRefused(_("Không mở được khóa: sai mật khẩu, hoặc tệp không phải khóa .p12, .pfx.")) from None
    return cast("Signer", signer)


def signed(pdf: bytes, signer: Signer, *, at: datetime, goes_with: str = "") -> bytes:
    """The PDF with one signature more, after those it has; KeyRefused out of the days of its certificate.

    It shows nothing, unless the paper goes along with another: then the reference of that one and the time.
    """
    _insist_on_days(signer.signing_cert, at)
    try:
        written = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
        number = len(written.prev.embedded_signatures) + 1
        meta = PdfSignatureMetadata(
            field_name=FIELD.format(number=number), subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
        )
        pdf_signer = PdfSigner(meta, signer)
        if goes_with:
            shown = showing.place(meta.field_name or "", written)
            pdf_signer = PdfSigner(meta, signer, stamp_style=showing.style(), new_field_spec=shown)
        said = {"words": showing.words(goes_with, at)}
        made: BytesIO = aside(lambda: pdf_signer.sign_pdf(written, appearance_text_params=said))
    except (LookupError, PdfError, SigningError):
        raise PaperRefused(_("Không ký được bản PDF này: tệp hỏng, có mật khẩu hoặc không cho ký thêm.")) from None
    return made.getvalue()


def _insist_on_days(certificate: Certificate | None, at: datetime) -> None:
    if certificate is None:
        raise KeyRefused(_("Tệp khóa không có chứng thư. Hãy xuất lại khóa kèm chứng thư."))
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first <= at <= last:
        words = _("Chứng thư của khóa chỉ có giá trị từ %(first)s đến %(last)s. Hãy dùng khóa còn hạn.")
        raise KeyRefused(words % {"first": f"{localtime(first):%d/%m/%Y}", "last": f"{localtime(last):%d/%m/%Y}"})
