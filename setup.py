"""The version is read from the first heading of CHANGELOG.md; everything else is in pyproject.toml."""

import re
from pathlib import Path

from setuptools import setup

CHANGES = Path(__file__).with_name("CHANGELOG.md").read_text(encoding="utf-8")
NEWEST = re.search(r"^## (\d+\.\d+\.\d+)", CHANGES, re.MULTILINE)
if NEWEST is None:
    raise SystemExit("CHANGELOG.md: no heading with a version (## 1.2.3)")

setup(version=NEWEST[1])
