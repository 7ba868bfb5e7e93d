"""Packages of Debian and Ubuntu: installed when we may, otherwise named in a sentence."""

import os
import shutil
import subprocess
import sys


def ensure(*packages: str) -> None:
    """Install the packages through apt; without the right to, end with the command a person must type."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(f"Còn thiếu gói {' '.join(packages)}. Hãy chạy: sudo apt install {' '.join(packages)}")
    print(f"Cài gói {' '.join(packages)} …", flush=True)
    if not _install(packages):
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        if not _install(packages):
            sys.exit(f"apt không cài được {' '.join(packages)}.")


def _install(packages: tuple[str, ...]) -> bool:
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    silent = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    return subprocess.run(command, check=False, env=quiet, **silent).returncode == 0
