"""Sealing a ballot for two tellers, so that neither alone, nor whoever has the database, can open it (libsodium)."""

import base64
from collections.abc import Sequence
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

KEY_BYTES = 32
CHECK_BYTES = 3  # finds a letter that was copied wrongly
GROUP = 4
TELLERS = 2
RECEIPT_BYTES = 10


class BadKey(ValueError):
    """Not a key as it was shown: a letter is missing or wrong."""


class CannotOpen(ValueError):
    """The envelope was not sealed for these keys, or was damaged."""


def new_pair() -> tuple[bytes, str]:
    """A key pair: the public part for the database, the private one in groups of letters for the teller's paper."""
    private = PrivateKey.generate()
    return bytes(private.public_key), _in_letters(bytes(private))


def private_of(text: str) -> bytes:
    """The private key out of what was typed, in any case and grouping; BadKey when it is none."""
    letters = "".join(text.split()).replace("-", "").upper()
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:  # also of letters that are none
        raise BadKey from None
    key, check = data[:KEY_BYTES], data[KEY_BYTES:]
    if len(key) != KEY_BYTES or check != _check(key):
        raise BadKey
    return key


def public_of(private: bytes) -> bytes:
    return bytes(PrivateKey(private).public_key)


def seal(slip: bytes, publics: Sequence[bytes]) -> bytes:
    """An envelope in an envelope: sealed for the first teller, then for the second; never twice the same bytes."""
    if len(publics) != TELLERS:
        raise ValueError(len(publics))
    for public in publics:
        slip = SealedBox(PublicKey(public)).encrypt(slip)
    return slip


def unseal(envelope: bytes, privates: Sequence[bytes]) -> bytes:
    """What was sealed, with the tellers' keys in their order; CannotOpen."""
    try:
        for private in reversed(privates):
            envelope = SealedBox(PrivateKey(private)).decrypt(envelope)
    except (CryptoError, ValueError):
        raise CannotOpen from None
    return envelope


def receipt_of(envelope: bytes) -> str:
    """A code that belongs to this envelope only; nothing about what is in it follows from it."""
    return _grouped(base64.b32encode(blake2b(envelope, digest_size=RECEIPT_BYTES).digest()).decode())


def _in_letters(key: bytes) -> str:
    return _grouped(base64.b32encode(key + _check(key)).decode().rstrip("="))


def _check(key: bytes) -> bytes:
    return blake2b(key, digest_size=CHECK_BYTES).digest()


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))
