"""The process that `apart` starts: bounds itself, then reads one PDF and says what its signatures prove."""

import base64
import json
import logging
import sys
from dataclasses import asdict
from datetime import datetime

from asn1crypto.crl import CertificateList
from asn1crypto.x509 import Certificate
from django.conf import settings

from lantoa.papers.signatures.reading import signatures

MEMORY = 1024**3  # bytes, of addresses; a PDF of 20 MB needs a third
CPU_SECONDS = 30

if sys.platform == "win32":  # has the clock of the caller only

    def bound() -> None:
        return

else:
    import resource

    def bound() -> None:
        """No more memory and time than this; no file is written, not even by a crash."""
        bounds = {
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_CPU: CPU_SECONDS,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for what, most in bounds.items():
            resource.setrlimit(what, (most, most))


def main() -> None:
    """A line of what to trust comes in, then the PDF; the signatures go out."""
    bound()
    settings.configure(USE_I18N=False, USE_TZ=True, TIME_ZONE="Asia/Ho_Chi_Minh")  # sentences as they are written
    logging.disable()
    asked, _line, data = sys.stdin.buffer.read().partition(b"\n")
    words = json.loads(asked)
    found = signatures(
        data,
        roots=[Certificate.load(base64.b64decode(one)) for one in words["roots"]],
        revocations=[CertificateList.load(base64.b64decode(one)) for one in words["revocations"]],
        at=datetime.fromisoformat(words["at"]),
    )
    sys.stdout.write(json.dumps([asdict(one) for one in found]))


if __name__ == "__main__":
    main()
