"""A check told in words: how it is decided, what would settle it, which books and attestations it waits for."""

import pytest

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
    RecognitionRows,
    SanctionRows,
    Span,
)
from lantoa.domain.records import AwardStatus, Ledger
from lantoa.domain.spelling import advise, attested_criteria, ledgers, spell

ONE_YEAR = Window(2024, 2024)
TERM = Window(2021, 2025)
TITLE = AtLeast(AwardRows("danh hiệu Lao động tiên tiến"))
TWO_TITLES = AtLeast(AwardRows("giấy khen", statuses=frozenset({AwardStatus.ELIGIBLE})), number=2, span=Span.LAST_YEAR)
CLEAN = NoneOf(SanctionRows("kỷ luật", forms=frozenset({"KT"})))
RATED = RatingIs("HTXS", "Hoàn thành xuất sắc nhiệm vụ")
JUDGED = Attested("G1")
CHOSEN = AtLeast(RecognitionRows("quyết định công nhận", tier="school-annual"))
UNIT_TODAY = EachUnitHeaded(AllOf((TITLE, JUDGED)), HeadedOn.REFERENCE_DATE)
UNIT_EVERY_YEAR = EachUnitHeaded(TITLE, HeadedOn.EVERY_YEAR_END)


@pytest.mark.parametrize(
    ("check", "window", "sentence"),
    [
        (TITLE, ONE_YEAR, "Đạt khi sổ khen thưởng năm 2024 có ít nhất 01 danh hiệu Lao động tiên tiến."),
        (TWO_TITLES, TERM, "Đạt khi sổ khen thưởng năm 2025 có ít nhất 02 giấy khen (đủ điều kiện)."),
        (CLEAN, ONE_YEAR, "Đạt khi sổ kỷ luật năm 2024 không có kỷ luật."),
        (RATED, TERM, "Đạt khi sổ xếp loại năm 2025 ghi mức Hoàn thành xuất sắc nhiệm vụ."),
        (JUDGED, ONE_YEAR, "Do người có thẩm quyền xác nhận cho năm 2024; chưa có xác nhận thì chưa rõ."),
        (
            EachUnitHeaded(CLEAN, HeadedOn.REFERENCE_DATE),
            ONE_YEAR,
            "Chỉ với người đứng đầu đơn vị vào ngày xét: đạt khi sổ kỷ luật năm 2024 không có kỷ luật.",
        ),
        (
            UNIT_EVERY_YEAR,
            TERM,
            (
                f"Với mỗi đơn vị đứng đầu vào cuối từng năm của {TERM}: "
                "đạt khi sổ khen thưởng năm đó có ít nhất 01 danh hiệu Lao động tiên tiến."
            ),
        ),
        (
            AllOf((CLEAN, RATED)),
            ONE_YEAR,
            (
                "Phải đạt tất cả: Đạt khi sổ kỷ luật năm 2024 không có kỷ luật. "
                "Đạt khi sổ xếp loại năm 2024 ghi mức Hoàn thành xuất sắc nhiệm vụ."
            ),
        ),
        (
            AnyOf((CLEAN, RATED)),
            ONE_YEAR,
            (
                "Chỉ cần đạt một: Đạt khi sổ kỷ luật năm 2024 không có kỷ luật. "
                "Đạt khi sổ xếp loại năm 2024 ghi mức Hoàn thành xuất sắc nhiệm vụ."
            ),
        ),
        (Not(CLEAN), ONE_YEAR, "Ngược lại với: Đạt khi sổ kỷ luật năm 2024 không có kỷ luật."),
    ],
)
def test_a_check_says_how_it_is_decided(check: Check, window: Window, sentence: str) -> None:
    assert spell(check, window) == sentence


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        (
            TITLE,
            (
                "Cần có ít nhất 01 danh hiệu Lao động tiên tiến trong năm 2024. "
                "Nếu đã có mà chưa ghi, hãy bổ sung vào sổ khen thưởng."
            ),
        ),
        (CLEAN, "Đã có kỷ luật thì không đạt được nữa cho năm 2024."),
        (RATED, "Cần được xếp loại Hoàn thành xuất sắc nhiệm vụ năm 2024."),
        (JUDGED, "Cần khắc phục điều mà người xác nhận đã nêu, rồi đề nghị xác nhận lại."),
        (UNIT_TODAY, "Đơn vị mà người này đứng đầu cần đạt trước; xem hồ sơ của đơn vị đó."),
        (AllOf((RATED, RATED)), "Cần được xếp loại Hoàn thành xuất sắc nhiệm vụ năm 2024."),
        (
            AnyOf((CLEAN, RATED)),
            (
                "Đã có kỷ luật thì không đạt được nữa cho năm 2024. "
                "Cần được xếp loại Hoàn thành xuất sắc nhiệm vụ năm 2024."
            ),
        ),
        (Not(CLEAN), "Điều kiện này đòi hỏi ngược lại: Đạt khi sổ kỷ luật năm 2024 không có kỷ luật."),
    ],
)
def test_a_check_says_what_would_settle_it(check: Check, sentence: str) -> None:
    assert advise(check, ONE_YEAR) == sentence


@pytest.mark.parametrize(
    ("check", "books"),
    [
        (TITLE, {Ledger.AWARDS}),
        (RATED, {Ledger.RATINGS}),
        (JUDGED, set()),
        (CHOSEN, {Ledger.RECOGNITIONS}),
        (UNIT_TODAY, {Ledger.AWARDS}),
        (AllOf((AnyOf((RATED, Not(CLEAN))), UNIT_EVERY_YEAR)), {Ledger.RATINGS, Ledger.SANCTIONS, Ledger.AWARDS}),
    ],
)
def test_a_check_names_the_books_it_reads(check: Check, books: set[Ledger]) -> None:
    assert ledgers(check) == books


def test_what_people_must_attest_is_found_inside_an_expression() -> None:
    assert attested_criteria(AllOf((CLEAN, Not(JUDGED), AnyOf((Attested("G3"), RATED))))) == ["G1", "G3"]


def test_what_must_be_attested_of_a_unit_is_not_asked_about_its_head() -> None:
    assert attested_criteria(UNIT_TODAY) == []
