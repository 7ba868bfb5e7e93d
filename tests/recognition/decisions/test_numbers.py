"""Numbers of a year: one after the other, none twice, no gap without a reason, however many clerks issue at once."""

from collections.abc import Callable
from datetime import date, datetime
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connections, transaction

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions.decisions.numbers import annul_next, held_series, set_series, take
from lantoa.recognition.actions.decisions.refusals import EffectiveBefore, SeriesHasBegun, WrongDay
from lantoa.recognition.models import Decision, NumberSeries, TakenNumber
from lantoa.recognition.queries.decisions.numbers import series_of, years
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import NOW, Cast, assemble, signed_in
from tests.recognition.decisions.deciding import TODAY, Desk, desk_of, recommended

AT_ONCE = 6


def race(tasks: list[Callable[[], object]]) -> int:
    """All at the same moment, each on a connection of its own; how many were refused."""
    start, refused = Barrier(len(tasks)), []

    def run(task: Callable[[], object]) -> None:
        try:
            start.wait(timeout=30)
            task()
        except DatabaseError as error:
            refused.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(refused)


def given_out() -> list[int]:
    return list(TakenNumber.objects.order_by("number").values_list("number", flat=True))


@pytest.mark.django_db(transaction=True)
def test_decisions_issued_at_once_get_the_numbers_one_after_the_other() -> None:
    desk = desk_of(assemble())
    approved = [desk.at(DecisionStage.APPROVED, desk.draft(one)) for one in _more(desk)]

    refused = race([lambda one=one: desk.issue(one) for one in approved])  # type: ignore[misc]

    assert (refused, given_out()) == (0, list(range(1, AT_ONCE + 1)))
    references = Decision.objects.order_by("number__number").values_list("reference", flat=True)
    assert list(references) == [f"{number:02}/QĐ-ĐHTT" for number in range(1, AT_ONCE + 1)]
    assert set(Recognition.objects.values_list("decision", flat=True)) == set(references)


def _more(desk: Desk) -> list[Nomination]:
    office = desk.cast.office
    return [
        recommended(desk.cast, desk.round, school.person(f"X{n}", f"Người Thứ {n}", office), office)
        for n in range(AT_ONCE)
    ]


@pytest.mark.django_db(transaction=True)
def test_the_same_decision_issued_by_several_at_once_is_issued_once() -> None:
    desk = desk_of(assemble())
    decision = desk.at(DecisionStage.APPROVED)

    def issue() -> None:
        try:
            desk.issue(decision)
        except ValueError as problem:
            raise DatabaseError from problem

    refused = race([issue] * AT_ONCE)

    assert (refused, given_out(), Recognition.objects.count()) == (AT_ONCE - 1, [1], 2)


@pytest.mark.django_db(transaction=True)
def test_without_holding_the_series_the_same_race_goes_wrong() -> None:
    """The control of the tests above: read, wait for the others, write - and most collide or are lost."""
    clerk = school.account("thu")
    with transaction.atomic():
        held_series(2026, NOW)
    everybody_has_read = Barrier(AT_ONCE)

    def take_unheld() -> None:
        last = NumberSeries.objects.get(pk=2026).last
        everybody_has_read.wait(timeout=30)
        TakenNumber.objects.create(series_id=2026, number=last + 1, taken_by=clerk, taken_at=NOW)
        NumberSeries.objects.filter(pk=2026).update(last=last + 1)

    refused = race([take_unheld] * AT_ONCE)

    assert (refused, given_out()) != (0, list(range(1, AT_ONCE + 1)))
    assert refused == AT_ONCE - 1


@pytest.mark.django_db(transaction=True)
def test_a_number_whose_transaction_was_undone_is_given_to_the_next() -> None:
    clerk = school.account("thu")
    with transaction.atomic():
        take(year=2026, by=clerk, at=NOW)
        transaction.set_rollback(True)

    with transaction.atomic():
        taken = take(year=2026, by=clerk, at=NOW)

    assert (taken.number, given_out()) == (1, [1])


def test_each_year_has_a_series_of_its_own_written_as_the_one_before(desk: Desk) -> None:
    set_series(year=2025, suffix="QĐ-CĐLSL", first=41, by=desk.clerk, at=NOW)
    annul_next(year=2025, reason="Ghi cho văn bản giấy", by=desk.clerk, at=NOW)

    decision = desk.at(DecisionStage.ISSUED)

    assert decision.reference == "01/QĐ-CĐLSL"
    assert [(one.number, one.reason) for one in series_of(2025).numbers] == [(41, "Ghi cho văn bản giấy")]


def test_a_number_taken_out_of_use_is_explained_where_it_stands(desk: Desk) -> None:
    annul_next(year=2026, reason="Số 1 ghi cho quyết định giấy", by=desk.clerk, at=NOW)
    desk.at(DecisionStage.ISSUED)

    series = series_of(2026)

    assert [(one.reference, one.reason, one.decision is not None) for one in series.numbers] == [
        ("01/QĐ-ĐHTT", "Số 1 ghi cho quyết định giấy", False),
        ("02/QĐ-ĐHTT", "", True),
    ]
    assert (len(series.annulled), series.gaps) == (1, [])


def test_a_number_that_nobody_explains_is_shown_as_a_gap(desk: Desk) -> None:
    """Only by hand in the database can one arise."""
    desk.at(DecisionStage.ISSUED)
    NumberSeries.objects.filter(pk=2026).update(last=2)

    assert [one.number for one in series_of(2026).gaps] == [2]
    assert "trống, chưa rõ lý do" in signed_in(desk.clerk).get("/quyet-dinh/so/2026/").content.decode()


def test_a_series_that_has_begun_is_written_as_it_began(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    with pytest.raises(SeriesHasBegun):
        set_series(year=2026, suffix="QĐ", first=1, by=desk.clerk, at=NOW)


def test_a_number_is_not_annulled_without_a_reason(desk: Desk) -> None:
    with pytest.raises(NoReason):
        annul_next(year=2026, reason=" ", by=desk.clerk, at=NOW)

    assert (given_out(), Event.objects.count()) == ([], 0)


@pytest.mark.parametrize("who", ["officer", "principal", "staff"])
def test_numbers_are_the_clerks(desk: Desk, who: str) -> None:
    user: User = desk.principal if who == "principal" else getattr(desk.cast, who)

    with pytest.raises(NotAllowed):
        annul_next(year=2026, reason="Hỏng", by=user, at=NOW)
    with pytest.raises(NotAllowed):
        set_series(year=2026, suffix="QĐ", first=1, by=user, at=NOW)

    assert given_out() == []


@pytest.mark.parametrize(
    ("decided_on", "why"),
    [(date(2026, 1, 16), "tương lai"), (date(2026, 1, 14), "trước ngày duyệt"), (date(2025, 12, 31), "năm trước")],
)
def test_the_day_of_a_decision_is_neither_before_its_approval_nor_to_come(
    desk: Desk, decided_on: date, why: str
) -> None:
    decision = desk.at(DecisionStage.APPROVED)

    with pytest.raises(WrongDay):
        desk.issue(decision, decided_on=decided_on)

    assert (given_out(), why) == ([], why)


def test_the_series_runs_with_the_days(desk: Desk) -> None:
    """A later number does not bear an earlier day."""
    later = datetime.fromisoformat("2026-01-20T02:00:00+00:00")
    first, second = (desk.at(DecisionStage.APPROVED, desk.draft(one)) for one in (desk.lecturer, desk.division))
    desk.issue(first, decided_on=date(2026, 1, 20), at=later)

    with pytest.raises(WrongDay):
        desk.issue(second, decided_on=TODAY, at=later)


def test_a_decision_takes_effect_on_its_day_or_later(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)

    with pytest.raises(EffectiveBefore):
        desk.issue(decision, effective_on=date(2026, 1, 14))

    assert desk.issue(decision, effective_on=date(2026, 2, 1)).effective_on == date(2026, 2, 1)


def test_the_clerk_sets_how_numbers_are_written_and_annuls_one_on_the_page(desk: Desk) -> None:
    client = signed_in(desk.clerk)

    client.post("/quyet-dinh/so/2026/ky-hieu/", {"suffix": "QĐ-CĐLSL", "first": "51"})
    page = client.post("/quyet-dinh/so/2026/huy/", {"reason": "Ghi cho văn bản giấy"}, follow=True)

    assert "Đã huỷ số 51/QĐ-CĐLSL; lý do lưu trong sổ số." in page.content.decode()
    assert client.post("/quyet-dinh/so/2026/huy/", {"reason": ""}).status_code == 422
    assert client.post("/quyet-dinh/so/2026/ky-hieu/", {"suffix": "QĐ", "first": "1"}).status_code == 422
    assert years(date(2027, 1, 1)) == [2027, 2026]


def test_the_page_of_numbers_is_for_those_who_work_with_them(desk: Desk, cast: Cast) -> None:
    seen = [
        signed_in(user).get("/quyet-dinh/so/2026/").status_code for user in (cast.officer, desk.principal, cast.staff)
    ]

    assert seen == [200, 200, 403]
