"""Settings from the environment: read, or refused with their name and what was expected."""

import stat
from pathlib import Path

import pytest

from lantoa.environment import SETTINGS, BadSetting, read_all
from lantoa.secret_key import kept_key
from lantoa.settings import SQLITE_OPTIONS

REFUSED = [
    ("LANTOA_DATA", " "),
    ("LANTOA_DATA", __file__),
    ("DATABASE_URL", "mysql://may/lantoa"),
    ("DATABASE_URL", "postgres://may"),
    ("LANTOA_SECRET_KEY", "ngắn"),
    ("LANTOA_HOSTS", "http://thidua.example"),
    ("LANTOA_HOSTS", " , "),
    ("LANTOA_HTTPS", "perhaps"),
    ("LANTOA_HSTS_SECONDS", "-1"),
    ("LANTOA_PROXIES", "một"),
    ("LANTOA_PUBLIC_TIPS", "maybe"),
    ("LANTOA_MAIL", "imap://mail.example"),
    ("LANTOA_MAIL_FROM", "nobody"),
    ("LANTOA_HOME", "lantoa.example"),
    ("LANTOA_DAILY_HOUR", "24"),
    ("LANTOA_TOKEN", "/khong/co/thu-vien.so"),
    ("LANTOA_TOKEN_LABEL", "dài" * 20),
    ("LANTOA_SOURCE", "ma-nguon.truong.vn"),
    ("LANTOA_TASK_LEASE", "0"),
    ("LANTOA_LOG_LEVEL", "LOUD"),
    ("LANTOA_DEBUG", ""),
]


def test_every_setting_has_a_default_that_can_be_read() -> None:
    assert list(read_all({})) == [setting.name for setting in SETTINGS]


@pytest.mark.parametrize(("name", "text"), REFUSED)
def test_a_bad_setting_is_refused_by_its_name_with_what_was_expected(name: str, text: str) -> None:
    expected = next(setting.expected for setting in SETTINGS if setting.name == name)

    with pytest.raises(BadSetting, match=name) as refused:
        read_all({name: text})

    assert str(refused.value).endswith(f"không dùng được: cần {expected}.")


def test_every_setting_has_a_value_it_refuses() -> None:
    assert {name for name, _ in REFUSED} == {setting.name for setting in SETTINGS}


@pytest.mark.parametrize("name", ["LANTOA_SECRET_KEY", "DATABASE_URL"])
def test_a_refused_secret_is_not_repeated(name: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read_all({name: "mat-khau"})

    assert "mat-khau" not in str(refused.value)


def test_hosts_are_parted_by_commas() -> None:
    assert read_all({"LANTOA_HOSTS": "thidua.example, 10.0.0.5"})["LANTOA_HOSTS"] == ["thidua.example", "10.0.0.5"]


@pytest.mark.parametrize(("text", "value"), [("1", True), ("có", True), ("0", False), ("không", False)])
def test_yes_and_no_may_be_said_in_vietnamese(text: str, value: bool) -> None:  # noqa: FBT001
    assert read_all({"LANTOA_HTTPS": text})["LANTOA_HTTPS"] is value


def test_sqlite_is_opened_for_several_writers_and_for_a_power_cut() -> None:
    assert SQLITE_OPTIONS == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }


def test_the_secret_key_is_made_once(tmp_path: Path) -> None:
    first = kept_key(tmp_path / "data" / "secret_key")

    assert kept_key(tmp_path / "data" / "secret_key") == first
    assert len(first) >= 50


def test_the_secret_key_is_its_owners_alone(tmp_path: Path) -> None:
    kept_key(tmp_path / "secret_key")

    assert [stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()] == [0o600]
