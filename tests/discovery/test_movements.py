"""Movements: launched, cascaded, pledged to, reported on; every stage against every deed; results in the book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.discovery.actions.movements import pledging, reporting, running
from lantoa.discovery.actions.movements.refusals import (
    AcceptedAlready,
    CascadedAlready,
    ChangedMeanwhile,
    NobodyAsked,
    NotAccepted,
    NotADraft,
    NotAsked,
    NothingWritten,
    NotLaunched,
    NotUnderIt,
    OwnWork,
)
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.models import Movement, Pledge, Result
from lantoa.discovery.queries.movements.lists import board
from lantoa.domain import records
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import AwardStatus, Level, Origin
from lantoa.domain.stages import MOVES, MovementStage, PledgeStage, WrongStage
from lantoa.notice.models import Notice
from lantoa.notice.queries.deadlines import deadlines
from lantoa.papers.attachments import check
from lantoa.register.actions.refusals import NotAllowed, RowRefused
from lantoa.register.models import Award
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.movements import DATES, TERMS, movement, movement_at, pledge_at, result

RUN: dict[str, Callable[[Movement, Cast], Any]] = {
    "launch": lambda made, cast: running.launch(movement=made, units=[cast.faculty.pk], by=cast.officer, at=NOW),
    "sum_up": lambda made, cast: running.sum_up(movement=made, summary="Đạt", by=cast.officer, at=NOW),
    "cancel": lambda made, cast: running.cancel(movement=made, reason="Thôi", by=cast.officer, at=NOW),
}
PLEDGE: dict[str, Callable[[Pledge, Cast], Any]] = {
    "send": lambda made, cast: pledging.send(pledge=made, text="x", version=made.version, by=cast.head, at=NOW),
    "take_back": lambda made, cast: pledging.take_back(pledge=made, by=cast.head, at=NOW),
    "return": lambda made, cast: pledging.give_back(pledge=made, reason="Thiếu", by=cast.officer, at=NOW),
    "accept": lambda made, cast: pledging.accept(pledge=made, by=cast.officer, at=NOW),
}
PRAISE = records.Award(
    subject="CB6",
    year=2026,
    text="Giấy khen của Hiệu trưởng",
    title="",
    level=Level.SCHOOL,
    status=AwardStatus.AWARDED,
    origin=Origin("Khen thưởng", 0),
    decision="15/QĐ-SL",
    decided=PartialDate(2026, 7, 1),
)


def frozen() -> list[Any]:
    return [list(model._default_manager.order_by("pk").values()) for model in (Movement, Pledge, Result, Notice, Event)]


def told(user: Any) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("text", flat=True))


@pytest.mark.parametrize(("stage", "deed"), [(stage, deed) for stage in MovementStage for deed in MOVES[MovementStage]])
def test_a_movement_is_moved_from_its_stages_only(stage: MovementStage, deed: str, cast: Cast) -> None:
    made = movement_at(stage, cast)
    before = frozen()

    if stage in MOVES[MovementStage][deed].sources:
        RUN[deed](made, cast)
        assert Movement.objects.get().stage == MOVES[MovementStage][deed].target
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            RUN[deed](made, cast)
        assert frozen() == before


@pytest.mark.parametrize(("stage", "deed"), [(stage, deed) for stage in PledgeStage for deed in MOVES[PledgeStage]])
def test_a_pledge_is_moved_from_its_stages_only(stage: PledgeStage, deed: str, cast: Cast) -> None:
    made = pledge_at(stage, cast)
    before = frozen()

    if stage in MOVES[PledgeStage][deed].sources:
        PLEDGE[deed](made, cast)
        assert Pledge.objects.get(pk=made.pk).stage == MOVES[PledgeStage][deed].target
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            PLEDGE[deed](made, cast)
        assert frozen() == before


@pytest.mark.parametrize("name", ["head", "staff", "administrator"])
def test_the_schools_movement_is_run_by_the_officer(name: str, cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        movement(cast, by=getattr(cast, name))


def test_a_head_runs_movements_of_the_own_unit(cast: Cast) -> None:
    made = movement(cast, by=cast.head, unit=cast.faculty)

    running.launch(movement=made, units=[cast.division.pk], by=cast.head, at=NOW)

    assert [pledge.unit for pledge in made.pledges.all()] == [cast.division]


def test_launched_each_unit_asked_has_a_pledge_and_its_head_knows(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)

    assert sorted(made.pledges.values_list("unit__subject__code", "stage")) == [("KL", "not_sent"), ("PDT", "not_sent")]
    assert told(cast.head) == ["Khoa Luật được mời đăng ký phong trào «Thi đua dạy tốt, học tốt năm 2026»."]


def test_a_unit_without_a_head_is_told_through_the_one_above(cast: Cast) -> None:
    running.launch(movement=movement(cast), units=[cast.division.pk], by=cast.officer, at=NOW)

    assert told(cast.head) == ["Bộ môn Luật Dân sự được mời đăng ký phong trào «Thi đua dạy tốt, học tốt năm 2026»."]


def test_nobody_or_somebody_elses_unit_cannot_be_asked(cast: Cast) -> None:
    with pytest.raises(NobodyAsked):
        running.launch(movement=movement(cast), units=[], by=cast.officer, at=NOW)
    own = movement(cast, by=cast.head, unit=cast.faculty)
    with pytest.raises(NotUnderIt, match="Phòng Đào tạo không thuộc"):
        running.launch(movement=own, units=[cast.office.pk], by=cast.head, at=NOW)


def test_a_draft_is_changed_and_what_was_launched_is_not(cast: Cast) -> None:
    made = movement(cast)
    terms = replace(TERMS, name="Thi đua chuyên đề chuyển đổi số", kind="thematic")

    changed = running.change(movement=made, terms=terms, report_dates=DATES[:1], version=1, by=cast.officer, at=NOW)

    assert (changed.name, changed.search_key, changed.report_dates.count(), changed.version) == (
        "Thi đua chuyên đề chuyển đổi số",
        "thi dua chuyen de chuyen doi so",
        1,
        2,
    )
    with pytest.raises(ChangedMeanwhile):
        running.change(movement=made, terms=terms, report_dates=[], version=1, by=cast.officer, at=NOW)
    launched = movement_at(MovementStage.LAUNCHED, cast)
    with pytest.raises(NotADraft):
        running.change(movement=launched, terms=terms, report_dates=[], version=2, by=cast.officer, at=NOW)


def test_its_papers_are_kept(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    made = movement_at(MovementStage.LAUNCHED, cast)

    running.attach(movement=made, files=[check(SimpleUploadedFile("kh.pdf", b"%PDF-1.7"))], by=cast.officer, at=NOW)

    kept = made.documents.get()
    assert (kept.name, (tmp_path / kept.path).read_bytes()) == ("kh.pdf", b"%PDF-1.7")


def test_a_unit_carries_it_on_to_its_own_units_once(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)

    own = running.cascade(movement=made, unit=cast.faculty, by=cast.head, at=NOW)

    assert (own.above, own.unit, own.stage, own.name, own.report_dates.count()) == (
        made,
        cast.faculty,
        "draft",
        made.name,
        2,
    )
    with pytest.raises(CascadedAlready):
        running.cascade(movement=made, unit=cast.faculty, by=cast.head, at=NOW)
    running.cancel(movement=own, reason="Làm lại", by=cast.head, at=NOW)
    running.cascade(movement=made, unit=cast.faculty, by=cast.head, at=NOW)


def test_only_a_unit_that_was_asked_carries_it_on(cast: Cast) -> None:
    draft, made = movement_at(MovementStage.DRAFT, cast), movement_at(MovementStage.LAUNCHED, cast)
    with pytest.raises(NotLaunched):
        running.cascade(movement=draft, unit=cast.faculty, by=cast.head, at=NOW)
    with pytest.raises(NotLaunched):
        running.cascade(movement=made, unit=cast.division, by=cast.head, at=NOW)


def test_cancelling_says_why_and_summing_up_says_what(cast: Cast) -> None:
    with pytest.raises(NoReason):
        running.cancel(movement=movement(cast), reason=" ", by=cast.officer, at=NOW)
    with pytest.raises(NoReason):
        running.sum_up(movement=movement_at(MovementStage.LAUNCHED, cast), summary="", by=cast.officer, at=NOW)


def test_the_database_refuses_days_out_of_order_and_a_cancelling_without_reason(cast: Cast) -> None:
    made = movement(cast)
    for wrong in ({"until": date(2025, 1, 1)}, {"pledges_due": date(2027, 1, 1)}, {"stage": "cancelled"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Movement.objects.filter(pk=made.pk).update(**wrong)


def test_a_pledge_is_sent_by_its_own_head_and_judged_by_another(cast: Cast) -> None:
    made = pledge_at(PledgeStage.NOT_SENT, cast)

    with pytest.raises(NotAllowed):
        pledging.send(pledge=made, text="x", version=1, by=cast.other_head, at=NOW)
    with pytest.raises(NothingWritten):
        pledging.send(pledge=made, text=" ", version=1, by=cast.head, at=NOW)
    with pytest.raises(ChangedMeanwhile):
        pledging.send(pledge=made, text="x", version=7, by=cast.head, at=NOW)
    sent = pledging.send(pledge=made, text="x", version=1, by=cast.head, at=NOW)
    with pytest.raises(NotAllowed):
        pledging.accept(pledge=sent, by=cast.head, at=NOW)


def test_a_head_does_not_accept_the_pledge_the_head_sent_for_a_unit_below(cast: Cast) -> None:
    own = movement(cast, by=cast.head, unit=cast.faculty)
    launched = running.launch(movement=own, units=[cast.division.pk], by=cast.head, at=NOW)
    made = pledging.send(pledge=launched.pledges.get(), text="x", version=1, by=cast.head, at=NOW)

    with pytest.raises(OwnWork):
        pledging.accept(pledge=made, by=cast.head, at=NOW)
    with pytest.raises(OwnWork):
        pledging.give_back(pledge=made, reason="x", by=cast.head, at=NOW)


def test_the_sender_hears_what_was_found(cast: Cast) -> None:
    pledge_at(PledgeStage.RETURNED, cast)

    name = "Thi đua dạy tốt, học tốt năm 2026"
    assert told(cast.head)[1:] == [f"Đăng ký phong trào «{name}» của Khoa Luật được trả lại: Ghi rõ bộ môn"]
    assert told(cast.officer) == [f"Khoa Luật đã gửi đăng ký phong trào «{name}», chờ duyệt."]


def test_nothing_is_pledged_or_reported_when_it_is_over(cast: Cast) -> None:
    made = pledge_at(PledgeStage.NOT_SENT, cast)
    running.sum_up(movement=made.movement, summary="Đạt", by=cast.officer, at=NOW)
    first = made.movement.report_dates.all()[0]

    with pytest.raises(NotLaunched):
        pledging.send(pledge=made, text="x", version=1, by=cast.head, at=NOW)
    with pytest.raises(NotLaunched):
        reporting.report(report_date=first, unit=cast.faculty, text="x", by=cast.head, at=NOW)


def test_a_result_is_reported_again_until_it_is_accepted(cast: Cast) -> None:
    made = result(cast)

    again = reporting.report(
        report_date=made.report_date, unit=cast.faculty, text="9 giờ", reached=90, by=cast.head, at=NOW
    )
    assert (again.pk, again.text, Result.objects.count()) == (made.pk, "9 giờ", 1)

    reporting.accept(result=made, by=cast.officer, at=NOW)
    with pytest.raises(AcceptedAlready):
        reporting.report(report_date=made.report_date, unit=cast.faculty, text="10 giờ", by=cast.head, at=NOW)
    with pytest.raises(AcceptedAlready):
        reporting.accept(result=made, by=cast.officer, at=NOW)


def test_a_result_is_of_a_unit_that_was_asked_and_in_words(cast: Cast) -> None:
    first = movement_at(MovementStage.LAUNCHED, cast).report_dates.all()[0]

    with pytest.raises(NotAsked):
        reporting.report(report_date=first, unit=cast.division, text="x", by=cast.head, at=NOW)
    with pytest.raises(NothingWritten):
        reporting.report(report_date=first, unit=cast.faculty, text=" ", by=cast.head, at=NOW)
    with pytest.raises(NotAllowed):
        reporting.report(report_date=first, unit=cast.office, text="x", by=cast.head, at=NOW)


def test_who_is_commended_in_an_accepted_result_is_in_the_record_book(cast: Cast) -> None:
    made = result(cast, accepted=True)

    row = reporting.commend(result=made, award=PRAISE, by=cast.officer, at=NOW)

    assert list(made.commended.all()) == [row]
    assert (row.subject, row.year, row.text, row.level, row.decision, row.typed_by) == (
        cast.lecturer.subject,
        2026,
        "Giấy khen của Hiệu trưởng",
        "school",
        "15/QĐ-SL",
        cast.officer,
    )
    assert list(Event.objects.order_by("-pk").values_list("deed", flat=True)[:2]) == ["result_commended", "row_added"]


def test_nothing_enters_the_book_before_the_result_is_accepted_by_another_or_twice(cast: Cast) -> None:
    made = result(cast)
    with pytest.raises(NotAccepted):
        reporting.commend(result=made, award=PRAISE, by=cast.officer, at=NOW)
    reporting.accept(result=made, by=cast.officer, at=NOW)
    with pytest.raises(NotAllowed):
        reporting.commend(result=made, award=PRAISE, by=cast.head, at=NOW)

    reporting.commend(result=made, award=PRAISE, by=cast.officer, at=NOW)
    with pytest.raises(RowRefused):
        reporting.commend(result=made, award=PRAISE, by=cast.officer, at=NOW)

    assert (Award.objects.count(), made.commended.count()) == (1, 1)


def test_heads_are_due_to_pledge_and_to_report_what_comes_within_a_month(cast: Cast) -> None:
    movement_at(MovementStage.LAUNCHED, cast)

    january = [(one.user, one.due, one.text) for one in deadlines(date(2026, 1, 15), cast.head.pk)]
    june = [one.text for one in deadlines(date(2026, 6, 1), cast.head.pk)]

    name = "Thi đua dạy tốt, học tốt năm 2026"
    assert january == [(cast.head.pk, date(2026, 1, 31), f"Khoa Luật đăng ký phong trào «{name}»")]
    assert june == [
        f"Khoa Luật đăng ký phong trào «{name}»",
        f"Khoa Luật báo cáo Sơ kết học kỳ của phong trào «{name}»",
    ]


def test_what_was_sent_and_reported_is_due_no_more(cast: Cast) -> None:
    made = pledge_at(PledgeStage.WAITING, cast)
    first = made.movement.report_dates.order_by("due")[0]
    reporting.report(report_date=first, unit=cast.faculty, text="x", by=cast.head, at=NOW)

    assert deadlines(date(2026, 6, 1), cast.head.pk) == []


def test_the_board_shows_who_stands_where_and_who_is_late(cast: Cast) -> None:
    made = result(cast)
    people.unit("TV", "Trung tâm Thư viện", under=cast.school)

    movements, rows = board(2026, date(2026, 7, 1))

    assert movements == [made.report_date.movement]
    cells = [(row.unit, cell.pledge.stage, cell.reported, cell.is_late) for row in rows for cell in row.cells if cell]
    assert cells == [(cast.faculty, "not_sent", 1, True), (cast.office, "not_sent", 0, True)]
