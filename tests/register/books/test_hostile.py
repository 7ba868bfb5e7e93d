"""Files that must not be read are refused with a sentence, quickly and in little memory."""

import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from lantoa.register.books.findings import RowError
from lantoa.register.books.reading import read_book
from tests.register.books.workbooks import save, sound, spoilt

SECONDS, KILOBYTES = 2.0, 64 * 1024
MEGABYTE = 1 << 20
READ = """
import json, sys, time
from pathlib import Path
from lantoa.register.books.findings import UnreadableBook
from lantoa.register.books.reading import read_book
began = time.process_time()
try:
    read_book(Path(sys.argv[1]))
    said = "read"
except UnreadableBook as error:
    said = str(error)
spent = time.process_time() - began
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([said, spent, int(peak.split()[1])]))
"""


@dataclass(frozen=True)
class Answer:
    said: str
    seconds: float
    kilobytes: int


def read_apart(path: Path) -> Answer:
    """Read the file in a process of its own and measure it."""
    run = subprocess.run([sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True)
    return Answer(*json.loads(run.stdout))


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The workbook with its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def in_first_sheet(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(old, new, 1)

    return change


def not_a_workbook(folder: Path) -> Path:
    path = folder / "so.xlsx"
    path.write_bytes(b"%PDF-1.7 not a workbook")
    return path


def empty_file(folder: Path) -> Path:
    path = folder / "so.xlsx"
    path.touch()
    return path


def a_word_document(folder: Path) -> Path:
    path = folder / "so.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return path


def another_ending(folder: Path) -> Path:
    return save(folder, sound()).rename(folder / "so.xlsm")


def a_renamed_macro_file(folder: Path) -> Path:
    return repacked(save(folder, sound()), lambda parts: parts.update({"xl/vbaProject.bin": b"\xd0\xcf"}))


def a_password(folder: Path) -> Path:
    path = folder / "so.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    return path


def an_old_workbook(folder: Path) -> Path:
    path = folder / "so.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "Workbook".encode("utf-16-le"))
    return path


def half_a_file(folder: Path) -> Path:
    path = save(folder, sound())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def a_broken_part(folder: Path) -> Path:
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", b"</sheetDa"))


def links_to_another_file(folder: Path) -> Path:
    return repacked(
        save(folder, sound()), lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
    )


def a_declared_bomb(folder: Path) -> Path:
    path = save(folder, sound())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/image1.png", "w") as part:
        for _ in range(210):
            part.write(bytes(MEGABYTE))
    return path


def a_bomb_by_ratio(folder: Path) -> Path:
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", b"</sheetData>" + b" " * 100 * MEGABYTE))


def a_lying_bomb(folder: Path) -> Path:
    """Two hundred megabytes that say they are a thousand bytes, with the checksum of those."""
    path = save(folder, sound())
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(200)) + packer.flush()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/sharedStrings.xml", body)
    data = bytearray(path.read_bytes())
    declared = struct.pack("<HHHIII", zipfile.ZIP_DEFLATED, 0, 0, zlib.crc32(bytes(1000)), len(body), 1000)
    for signature, method_at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.rfind(signature) + method_at
        data[at : at + 18] = declared
    path.write_bytes(bytes(data))
    return path


def a_bomb_in_the_bomb(folder: Path) -> Path:
    inner = folder / "inner.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(20 * MEGABYTE))
    outer = folder / "so.xlsx"
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.write(inner, f"{number}.zip")
    return outer


def a_million_files(folder: Path) -> Path:
    path = folder / "so.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"")
    return path


def a_laughing_part(folder: Path) -> Path:
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'
    return repacked(save(folder, sound()), in_first_sheet(b"<worksheet", entities))


def a_million_empty_rows(folder: Path) -> Path:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(5, 1_048_577))
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", rows + b"</sheetData>"))


def a_last_row_far_below(folder: Path) -> Path:
    row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", row))


def a_last_cell_far_away(folder: Path) -> Path:
    row = b"<row><c r='XFD9999' t='inlineStr'><is><t>x</t></is></c></row></sheetData>"
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", row))


def a_last_cell_far_away_in_small_letters(folder: Path) -> Path:
    row = b"<row><c t='inlineStr' r = 'xfd9999'><is><t>x</t></is></c></row></sheetData>"
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", row))


def a_row_of_five_thousand_digits(folder: Path) -> Path:
    row = b"<row r='" + b"9" * 5_000 + b"'><c t='inlineStr'><is><t>x</t></is></c></row></sheetData>"
    return repacked(save(folder, sound()), in_first_sheet(b"</sheetData>", row))


def a_promise_of_five_thousand_digits(folder: Path) -> Path:
    texts = b'<sst uniqueCount="' + b"9" * 5_000 + b'"></sst>'
    return repacked(save(folder, sound()), lambda parts: parts.update({"xl/sharedStrings.xml": texts}))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (not_a_workbook, "Tệp này không phải sổ Excel (.xlsx)."),
        (empty_file, "Tệp này không phải sổ Excel (.xlsx)."),
        (a_word_document, "Tệp này không phải sổ Excel (.xlsx)."),
        (another_ending, "Tệp .xlsm có thể chứa macro nên không nhận."),
        (a_renamed_macro_file, "Tệp có macro nên không nhận, dù tên là .xlsx."),
        (a_password, "Tệp đang đặt mật khẩu."),
        (an_old_workbook, "Tệp .xls là kiểu Excel cũ (97-2003)."),
        (half_a_file, "Tệp bị hỏng hoặc tải về chưa đủ."),
        (a_broken_part, "Tệp bị hỏng hoặc tải về chưa đủ."),
        (links_to_another_file, "Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác."),
        (a_declared_bomb, "Tệp bung ra quá lớn so với một sổ thi đua"),
        (a_bomb_by_ratio, "Tệp bung ra quá lớn so với một sổ thi đua"),
        (a_lying_bomb, "Tệp bung ra quá lớn so với một sổ thi đua"),
        (a_bomb_in_the_bomb, "Tệp này không phải sổ Excel (.xlsx)."),
        (a_million_files, "Tệp bung ra quá lớn so với một sổ thi đua"),
        (a_laughing_part, "Tệp bị hỏng hoặc tải về chưa đủ."),
        (a_million_empty_rows, "Tệp có hàng chục nghìn dòng trống"),
        (a_last_row_far_below, "Tệp có hàng chục nghìn dòng trống"),
        (a_last_cell_far_away, "Tệp có hàng chục nghìn dòng trống"),
        (a_last_cell_far_away_in_small_letters, "Tệp có hàng chục nghìn dòng trống"),
        (a_row_of_five_thousand_digits, "Tệp có hàng chục nghìn dòng trống"),
        (a_promise_of_five_thousand_digits, "Tệp bị hỏng hoặc tải về chưa đủ."),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_hostile_file_is_refused_within_two_seconds_and_64_megabytes(
    tmp_path: Path, make: Callable[[Path], Path], sentence: str
) -> None:
    answer = read_apart(make(tmp_path))

    assert answer.said[: len(sentence)] == sentence
    assert answer.seconds < SECONDS
    assert answer.kilobytes < KILOBYTES


def test_a_sheet_that_only_claims_a_million_rows_is_read(tmp_path: Path) -> None:
    path = repacked(
        save(tmp_path, sound()), in_first_sheet(b'<dimension ref="A1:E4"/>', b'<dimension ref="A1:XFD1048576"/>')
    )

    answer = read_apart(path)

    assert answer.said == "read"
    assert answer.kilobytes < KILOBYTES


def with_formula(folder: Path, cached: bytes) -> Path:
    """The sound book where the first rating's year is a formula, with or without its value."""
    path = save(folder, spoilt("Xếp loại", 2, "Năm", "=2000+24"))

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet4.xml"
        parts[name] = parts[name].replace(b"<f>2000+24</f><v></v>", b"<f>2000+24</f>" + cached)
        parts[name] = parts[name].replace(b"<f>2000+24</f><v/>", b"<f>2000+24</f>" + cached)
        parts[name] = parts[name].replace(b"<f>2000+24</f><v />", b"<f>2000+24</f>" + cached)

    return repacked(path, change)


def test_the_value_kept_beside_a_formula_is_taken_and_the_row_marked(tmp_path: Path) -> None:
    reading = read_book(with_formula(tmp_path, b"<v>2024</v>"))

    assert reading.errors == []
    assert reading.book.ratings[0].year == 2024
    assert [(origin.sheet, origin.row) for origin in reading.formulas] == [("Xếp loại", 2)]


@pytest.mark.parametrize("cached", [b"", b"<v/>", b"<v></v>"])
def test_a_formula_without_a_value_is_refused_in_its_column(tmp_path: Path, cached: bytes) -> None:
    reading = read_book(with_formula(tmp_path, cached))

    assert reading.errors == [
        RowError(
            "Xếp loại",
            2,
            "Năm",
            "",
            "giá trị thay cho công thức (mở bằng Excel rồi lưu lại, hoặc dán dạng giá trị)",
        )
    ]


def test_a_formula_that_ended_in_an_error_is_refused_in_its_column(tmp_path: Path) -> None:
    path = save(tmp_path, spoilt("Khen thưởng", 2, "Số quyết định", "=1/0"))

    def change(parts: dict[str, bytes]) -> None:
        name = "xl/worksheets/sheet5.xml"
        start = parts[name].index(b"<f>1/0</f>")
        cell = parts[name].rindex(b"<c ", 0, start)
        end = parts[name].index(b"</c>", start)
        parts[name] = parts[name][:cell] + b'<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v>' + parts[name][end:]

    reading = read_book(repacked(path, change))

    assert reading.errors == [
        RowError("Khen thưởng", 2, "Số quyết định", "", "giá trị thay cho lỗi #DIV/0! của công thức")
    ]


def test_a_last_row_of_nothing_but_formulas_without_values_is_refused(tmp_path: Path) -> None:
    book = sound()
    book["Chốt sổ"].append([None, "=2000+24", None, None])

    errors = read_book(save(tmp_path, book)).errors

    assert [(error.row, error.column) for error in errors] == [(4, "Sổ"), (4, "Năm"), (4, "Ngày chốt")]


def test_a_formula_in_a_column_nobody_reads_does_not_matter(tmp_path: Path) -> None:
    book = sound()
    for number, row in enumerate(book["Cán bộ"]):
        row.append("=1+1" if number else "Ghi chú")

    reading = read_book(save(tmp_path, book))

    assert (reading.errors, reading.formulas) == ([], [])
    assert [remark.column for remark in reading.warnings] == ["Ghi chú"]


def test_an_honest_large_book_is_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    for name, rows in sound().items():
        tab = workbook.create_sheet(name)
        for row in rows:
            tab.append(row)
        if name == "Sáng kiến":
            for number in range(20_000):
                tab.append(["CB1", 2023, f"Sáng kiến số {number}", "cơ sở", None])
    path = tmp_path / "so.xlsx"
    workbook.save(path)

    assert read_book(path).read["Sáng kiến"] == 20_001
