"""Closing books: what silence means then, who may, and how a book is opened again."""

from datetime import date
from typing import Any

import pytest

from lantoa import plans
from lantoa.audit.models import Event
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Ledger
from lantoa.domain.verdict import Verdict, assess
from lantoa.register.actions.closings import NoReason, NothingChosen, close, reopen
from lantoa.register.models import Closing
from lantoa.register.queries.records import book_of
from lantoa.register.queries.silence import Effect, Silence, preview
from tests import cast as stage
from tests.cast import Cast, signed_in

ADDRESS = "/so/chot-so/them/"


def send(cast: Cast, *books: str, **typed: Any) -> Any:
    return signed_in(cast.officer).post(ADDRESS, {"book": books, "closed": "31/1/2025", **typed})


def closings() -> list[tuple[str, int, str | None]]:
    return list(Closing.objects.order_by("ledger", "year").values_list("ledger", "year", "unit__subject__code"))


def verdict_of(cast: Cast, criterion: str) -> Verdict:
    """The lecturer's verdict under one criterion of the school's yearly tier in 2024."""
    plan = plans.load()
    subject = cast.lecturer.subject
    assessment = assess(plan, plan.tier("school-annual"), 2024, book_of(subject), subject.code)
    return next(finding.verdict for finding in assessment.findings if finding.criterion.code == criterion)


def test_several_books_of_several_years_are_closed_at_once(cast: Cast) -> None:
    send(cast, "awards:2023", "awards:2024", "ratings:2024")

    assert closings() == [("awards", 2023, None), ("awards", 2024, None), ("ratings", 2024, None)]
    assert Closing.objects.values_list("closed", flat=True).distinct().get() == date(2025, 1, 31)


def test_one_deed_is_one_event(cast: Cast) -> None:
    send(cast, "awards:2023", "ratings:2024")

    event = Event.objects.get()
    assert (event.deed, event.target, event.by) == ("books_closed", "toàn Trường", cast.officer)
    assert event.details == {"books": ["awards 2023", "ratings 2024"], "unit": "", "on": "31/01/2025"}


def test_a_book_is_closed_for_a_unit(cast: Cast) -> None:
    send(cast, "ratings:2024", unit="khoa luat")

    assert closings() == [("ratings", 2024, "KL")]


def test_closing_turns_unknown_into_not_met(cast: Cast) -> None:
    before = verdict_of(cast, "SA-I1")

    send(cast, "awards:2024")

    assert (before, verdict_of(cast, "SA-I1")) == (Verdict.UNKNOWN, Verdict.NOT_MET)


def test_the_preview_says_how_many_stop_being_unknown(cast: Cast) -> None:
    stage.award(cast.lecturer, 2024)
    plan = plans.load()

    foreseen = preview(plan, [(Ledger.AWARDS, 2024)], None)

    assert foreseen.silences == [Silence(Ledger.AWARDS, 2024, rows=1, people=5, units=3)]
    assert foreseen.effects[0] == Effect(plan.tier("school-annual"), 2024, met=0, not_met=8, unknown=1)


def test_the_preview_of_a_unit_counts_its_own_people_only(cast: Cast) -> None:
    foreseen = preview(plans.load(), [(Ledger.RATINGS, 2024)], cast.faculty.pk)

    assert foreseen.silences == [Silence(Ledger.RATINGS, 2024, rows=0, people=3, units=2)]


def test_the_preview_foresees_what_closing_then_brings(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024, "HTTNV")
    foreseen = preview(plans.load(), [(Ledger.RATINGS, 2024)], None).effects

    send(cast, "ratings:2024")

    assert sum(effect.not_met for effect in foreseen) == 8
    assert preview(plans.load(), [(Ledger.AWARDS, 2020)], None).effects == []


@pytest.mark.parametrize("ledger", ["ratings", "awards", "sanctions", "initiatives", "recognitions"])
def test_every_book_says_who_has_no_row(cast: Cast, ledger: str) -> None:
    stage.rating(cast.lecturer, 2024)
    stage.award(cast.lecturer, 2024)
    stage.sanction(cast.lecturer, "1/3/2024")
    stage.initiative(cast.lecturer, 2024)
    stage.recognition(cast.lecturer, "school-annual", 2024)

    (silence,) = preview(plans.load(), [(Ledger(ledger), 2024)], None).silences

    assert (silence.rows, silence.people) == (1, 5)


def test_the_action_itself_insists_on_a_book_and_on_a_reason(cast: Cast) -> None:
    with pytest.raises(NothingChosen):
        close(books=[], unit=None, closed=PartialDate(2025), by=cast.officer, at=stage.NOW)
    with pytest.raises(NoReason):
        reopen(closing=stage.closing(Ledger.AWARDS, 2024), reason=" ", by=cast.officer, at=stage.NOW)


def test_the_address_ticks_a_book_and_shows_its_preview(cast: Cast) -> None:
    page = signed_in(cast.officer).get(f"{ADDRESS}?so=ratings&nam=2024").content.decode()

    assert 'value="ratings:2024" checked' in page
    assert "Chốt rồi thì sao" in page
    assert not Closing.objects.exists()


@pytest.mark.parametrize("query", ["so=khong-co&nam=2024", "so=ratings&nam=9999", "so=ratings&nam=abc", "don_vi=X"])
def test_a_book_that_does_not_exist_is_explained(cast: Cast, query: str) -> None:
    answer = signed_in(cast.officer).get(f"{ADDRESS}?{query}")

    assert answer.status_code == 200
    assert not Closing.objects.exists()


def test_a_year_outside_the_plan_can_be_closed_and_changes_no_verdict(cast: Cast) -> None:
    answer = signed_in(cast.officer).get(f"{ADDRESS}?so=ratings&nam=2019")

    assert "nên không kết quả rà soát nào thay đổi" in answer.content.decode()


def test_nothing_chosen_closes_nothing(cast: Cast) -> None:
    answer = send(cast)

    assert answer.status_code == 422
    assert answer.context["form"].errors["book"] == ["Hãy chọn ít nhất một sổ của một năm."]


def test_a_day_that_is_none_keeps_what_was_chosen(cast: Cast) -> None:
    answer = send(cast, "ratings:2024", closed="32/1/2025")

    assert answer.status_code == 422
    assert answer.context["form"].ticked == ["ratings:2024"]


def test_what_is_closed_is_not_closed_again(cast: Cast) -> None:
    send(cast, "ratings:2024")

    answer = send(cast, "ratings:2024", "awards:2024")

    assert answer.context["form"].errors["book"] == ["Đã chốt từ trước: xếp loại 2024. Hãy bỏ chọn những ô đó."]
    assert closings() == [("ratings", 2024, None)]


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_only_the_officer_closes_books(cast: Cast, who: str) -> None:
    answer = signed_in(getattr(cast, who)).post(ADDRESS, {"book": "ratings:2024", "closed": "2025"})

    assert answer.status_code == 403
    assert not Closing.objects.exists()


def test_a_book_is_opened_again_with_a_reason(cast: Cast) -> None:
    row = stage.closing(Ledger.RATINGS, 2024, of=cast.faculty)

    signed_in(cast.officer).post(f"/so/chot-so/{row.pk}/xoa/", {"reason": "Bổ sung xếp loại của Bộ môn"})

    assert closings() == []
    event = Event.objects.get()
    assert (event.deed, event.target) == ("book_reopened", "KL")
    assert event.details == {"book": "ratings 2024", "unit": "KL", "reason": "Bổ sung xếp loại của Bộ môn"}


def test_without_a_reason_it_stays_closed(cast: Cast) -> None:
    row = stage.closing(Ledger.RATINGS, 2024)

    answer = signed_in(cast.officer).post(f"/so/chot-so/{row.pk}/xoa/", {"reason": "  "})

    assert answer.status_code == 422
    assert closings() == [("ratings", 2024, None)]


def test_opening_again_makes_silence_unknown(cast: Cast) -> None:
    row = stage.closing(Ledger.AWARDS, 2024)
    before = verdict_of(cast, "SA-I1")

    signed_in(cast.officer).post(f"/so/chot-so/{row.pk}/xoa/", {"reason": "Còn quyết định chưa ghi"})

    assert (before, verdict_of(cast, "SA-I1")) == (Verdict.NOT_MET, Verdict.UNKNOWN)
