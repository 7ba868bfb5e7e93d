"""Filling a Word template: what a paper says goes in as text, whatever it looks like."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Field, Picture, Value, fields_of, filled
from lantoa.papers.word.grammar import FILTERS, faults

if TYPE_CHECKING:
    from lantoa.papers.word.file import WordFile

NOT_OF_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_PLACE = 80


class TemplateBroken(ValueError):
    """A template cannot be filled; the message says why, `place` is the text where it happens."""

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(f"{sentence} ({place})" if place else sentence)
        self.sentence, self.place = sentence, place


class Grammar(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but the fields of one paper."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
        self.fields = fields
        self.globals.clear()
        self.tests.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def compile(self, source: str | nodes.Template, *more: Any, **named: Any) -> Any:
        tree = self.parse(source) if isinstance(source, str) else source
        for fault in faults(tree, self.fields):
            raise TemplateSyntaxError(fault.sentence, fault.line)
        return super().compile(tree, *more, **named)


def fill(template: bytes, contents: Contents) -> bytes:
    """The paper as a Word file; TemplateBroken when the template cannot say it."""
    return fill_with(template, fields_of(type(contents)), filled(contents))


def fill_with(template: bytes, fields: tuple[Field, ...], values: dict[str, Value]) -> bytes:
    """The same with values that no paper holds, for a trial."""
    file = opened(template)
    try:
        file.render(_values(values, file), Grammar(fields))
    except etree.XMLSyntaxError as error:
        raise TemplateBroken(_("Điều kiện hoặc vòng lặp mở và đóng ở hai loại chỗ khác nhau.")) from error
    except TemplateBroken:
        raise
    except (TemplateError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise TemplateBroken(_("Bố cục của mẫu bị hỏng. Hãy mở bằng Word rồi lưu lại.")) from error
    made = BytesIO()
    file.save(made)
    return made.getvalue()


def opened(template: bytes) -> "WordFile":
    """The template as docxtpl has it; TemplateBroken when the bytes are no Word file."""
    from lantoa.papers.word.file import WordFile  # noqa: PLC0415  (docxtpl: 12 MB an idle web process does without)

    file = WordFile(BytesIO(template))
    try:
        file.init_docx()
    except (BadZipFile, AttributeError, KeyError, ValueError, OSError, etree.XMLSyntaxError) as error:
        raise TemplateBroken(_("Tệp không phải Word .docx hoặc đã hỏng. Hãy lưu lại bằng Word.")) from error
    return file


def lined(xml: str) -> str:
    """Every paragraph begins a line, so that a line number finds it; as docxtpl does before it fills."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)


def text_at(xml: str, line: int) -> str:
    """What is written in that line, to find it in Word."""
    lines = xml.split("\n")
    text = re.sub(r"<[^>]+>", "", lines[line - 1]).strip() if 0 < line <= len(lines) else ""
    return text if len(text) <= LONGEST_PLACE else f"{text[:LONGEST_PLACE]}…"


MISREAD: dict[str, Callable[[], str]] = {
    "Unexpected end of template": lambda: _("Thiếu {% endfor %} hoặc {% endif %} ở cuối."),
    "Encountered unknown tag 'end": lambda: _("Có chỗ đóng mà không có chỗ mở, hoặc đóng sai loại."),
    "Encountered unknown tag": lambda: _("Lệnh này không có trong mẫu. Chỉ có {% for %} và {% if %}."),
}


def said_by(error: TemplateSyntaxError) -> str:
    """A fault of the grammar in its own sentence; what Jinja says, in words of an office."""
    message = error.message or ""
    for beginning, words in MISREAD.items():
        if message.startswith(beginning):
            return words()
    return message if message and ord(max(message)) > ord("~") else _("Viết sai trong ngoặc nhọn.")


def _values(values: dict[str, Value], file: "WordFile") -> dict[str, Any]:
    return {name: _value(value, file) for name, value in values.items()}


def _value(value: Value, file: "WordFile") -> Any:
    if isinstance(value, str):
        return NOT_OF_XML.sub("", value.replace("\r\n", "\n"))
    if isinstance(value, Picture):
        return file.picture(value)
    if isinstance(value, list):
        return [_values(one, file) if isinstance(one, dict) else _value(one, file) for one in value]
    return "" if value is None else value
