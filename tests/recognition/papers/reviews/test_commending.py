"""Commendations by form, and who among those commended led something."""

from datetime import date

import pytest

from lantoa.domain.papers.reporting import CommendationLine
from lantoa.domain.records import AwardStatus, Level
from lantoa.domain.stages import DecisionStage
from lantoa.recognition.actions.decisions.rewards import Wanted, reward
from lantoa.recognition.queries.papers.reviews import commending as room
from lantoa.recognition.queries.papers.reviews.commending import commendation_lines, commending
from lantoa.recognition.queries.papers.reviews.period import Period
from lantoa.register.models import Person
from tests import cast as people
from tests.cast import NOW, Cast
from tests.recognition.decisions.deciding import Desk


def line(number: str, name: str, level: str, *figures: int) -> CommendationLine:
    whole, collectives, leading, working = map(str, figures)
    return CommendationLine(
        number=number, name=name, level=level, whole=whole, collectives=collectives, leading=leading, working=working
    )


@pytest.fixture
def commended(cast: Cast) -> None:
    """The head of the faculty, a lecturer and the division; and one who is only found eligible."""
    head = Person.objects.get(subject__code="CB2")
    people.award(cast.lecturer, 2025, "CSTĐCS")
    people.award(head, 2025, "Chiến sĩ thi đua cấp cơ sở")
    people.award(head, 2024, "Bằng khen của Bộ trưởng", level=Level.MINISTRY)
    people.award(cast.division, 2025, "Bằng  khen của Bộ trưởng", level=Level.MINISTRY)
    people.award(cast.lecturer, 2025, "Chiến sĩ thi đua ngành Tư pháp", status=AwardStatus.ELIGIBLE)


@pytest.mark.usefixtures("commended")
def test_each_form_is_counted_by_who_got_it(year: Period) -> None:
    assert commendation_lines(year) == (
        line("1", "Bằng khen của Bộ trưởng", "bộ", 1, 1, 0, 0),
        line("2", "Chiến sĩ thi đua cơ sở", "trường", 2, 0, 1, 1),
    )


@pytest.mark.usefixtures("commended")
def test_a_period_counts_all_its_years(whole: Period) -> None:
    assert commendation_lines(whole)[0] == line("1", "Bằng khen của Bộ trưởng", "bộ", 2, 1, 1, 0)


def test_who_led_is_asked_at_the_end_of_the_year_of_the_commendation(cast: Cast, whole: Period) -> None:
    people.post(cast.lecturer, cast.division, "Trưởng bộ môn", is_head=True, since="1/1/2025")
    people.award(cast.lecturer, 2024)
    people.award(cast.lecturer, 2025)

    assert commendation_lines(whole) == (line("1", "Chiến sĩ thi đua cơ sở", "trường", 2, 0, 1, 1),)


@pytest.mark.usefixtures("commended")
def test_forms_beyond_a_page_stand_together(whole: Period, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 1)

    assert commendation_lines(whole)[1] == line("2", "Các hình thức khác", "", 2, 0, 1, 1)


@pytest.mark.usefixtures("commended")
def test_the_sum_and_those_found_eligible_are_told(year: Period) -> None:
    assert list(commending(year)) == [
        "Tổng số lượt khen thưởng đã có quyết định: 01 tập thể, 02 cá nhân.",
        "Ngoài ra có 01 lượt đã thẩm định đủ điều kiện, chưa có quyết định.",
    ]


def test_reward_money_is_that_of_decisions_issued_in_the_period(desk: Desk, whole: Period) -> None:
    decision = desk.draft()
    keys = list(decision.items.values_list("pk", flat=True))
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    desk.at(DecisionStage.ISSUED, decision)
    before = list(commending(whole))
    type(decision).objects.update(decided_on=date(2025, 12, 20))

    assert list(commending(whole))[len(before) :] == ["Tiền thưởng kèm quyết định công nhận: 2.120.000 đồng."]


def test_an_empty_year_says_so(cast: Cast, year: Period) -> None:
    assert list(commending(year)) == ["Sổ không ghi danh hiệu, hình thức khen thưởng nào của thời gian này."]
    assert commendation_lines(year) == ()
