"""Whoever meets the product may have its source: offered at the foot of every page, packed from what runs."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any, cast
from zipfile import ZipFile

import pytest
from django.test import Client

from lantoa.settings import PACKAGE
from tests.cast import Cast, signed_in

LINK = '<li><a href="/ma-nguon/">Mã nguồn</a></li>'


@pytest.mark.parametrize("address", ["/", "/dang-nhap/", "/quen-mat-khau/", "/ma-nguon/"])
def test_whoever_is_signed_out_is_offered_the_source(db: None, address: str) -> None:
    assert LINK in Client().get(address).content.decode()


@pytest.mark.parametrize("who", ["officer", "head", "staff", "administrator", "stranger"])
def test_whoever_is_signed_in_is_offered_the_source(cast: Cast, who: str) -> None:
    assert LINK in signed_in(getattr(cast, who)).get("/ban-lam-viec/").content.decode()


def test_the_page_names_the_licence(db: None) -> None:
    assert "GNU Affero GPL phiên bản 3" in Client().get("/ma-nguon/").content.decode()


def test_the_page_names_the_place_of_publication_where_there_is_one(db: None, settings: Any) -> None:
    without = Client().get("/ma-nguon/").content.decode()
    settings.SOURCE = "https://ma-nguon.truong.vn/lan-toa"

    named = Client().get("/ma-nguon/").content.decode()

    assert "Nơi phát hành" not in without
    assert '<a href="https://ma-nguon.truong.vn/lan-toa" rel="noreferrer">' in named


def test_the_source_is_what_runs_and_what_it_is_built_from(db: None) -> None:
    answer = Client().get("/ma-nguon/tai-ve/")

    with ZipFile(BytesIO(b"".join(cast(Iterable[bytes], answer.streaming_content)))) as archive:  # type: ignore[attr-defined]
        names = set(archive.namelist())
        verdict = archive.read("lan-toa/lantoa/domain/verdict.py")
    assert verdict == (PACKAGE / "domain" / "verdict.py").read_bytes()
    assert {f"lan-toa/{name}" for name in ("LICENSE", "pyproject.toml", "requirements/run.lock", "Makefile")} <= names
    assert {name.split("/")[1] for name in names} & {"var", ".git", ".venv"} == set()
    assert [name for name in names if name.endswith((".pyc", ".sqlite3", "secret_key"))] == []
