"""What a Word file may not carry with it: other files, addresses outside, commands, or far more than it seems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from lxml import etree

from lantoa.papers.contents import DOCX, FileRefused, recognise

MOST_PARTS = 500
MOST_BYTES = 10 * 1024 * 1024
MOST_OF_A_PART = 512 * 1024  # docxtpl reads a part some twenty times over
MOST_UNPACKED = 40 * 1024 * 1024
MEGABYTE = 1024 * 1024
CARRIED = ("word/embeddings/", "word/activex/", "word/afchunk", "customui/", "word/media/oleobject")
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
COMMAND = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a template: where, in a sentence, and whether it cannot be used with it."""

    place: str
    sentence: str
    is_fatal: bool = True


class Unreadable(ValueError):
    """The file is not looked into any further; the message says why."""


def package_findings(data: bytes) -> list[Finding]:
    """Everything in the file that a template may not carry; Unreadable when it is better left closed."""
    try:
        return [*_carried(_parts(data))]
    except (BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
        raise Unreadable(_("Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại.")) from error


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts that are XML by their names, unpacked within bounds; the others with their names only."""
    _insist_on_word(data)
    with ZipFile(BytesIO(data)) as archive:
        listed = archive.infolist()
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
            raise Unreadable(_("Tệp chứa quá nhiều thứ bên trong. Mẫu chỉ nên có chữ, bảng và vài ảnh nhỏ."))
        texts = [part for part in listed if part.filename.endswith((".xml", ".rels"))]
        if any(part.file_size > MOST_OF_A_PART for part in texts):
            raise Unreadable(_("Văn bản trong mẫu quá dài. Một mẫu chỉ nên vài trang."))
        found = {part.filename: b"" for part in listed}
        return found | {part.filename: archive.read(part) for part in texts}


def _insist_on_word(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise Unreadable(_("Mẫu lớn hơn %s MB. Hãy bớt ảnh rồi gửi lại.") % (MOST_BYTES // MEGABYTE))
    try:
        if recognise(data) == DOCX:
            return
    except FileRefused as refusal:
        raise Unreadable(str(refusal)) from None
    raise Unreadable(_("Mẫu phải là tệp Word .docx."))


def _carried(parts: dict[str, bytes]) -> Iterator[Finding]:
    for name, data in parts.items():
        if name.casefold().startswith(CARRIED):
            yield Finding(name, _("Mẫu có tệp khác nhúng bên trong. Hãy xoá đối tượng nhúng."))
        elif b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            yield Finding(name, _("Mẫu có khai báo lạ trong ruột tệp. Hãy mở bằng Word rồi lưu lại."))
        elif name.endswith(".rels"):
            yield from _relations(name, data)
        elif name.startswith("word/"):
            yield from _commands(name, data)


def _relations(name: str, data: bytes) -> Iterator[Finding]:
    for one in _tree(name, data).iter("{*}Relationship"):
        target = one.get("Target", "")[:100]
        if one.get("Type") == CHUNK:
            yield Finding(target, _("Mẫu có tệp khác nhúng bên trong. Hãy xoá đối tượng nhúng."))
        elif one.get("TargetMode") == "External" and one.get("Type") == LINK:
            words = _("Mẫu có liên kết ra ngoài. Giấy tờ in ra không bấm được; nên gỡ liên kết.")
            yield Finding(target, words, is_fatal=False)
        elif one.get("TargetMode") == "External":
            yield Finding(target, _("Mẫu lấy nội dung từ nơi khác. Hãy chèn hẳn ảnh, gỡ mẫu đính kèm."))


def _commands(name: str, data: bytes) -> Iterator[Finding]:
    """Fields of Word that fetch or start something, and changes that nobody has accepted yet."""
    tree = _tree(name, data)
    said = [node.text or "" for node in tree.iter(f"{W}instrText")]
    said += [node.get(f"{W}instr", "") for node in tree.iter(f"{W}fldSimple")]
    for text in said:
        if COMMAND.search(text.upper()):
            yield Finding(text.strip()[:100], _("Mẫu có lệnh lấy dữ liệu hoặc chạy chương trình. Hãy xoá lệnh này."))
    if any(node.tag in TRACKED for node in tree.iter()):
        yield Finding("", _("Mẫu còn sửa đổi chưa chấp nhận (Track Changes). Hãy chấp nhận hết rồi lưu lại."))


def _tree(name: str, data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        raise Unreadable(_("Ruột tệp bị hỏng ở «%s». Hãy mở bằng Word rồi lưu lại.") % name) from None
