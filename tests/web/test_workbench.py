"""The workbench: what each role finds on the desk, for whom it waits, and what is late."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.records import Ledger
from lantoa.register.models import Import
from lantoa.web.queries.workbench import Column
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.discovery.tips import tip

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def today() -> Any:
    """15 January 2026: the books of 2025 are due at the end of the month."""
    with time_machine.travel(NOW, tick=False):
        yield


def desk(user: User) -> dict[Column, list[str]]:
    answer = signed_in(user).get("/ban-lam-viec/")
    assert answer.status_code == 200
    columns = answer.context["workbench"].columns
    return {column: [task.title for task in tasks] for column, tasks in columns.items()}


def text(user: User) -> str:
    return str(signed_in(user).get("/ban-lam-viec/").content.decode())


def test_books_of_past_years_are_late_and_the_last_year_is_due(cast: Cast) -> None:
    for ledger in Ledger:
        for year in (2021, 2022, 2023):
            school.closing(ledger, year)
    school.closing(Ledger.AWARDS, 2024)

    found = desk(cast.officer)

    assert [one for one in found[Column.OVERDUE] if one.startswith("Chốt")] == [
        "Chốt sổ năm 2024: xếp loại, kỷ luật, sáng kiến, công nhận"
    ]
    assert "Chốt sổ năm 2025: xếp loại, khen thưởng, kỷ luật, sáng kiến, công nhận" in found[Column.MINE]
    assert "quá hạn 349 ngày" in text(cast.officer)
    assert "còn 16 ngày" in text(cast.officer)


def test_a_book_closed_for_one_unit_is_still_open_for_the_others(cast: Cast) -> None:
    school.closing(Ledger.AWARDS, 2024, of=cast.faculty)

    assert "Đã có 1 lần chốt riêng đơn vị." in text(cast.officer)
    assert (
        "Chốt sổ năm 2024: xếp loại, khen thưởng, kỷ luật, sáng kiến, công nhận" in desk(cast.officer)[Column.OVERDUE]
    )


def test_the_link_of_an_open_book_ticks_it(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/ban-lam-viec/")
    task = next(one for one in answer.context["workbench"].tasks if one.title.startswith("Chốt sổ năm 2021"))

    assert signed_in(cast.officer).get(task.address).context["form"].books == [(ledger, 2021) for ledger in Ledger]


def test_a_head_waits_for_the_officer_to_close_books(cast: Cast) -> None:
    found = desk(cast.head)

    assert [one for one in found[Column.WAITING] if one.startswith("Chốt sổ năm 2024")]
    assert [one for one in found[Column.MINE] if one.startswith("Chốt sổ")] == []
    assert "Chờ chuyên viên thi đua - khen thưởng" in text(cast.head)


def test_a_checked_file_waits_for_a_decision(cast: Cast) -> None:
    Import.objects.create(file_name="so-2025.xlsx", file_hash="x", path="x", stage="checked", at=NOW)

    assert "Quyết định với tệp so-2025.xlsx" in desk(cast.officer)[Column.MINE]


def test_missing_attestations_are_counted_by_criterion(cast: Cast) -> None:
    school.rating(cast.lecturer, 2024)
    school.attestation(cast.lecturer, "G1", 2024)

    assert "8 xác nhận G1 còn thiếu, năm 2024" in desk(cast.officer)[Column.MINE]
    assert "4 xác nhận G1 còn thiếu, năm 2024" in desk(cast.head)[Column.MINE]


def test_the_officer_waits_for_the_heads_of_units(cast: Cast) -> None:
    school.rating(cast.lecturer, 2024)

    assert desk(cast.officer)[Column.WAITING] == [
        "Phòng Đào tạo: 15 xác nhận năm 2024",
        "Bộ môn Luật Dân sự: 11 xác nhận năm 2024",
        "Khoa Luật: 7 xác nhận năm 2024",
    ]
    assert "Chờ Đỗ Tiến Dũng" in text(cast.officer)
    assert "Chưa ghi ai đứng đầu đơn vị" in text(cast.officer)


def test_who_is_one_step_away_is_counted(cast: Cast) -> None:
    school.rating(cast.lecturer, 2024)
    school.award(cast.lecturer, 2024)
    for criterion in ("G1", "G3", "SA-I2"):
        school.attestation(cast.lecturer, criterion, 2024)

    assert "1 người, tập thể chỉ còn một bước tới Trường hằng năm" in desk(cast.head)[Column.MINE]


def test_what_a_room_expects_by_a_day_lies_on_the_desk_until_it_is_late(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)
    with time_machine.travel(NOW + timedelta(days=90), tick=False):
        late = desk(cast.head)[Column.OVERDUE]

    assert "Trả lời phát hiện về Lê Thanh Bình" in desk(cast.head)[Column.MINE]
    assert "Trả lời phát hiện về Lê Thanh Bình" in late
    assert "Trả lời phát hiện về Lê Thanh Bình" not in desk(cast.officer)[Column.MINE]


def test_staff_find_their_own_record(cast: Cast) -> None:
    assert desk(cast.staff) == {
        Column.MINE: ["Xem hồ sơ và con đường của bạn"],
        Column.WAITING: [],
        Column.OVERDUE: [],
    }


def test_the_administrator_finds_accounts_without_a_role(cast: Cast) -> None:
    assert desk(cast.administrator)[Column.MINE] == ["1 tài khoản chưa có vai trò"]


def test_the_administrator_is_told_once_that_libreoffice_is_missing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    said = "Máy chủ chưa có LibreOffice"
    assert [desk(user)[Column.MINE].count(said) for user in (cast.administrator, cast.officer)] == [1, 0]


def test_demo_accounts_stay_on_the_desk_until_they_are_closed(cast: Cast) -> None:
    User.objects.filter(pk=cast.staff.pk).update(is_demo=True)

    assert "1 tài khoản dùng thử còn mở" in desk(cast.administrator)[Column.MINE]


def test_who_has_no_role_is_told_whom_to_ask(cast: Cast) -> None:
    assert "Hãy đề nghị quản trị hệ thống cấp vai trò" in text(cast.stranger)


def test_a_period_that_is_over_leads_to_the_draft_that_follows(cast: Cast) -> None:
    assert "Kế hoạch giai đoạn 2026-2030 còn là bản nháp" in desk(cast.officer)[Column.MINE]


def test_a_milestone_just_passed_is_late(cast: Cast) -> None:
    assert [one for one in desk(cast.officer)[Column.OVERDUE] if one.startswith("Đánh giá hằng năm")]


def test_the_first_run_shows_three_steps(db: None) -> None:
    officer = school.account("hanh", Role.OFFICER)

    found = text(officer)

    assert [found.index(one) for one in ("/so/mau/", "/so/nhap/", "/so/chot-so/them/")] == sorted(
        found.index(one) for one in ("/so/mau/", "/so/nhap/", "/so/chot-so/them/")
    )


def test_every_link_of_the_desk_opens(cast: Cast) -> None:
    Import.objects.create(file_name="so-2025.xlsx", file_hash="x", path="x", stage="checked", at=NOW)
    school.rating(cast.lecturer, 2024)
    for user in (cast.officer, cast.head, cast.staff, cast.administrator):
        browser = signed_in(user)
        tasks = browser.get("/ban-lam-viec/").context["workbench"].tasks
        opened = {task.address: browser.get(task.address).status_code for task in tasks if task.address}

        assert set(opened.values()) == {200}, opened
