"""The numbers of the rules, read from one TOML file; BadFile names the key and what was expected."""

from lantoa.domain.checks import AwardRows, RecognitionRows
from lantoa.domain.law import Catalogue
from lantoa.domain.reading import Table, parse
from lantoa.domain.records import AwardStatus, Kind, Level
from lantoa.domain.signals.rules import (
    Eligible,
    FirstAward,
    LongService,
    OneCriterion,
    RepeatedInitiatives,
    RisingRatings,
    Rule,
)

AWARDED = frozenset({AwardStatus.AWARDED})
CODES = [rule.code for rule in (Eligible, OneCriterion, RisingRatings, RepeatedInitiatives, FirstAward, LongService)]


def read_rules(text: str, file: str, catalogue: Catalogue) -> dict[str, Rule]:
    """All rules in the order in which pages list them."""
    table = parse(text, file)
    rows = {code: table.table(code) for code in CODES}
    rules: list[Rule] = [
        Eligible(tuple(rows[Eligible.code].words("tiers"))),
        OneCriterion(tuple(rows[OneCriterion.code].words("tiers"))),
        _rising(rows[RisingRatings.code], catalogue),
        _initiatives(rows[RepeatedInitiatives.code]),
        _first_award(rows[FirstAward.code], catalogue),
        _long_service(rows[LongService.code], catalogue),
    ]
    for row in (*rows.values(), table):
        row.finish()
    return {rule.code: rule for rule in rules}


def _number(row: Table, name: str, least: int = 1) -> int:
    number = row.take(name, int)
    if number < least:
        raise row.refuse(name, f"số nguyên từ {least} trở lên")
    return number


def _rising(row: Table, catalogue: Catalogue) -> RisingRatings:
    grades = tuple((term.code, term.name) for term in catalogue.ratings.values())
    return RisingRatings(_number(row, "years", 2), grades)


def _initiatives(row: Table) -> RepeatedInitiatives:
    return RepeatedInitiatives(_number(row, "years"), _number(row, "count"))


def _first_award(row: Table, catalogue: Catalogue) -> FirstAward:
    return FirstAward(_titles(row, catalogue), _high(row, catalogue))


def _long_service(row: Table, catalogue: Catalogue) -> LongService:
    recognitions = tuple(RecognitionRows("", tier) for tier in row.words("tiers"))
    return LongService(_number(row, "years"), _titles(row, catalogue), _high(row, catalogue), recognitions)


def _titles(row: Table, catalogue: Catalogue) -> dict[Kind, AwardRows]:
    return {kind: _title(row, kind, catalogue) for kind in Kind}


def _title(row: Table, kind: Kind, catalogue: Catalogue) -> AwardRows:
    code = row.choice(kind.value, [title.code for title in catalogue.titles.values() if title.kind is kind])
    noun = f"danh hiệu từ {catalogue.titles[code].name} trở lên"
    return AwardRows(noun, titles=catalogue.titles_from(code), statuses=AWARDED)


def _high(row: Table, catalogue: Catalogue) -> AwardRows:
    levels = [Level(word) for word in row.words("levels", [level.value for level in Level])]
    named = ", ".join(catalogue.levels[level] for level in levels)
    return AwardRows(f"khen thưởng của cấp {named}", levels=frozenset(levels), statuses=AWARDED)
