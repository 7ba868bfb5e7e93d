"""Debian's Chromium for the browser tests: found, or installed."""

import os
import shutil

from debian import ensure

if __name__ == "__main__" and not (os.environ.get("LANTOA_CHROMIUM") or shutil.which("chromium")):
    ensure("chromium")
