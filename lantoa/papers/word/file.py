"""A Word template as docxtpl has it."""

from io import BytesIO
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import TemplateSyntaxError
from lxml import etree

from lantoa.domain.papers.fields import Picture
from lantoa.papers.word.filling import TemplateBroken, lined, said_by, text_at


class WordFile(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A template whose text is filled, not its properties nor its footnotes; broken XML is never mended."""

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Author and title stay what they are."""

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Footnotes stay what they are."""

    def fix_tables(self, xml: str) -> Any:
        etree.fromstring(xml)
        return super().fix_tables(xml)

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        try:
            return str(super().render_xml_part(src_xml, part, context, jinja_env))
        except TemplateSyntaxError as error:
            raise TemplateBroken(said_by(error), text_at(lined(src_xml), error.lineno)) from error

    def picture(self, value: Picture) -> InlineImage:
        return InlineImage(self, BytesIO(value.data), width=Mm(value.width))
