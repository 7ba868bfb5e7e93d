"""The key the office holds on a card, USB token or HSM (PKCS#11): settings name its library, nothing its PIN."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pkcs11
from asn1crypto.x509 import Certificate
from django.conf import settings
from django.utils.translation import gettext as _
from pkcs11 import Attribute, ObjectClass, PKCS11Error, Session
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer

from lantoa.papers.signatures.verdicts import KeyRefused

ONE_AT_A_TIME = Lock()  # a token is open for the whole process: whoever comes meanwhile would sign without a PIN


@contextmanager
def held_on_token(pin: str) -> Iterator[Signer]:
    """The key of the token, until the block ends; KeyRefused, from within the block too."""
    with ONE_AT_A_TIME:
        try:
            session = _session(pin)
            try:
                yield _signer(session)
            finally:
                session.close()
        except (pkcs11.exceptions.PinIncorrect, pkcs11.exceptions.PinLenRange, pkcs11.exceptions.PinInvalid):
            raise KeyRefused(_("Sai mã PIN. Sai nhiều lần thì thẻ tự khóa.")) from None
        except pkcs11.exceptions.PinLocked:
            raise KeyRefused(_("Thẻ đã khóa vì sai mã PIN nhiều lần. Hãy nhờ nơi cấp chứng thư mở.")) from None
        except PKCS11Error:
            words = _("Không dùng được thẻ ký số. Hãy cắm thẻ vào máy chủ, hoặc nhờ quản trị hệ thống xem lại.")
            raise KeyRefused(words) from None


def _session(pin: str) -> Session:
    named = TokenCriteria(label=settings.TOKEN_LABEL) if settings.TOKEN_LABEL else None
    return open_pkcs11_session(settings.TOKEN_LIBRARY, token_criteria=named, user_pin=pin)


def _signer(session: Session) -> Signer:
    """Of the one certificate whose private key is on the token."""
    keys = {key[Attribute.ID] for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    certificates = [
        (one[Attribute.ID], one[Attribute.VALUE])
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        if one[Attribute.ID] in keys
    ]
    if len(certificates) != 1:
        words = _("Trên thẻ có %(count)s chứng thư kèm khóa; cần đúng một. Hãy nhờ quản trị hệ thống xem lại.")
        raise KeyRefused(words % {"count": len(certificates)})
    [(key_id, certificate)] = certificates
    signing_cert = Certificate.load(certificate)
    return PKCS11Signer(session, signing_cert=signing_cert, key_id=key_id, use_raw_mechanism=True)  # every token can
