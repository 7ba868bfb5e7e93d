"""LibreOffice, which prints Word papers as PDF: found, or installed where we may.

`libreoffice.py run` goes on without it and says what that means; `libreoffice.py tests` needs it, and the tools that
look into what was printed.
"""

import shutil
import subprocess
import sys

from debian import ensure

OFFICE = {"soffice": "libreoffice-writer-nogui"}
TOOLS = {"pdftoppm": "poppler-utils", "softhsm2-util": "softhsm2"}


def main(kind: str) -> None:
    wanted = OFFICE if kind == "run" else OFFICE | TOOLS
    missing = [package for program, package in wanted.items() if shutil.which(program) is None]
    if not missing:
        return
    try:
        ensure(*missing)
    except (SystemExit, subprocess.CalledProcessError) as refused:
        if kind != "run":
            raise
        why = refused if isinstance(refused, SystemExit) else "apt không chạy được, có thể do mất mạng."
        print(f"Chưa có LibreOffice: giấy tờ chỉ ra tệp Word, chưa ra PDF. {why}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
