"""Word documents, whole and hostile."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from PIL import Image


def plain(*texts: str, font: str = "Times New Roman", style: str = "Normal") -> bytes:
    document = Document()
    document.styles["Normal"].font.name = font
    for text in texts:
        document.add_paragraph(text, style)
    return _file(document)


def bulleted(*texts: str) -> bytes:
    """With the bullets that Word takes from the font Symbol."""
    return plain(*texts, style="List Bullet")


def pictured() -> bytes:
    """With a picture of 40 x 30 points inside."""
    document, picture = Document(), BytesIO()
    Image.new("RGB", (40, 30), "#b11").save(picture, "PNG")
    picture.seek(0)
    document.add_picture(picture)
    return _file(document)


def linked(address: str) -> bytes:
    """With a picture that is not inside but elsewhere."""
    outside = f'Target="{address}" TargetMode="External"'.encode()
    inside = changed(pictured(), "word/_rels/document.xml.rels", b'Target="media/image1.png"', outside)
    return changed(inside, "word/document.xml", b"r:embed=", b"r:link=")


def endless() -> bytes:
    """Small to send; LibreOffice is busy with it for minutes."""
    tables = b"<w:tbl><w:tr><w:tc>" * 3000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl><w:p/>" * 3000
    return changed(plain(), "word/document.xml", b"<w:body>", b"<w:body>" + tables)


def enormous() -> bytes:
    """Some hundred thousand paragraphs in a few kilobytes."""
    paragraphs = b"<w:p><w:r><w:t>Ho ten</w:t></w:r></w:p>" * 600_000
    return changed(plain(), "word/document.xml", b"<w:body>", b"<w:body>" + paragraphs)


def changed(document: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The document with `old` become `new` in one of its parts."""
    file = BytesIO()
    with ZipFile(BytesIO(document)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            text = before.read(part)
            after.writestr(part, text.replace(old, new) if part == name else text)
    return file.getvalue()


def _file(document: WordDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()
