"""What `pip install .` installs: every file of the product, and nothing of the tests."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = {"DJANGO_SETTINGS_MODULE": "lantoa.settings"}
NOT_SHIPPED = {".po"}  # what the .mo beside it was made from


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """The wheel as built from a copy of the tree, for building writes into it."""
    copy, target = tmp_path_factory.mktemp("tree") / "lan-toa", tmp_path_factory.mktemp("wheel")
    away = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "lantoa", copy / "lantoa", ignore=away)
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "CHANGELOG.md", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = f"from setuptools.build_meta import build_wheel; build_wheel({str(target)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=copy, check=True, capture_output=True)
    with zipfile.ZipFile(next(target.glob("*.whl"))) as built:
        yield built


def test_every_file_of_the_product_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    ours = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "lantoa").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in NOT_SHIPPED
    }

    assert sorted(ours - set(wheel.namelist())) == []


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"lantoa"}


def test_the_licence_goes_with_it(wheel: zipfile.ZipFile) -> None:
    licence = next(name for name in wheel.namelist() if name.endswith("licenses/LICENSE"))

    assert wheel.read(licence) == (ROOT / "LICENSE").read_bytes()


def test_once_installed_it_packs_its_own_source(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    ask = "from lantoa.web.queries.source import files; print(*(name for name, _ in files()))"

    told = os.environ | SETTINGS | {"PYTHONPATH": str(tmp_path), "LANTOA_DATA": str(tmp_path / "data")}
    answer = subprocess.run([sys.executable, "-c", ask], cwd=tmp_path, env=told, check=True, capture_output=True)

    expected = [name for name in wheel.namelist() if name.startswith("lantoa/")]
    assert sorted(answer.stdout.decode().split()) == sorted([*expected, "LICENSE", "METADATA", "entry_points.txt"])
