"""Two keys, and a credential signed by hand with nothing of the product's: only the bare library of ciphers."""

import base64
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.jwk import RSAKey

OURS = rsa.generate_private_key(65537, 2048)
ANOTHER = rsa.generate_private_key(65537, 2048)


def key_of(private: RSAPrivateKey) -> RSAKey:
    return RSAKey.import_key(private)


def jwk_of(private: RSAPrivateKey) -> dict[str, Any]:
    numbers = private.public_key().public_numbers()
    return {"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)}


def encoded(value: Any) -> str:
    return _part(json.dumps(value).encode())


def signed_by_hand(
    claims: dict[str, Any], kid: str, *, header: dict[str, Any] | None = None, by: RSAPrivateKey = OURS
) -> str:
    words = f"{encoded(header or {'alg': 'RS256', 'kid': kid})}.{encoded(claims)}"
    return f"{words}.{_part(by.sign(words.encode(), padding.PKCS1v15(), SHA256()))}"


def _number(value: int) -> str:
    return _part(value.to_bytes((value.bit_length() + 7) // 8))


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
