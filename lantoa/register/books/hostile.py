"""What must not reach the reader: macros, bombs, links to elsewhere, sheets of nothing; and where formulas stand."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from lantoa.register.books.findings import UnreadableBook
from lantoa.register.books.package import BROKEN, MEGABYTE, NOT_A_BOOK, SAVE_AS, TOO_BIG, Package, open_package

MOST_ROWS = 300_000
EMPTY_ROWS_ARE_ODD_FROM = 50_000
MOST_DIGITS = 18  # Python balks at turning thousands of digits into a number
SPARSE_FROM, SPARSE_RATIO = 500_000, 10  # cells spanned, and how many of them for one that is filled
LONGEST_PIECE = 4 * MEGABYTE
LARGEST_LIST_OF_SHEETS = MEGABYTE // 4
LARGEST_BESIDE_SHEETS = 32 * MEGABYTE  # the texts of a book, above all

TAG = rb"<(?:[\w.-]+:)?"
SHEET_DATA = re.compile(TAG + rb"sheetData[\s/>]")
ROW = re.compile(TAG + rb"row[\s/>]")
FILLED = re.compile(TAG + rb"(?:v|is)>")
FAR_ROW = re.compile(rb"""\br\s*=\s*["'][A-Za-z]{0,3}(\d{5,18})""")
FAR_COLUMN = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{2,})\d""")
FORMULA_OR_ERROR = re.compile(TAG + rb"""f[\s/>]|\st\s*=\s*["']e["']""")
CELL = re.compile(TAG + rb"c\s([^>]*[^/>])>(.*?)</(?:[\w.-]+:)?c>", re.DOTALL)
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
HAS_FORMULA = re.compile(TAG + rb"f[\s/>]")
VALUE = re.compile(TAG + rb"(?:v|t)(?:\s[^>]*)?>([^<]+)<")
PROMISED = re.compile(TAG + rb"""sst\s[^>]*?uniqueCount\s*=\s*["']([^"']*)""")
DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LINKS = ("xl/externallinks/", "xl/connections", "xl/querytables/")
EMPTY_ROWS = (
    "Tệp có hàng chục nghìn dòng trống (thường do kẻ khung hay tô màu cả cột). "
    "Chọn các dòng trống dưới bảng, xoá dòng (Delete Rows), lưu lại rồi chọn lại."
)


@dataclass(slots=True)
class Suspects:
    """Cells of one sheet that are not plain values: (row, column) counted from 1 and 0."""

    formulas: dict[tuple[int, int], bool] = field(default_factory=dict)  # whether a value is kept beside it
    errors: dict[tuple[int, int], str] = field(default_factory=dict)  # #REF!, #N/A

    @property
    def last_row(self) -> int:
        return max((row for row, _ in (*self.formulas, *self.errors)), default=0)


@dataclass(slots=True)
class _Extent:
    """How far a sheet reaches, and how much of it is filled."""

    is_sheet: bool = False
    rows: int = 0
    last_row: int = 10_000
    columns: int = 26
    filled: int = 0

    def take(self, piece: bytes) -> None:
        self.is_sheet = self.is_sheet or SHEET_DATA.search(piece) is not None
        if not self.is_sheet:
            return
        self.rows += len(ROW.findall(piece))
        self.filled += len(FILLED.findall(piece))
        self.last_row = max([self.last_row, *map(int, FAR_ROW.findall(piece))])
        self.columns = max([self.columns, *(_column(letters) + 1 for letters in set(FAR_COLUMN.findall(piece)))])
        if self.rows > EMPTY_ROWS_ARE_ODD_FROM and self.filled < self.rows:
            raise UnreadableBook(EMPTY_ROWS)
        if self.rows > MOST_ROWS:
            raise UnreadableBook(f"Một sheet có hơn {MOST_ROWS:,} dòng. Hãy chia sổ thành nhiều tệp.".replace(",", "."))

    def finish(self) -> None:
        if self.last_row * self.columns > max(SPARSE_FROM, SPARSE_RATIO * self.filled):
            raise UnreadableBook(EMPTY_ROWS)


def inspect(source: Path) -> dict[str, Suspects]:
    """Look through a workbook before it is read; tab name -> cells to be careful with.

    UnreadableBook, with what to do about it, for a file that must not be read.
    """
    with source.open("rb") as file:
        package = open_package(source, file)
        _refuse_foreign_parts(package)
        tabs = _tabs(package)
        found = {}
        for part in package.parts:
            suspects = _look_through(package, part)
            if part in tabs:
                found[tabs[part]] = suspects
        return found


def _refuse_foreign_parts(package: Package) -> None:
    names = {name.casefold() for name in package.parts}
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names):
        raise UnreadableBook(f"Tệp có macro nên không nhận, dù tên là .xlsx. {SAVE_AS}")
    if any(name.startswith(LINKS) for name in names):
        raise UnreadableBook(
            "Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác. Trong Excel: Dữ liệu → Sửa liên kết (Edit Links) "
            "→ Ngắt liên kết (Break Link), lưu lại rồi chọn lại."
        )
    if "xl/workbook.xml" not in names:
        raise UnreadableBook(NOT_A_BOOK)


def _tabs(package: Package) -> dict[str, str]:
    """Part of the package -> name of the tab it holds."""
    targets = {
        relation.get("Id"): posixpath.normpath(posixpath.join("xl", relation.get("Target", "").removeprefix("/xl/")))
        for relation in _small(package, "xl/_rels/workbook.xml.rels")
    }
    sheets = next((child for child in _small(package, "xl/workbook.xml") if child.tag.endswith("}sheets")), ())
    return {targets.get(sheet.get(RELATION), ""): sheet.get("name", "") for sheet in sheets}


def _small(package: Package, part: str) -> Element:
    """The parsed XML of a part that is short in every honest workbook."""
    if part not in package.parts or package.parts[part].file_size > LARGEST_LIST_OF_SHEETS:
        raise UnreadableBook(BROKEN)
    text = b"".join(package.unpack(part))
    _refuse_declarations(text)
    try:
        return fromstring(text)  # noqa: S314  no DOCTYPE, so no entities to expand
    except ParseError as error:
        raise UnreadableBook(BROKEN) from error


def _refuse_declarations(text: bytes) -> None:
    if DECLARES.search(text) or text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableBook(BROKEN)


def _refuse_promises(text: bytes, size: int) -> None:
    """The reader makes room for as many texts as are promised before it has seen one."""
    for promised in PROMISED.findall(text):
        if not promised.isdigit() or len(promised) > MOST_DIGITS or int(promised) > size:
            raise UnreadableBook(BROKEN)


def _look_through(package: Package, part: str) -> Suspects:
    suspects, extent = Suspects(), _Extent()
    size = package.parts[part].file_size
    is_text = part.casefold().endswith((".xml", ".rels", ".vml"))
    for piece in _whole_rows(package.unpack(part)):
        _refuse_promises(piece, size)
        if is_text:
            _refuse_declarations(piece)
        extent.take(piece)
        if FORMULA_OR_ERROR.search(piece):
            _note_suspects(piece, suspects)
    extent.finish()
    if is_text and not extent.is_sheet and size > LARGEST_BESIDE_SHEETS:
        raise UnreadableBook(TOO_BIG)
    return suspects


def _whole_rows(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where no row of a sheet and no tag is cut in two."""
    kept = b""
    for piece in pieces:
        kept += piece
        end = max(kept.rfind(b"row>") + 4 if b"row>" in kept else 0, kept.rfind(b"<row"), kept.rfind(b":row "))
        cut = end or kept.rfind(b"<")
        if cut > 0:
            yield kept[:cut]
            kept = kept[cut:]
        if len(kept) > LONGEST_PIECE:
            raise UnreadableBook(BROKEN)
    yield kept


def _note_suspects(piece: bytes, suspects: Suspects) -> None:
    for cell in CELL.finditer(piece):
        attributes, content = cell.groups()
        has_formula = HAS_FORMULA.search(content)
        if not (place := PLACE.search(attributes)) or not (has_formula or IS_ERROR.search(attributes)):
            continue
        at = (int(place[2]), _column(place[1]))
        value = VALUE.search(content)
        if has_formula:
            suspects.formulas[at] = value is not None
        if IS_ERROR.search(attributes):
            suspects.errors[at] = value[1].decode("utf-8", "replace") if value else "#LỖI"


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place - 1
