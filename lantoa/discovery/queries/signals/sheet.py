"""The list of signals as an Excel file."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.discovery.models import Signal
from lantoa.discovery.queries.sheets import written
from lantoa.discovery.queries.signals.listing import WITH_NAMES, units_above, units_of

AT_A_TIME = 500


def file_of(found: QuerySet[Signal], day: date) -> BytesIO:
    """One row a signal, people first, each with the rows behind it."""
    return written(_("Tín hiệu"), _headings(), _rows(found, day), still=2)


def _rows(found: QuerySet[Signal], day: date) -> Iterator[list[str]]:
    ordered = found.select_related(*WITH_NAMES)
    ordered = ordered.order_by("-subject__kind", "subject__sort_key", "subject_id", "rule")
    ids = list(ordered.values_list("pk", flat=True))
    for start in range(0, len(ids), AT_A_TIME):
        some = list(ordered.filter(pk__in=ids[start : start + AT_A_TIME]))
        units = units_of({signal.subject_id for signal in some}, day) | units_above(some)
        yield from (_texts(signal, units.get(signal.subject_id, [])) for signal in some)


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
