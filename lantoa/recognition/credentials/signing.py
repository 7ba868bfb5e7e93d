"""A credential signed as a compact JWS (RS256, which every reader of Open Badges knows), and the check of one."""

import json
from collections.abc import Mapping
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, RSAKey

from lantoa.domain.credentials.token import Token

ALGORITHM = "RS256"


def signed(claims: Mapping[str, Any], key: RSAKey, address: str) -> str:
    """`address` is where the public key lies; a reader without network knows the key by the end of it."""
    header = {"alg": ALGORITHM, "kid": address, "typ": "JWT"}
    text = json.dumps(claims, ensure_ascii=False, separators=(",", ":"))
    return jws.serialize_compact(header, text.encode(), key, algorithms=[ALGORITHM])


def holds(token: Token, key: Mapping[str, Any]) -> bool:
    """Whether the signature of the token is that key's; a key that is none holds nothing."""
    try:
        known = JWKRegistry.import_key(dict(key))
        jws.deserialize_compact(token.text, known, algorithms=[token.algorithm])
    except (JoseError, ValueError, TypeError):
        return False
    return True
