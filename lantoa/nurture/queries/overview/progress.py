"""Cohorts and timeliness: what became of those found in a year, and how soon after the merit."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.cohorts import Cohort, Delay, Life, Spread, Step, Timeliness, cohorts, timeliness, timeliness_of
from lantoa.nurture.pictures import cohort_picture, delay_picture, step_words
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.board import ALL, address_of, unit_name
from lantoa.nurture.queries.overview.lives import lives, tier_order
from lantoa.nurture.queries.overview.tables import Cell, Column, Kind, Section, Table, row


def cohort_sections(asked: Asked) -> tuple[Section, ...]:
    """How far each year's prospects came, and after how many months."""
    found = cohorts(lives(asked))
    return (_cohort_section(asked, found), _months_section(found)) if found else ()


def _cohort_section(asked: Asked, found: Sequence[Cohort]) -> Section:
    names = tier_names()
    tiers = [tier for tier in tier_order() if any(tier in cohort.tiers for cohort in found)]
    tiers += sorted({tier for cohort in found for tier in cohort.tiers} - set(tiers))
    columns = (
        Column(_("Năm phát hiện"), Kind.TEXT),
        Column(_("Phát hiện")),
        *(Column(words) for words in step_words().values()),
        *(Column(_("Bậc cao nhất: %s") % names.get(tier, tier), width=20) for tier in tiers),
    )
    rows = [
        row(
            columns,
            str(one.year),
            Cell(one.found, _found_in(asked, one)),
            *one.taken.values(),
            *(one.tiers.get(tier, 0) for tier in tiers),
        )
        for one in found
    ]
    totals = row(
        columns,
        _("Tất cả"),
        sum(one.found for one in found),
        *(sum(one.taken[step] for one in found) for step in Step),
        *(sum(one.tiers.get(tier, 0) for one in found) for tier in tiers),
    )
    return Section(
        id="lua",
        heading=_("Từng lứa đi đến đâu"),
        sentence=_(
            "Trong số người, tập thể được phát hiện trong một năm, đến nay bao nhiêu đã qua từng bước. "
            "Công nhận: quyết định ghi trong sổ sau ngày phát hiện."
        ),
        table=Table(_("Theo lứa"), columns, tuple(rows), totals),
        picture=cohort_picture(found),
    )


def _found_in(asked: Asked, cohort: Cohort) -> str:
    if not cohort.found:
        return ""
    return address_of(asked, unit=asked.top)({"buoc": ALL, "nam": str(cohort.year)})


def _months_section(found: Sequence[Cohort]) -> Section:
    columns = (
        Column(_("Năm phát hiện"), Kind.TEXT),
        *(Column(words, Kind.MONTHS, 14) for words in step_words().values()),
    )
    rows = [row(columns, str(one.year), *one.months.values()) for one in found]
    return Section(
        id="thang",
        heading=_("Sau bao nhiêu tháng"),
        sentence=_(
            "Số tháng kể từ ngày phát hiện: trung vị, trong ngoặc là tứ phân vị dưới và trên; "
            "n là số trường hợp đo được."
        ),
        table=Table(_("Số tháng"), columns, tuple(rows)),
    )


def timeliness_sections(asked: Asked) -> tuple[Section, ...]:
    """Days from the merit, by year and by unit."""
    found = lives(asked)
    if not found:
        return ()
    by_year = sorted(timeliness(found, lambda life: life.found.year).items())
    years = [(str(year), one) for year, one in by_year]
    row_of = asked.places.row_of(asked.rows)
    by_unit = timeliness((life for life in found if life.unit in row_of), lambda life: row_of[life.unit])
    units = [(unit_name(asked, key), by_unit[key]) for key in asked.rows if key in by_unit]
    return (
        _delays(
            "nam",
            _("Theo năm phát hiện"),
            _("Có thành tích rồi bao lâu thì được phát hiện, được chọn, được khen."),
            years,
            found,
        ),
        _delays("don-vi", _("Theo đơn vị"), _("Đơn vị ngay dưới, kể cả các đơn vị thuộc nó."), units, found),
    )


def _delays(
    name: str, heading: str, sentence: str, groups: Sequence[tuple[str, Timeliness]], everyone: Collection[Life]
) -> Section:
    columns = (
        Column(heading.removeprefix(_("Theo ")).capitalize(), Kind.TEXT, 34),
        Column(_("Phát hiện")),
        Column(_("Biết ngày có thành tích"), width=14),
        Column(_("Ngày đến phát hiện"), Kind.DAYS, 14),
        Column(_("Ngày đến khi chọn"), Kind.DAYS, 14),
        Column(_("Ngày đến khi khen"), Kind.DAYS, 14),
    )
    whole = timeliness_of(everyone)
    rows = [row(columns, label, one.found, one.with_merit, *_days(one)) for label, one in groups]
    measured = [(label, one) for label, one in groups if any(one.days.values())]
    return Section(
        id=name,
        heading=heading,
        sentence=sentence,
        table=Table(
            heading, columns, tuple(rows), row(columns, _("Tất cả"), whole.found, whole.with_merit, *_days(whole))
        ),
        picture=delay_picture(name, heading, measured) if measured else None,
    )


def _days(one: Timeliness) -> list[Spread | None]:
    return [one.days[delay] for delay in Delay]
