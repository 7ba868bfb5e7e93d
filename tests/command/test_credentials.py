"""A credential checked by the command alone: no network, no database; and the keys changed by it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lantoa.command import credentials
from lantoa.command.line import Refused
from lantoa.domain.credentials.verdicts import SENTENCES, STANDING, UNCHECKED, Verdict
from lantoa.recognition.credentials import keys
from tests.domain.credentials.keys import ANOTHER, OURS, jwk_of, signed_by_hand
from tests.domain.credentials.test_credentials import CLAIMS, GOOD, KID, NUMBER


def file(folder: Path, name: str, what: Any) -> str:
    place = folder / name
    place.write_text(what if isinstance(what, str) else json.dumps(what), encoding="utf-8")
    return str(place)


@pytest.fixture
def ours(tmp_path: Path) -> list[str]:
    return ["--keys", file(tmp_path, "khoa.json", {"keys": [jwk_of(OURS)]})]


def test_a_good_one_is_told_with_what_it_says(
    tmp_path: Path, ours: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    empty = file(tmp_path, "thu-hoi.json", {"revokedCredential": []})

    assert credentials.verify_credential([file(tmp_path, "a.jws", GOOD), *ours, "--revocations", empty]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "Cấp cho: Nguyễn Văn An",
        f"Danh hiệu: {CLAIMS['name']}",
        "Nơi cấp: Trường Cao đẳng Luật Sông Lam",
        "Căn cứ: Quyết định số 05/QĐ-SL ngày 15 tháng 01 năm 2026",
        f"Số huy hiệu: {NUMBER}",
        f"{SENTENCES[Verdict.GOOD]} {STANDING}",
    ]


def test_without_a_list_it_says_that_none_was_read(
    tmp_path: Path, ours: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    credentials.verify_credential([file(tmp_path, "a.jws", GOOD), *ours])

    assert capsys.readouterr().out.splitlines()[-1] == f"{SENTENCES[Verdict.GOOD]} {UNCHECKED}"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (GOOD[:-8] + "AAAAAAAA", Verdict.ALTERED),
        (GOOD, Verdict.REVOKED),
        (signed_by_hand(CLAIMS, "khac"), Verdict.UNKNOWN_KEY),
        (signed_by_hand(CLAIMS | {"exp": CLAIMS["nbf"] + 60}, KID), Verdict.EXPIRED),
    ],
)
def test_every_other_one_is_refused_with_its_sentence(
    tmp_path: Path, ours: list[str], text: str, verdict: Verdict
) -> None:
    gone = [{"id": CLAIMS["id"]}] if verdict is Verdict.REVOKED else []
    listed = file(tmp_path, "thu-hoi.json", {"revokedCredential": gone})

    with pytest.raises(Refused, match=SENTENCES[verdict]):
        credentials.verify_credential([file(tmp_path, "a.jws", text), *ours, "--revocations", listed])


@pytest.mark.parametrize("option", ["--keys", "--revocations"])
def test_a_file_that_is_none_is_named(tmp_path: Path, option: str) -> None:
    keys_file = file(tmp_path, "khoa.json", jwk_of(OURS))
    given = {"--keys": keys_file} | {option: file(tmp_path, "hong.json", "[")}
    options = [word for pair in given.items() for word in pair]

    with pytest.raises(Refused, match="không phải tệp JSON"):
        credentials.verify_credential([file(tmp_path, "a.jws", GOOD), *options])


def test_where_no_key_is_known_it_asks_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANTOA_DATA", str(tmp_path))

    with pytest.raises(Refused, match="--keys"):
        credentials.verify_credential([file(tmp_path, "a.jws", GOOD)])


def test_the_keys_of_this_place_are_listed_rotated_and_withdrawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANTOA_DATA", str(tmp_path))
    assert credentials.credential_key(["--rotate"]) == 0
    [first] = capsys.readouterr().out.splitlines()

    assert first == keys.newest(tmp_path / "credentials").name
    with pytest.raises(Refused, match="khac"):
        credentials.credential_key(["--withdraw", "khac"])
    credentials.credential_key(["--withdraw", first])
    assert capsys.readouterr().out == ""


def test_the_command_runs_without_database_and_settings(tmp_path: Path) -> None:
    given = [file(tmp_path, "a.jws", GOOD), "--keys", file(tmp_path, "khoa.json", jwk_of(ANOTHER))]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "lantoa", "verify-credential", *given]

    run = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr.strip()) == (1, "", SENTENCES[Verdict.UNKNOWN_KEY])
    assert sorted(place.name for place in tmp_path.iterdir()) == ["a.jws", "khoa.json"]
