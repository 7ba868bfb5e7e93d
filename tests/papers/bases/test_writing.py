"""The office writes over legal bases without losing what stood there, and says what it checked."""

from datetime import date
from typing import Any

import pytest

from lantoa.audit.models import Event
from lantoa.domain.papers.bases import Topic
from lantoa.papers.actions.bases import add, confirm, rewrite, take_back, withdraw
from lantoa.papers.actions.bases_refusals import CitedAlready, NoSuchText, NothingToCheck, WithdrawnAlready
from lantoa.papers.models import BasisCheck, OfficeBasis
from lantoa.papers.queries.bases import book, is_checked
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed
from tests.cast import NOW, Cast
from tests.papers.bases.given import FACTS

DECREE = "nghi-dinh-152-2025"
DAY = date(2026, 6, 1)


def cited(topic: Topic, day: date = DAY) -> list[str]:
    return [one.words for one in book().bases_on(day, topic)]


def deeds() -> list[tuple[str, str]]:
    return [(event.deed, event.target) for event in Event.objects.order_by("pk")]


def test_a_text_of_the_school_is_cited_once_it_is_written(cast: Cast) -> None:
    row = add(facts=FACTS | {"topic": "school"}, by=cast.officer, at=NOW)

    assert cited(Topic.SCHOOL) == ["Quy chế thi đua, khen thưởng của Trường"]
    assert deeds() == [("basis_written", f"legal_basis:{row.code}")]


def test_each_text_of_the_school_has_its_own_code(cast: Cast) -> None:
    words = [FACTS["words"], "Quy định đánh giá viên chức"]
    rows = [add(facts=FACTS | {"topic": "school", "words": text}, by=cast.officer, at=NOW) for text in words]

    assert rows[0].code != rows[1].code
    assert cited(Topic.SCHOOL) == words


def test_words_in_the_place_of_shipped_ones_count_from_their_day_until_withdrawn(cast: Cast) -> None:
    before = cited(Topic.EMULATION)
    facts = FACTS | {"words": "Nghị định số 152/2025/NĐ-CP", "applies_from": DAY, "reason": "Theo bản ký"}
    row = rewrite(code=DECREE, seen=0, facts=facts, by=cast.officer, at=NOW)
    meanwhile = (cited(Topic.EMULATION, date(2026, 5, 31)), cited(Topic.EMULATION)[1])
    withdraw(basis=row, why="Ghi nhầm", by=cast.administrator, at=NOW)

    assert meanwhile == (before, "Nghị định số 152/2025/NĐ-CP")
    assert cited(Topic.EMULATION) == before
    assert deeds() == [("basis_written", f"legal_basis:{DECREE}"), ("basis_withdrawn", f"legal_basis:{DECREE}")]


def test_a_shipped_text_may_be_left_out_from_a_day_on(cast: Cast) -> None:
    facts = FACTS | {"words": "Luật cũ", "is_left_out": True}
    rewrite(code="luat-sua-doi-2026", seen=0, facts=facts, by=cast.officer, at=NOW)

    assert not any("2026" in words for words in cited(Topic.EMULATION, date(2026, 10, 1)))


def test_a_version_that_somebody_else_wrote_meanwhile_is_not_written_over(cast: Cast) -> None:
    rewrite(code=DECREE, seen=0, facts=FACTS, by=cast.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile):
        rewrite(code=DECREE, seen=0, facts=FACTS | {"words": "Khác"}, by=cast.officer, at=NOW)
    assert OfficeBasis.objects.count() == 1


def test_a_text_whose_every_version_was_withdrawn_can_be_written_again(cast: Cast) -> None:
    row = add(facts=FACTS | {"topic": "school"}, by=cast.officer, at=NOW)
    withdraw(basis=row, why="Hết hiệu lực", by=cast.officer, at=NOW)
    rewrite(code=row.code, seen=1, facts=FACTS | {"words": "Quy chế mới"}, by=cast.officer, at=NOW)

    assert cited(Topic.SCHOOL) == ["Quy chế mới"]


def test_one_text_is_not_entered_twice(cast: Cast) -> None:
    add(facts=FACTS | {"topic": "school"}, by=cast.officer, at=NOW)

    with pytest.raises(CitedAlready) as refused:
        add(
            facts=FACTS | {"topic": "emulation", "words": "Quy chế Thi đua, khen thưởng của Trường"},
            by=cast.officer,
            at=NOW,
        )
    assert str(refused.value) == (
        "«Quy chế thi đua, khen thưởng của Trường» đã có trong danh mục (Quy chế, quy định của Trường). "
        "Mở văn bản đó ra sửa thay vì thêm mới."
    )


def test_forms_of_two_kinds_may_bear_one_number(cast: Cast) -> None:
    words = {"topic": "form", "words": "Mẫu số 01 kèm theo Thông tư số 1/2027/TT-BTP"}
    for kind in ("bao-cao-ca-nhan", "bao-cao-tap-the"):
        add(facts=FACTS | words | {"form": kind}, by=cast.officer, at=NOW)

    assert OfficeBasis.objects.count() == 2


def test_a_check_counts_for_these_words_and_days_only(cast: Cast) -> None:
    text = book().versions(DECREE)[0]
    confirm(code=DECREE, number=0, note="Công báo", by=cast.officer, at=NOW)
    row = rewrite(code=DECREE, seen=0, facts=FACTS | {"words": "Nghị định khác"}, by=cast.officer, at=NOW)

    assert (is_checked(text), is_checked(book().versions(row.code)[1])) == (True, False)
    assert deeds()[0] == ("basis_checked", f"legal_basis:{DECREE}")


def test_who_writes_a_text_from_the_signed_paper_says_so_at_once(cast: Cast) -> None:
    add(facts=FACTS | {"topic": "school", "is_checked": True, "check_note": "Bản lưu VT"}, by=cast.officer, at=NOW)
    found = BasisCheck.objects.get()

    assert (found.note, found.checked_by, [deed for deed, _target in deeds()]) == (
        "Bản lưu VT",
        cast.officer,
        ["basis_written", "basis_checked"],
    )


def test_a_check_may_be_taken_back_and_made_again(cast: Cast) -> None:
    given: dict[str, Any] = {"code": DECREE, "number": 0, "by": cast.officer, "at": NOW}
    confirm(note="", **given)
    with pytest.raises(NothingToCheck):
        confirm(note="", **given)
    take_back(**given)
    with pytest.raises(NothingToCheck):
        take_back(**given)
    confirm(note="", **given)

    assert [one.taken_back_at is None for one in BasisCheck.objects.all()] == [False, True]


@pytest.mark.parametrize(("code", "number", "why"), [("luat-2022", 0, NothingToCheck), ("luat-2022", 1, NoSuchText)])
def test_what_was_read_in_its_source_and_what_is_not_there_need_no_check(
    cast: Cast, code: str, number: int, why: type[ValueError]
) -> None:
    with pytest.raises(why):
        confirm(code=code, number=number, note="", by=cast.officer, at=NOW)


def test_a_version_is_withdrawn_once(cast: Cast) -> None:
    row = add(facts=FACTS | {"topic": "school"}, by=cast.officer, at=NOW)
    withdraw(basis=row, why="Nhầm", by=cast.officer, at=NOW)

    with pytest.raises(WithdrawnAlready):
        withdraw(basis=row, why="Nhầm", by=cast.officer, at=NOW)


def test_an_unknown_text_is_not_written(cast: Cast) -> None:
    with pytest.raises(NoSuchText):
        rewrite(code="khong-co", seen=0, facts=FACTS, by=cast.officer, at=NOW)


def test_only_who_keeps_templates_writes_bases(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        add(facts=FACTS | {"topic": "school"}, by=cast.head, at=NOW)
    assert OfficeBasis.objects.count() == 0
