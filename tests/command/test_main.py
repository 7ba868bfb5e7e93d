"""The command as typed: help, version, mistakes, and errors that are one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.command import COMMANDS, main


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lantoa", *arguments]
    settings = os.environ | {"DJANGO_SETTINGS_MODULE": "lantoa.settings"} | environment
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("words", [[], ["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0

    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()[2:]]
    assert listed == [command.name for command in COMMANDS]


def test_an_unknown_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dance"]) == 64
    assert capsys.readouterr().err.startswith("Không có lệnh «dance».")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([getattr(command, "name"), "--help"])  # noqa: B009  (pytest's ids hide its type)

    assert ended.value.code == 0
    assert f"lantoa {getattr(command, 'name')}" in capsys.readouterr().out  # noqa: B009


def test_a_wrong_option_is_a_usage_error_not_a_refused_book() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--colour", "red"])

    assert ended.value.code == 64


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["screen"], "còn thiếu: --tier"),
        (["screen", "--tier", "school-annual", "--year", "nay"], "--year: «nay» không phải số nguyên"),
        (["serve", "--port", "0"], "--port: cần số từ 1 đến 65535, không phải 0"),
        (["check-book", "a.xlsx", "--format", "xml"], "--format: không có «xml»; chọn một trong: 'table', 'json'"),
        (["check-book", "a.xlsx", "b.xlsx"], "không có lựa chọn hay đầu vào này: b.xlsx"),
        (["template", "-o"], "-o/--output: cần một giá trị đi sau"),
    ],
)
def test_a_mistake_of_typing_is_told_in_vietnamese(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(words)

    usage, *_, told = capsys.readouterr().err.splitlines()
    assert told == f"lantoa {words[0]}: {sentence}"
    assert usage.startswith(f"Dùng: lantoa {words[0]}")


def test_a_bad_setting_is_one_sentence_with_its_name(tmp_path: Path) -> None:
    answer = run("migrate", LANTOA_DATA=str(tmp_path), LANTOA_PROXIES="vài")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "Thiết lập LANTOA_PROXIES = «vài» không dùng được: cần số nguyên không âm.\n"


def test_a_data_folder_that_cannot_be_written_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    answer = run("migrate", LANTOA_DATA=str(tmp_path / "file" / "data"), LANTOA_SECRET_KEY="")

    assert answer.returncode == 1
    assert answer.stderr.startswith("Thiết lập LANTOA_DATA = «")
    assert len(answer.stderr.splitlines()) == 1


def test_a_reader_that_has_seen_enough_gets_no_traceback() -> None:
    shell = f"{sys.executable} -m lantoa --help | true"

    answer = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)  # noqa: S607

    assert answer.stderr == ""
