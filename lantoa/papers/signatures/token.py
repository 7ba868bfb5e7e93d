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

from lantoa.domain.vietnamese import fold
from lantoa.papers.signatures.verdicts import KeyRefused, common_name

ONE_AT_A_TIME = Lock()  # a token is open for the whole process: whoever comes meanwhile would sign without a PIN


@contextmanager
def held_on_token(pin: str, name: str = "") -> Iterator[Signer]:
    """The key of the token, until the block ends; KeyRefused, from within the block too.

    A token with certificates of several people wants the name of the one who signs.
    """
    with ONE_AT_A_TIME:
        try:
            session = _session(pin)
            try:
                yield _signer(session, name)
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


def _signer(session: Session, name: str) -> Signer:
    """Of the certificate of that name whose private key is on the token; of a renewed one the newest."""
    held = _held(session)
    if not held:
        raise KeyRefused(_("Trên thẻ không có chứng thư nào kèm khóa. Hãy nhờ quản trị hệ thống xem lại."))
    chosen = [one for one in held if fold(one) == fold(name)] if name.strip() else list(held)
    if len(chosen) != 1:
        words = _("Trên thẻ có chứng thư của: %(names)s. Hãy ghi tên người ký đúng như một trong các tên ấy.")
        raise KeyRefused(words % {"names": ", ".join(sorted(held))})
    key_id, certificate = held[chosen[0]]
    return PKCS11Signer(session, signing_cert=certificate, key_id=key_id, use_raw_mechanism=True)  # every token can


def _held(session: Session) -> dict[str, tuple[bytes, Certificate]]:
    """Names -> number of the key and certificate."""
    keys = {key[Attribute.ID] for key in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})}
    found = [
        (one[Attribute.ID], Certificate.load(one[Attribute.VALUE]))
        for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE})
        if one[Attribute.ID] in keys
    ]
    found.sort(key=lambda pair: pair[1].not_valid_after)
    return {common_name(certificate.subject.native): (number, certificate) for number, certificate in found}
