"""Papers, made and to be made, as Excel files."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.papers.models import Paper
from lantoa.papers.queries.picking import unit_names
from lantoa.papers.queries.rounds import Row
from lantoa.spreadsheet import Value, spreadsheet


def of_papers(papers: QuerySet[Paper]) -> BytesIO:
    """One row a paper, in the order of the list."""
    headings = [
        _("Loại giấy tờ"),
        _("Về việc gì, của ai"),
        _("Đợt xét"),
        _("Đơn vị"),
        _("Ngày của giấy tờ"),
        _("Bản thứ"),
        _("Mẫu"),
        _("Người lập"),
        _("Lập lúc"),
        _("Có bản"),
        _("Chỗ sai thể thức"),
    ]
    return spreadsheet(_("Giấy tờ"), headings, map(_row, papers))


def _row(paper: Paper) -> list[Value]:
    files = [name for name, path in (("Word", paper.word_path), ("PDF", paper.pdf_path)) if path]
    return [
        paper.get_kind_display(),
        paper.title,
        paper.round.name if paper.round else "",
        paper.unit.subject.name if paper.unit else "",
        f"{paper.day:%d/%m/%Y}",
        paper.number,
        paper.template_name,
        str(paper.made_by),
        f"{localtime(paper.made_at):%d/%m/%Y %H:%M}",
        ", ".join(files),
        sum(one["verdict"] == "not_met" for one in paper.checks),
    ]


def of_things(rows: Sequence[Row]) -> BytesIO:
    """One row a thing, in the order of the list."""
    headings = [
        _("Số thứ tự"),
        _("Về việc gì, của ai"),
        _("Đơn vị"),
        _("Ngày của giấy tờ"),
        _("Tệp"),
        _("Bản thứ"),
        _("Lập lúc"),
        _("Còn thiếu"),
    ]
    units = unit_names(rows)
    return spreadsheet(_("Giấy tờ"), headings, (_thing(place, row, units) for place, row in enumerate(rows, 1)))


def _thing(place: int, row: Row, units: Mapping[str, str]) -> list[Value]:
    thing, paper = row.thing, row.paper
    made: list[Value] = [paper.number, f"{localtime(paper.made_at):%d/%m/%Y %H:%M}"] if paper else ["", ""]
    unit = units.get(thing.unit, "")
    return [place, thing.words, unit, f"{thing.day:%d/%m/%Y}", thing.file_name, *made, thing.missing]
