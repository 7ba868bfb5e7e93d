"""Signatures of PDF files that strangers made, read in a process of its own: little memory, little time, no secrets."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime

from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from django.utils.translation import gettext as _

from lantoa.papers.signatures.verdicts import Signature, Verdict

SECONDS = 60  # on a machine under load; a PDF of an office takes two, most of them to start
CHILD = "lantoa.papers.signatures.child"
KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "TZ")


def signatures(
    data: bytes,
    *,
    roots: Iterable[Certificate],
    revocations: Iterable[CertificateList],
    at: datetime,
    seconds: float = SECONDS,
) -> list[Signature]:
    """As `reading.signatures` tells them; a file that is too much for the process is unreadable."""
    asked = {"roots": _parts(roots), "revocations": _parts(revocations), "at": at.isoformat()}
    try:
        ended = subprocess.run(  # noqa: S603  (our own words)
            [sys.executable, "-m", CHILD],
            input=json.dumps(asked).encode() + b"\n" + data,
            env=_environment(),
            capture_output=True,
            timeout=seconds,
            check=True,
        )
        return [Signature(**one | {"verdict": Verdict(one["verdict"])}) for one in json.loads(ended.stdout)]
    except (subprocess.SubprocessError, ValueError):
        return [Signature(Verdict.UNREADABLE, _("Không kiểm tra được chữ ký số: tệp PDF dựng sai hoặc quá nặng."))]


def _parts(found: Iterable[Certificate] | Iterable[CertificateList]) -> list[str]:
    return [base64.b64encode(one.dump()).decode() for one in found]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
