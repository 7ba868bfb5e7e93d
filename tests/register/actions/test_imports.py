"""A workbook is received, checked and taken into the record book: all of it, its good rows, or nothing."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile

from lantoa.audit.models import Event
from lantoa.register import progress
from lantoa.register.actions import imports
from lantoa.register.actions.imports import RowsAreRefused, WrongStage
from lantoa.register.actions.undoing import undo
from lantoa.register.books.reading import read_book
from lantoa.register.models import Attestation, Import, Person, Post, Rating, RefusedRow, Subject
from tests.cast import NOW, Cast
from tests.register.books.workbooks import save, sound, spoilt, with_row
from tests.register.imported import LATER, checked, exported, received, rows_on_file, taken_in

pytestmark = pytest.mark.django_db


def refused(book: Import) -> list[tuple[str, int, str]]:
    return list(book.refused_rows.values_list("sheet", "row", "column"))


def test_a_received_file_is_kept_and_waits(tmp_path: Path) -> None:
    book = received(tmp_path, sound())

    assert (book.stage, book.file_name, book.message) == ("waiting", "so.xlsx", "")
    assert imports.path_of(book).read_bytes() == (tmp_path / "so.xlsx").read_bytes()
    assert book.path == f"imports/{book.file_hash}.xlsx"


def test_a_file_name_cannot_lead_out_of_the_folder() -> None:
    book = imports.receive(file=ContentFile(b"x", name="../../../so.x/../sx"), by=None, at=NOW)

    assert imports.path_of(book).parent == Path(settings.DATA) / "imports"


def test_a_checked_file_says_what_is_new_and_writes_nothing(tmp_path: Path) -> None:
    book = checked(tmp_path, sound())

    assert book.stage == "checked"
    assert book.counts["Công tác"] == {"read": 3, "new": 3, "known": 0, "refused": 0}
    assert book.message == "20 dòng mới, 0 dòng đã có trong sổ, 0 dòng bị từ chối."
    assert Subject.objects.count() == 0


def test_a_file_that_cannot_be_read_has_failed_with_its_sentence() -> None:
    book = imports.receive(file=ContentFile(b"%PDF", name="so.xlsx"), by=None, at=NOW)

    imports.check(book=book, by=None, at=NOW)

    book.refresh_from_db()
    assert (book.stage, book.message.split(".")[0]) == ("failed", "Tệp này không phải sổ Excel (")


def test_a_file_that_vanished_has_failed_and_can_be_checked_when_it_is_back(tmp_path: Path) -> None:
    book = received(tmp_path, sound())
    away = imports.path_of(book).rename(tmp_path / "away")

    with pytest.raises(FileNotFoundError):
        imports.check(book=book, by=None, at=NOW)

    book.refresh_from_db()
    assert (book.stage, book.message) == (
        "failed",
        "Có lỗi khi đọc tệp; chưa có gì được ghi. Hãy gửi lại tệp.",
    )
    away.rename(imports.path_of(book))
    assert imports.check(book=book, by=None, at=NOW).stage == "checked"


def test_a_write_that_goes_wrong_leaves_the_file_waiting(tmp_path: Path) -> None:
    book = checked(tmp_path, sound())
    imports.path_of(book).unlink()

    with pytest.raises(FileNotFoundError):
        imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    book.refresh_from_db()
    assert (book.stage, book.message) == (
        "checked",
        "Có lỗi khi ghi nên chưa dòng nào được ghi. Hãy thử lại.",
    )


def test_refused_rows_and_remarks_are_kept(tmp_path: Path) -> None:
    spoiled = spoilt("Xếp loại", 2, "Mức", "Giỏi")
    spoiled["Cán bộ"].append(["CB3", "Lê Thanh Bình", None, None, None])

    book = checked(tmp_path, spoiled)

    row = RefusedRow.objects.get()
    assert (row.sheet, row.row, row.column, row.value) == ("Xếp loại", 2, "Mức", "Giỏi")
    assert row.expected == "một trong: HTXSNV, HTTNV, HTNV, KHTNV"
    assert book.warnings == [
        {"sheet": "Cán bộ", "row": 4, "column": "Mã", "value": "CB3", "note": "chưa có dòng nào ở sheet Công tác"}
    ]


def test_a_book_is_taken_in_and_reads_back_the_same(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())

    assert (book.stage, book.progress) == ("done", 100)
    assert rows_on_file(tmp_path) == read_book(tmp_path / "so.xlsx").book


def test_every_row_says_where_it_came_from(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())

    post = Post.objects.get(position="Trưởng khoa")
    assert (post.imported, post.imported_row, post.typed_by, post.recorded_at) == (book, 4, None, LATER)


def test_names_are_found_without_accents_and_sorted_by_given_name(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    people = Subject.objects.filter(kind="individual").order_by("sort_key")
    assert list(people.values_list("search_key", flat=True)) == ["cb1 pham thi hanh", "cb2 tran van khoa"]


def test_of_two_attestations_the_later_row_stands(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    assert list(Attestation.objects.order_by("imported_row").values_list("passed", "stands")) == [
        (False, False),
        (True, True),
    ]


def test_a_newer_import_settles_which_attestation_stands(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    taken_in(tmp_path, with_row("Xác nhận", "CB1", "G1", 2024, "không đạt", "Kết luận kiểm tra", None))

    assert list(Attestation.objects.filter(stands=True).values_list("grounds", flat=True)) == ["Kết luận kiểm tra"]


def test_the_same_file_twice_says_so_and_adds_nothing(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())
    before = rows_on_file(tmp_path)

    again = received(tmp_path, sound())
    imports.check(book=again, by=None, at=NOW)
    imports.take_in(book=again, only_good_rows=False, by=None, at=LATER)

    assert again.message == "Đã ghi xong. 0 dòng mới, 20 dòng đã có trong sổ, 0 dòng bị từ chối."
    assert rows_on_file(tmp_path) == before


def test_a_file_that_was_taken_in_before_says_when(tmp_path: Path) -> None:
    path = save(tmp_path, sound())
    for _ in range(2):
        book = imports.receive(file=ContentFile(path.read_bytes(), name="so.xlsx"), by=None, at=NOW)
        if not book.message:
            imports.check(book=book, by=None, at=NOW)
            imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    assert book.message == "Tệp này đã được nhập ngày 15/01/2026. Nhập lại không thêm gì."


def test_the_same_rows_in_a_newer_file_are_known_and_the_others_added(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    book = taken_in(tmp_path, with_row("Xếp loại", "CB2", 2024, "HTNV"))

    assert book.counts["Xếp loại"] == {"read": 3, "new": 1, "known": 2, "refused": 0}
    assert Rating.objects.count() == 3


def test_nothing_of_a_file_with_a_refused_row_is_written(tmp_path: Path) -> None:
    book = checked(tmp_path, spoilt("Xếp loại", 2, "Mức", "Giỏi"))

    with pytest.raises(RowsAreRefused):
        imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    book.refresh_from_db()
    assert (book.stage, book.message) == ("checked", "19 dòng mới, 0 dòng đã có trong sổ, 1 dòng bị từ chối.")
    assert Subject.objects.count() == 0


def test_the_good_rows_are_written_when_they_are_asked_for(tmp_path: Path) -> None:
    book = taken_in(tmp_path, spoilt("Cán bộ", 3, "Ngày sinh", "xx"), only_good_rows=True)

    assert (book.stage, book.message) == (
        "done",
        "Đã ghi xong. 15 dòng mới, 0 dòng đã có trong sổ, 5 dòng bị từ chối.",
    )
    assert list(Person.objects.values_list("subject__code", flat=True)) == ["CB1"]
    assert refused(book) == [
        ("Cán bộ", 3, "Ngày sinh"),
        ("Công tác", 4, "Mã cán bộ"),
        ("Khen thưởng", 3, "Mã đối tượng"),
        ("Kỷ luật", 2, "Mã cán bộ"),
        ("Tạm hoãn", 2, "Mã đối tượng"),
    ]


def test_a_row_that_contradicts_the_book_is_refused(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    book = checked(tmp_path, spoilt("Xếp loại", 2, "Mức", "HTNV"))

    assert refused(book) == [("Xếp loại", 2, "Mức")]


def test_a_second_root_beside_the_one_on_file_is_refused(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())

    book = checked(tmp_path, with_row("Đơn vị", "T2", "Trường thứ hai"))

    assert refused(book) == [("Đơn vị", 5, "Mã cấp trên")]


def test_a_file_with_new_rows_alone_may_refer_to_what_is_on_file(tmp_path: Path) -> None:
    taken_in(tmp_path, sound())
    only_new = {name: rows[:1] for name, rows in sound().items()}
    only_new["Xếp loại"].append(["CB2", 2022, "HTTNV"])

    book = taken_in(tmp_path, only_new)

    assert book.message == "Đã ghi xong. 1 dòng mới, 0 dòng đã có trong sổ, 0 dòng bị từ chối."


def test_what_changed_in_the_book_between_check_and_writing_is_seen(tmp_path: Path) -> None:
    book = checked(tmp_path, spoilt("Xếp loại", 2, "Mức", "HTNV"), "cham.xlsx")
    taken_in(tmp_path, sound())

    with pytest.raises(RowsAreRefused):
        imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    assert refused(book) == [("Xếp loại", 2, "Mức")]


def test_a_book_that_is_written_cannot_be_checked_again(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())

    with pytest.raises(WrongStage, match="đang ở bước «đã ghi»"):
        imports.check(book=book, by=None, at=LATER)


def test_a_second_order_to_write_adds_nothing(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())

    imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    assert Rating.objects.count() == 2


def test_a_file_left_half_way_by_a_killed_worker_is_written_once(tmp_path: Path) -> None:
    book = checked(tmp_path, sound())
    Import.objects.filter(pk=book.pk).update(stage=Import.Stage.RUNNING)

    imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)

    assert (Import.objects.get(pk=book.pk).stage, Rating.objects.count()) == ("done", 2)


def test_an_unwritten_file_can_be_put_aside(tmp_path: Path) -> None:
    book = imports.discard(book=checked(tmp_path, sound()), by=None, at=LATER)

    with pytest.raises(WrongStage):
        imports.take_in(book=book, only_good_rows=False, by=None, at=LATER)


def test_every_deed_is_one_event(tmp_path: Path, cast: Cast) -> None:
    root = {name: rows[:1] for name, rows in sound().items()}
    book = taken_in(tmp_path, root, by=cast.officer)

    events = Event.objects.filter(target=f"Nhập sổ {book.pk}").order_by("pk")
    assert list(events.values_list("deed", "by")) == [
        ("import_received", cast.officer.pk),
        ("import_checked", cast.officer.pk),
        ("import_taken_in", cast.officer.pk),
    ]


def test_progress_is_seen_from_outside_while_it_runs_and_forgotten_afterwards(tmp_path: Path) -> None:
    book = received(tmp_path, sound())
    progress.report(book, 40)
    halfway = progress.percent_of(book)

    imports.check(book=book, by=None, at=NOW)

    assert (halfway, progress.percent_of(book)) == (40, 100)


def test_export_import_elsewhere_and_export_are_the_same(tmp_path: Path) -> None:
    book = taken_in(tmp_path, sound())
    first = read_book(exported(tmp_path, "mot.xlsx")).book
    undo(book=book, by=None, at=LATER)

    elsewhere = imports.receive(
        file=ContentFile((tmp_path / "mot.xlsx").read_bytes(), name="mot.xlsx"), by=None, at=NOW
    )
    imports.check(book=elsewhere, by=None, at=NOW)
    imports.take_in(book=elsewhere, only_good_rows=False, by=None, at=LATER)

    assert read_book(exported(tmp_path, "hai.xlsx")).book == first
