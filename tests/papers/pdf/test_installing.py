"""LibreOffice is installed where we may; where not, the server starts without it and the tests do not."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "libreoffice.py"


def asked(kind: str, path: Path) -> subprocess.CompletedProcess[str]:
    """On a machine whose programs are those in a folder: no apt, so nothing can be installed."""
    told = {"PATH": str(path), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, SCRIPT, kind], env=told, capture_output=True, text=True, check=False)


def programs(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text("", encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def test_without_the_right_to_install_the_server_starts_and_says_what_is_missing(tmp_path: Path) -> None:
    answer = asked("run", tmp_path)

    assert answer.returncode == 0
    assert answer.stdout.strip() == (
        "Chưa có LibreOffice: giấy tờ chỉ ra tệp Word, chưa ra PDF. Còn thiếu gói libreoffice-writer-nogui. "
        "Hãy chạy: sudo apt install libreoffice-writer-nogui"
    )


def test_the_tests_do_not_start_without_it(tmp_path: Path) -> None:
    answer = asked("tests", programs(tmp_path, "soffice", "softhsm2-util"))

    assert (answer.returncode, answer.stderr.strip()) == (
        1,
        "Còn thiếu gói poppler-utils. Hãy chạy: sudo apt install poppler-utils",
    )


def test_nothing_is_done_where_it_is_there(tmp_path: Path) -> None:
    answer = asked("run", programs(tmp_path, "soffice"))

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
