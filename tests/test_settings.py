"""What the environment makes of the settings, read by a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

READ = """
import json, sys
from lantoa import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def settings_with(data: Path, *names: str, **environment: str) -> dict[str, Any]:
    without = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-c", READ, *names]
    told = without | {"LANTOA_DATA": str(data)} | environment
    answer = subprocess.run(command, env=told, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


@pytest.mark.parametrize("https", [True, False])
def test_cookies_are_kept_to_https_where_there_is_https(https: bool, tmp_path: Path) -> None:  # noqa: FBT001
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")

    found = settings_with(tmp_path, *names, LANTOA_HTTPS=str(int(https)))

    assert found == dict.fromkeys(names, https)


def test_browsers_are_told_to_stay_with_https_only_where_there_is_https(tmp_path: Path) -> None:
    without = settings_with(tmp_path, "SECURE_HSTS_SECONDS", LANTOA_HSTS_SECONDS="600")
    with_it = settings_with(tmp_path, "SECURE_HSTS_SECONDS", LANTOA_HSTS_SECONDS="600", LANTOA_HTTPS="1")

    assert (without["SECURE_HSTS_SECONDS"], with_it["SECURE_HSTS_SECONDS"]) == (0, 600)


def test_without_an_address_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    database = settings_with(tmp_path, "DATABASES")["DATABASES"]["default"]

    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", str(tmp_path / "lantoa.sqlite3"))


def test_a_postgresql_address_gets_a_pool_and_keeps_its_own_options(tmp_path: Path) -> None:
    address = "postgres://may@127.0.0.1:5433/lantoa?sslmode=require"

    database = settings_with(tmp_path, "DATABASES", DATABASE_URL=address)["DATABASES"]["default"]

    assert database["OPTIONS"] == {"sslmode": "require", "pool": {"min_size": 1, "max_size": 8, "timeout": 10}}


def test_passwords_are_slow_to_guess(tmp_path: Path) -> None:
    assert settings_with(tmp_path, "PASSWORD_HASHERS")["PASSWORD_HASHERS"] == [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]


def test_a_lock_is_of_a_name_at_an_address(tmp_path: Path) -> None:
    assert settings_with(tmp_path, "AXES_LOCKOUT_PARAMETERS")["AXES_LOCKOUT_PARAMETERS"] == [["username", "ip_address"]]
