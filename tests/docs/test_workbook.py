"""The reference of the workbook says what the reader reads: every sheet, every column, every list."""

from pathlib import Path

import pytest

from lantoa.register.books.layout import SHEETS, Column, Sheet

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "workbook.md"


def section_of(sheet: Sheet) -> list[str]:
    must = " Sheet này phải có." if sheet.required else ""
    rows = [row_of(column) for column in sheet.columns]
    return [
        f"## {sheet.name}",
        "",
        f"{sheet.hint}{must}",
        "",
        "| cột | ghi gì | chọn trong |",
        "| --- | --- | --- |",
        *rows,
    ]


def row_of(column: Column) -> str:
    name = f"**{column.name}**" if column.required else column.name
    choices = ", ".join(column.kind.choices or column.offers)
    longest = f" Nhiều nhất {column.longest} ký tự." if column.longest else ""
    return f"| {name} | {column.hint}{longest} | {choices} |"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
def test_the_reference_tells_every_column_of_the_sheet(sheet: Sheet) -> None:
    section = section_of(sheet)
    lines = PAGE.read_text(encoding="utf-8").splitlines()

    start = lines.index(section[0])

    assert lines[start : start + len(section)] == section
