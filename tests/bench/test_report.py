"""The table of results: in line for the terminal, as Markdown for the reference, and quoted by the README."""

from pathlib import Path

import pytest

from bench import report
from bench.report import Row, as_markdown, as_text, at_most, spell

ROWS = [at_most("Rà soát", 2.5, 12.0, "s", headline=True), at_most("Bộ nhớ", 200.0, 180.0, "MB"), Row("Đếm", "7")]


@pytest.mark.parametrize(
    ("value", "written"),
    [(15, "15"), (123.4, "123"), (12.34, "12,3"), (1.234, "1,23"), (0.0123, "0,012"), (0.000_12, "0,0001")],
)
def test_a_number_is_written_with_three_figures_and_a_comma(value: float, written: str) -> None:
    assert spell(value) == written


def test_a_row_says_whether_the_target_is_kept() -> None:
    assert [row.verdict for row in ROWS] == ["đạt", "CHƯA ĐẠT", ""]


def test_the_columns_stand_in_line() -> None:
    assert as_text(ROWS).splitlines()[1:] == [
        "Rà soát  2,50 s   ≤ 12,0 s  đạt",
        "Bộ nhớ   200 MB   ≤ 180 MB  CHƯA ĐẠT",
        "Đếm      7",
    ]


def test_the_readme_quotes_the_rows_between_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("trước\n<!-- bench -->\ncũ\n<!-- /bench -->\nsau\n", encoding="utf-8")
    monkeypatch.setattr(report, "README", readme)

    report.quote(ROWS[:1])

    assert readme.read_text(encoding="utf-8") == (
        f"trước\n<!-- bench -->\n{as_markdown(ROWS[:1])}<!-- /bench -->\nsau\n"
    )
