"""`lantoa check-book` and `lantoa template`, as scripts lean on them."""

import json
from pathlib import Path

import pytest

from lantoa.command import main
from tests.register.books.workbooks import save, sound, spoilt


def test_a_sound_book_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check-book", str(save(tmp_path, sound()))])

    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    assert printed.out.splitlines()[-1] == "Không có lỗi."


def test_every_error_is_a_line_on_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check-book", str(save(tmp_path, spoilt("Xếp loại", 2, "Năm", 1900)))])

    assert code == 2
    assert capsys.readouterr().err == "Xếp loại\t2\tNăm\t1900\tnăm là số nguyên từ 1945 đến 2100\n"


def test_errors_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check-book", str(save(tmp_path, spoilt("Xếp loại", 2, "Năm", 1900))), "--format", "json"])

    printed = capsys.readouterr()
    assert (code, printed.err) == (2, "")
    assert json.loads(printed.out) == {
        "errors": [
            {
                "sheet": "Xếp loại",
                "row": 2,
                "column": "Năm",
                "value": "1900",
                "expected": "năm là số nguyên từ 1945 đến 2100",
            }
        ],
        "warnings": [],
        "formulas": [],
    }


def test_a_file_that_is_no_book_is_one_error_without_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "so.xlsx").write_text("xin chào")

    code = main(["check-book", str(tmp_path / "so.xlsx")])

    assert code == 2
    assert capsys.readouterr().err == (
        "\t0\t\tso.xlsx\tTệp này không phải sổ Excel (.xlsx). Hãy chọn đúng tệp sổ thi đua, "
        "hoặc tải mẫu sổ về để điền.\n"
    )


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check-book", str(tmp_path / "khong.xlsx")])

    assert code == 1
    assert capsys.readouterr().err == f"Không có tệp {tmp_path / 'khong.xlsx'}.\n"


def test_the_template_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    code = main(["template", "-o", str(tmp_path / "mau.xlsx")])

    assert code == 0
    assert (tmp_path / "mau.xlsx").stat().st_size > 0
