"""A check told in words: how it is decided, what it waits for, and what would settle it."""

from collections.abc import Iterator
from typing import assert_never

from lantoa.domain.calendar import Window
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
    Rows,
)
from lantoa.domain.records import AwardStatus, Ledger
from lantoa.domain.verdict import LEDGER_NAMES

STATUS_NAMES = {AwardStatus.AWARDED: "đã tặng", AwardStatus.ELIGIBLE: "đủ điều kiện"}


def spell(check: Check, window: Window) -> str:
    """How the check is decided over those years, as one or a few sentences."""
    match check:
        case AtLeast():
            span = check.span.of(window)
            return f"Đạt khi {book(check.rows.ledger)} {span} có ít nhất {check.number:02} {_noun(check.rows)}."
        case NoneOf():
            return f"Đạt khi {book(check.rows.ledger)} {check.span.of(window)} không có {_noun(check.rows)}."
        case RatingIs():
            return f"Đạt khi {book(check.ledger)} năm {window.last_year} ghi mức {check.name}."
        case Attested():
            return f"Do người có thẩm quyền xác nhận cho {window}; chưa có xác nhận thì chưa rõ."
        case EachUnitHeaded():
            return _each_unit_headed(check, window)
        case AllOf():
            return "Phải đạt tất cả: " + " ".join(spell(part, window) for part in check.parts)
        case AnyOf():
            return "Chỉ cần đạt một: " + " ".join(spell(part, window) for part in check.parts)
        case Not():
            return "Ngược lại với: " + spell(check.part, window)
        case _:
            assert_never(check)


def _each_unit_headed(check: EachUnitHeaded, window: Window) -> str:
    if check.on is HeadedOn.REFERENCE_DATE:
        return f"Chỉ với người đứng đầu đơn vị vào ngày xét: {_lower(spell(check.check, window))}"
    year = Window(window.last_year, window.last_year)
    inner = spell(check.check, year).replace(f"năm {window.last_year}", "năm đó")
    return f"Với mỗi đơn vị đứng đầu vào cuối từng năm của {window}: {_lower(inner)}"


def advise(check: Check, window: Window) -> str:
    """What it takes where the check is not met."""
    match check:
        case AtLeast():
            span = check.span.of(window)
            wanted = f"Cần có ít nhất {check.number:02} {_noun(check.rows)} trong {span}."
            return f"{wanted} Nếu đã có mà chưa ghi, hãy bổ sung vào {book(check.rows.ledger)}."
        case NoneOf():
            return f"Đã có {check.rows.noun} thì không đạt được nữa cho {window}."
        case RatingIs():
            return f"Cần được xếp loại {check.name} năm {window.last_year}."
        case Attested():
            return "Cần khắc phục điều mà người xác nhận đã nêu, rồi đề nghị xác nhận lại."
        case EachUnitHeaded():
            return "Đơn vị mà người này đứng đầu cần đạt trước; xem hồ sơ của đơn vị đó."
        case AllOf() | AnyOf():
            return " ".join(dict.fromkeys(advise(part, window) for part in check.parts))
        case Not():
            return "Điều kiện này đòi hỏi ngược lại: " + spell(check.part, window)
        case _:
            assert_never(check)


def ledgers(check: Check) -> set[Ledger]:
    """The books that the check reads."""
    found: set[Ledger] = set()
    for leaf in leaves(check):
        if isinstance(leaf, AtLeast | NoneOf):
            found.add(leaf.rows.ledger)
        if isinstance(leaf, RatingIs):
            found.add(leaf.ledger)
    return found


def attested_criteria(check: Check) -> list[str]:
    """Criteria that people must attest about the subject itself (not about units it heads)."""
    if isinstance(check, EachUnitHeaded):
        return []
    return [leaf.criterion for leaf in leaves(check) if isinstance(leaf, Attested)]


def leaves(check: Check) -> Iterator[Check]:
    """The leaves of an expression, from left to right."""
    match check:
        case AllOf() | AnyOf():
            for part in check.parts:
                yield from leaves(part)
        case Not():
            yield from leaves(check.part)
        case EachUnitHeaded():
            yield from leaves(check.check)
        case _:
            yield check


def book(ledger: Ledger) -> str:
    return f"sổ {LEDGER_NAMES[ledger]}"


def _noun(rows: Rows) -> str:
    if not isinstance(rows, AwardRows) or rows.statuses == frozenset(AwardStatus):
        return rows.noun
    return f"{rows.noun} ({', '.join(STATUS_NAMES[status] for status in AwardStatus if status in rows.statuses)})"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
