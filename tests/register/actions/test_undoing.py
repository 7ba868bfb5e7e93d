"""An import is taken back while nothing newer depends on its rows."""

from pathlib import Path

import pytest

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.register.actions.imports import WrongStage
from lantoa.register.actions.undoing import StillLeanedOn, undo
from lantoa.register.models import Attestation, Initiative, Person, Rating, Subject, Unit
from tests.register.books.workbooks import sound, with_row
from tests.register.imported import LATER, rows_on_file, taken_in

pytestmark = pytest.mark.django_db


def test_an_undone_import_leaves_nothing(tmp_path: Path) -> None:
    book = undo(book=taken_in(tmp_path, sound()), by=None, at=LATER)

    assert book.stage == "undone"
    assert (Subject.objects.count(), Rating.objects.count(), Attestation.objects.count()) == (0, 0, 0)


def test_an_undone_import_leaves_what_was_there_before(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())
    before = rows_on_file(tmp_path)
    more = with_row("Xác nhận", "CB1", "G1", 2024, "không đạt", "Kết luận kiểm tra", None)
    more["Cán bộ"].append(["CB3", "Lê Thanh Bình", None, None, None])
    newer = taken_in(tmp_path, more, "moi.xlsx")

    undo(book=newer, by=None, at=LATER)

    assert rows_on_file(tmp_path) == before
    assert Attestation.objects.get(stands=True).passed


def test_what_a_newer_import_says_about_its_people_is_in_the_way(tmp_path: Path) -> None:
    older = taken_in(tmp_path, sound())
    taken_in(tmp_path, with_row("Xếp loại", "CB2", 2024, "HTNV"), "moi.xlsx")

    with pytest.raises(StillLeanedOn) as refusal:
        undo(book=older, by=None, at=LATER)

    assert str(refusal.value) == (
        "Chưa hoàn tác được lần nhập «so.xlsx», vì còn dựa vào nó: "
        "1 dòng ở sổ Xếp loại của lần nhập «moi.xlsx». Hãy gỡ những phần đó trước."
    )
    assert Rating.objects.count() == 3


def test_units_and_posts_of_a_newer_import_are_in_the_way(tmp_path: Path) -> None:
    older = taken_in(tmp_path, sound())
    more = with_row("Đơn vị", "T1", "Tổ Hình sự", "KL")
    more["Công tác"].append(["CB2", "T1", "Tổ trưởng", "x", "2020", None])
    taken_in(tmp_path, more, "moi.xlsx")

    with pytest.raises(StillLeanedOn) as refusal:
        undo(book=older, by=None, at=LATER)

    assert refusal.value.needed_by == [
        ("dòng ở sổ Đơn vị của lần nhập «moi.xlsx»", 1),
        ("dòng ở sổ Công tác của lần nhập «moi.xlsx»", 1),
    ]


def test_rows_typed_about_its_people_are_in_the_way(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())
    person = Person.objects.get(subject__code="CB1")
    Initiative.objects.create(person=person, year=2025, name="Sổ tay tình huống", recorded_at=LATER)

    with pytest.raises(StillLeanedOn) as refusal:
        undo(book=book, by=None, at=LATER)

    assert refusal.value.needed_by == [("dòng ghi tay ở sổ Sáng kiến", 1)]


def test_rows_changed_by_hand_afterwards_are_in_the_way(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())
    editor = User.objects.create_user("hanh")
    Rating.objects.filter(subject__code="CB1").update(grade="GOOD", typed_by=editor)

    with pytest.raises(StillLeanedOn) as refusal:
        undo(book=book, by=None, at=LATER)

    assert refusal.value.needed_by == [("dòng ở sổ Xếp loại đã sửa tay sau khi nhập", 1)]


def test_accounts_and_roles_are_in_the_way(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())
    user = User.objects.create_user("khoa", person=Person.objects.get(subject__code="CB2"))
    RoleGrant.objects.create(user=user, role=Role.HEAD.value, unit=Unit.objects.get(subject__code="KL"))

    with pytest.raises(StillLeanedOn) as refusal:
        undo(book=book, by=None, at=LATER)

    assert sorted(refusal.value.needed_by) == [("tài khoản", 1), ("vai trò trưởng đơn vị", 1)]


def test_the_newer_import_first_then_the_older_one(tmp_path: Path) -> None:
    older = taken_in(tmp_path, sound())
    newer = taken_in(tmp_path, with_row("Xếp loại", "CB2", 2024, "HTNV"), "moi.xlsx")

    undo(book=newer, by=None, at=LATER)
    undo(book=older, by=None, at=LATER)

    assert Subject.objects.count() == 0


def test_an_undone_file_can_be_taken_in_again(tmp_path: Path) -> None:
    undo(book=taken_in(tmp_path, sound()), by=None, at=LATER)

    book = taken_in(tmp_path, sound())

    assert (book.stage, Rating.objects.count()) == ("done", 2)


def test_what_is_undone_cannot_be_undone_again(tmp_path: Path) -> None:
    book = undo(book=taken_in(tmp_path, sound()), by=None, at=LATER)

    with pytest.raises(WrongStage):
        undo(book=book, by=None, at=LATER)


def test_the_log_says_how_many_rows_went(tmp_path: Path) -> None:
    undo(book=taken_in(tmp_path, sound()), by=None, at=LATER)

    event = Event.objects.get(deed="import_undone")
    assert (event.details["deleted"]["Công tác"], event.details["deleted"]["Đơn vị"]) == (3, 3)
