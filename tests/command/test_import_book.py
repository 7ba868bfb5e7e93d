"""`lantoa import-book` and `lantoa export-book` on the installed book."""

from pathlib import Path

import pytest

from lantoa.command import main
from lantoa.register.books.reading import read_book
from lantoa.register.models import Rating
from tests.register.books.workbooks import save, sound, spoilt

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_book_is_imported_and_exported_unchanged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(tmp_path, sound())

    assert main(["import-book", str(path)]) == 0
    assert main(["export-book", "-o", str(tmp_path / "ra.xlsx")]) == 0

    assert read_book(tmp_path / "ra.xlsx").book == read_book(path).book
    assert capsys.readouterr().out.splitlines()[0] == (
        "Đã ghi xong. 20 dòng mới, 0 dòng đã có trong sổ, 0 dòng bị từ chối."
    )


def test_a_book_with_refused_rows_is_not_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["import-book", str(save(tmp_path, spoilt("Xếp loại", 2, "Năm", 1900)))])

    assert (code, Rating.objects.count()) == (2, 0)
    assert capsys.readouterr().err == "Xếp loại\t2\tNăm\t1900\tnăm là số nguyên từ 1945 đến 2100\n"


def test_the_good_rows_are_imported_when_they_are_asked_for(tmp_path: Path) -> None:
    code = main(["import-book", str(save(tmp_path, spoilt("Xếp loại", 2, "Năm", 1900))), "--good-rows"])

    assert (code, Rating.objects.count()) == (2, 1)


def test_a_file_that_is_no_book_is_not_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "so.xlsx").write_text("xin chào")

    code = main(["import-book", str(tmp_path / "so.xlsx")])

    assert code == 2
    assert capsys.readouterr().err[:37] == "Tệp này không phải sổ Excel (.xlsx). "
