"""A signed credential as it comes from outside: three parts of text, of which nothing is believed yet."""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

MOST_BYTES = 64 * 1024  # one of ours has 4,000
PARTS = re.compile(r"([\w-]+)\.([\w-]+)\.([\w-]*)", re.ASCII)
KEY_TYPES = {"RS256": "RSA", "ES256": "EC"}  # what readers of Open Badges know; the key is public
MEMBERS = {"RSA": ("e", "kty", "n"), "EC": ("crv", "kty", "x", "y")}  # RFC 7638


class NotACredential(ValueError):
    """What was given is no signed credential; the sentence says why."""


class BadFile(ValueError):
    """A file of keys or of revocations that cannot be read; the sentence says which and why."""


@dataclass(frozen=True, slots=True)
class Token:
    """Header and claims as written, and the text that the signature covers together with it."""

    text: str
    header: Mapping[str, Any]
    claims: Mapping[str, Any]

    @property
    def algorithm(self) -> str:
        return str(self.header["alg"])

    @property
    def key(self) -> str:
        """What the header calls the key; one that lies in the header itself proves nothing and is not looked at."""
        return str(self.header.get("kid", ""))


def read(data: bytes) -> Token:
    """The token of a file (.jws, .jwt); NotACredential."""
    if len(data) > MOST_BYTES:
        raise NotACredential("Tệp quá lớn, không phải huy hiệu số: huy hiệu số chỉ vài nghìn chữ.")
    text = data.decode("ascii", "replace").strip()
    found = PARTS.fullmatch(text)
    if found is None:
        raise NotACredential("Tệp không phải huy hiệu số dạng .jws, .jwt (Open Badges 3.0, ký dạng VC-JWT).")
    header, claims = (_object(part) for part in found.groups()[:2])
    if header.get("alg") not in KEY_TYPES or "crit" in header or not found[3]:
        raise NotACredential("Huy hiệu không có chữ ký số dùng được, nên không chứng minh gì.")
    return Token(text, header, claims)


def keys_in(text: str) -> list[dict[str, Any]]:
    """Public keys of a JWKS, or of a file that is one JWK; BadFile."""
    found = _file(text, "Tệp khóa")
    keys = found.get("keys", [found])
    if not isinstance(keys, list) or not all(isinstance(one, dict) and one.get("kty") in MEMBERS for one in keys):
        raise BadFile("Tệp khóa không phải danh sách khóa công khai dạng JWKS.")
    public = [{name: one.get(name) for name in (*MEMBERS[one["kty"]], "kid") if name in one} for one in keys]
    if not all(isinstance(value, str) for one in public for value in one.values()):
        raise BadFile("Tệp khóa có khóa hỏng.")
    return public


def revoked_in(text: str) -> frozenset[str]:
    """What a revocation list names, by the end of its address; BadFile."""
    found = _file(text, "Danh sách thu hồi")
    entries = found.get("revokedCredential", found.get("revokedCredentials"))
    if not isinstance(entries, list) or not all(isinstance(one, dict) and "id" in one for one in entries):
        raise BadFile("Danh sách thu hồi không đúng dạng 1EdTechRevocationList.")
    return frozenset(end_of(str(one["id"])) for one in entries if one.get("revoked", True) is not False)


def end_of(address: str) -> str:
    """The name at its end, which stays when an office moves to another address."""
    return address.rstrip("/").rpartition("/")[2].removesuffix(".json")


def thumbprint(key: Mapping[str, Any]) -> str:
    """The name that a key has by what it is (RFC 7638)."""
    members = {name: key.get(name, "") for name in MEMBERS[key["kty"]]}
    digest = sha256(json.dumps(members, separators=(",", ":"), sort_keys=True).encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _object(part: str) -> dict[str, Any]:
    try:
        found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotACredential("Huy hiệu hỏng: không đọc được nội dung bên trong.")
    return found


def _file(text: str, what: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadFile(f"{what} không phải tệp JSON đọc được.")
    return found
