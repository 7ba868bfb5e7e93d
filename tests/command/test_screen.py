"""The command `screen` on the yardstick books: every verdict and every row of evidence."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lantoa.command import main
from lantoa.command.line import USAGE_ERROR
from tests.cases.reading import FOLDER

BOOKS = FOLDER / "books"
NAMES = ["so-mau-nho", "so-mau-bua-bon", "so-mau"]
SMALL = str(BOOKS / "so-mau-nho.xlsx")
ANNUAL = ["--tier", "school-annual", "--year", "2024"]

Document = dict[str, Any]


def screened(capsys: pytest.CaptureFixture[str], *arguments: str) -> Document:
    assert main(["screen", *arguments, "--format", "json"]) == 0
    document: Document = json.loads(capsys.readouterr().out)
    return document


def expected(name: str) -> Document:
    document: Document = json.loads((BOOKS / f"{name}.expected.json").read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize(("name", "tier_and_year"), [(name, key) for name in NAMES for key in expected(name)])
def test_the_yardstick(capsys: pytest.CaptureFixture[str], name: str, tier_and_year: str) -> None:
    tier, year = tier_and_year.split()

    document = screened(capsys, str(BOOKS / f"{name}.xlsx"), "--tier", tier, "--year", year)

    assert [_as_expected(subject) for subject in document["subjects"]] == expected(name)[tier_and_year]


def _as_expected(subject: Document) -> Document:
    criteria = {
        code: {
            "verdict": finding["verdict"],
            "evidence": [[place["sheet"], place["row"]] for place in finding["evidence"]],
        }
        for code, finding in subject["criteria"].items()
    }
    return {**{key: subject[key] for key in ("code", "kind", "verdict", "on_hold")}, "criteria": criteria}


def test_the_document_says_what_was_asked_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    document = screened(capsys, SMALL, *ANNUAL)

    assert {key: document[key] for key in ("plan", "tier", "year", "reference_date", "counts")} == {
        "plan": "nganh-tu-phap-2021-2025",
        "tier": "school-annual",
        "year": 2024,
        "reference_date": "2024-12-31",
        "counts": {"subjects": 30, "met": 4, "not_met": 23, "unknown": 3, "on_hold": 1},
    }


def test_every_finding_has_its_sentence_and_clause(capsys: pytest.CaptureFixture[str]) -> None:
    first = screened(capsys, SMALL, *ANNUAL)["subjects"][0]

    assert first["name"] == "Phạm Hữu Nga"
    assert first["criteria"]["SA-I1"]["clause"].startswith("II.2.b: ")
    assert "sổ khen thưởng năm 2024 chưa chốt" in first["criteria"]["SA-I1"]["reason"]


def test_another_reference_date_asks_about_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    document = screened(capsys, SMALL, *ANNUAL, "--as-of", "2012-06-30")

    assert document["reference_date"] == "2012-06-30"
    assert [subject["kind"] for subject in document["subjects"]] == ["individual"] * 11 + ["collective"] * 6


def test_without_a_year_the_last_year_of_the_plan_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert screened(capsys, SMALL, "--tier", "sector-period")["year"] == 2025


def test_the_table_ends_with_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["screen", SMALL, *ANNUAL]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == (
        "Điển hình tiên tiến của Trường hằng năm, năm 2024, xét ngày 31/12/2024: "
        "30 đối tượng; đạt 4, không đạt 23, chưa rõ 3; tạm hoãn 1."
    )


def test_the_workbook_has_verdicts_and_reasons(tmp_path: Path) -> None:
    target = tmp_path / "ket-qua.xlsx"

    assert main(["screen", SMALL, *ANNUAL, "--format", "xlsx", "-o", str(target)]) == 0

    workbook = openpyxl.load_workbook(target)
    assert workbook.sheetnames == ["Kết luận", "Lý do"]
    assert workbook["Kết luận"].max_row == 31
    assert workbook["Kết luận"]["A2"].value == "CB0001"


def test_json_can_go_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "ket-qua.json"

    assert main(["screen", SMALL, *ANNUAL, "--format", "json", "-o", str(target)]) == 0

    assert json.loads(target.read_text(encoding="utf-8"))["counts"]["subjects"] == 30


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([SMALL, "--tier", "village"], "Kế hoạch nganh-tu-phap-2021-2025 không có bậc «village»."),
        ([SMALL, "--tier", "school-annual", "--year", "2030"], "Năm 2030 nằm ngoài kế hoạch"),
        ([SMALL, "--tier", "school-annual", "--year", "0"], "Năm 0 nằm ngoài kế hoạch"),
        ([SMALL, "--tier", "school-period", "--year", "2024"], "năm phải là 2025, không phải 2024"),
        ([SMALL, *ANNUAL, "--plan", "xyz"], "Không có kế hoạch «xyz»."),
        ([SMALL, *ANNUAL, "--format", "xlsx"], "Dạng xlsx cần tên tệp"),
        ([SMALL, *ANNUAL, "--format", "xlsx", "-o", "khong-co/a.xlsx"], "Không mở được «khong-co/a.xlsx»"),
        (["khong-co.xlsx", *ANNUAL], "Không mở được «khong-co.xlsx»: không có tệp"),
        ([str(BOOKS / "so-mau-nho.expected.json"), *ANNUAL], "không phải sổ Excel"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main(["screen", *arguments]) == 1

    errors = capsys.readouterr().err
    assert sentence in errors
    assert len(errors.splitlines()) == 1


def test_a_wrong_date_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["screen", SMALL, *ANNUAL, "--as-of", "hôm nay"])

    assert stop.value.code == USAGE_ERROR
    assert "«hôm nay» không phải ngày" in capsys.readouterr().err


def test_a_book_with_refused_rows_gives_two_and_a_line_for_each(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    workbook = openpyxl.load_workbook(SMALL)
    workbook["Xếp loại"]["C2"] = "Giỏi"
    workbook["Khen thưởng"]["B3"] = 1800
    path = tmp_path / "hong.xlsx"
    workbook.save(path)

    assert main(["screen", str(path), *ANNUAL]) == 2

    output = capsys.readouterr()
    lines = [line.split("\t")[:4] for line in output.err.splitlines()]
    assert lines == [["Xếp loại", "2", "Mức", "Giỏi"], ["Khen thưởng", "3", "Năm", "1800"]]
    assert output.out == ""


def test_the_draft_of_the_next_edition_screens_without_new_code(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--plan", "nganh-tu-phap-2026-2030", "--tier", "school-annual", "--year", "2026"]

    document = screened(capsys, SMALL, *arguments)

    assert (document["year"], document["counts"]["subjects"]) == (2026, 30)
    assert set(document["subjects"][0]["criteria"]) == {"G1", "G2", "G3", "G4", "SA-I1", "SA-I2", "SA-I3"}
