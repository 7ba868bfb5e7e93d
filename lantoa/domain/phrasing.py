"""How a plan file writes a check, and the Vietnamese words in which its result is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantoa.domain.checks import (
    AllOf,
    AnyOf,
    AtLeast,
    Attested,
    AwardRows,
    Check,
    EachUnitHeaded,
    HeadedOn,
    NoneOf,
    Not,
    RatingIs,
    RecognitionRows,
    Rows,
    SanctionRows,
    Span,
)
from lantoa.domain.law import Catalogue
from lantoa.domain.reading import Table
from lantoa.domain.records import AwardStatus, Level

PRIMITIVES = ["some", "none", "at_least", "fact", "attested", "each_unit_headed", "all", "any", "not"]
TABLES = ["award", "sanction", "recognition"]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What a check may refer to: the law's words, the Council's numbers, the plan's tiers."""

    catalogue: Catalogue
    numbers: Mapping[str, int]
    tiers: Mapping[str, str]


UnitChecks = Mapping[tuple[str, str], Check]


def read_check(table: Table, criterion: str, phrasebook: Phrasebook, unit_checks: UnitChecks) -> Check:
    """Read one check; BadFile for a primitive, table or word that does not exist."""
    found = [name for name in PRIMITIVES if name in table.values]
    if len(found) != 1:
        raise table.refuse("", f"đúng một trong: {', '.join(PRIMITIVES)}")
    name = found[0]
    if name in ("all", "any"):
        parts = tuple(read_check(part, criterion, phrasebook, unit_checks) for part in table.tables(name))
        check: Check = AllOf(parts) if name == "all" else AnyOf(parts)
    elif name == "not":
        check = Not(read_check(table.table(name), criterion, phrasebook, unit_checks))
    else:
        check = _leaf(name, table, criterion, phrasebook, unit_checks)
    table.finish()
    return check


def _leaf(name: str, table: Table, criterion: str, phrasebook: Phrasebook, unit_checks: UnitChecks) -> Check:
    if name == "attested":
        if not table.take(name, bool):
            raise table.refuse(name, "true")
        return Attested(criterion)
    if name == "fact":
        table.choice(name, ["rating"])
        grade = table.choice("is", list(phrasebook.catalogue.ratings))
        return RatingIs(grade, phrasebook.catalogue.ratings[grade].name)
    if name == "each_unit_headed":
        key = (table.take(name, str), table.take("of_tier", str))
        if key not in unit_checks:
            raise table.refuse(name, "mã một điều kiện của tập thể đã nêu ở trên, và «of_tier» là bậc của nó")
        return EachUnitHeaded(unit_checks[key], HeadedOn(table.choice("on", [on.value for on in HeadedOn])))
    span = Span(table.choice("within", [span.value for span in Span], Span.WINDOW.value))
    if name == "at_least":
        return AtLeast(_rows(table, "of", phrasebook), _number(table, name, phrasebook), span)
    rows = _rows(table, name, phrasebook)
    return NoneOf(rows, span) if name == "none" else AtLeast(rows, 1, span)


def _number(table: Table, name: str, phrasebook: Phrasebook) -> int:
    code = table.choice(name, list(phrasebook.numbers))
    return phrasebook.numbers[code]


def _rows(table: Table, key: str, phrasebook: Phrasebook) -> Rows:
    kind = table.choice(key, TABLES)
    if kind == "recognition":
        tier = table.choice("tier", list(phrasebook.tiers))
        return RecognitionRows(f"quyết định công nhận {phrasebook.tiers[tier]}", tier)
    if kind == "sanction":
        form = table.choice("form_from", list(phrasebook.catalogue.sanctions))
        name = phrasebook.catalogue.sanctions[form].name.lower()
        return SanctionRows(f"kỷ luật từ {name} trở lên", phrasebook.catalogue.sanctions_from(form))
    return _award_rows(table, phrasebook.catalogue)


def _award_rows(table: Table, catalogue: Catalogue) -> AwardRows:
    title = table.choice("title_from", list(catalogue.titles), "")
    levels = [Level(word) for word in table.words("levels", [level.value for level in Level], [])]
    statuses = frozenset(AwardStatus(word) for word in table.words("statuses", [one.value for one in AwardStatus]))
    noun = f"danh hiệu từ {catalogue.titles[title].name} trở lên" if title else "khen thưởng"
    if levels:
        noun += " của " + ", ".join(catalogue.levels[level] for level in levels)
    return AwardRows(
        noun=noun,
        titles=catalogue.titles_from(title) if title else None,
        levels=frozenset(levels) or None,
        statuses=statuses,
        by_decision=table.choice("year_of", ["row", "decision"], "row") == "decision",
    )
