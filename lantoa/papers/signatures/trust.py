"""Whom the office trusts: root certificates and lists of revoked ones, as files in the folder `trust` of its data."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from asn1crypto import pem
from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from django.conf import settings

FOLDER = "trust"
Kind = TypeVar("Kind", Certificate, CertificateList)

ROOT_ENDINGS = {".pem", ".crt", ".cer"}


def roots() -> list[Certificate]:
    """Every certificate in there; a file that is none is passed over."""
    return [one for data in _parts(ROOT_ENDINGS) if (one := _loaded(Certificate, data)) is not None]


def revocations() -> list[CertificateList]:
    """Lists of revoked certificates (`*.crl`), which the office fetches from its provider."""
    return [one for data in _parts({".crl"}) if (one := _loaded(CertificateList, data)) is not None]


def _parts(endings: set[str]) -> Iterator[bytes]:
    folder: Path = settings.DATA / FOLDER
    for file in sorted(folder.glob("*")):
        if file.suffix.casefold() in endings and file.is_file():
            yield from _unwrapped(file.read_bytes())


def _unwrapped(data: bytes) -> list[bytes]:
    """The DER bytes of each part of a PEM file; a DER file as it is."""
    if not pem.detect(data):
        return [data]
    try:
        return [part for _kind, _headers, part in pem.unarmor(data, multiple=True)]
    except ValueError:
        return []


def _loaded(kind: type[Kind], data: bytes) -> Kind | None:
    """Read to its end, so that damage shows here and not in the middle of a check."""
    try:
        found = kind.load(data, strict=True)
        _whole = found.native
    except (ValueError, TypeError):
        return None
    return found
