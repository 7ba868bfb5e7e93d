"""The list of signals as an Excel file."""

from datetime import date
from io import BytesIO

import xlsxwriter
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.discovery.models import Signal
from lantoa.discovery.queries.signals.listing import units_of

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
AT_A_TIME = 500


def file_of(found: QuerySet[Signal], day: date) -> BytesIO:
    """One row a signal, people first, each with the rows behind it."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    page = book.add_worksheet(_("Tín hiệu"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(_headings()):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, 2)
    ordered = found.select_related("subject", "judged_by")
    ordered = ordered.order_by("-subject__kind", "subject__sort_key", "subject_id", "rule")
    ids = list(ordered.values_list("pk", flat=True))
    number = 0
    for start in range(0, len(ids), AT_A_TIME):
        some = list(ordered.filter(pk__in=ids[start : start + AT_A_TIME]))
        units = units_of({signal.subject_id for signal in some}, day)
        for signal in some:
            number += 1
            for place, text in enumerate(_texts(signal, units.get(signal.subject_id, []))):
                page.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file


def _headings() -> list[tuple[str, int]]:
    return [
        (_("Mã"), 12),
        (_("Tên"), 28),
        (_("Đơn vị"), 28),
        (_("Năm"), 8),
        (_("Quy tắc"), 26),
        (_("Vì sao"), 60),
        (_("Dòng trong sổ"), 60),
        (_("Ngày có thành tích"), 14),
        (_("Phát hiện ngày"), 14),
        (_("Bước"), 12),
        (_("Người xem xét"), 24),
        (_("Lý do"), 40),
    ]


def _texts(signal: Signal, units: list[tuple[str, str]]) -> list[str]:
    rule = plans.signal_rules().get(signal.rule)
    return [
        signal.subject.code,
        signal.subject.name,
        ", ".join(name for _code, name in units),
        str(signal.year),
        rule.title if rule else signal.rule,
        signal.sentence,
        "\n".join(words for _sheet, _row, words in signal.rows),
        f"{signal.merit_day:%d/%m/%Y}" if signal.merit_day else "",
        f"{localtime(signal.found_at):%d/%m/%Y}",
        signal.get_stage_display(),
        str(signal.judged_by or ""),
        signal.reason,
    ]
