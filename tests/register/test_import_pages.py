"""Taking a workbook in from the browser: dropped, looked at, written, taken back; and what is refused on the way."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult
from python_calamine import CalamineWorkbook

from lantoa.domain.authority import Role
from lantoa.register.actions.imports import check
from lantoa.register.books.layout import SHEETS
from lantoa.register.books.package import LARGEST_FILE, MEGABYTE
from lantoa.register.models import Import, Person, Rating, Subject, Unit
from lantoa.worker.leases import give_back
from tests import cast as stage
from tests.cast import NOW, Cast, account, signed_in

Sheets = dict[str, list[list[Any]]]
SCHOOL: Sheets = {
    "Đơn vị": [["TR", "Trường mới", None, None, None], ["K1", "Khoa Một", "TR", None, None]],
    "Cán bộ": [["N1", "Lý Văn Một", "Nam", "1/2/1980", "viên chức"]],
    "Công tác": [["N1", "K1", "Giảng viên", None, "1/1/2020", None]],
}


def workbook(sheets: Sheets, name: str = "so.xlsx") -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        page.append([column.name for column in sheet.columns])
        for row in sheets.get(sheet.name, []):
            page.append(row)
    file = BytesIO()
    book.save(file)
    return SimpleUploadedFile(name, file.getvalue())


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def officer(db: None) -> Any:
    return signed_in(account("hanh", Role.OFFICER))


def drop(client: Any, sheets: Sheets) -> Import:
    client.post("/so/nhap/", {"file": workbook(sheets)})
    return Import.objects.latest("pk")


WITH_ERRORS = SCHOOL | {"Xếp loại": [["N1", 2024, "HTXSNV"], ["N1", 2023, "giỏi"], ["N9", 2024, "HTNV"]]}


def test_a_dropped_file_is_checked_and_nothing_is_written(officer: Any) -> None:
    answer = officer.post("/so/nhap/", {"file": workbook(SCHOOL)})

    book = Import.objects.get()
    assert answer.url == f"/so/nhap/{book.pk}/"
    assert (book.stage, book.file_name) == (Import.Stage.CHECKED, "so.xlsx")
    assert not Subject.objects.exists()


def test_the_page_says_what_every_sheet_would_bring(officer: Any) -> None:
    book = drop(officer, WITH_ERRORS)

    context = officer.get(f"/so/nhap/{book.pk}/").context

    total = context["total"]
    assert (total.read, total.new, total.known, total.refused) == (7, 5, 0, 2)
    assert [(row.sheet, row.row, row.column, row.value) for row in context["refused"]] == [
        ("Xếp loại", 3, "Mức", "giỏi"),
        ("Xếp loại", 4, "Mã đối tượng", "N9"),
    ]


def test_all_is_written_when_nothing_is_refused(officer: Any) -> None:
    book = drop(officer, SCHOOL)

    officer.post(f"/so/nhap/{book.pk}/ghi/")

    book.refresh_from_db()
    assert book.stage == Import.Stage.DONE
    assert (Unit.objects.count(), Person.objects.count()) == (2, 1)


def test_with_a_refused_row_nothing_is_written_unless_the_good_rows_are_asked_for(officer: Any) -> None:
    book = drop(officer, WITH_ERRORS)

    officer.post(f"/so/nhap/{book.pk}/ghi/")
    assert not Subject.objects.exists()
    officer.post(f"/so/nhap/{book.pk}/ghi/", {"chi_dong_dung": "1"})

    assert Rating.objects.values_list("subject__code", "year").get() == ("N1", 2024)


def test_refused_rows_come_back_as_a_workbook_with_the_reason(officer: Any) -> None:
    book = drop(officer, WITH_ERRORS)

    answer = officer.get(f"/so/nhap/{book.pk}/bi-tu-choi/")

    rows = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_name("Xếp loại").to_python()
    assert rows == [
        ["Mã đối tượng", "Năm", "Mức", "Vì sao bị từ chối"],
        ["N1", 2023.0, "giỏi", "Mức: một trong: HTXSNV, HTTNV, HTNV, KHTNV"],
        ["N9", 2024.0, "HTNV", "Mã đối tượng: mã một người hoặc đơn vị có trong sổ"],
    ]


def test_the_same_file_again_has_nothing_to_write(officer: Any, settings: Any) -> None:
    officer.post(f"/so/nhap/{drop(officer, SCHOOL).pk}/ghi/")
    first = Path(settings.DATA, Import.objects.get().path).read_bytes()  # saved anew it would be another file

    officer.post("/so/nhap/", {"file": SimpleUploadedFile("lai.xlsx", first)})

    again = Import.objects.latest("pk")
    page = officer.get(f"/so/nhap/{again.pk}/").content.decode()

    assert "Mọi dòng của tệp đã có trong sổ, không còn gì để ghi." in page
    assert "Tệp này đã được nhập ngày" in page


def test_an_import_is_taken_back_after_asking(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    officer.post(f"/so/nhap/{book.pk}/ghi/")
    assert officer.get(f"/so/nhap/{book.pk}/hoan-tac/").context["needed_by"] == []

    officer.post(f"/so/nhap/{book.pk}/hoan-tac/")

    book.refresh_from_db()
    assert book.stage == Import.Stage.UNDONE
    assert not Subject.objects.exists()


def test_what_leans_on_an_import_is_named_and_keeps_it(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    officer.post(f"/so/nhap/{book.pk}/ghi/")
    stage.rating(Person.objects.get(), 2024)

    asked = officer.get(f"/so/nhap/{book.pk}/hoan-tac/").context["needed_by"]
    answer = officer.post(f"/so/nhap/{book.pk}/hoan-tac/", follow=True)

    assert asked == [("dòng ghi tay ở sổ Xếp loại", 1)]
    assert "Chưa hoàn tác được lần nhập «so.xlsx»" in answer.content.decode()
    assert Person.objects.count() == 1


def test_a_row_changed_by_hand_keeps_its_import(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    officer.post(f"/so/nhap/{book.pk}/ghi/")
    person = Person.objects.get()

    officer.post(f"/so/can-bo/{person.pk}/", {"code": "N1", "name": "Lý Văn Mốt"})

    asked = officer.get(f"/so/nhap/{book.pk}/hoan-tac/").context["needed_by"]
    assert asked == [("dòng ở sổ Cán bộ đã sửa tay sau khi nhập", 1)]
    (line,) = officer.get("/so/can-bo/").context["lines"]
    assert line.origin.startswith("so.xlsx, dòng 2; hanh sửa ")


def test_rows_say_which_file_and_row_they_came_from(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    officer.post(f"/so/nhap/{book.pk}/ghi/")

    (line,) = officer.get(f"/so/can-bo/?nguon={book.pk}").context["lines"]

    assert (line.origin, line.book) == ("so.xlsx, dòng 2", book.pk)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "Tệp này rỗng. Hãy lưu lại trong Excel rồi chọn lại."), (None, "Hãy chọn một tệp.")],
)
def test_nothing_dropped_is_explained(officer: Any, content: bytes | None, sentence: str) -> None:
    sent = {} if content is None else {"file": SimpleUploadedFile("so.xlsx", content)}

    answer = officer.post("/so/nhap/", sent)

    assert (answer.status_code, answer.context["form"].errors["file"]) == (422, [sentence])


def test_a_file_too_large_is_refused_before_it_is_read(officer: Any) -> None:
    answer = officer.post("/so/nhap/", {"file": SimpleUploadedFile("so.xlsx", b"0" * (LARGEST_FILE + MEGABYTE))})

    assert answer.context["form"].errors["file"] == ["Tệp 41 MB, nhiều nhất là 40 MB. Hãy chia theo năm."]
    assert not Import.objects.exists()


def test_what_is_no_workbook_says_so_and_can_be_put_aside(officer: Any) -> None:
    officer.post("/so/nhap/", {"file": SimpleUploadedFile("so.xlsx", b"khong phai Excel")})
    book = Import.objects.get()

    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()
    officer.post(f"/so/nhap/{book.pk}/bo/")

    assert "Không đọc được tệp này" in page
    book.refresh_from_db()
    assert book.stage == Import.Stage.DISCARDED


def test_a_written_file_cannot_be_put_aside_nor_written_again(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    officer.post(f"/so/nhap/{book.pk}/ghi/")

    for deed in ("bo", "ghi"):
        answer = officer.post(f"/so/nhap/{book.pk}/{deed}/", follow=True)
        assert "đang ở bước «đã ghi» nên chưa làm được việc này" in answer.content.decode()


def test_while_the_worker_has_not_come_the_page_asks_again(officer: Any, queued_tasks: None) -> None:
    book = drop(officer, SCHOOL)

    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()

    assert "Đang đọc và kiểm tra từng dòng." in page
    assert 'hx-trigger="every 1s"' in page


def test_of_a_file_that_waits_for_nothing_the_page_is_still(officer: Any) -> None:
    book = drop(officer, SCHOOL)

    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()

    assert "every 1s" not in page


def give_up() -> None:
    """A worker takes what waits and dies, until it is tried no more."""
    for worker in ("một", "hai", "ba"):
        DBTaskResult.objects.get(status="READY").claim(worker)
        give_back(at=now())


def test_a_file_whose_reading_was_given_up_can_be_read_again(officer: Any, queued_tasks: None) -> None:
    book = drop(officer, SCHOOL)
    give_up()
    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()
    listed = officer.get("/so/nhap/").content.decode()

    answer = officer.post(f"/so/nhap/{book.pk}/doc-lai/", follow=True).content.decode()

    assert "Việc đọc tệp đã dừng giữa chừng" in page
    assert "every 1s" not in page
    assert '<span class="mark bad">dừng giữa chừng</span>' in listed
    assert "Đang đọc và kiểm tra từng dòng." in answer
    assert list(DBTaskResult.objects.order_by("status").values_list("status", flat=True)) == ["FAILED", "READY"]


def test_a_file_whose_writing_was_given_up_can_be_written_again_or_put_aside(officer: Any, queued_tasks: None) -> None:
    book = drop(officer, SCHOOL)
    DBTaskResult.objects.all().delete()
    check(book=book, by=None, at=NOW)
    officer.post(f"/so/nhap/{book.pk}/ghi/")
    Import.objects.update(stage=Import.Stage.RUNNING)  # what the worker left behind
    give_up()

    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()
    officer.post(f"/so/nhap/{book.pk}/ghi/")
    working = officer.post(f"/so/nhap/{book.pk}/bo/", follow=True).content.decode()
    give_up()
    officer.post(f"/so/nhap/{book.pk}/bo/")

    assert "Việc ghi đã dừng giữa chừng" in page
    assert "Ghi tất cả 4 dòng mới" in page
    assert "đang ở bước «đang ghi» nên chưa làm được việc này" in working
    book.refresh_from_db()
    assert book.stage == Import.Stage.DISCARDED


def test_a_file_that_was_read_is_not_read_again(officer: Any) -> None:
    book = drop(officer, SCHOOL)

    answer = officer.post(f"/so/nhap/{book.pk}/doc-lai/", follow=True).content.decode()

    assert "đang ở bước «đã kiểm tra, chờ quyết định» nên chưa làm được việc này" in answer


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_only_the_officer_imports(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    book = Import.objects.create(file_name="so.xlsx", file_hash="0", path="x", at=NOW)

    tried = [client.post("/so/nhap/", {"file": workbook(SCHOOL)}), client.get(f"/so/nhap/{book.pk}/")]
    tried += [client.post(f"/so/nhap/{book.pk}/{deed}/") for deed in ("ghi", "doc-lai", "bo", "hoan-tac")]

    assert {answer.status_code for answer in tried} == {403}


def test_the_template_and_the_whole_book_are_downloaded(cast: Cast) -> None:
    client = signed_in(cast.officer)

    template, book = client.get("/so/mau/"), client.get("/so/xuat/")

    sheets = CalamineWorkbook.from_filelike(BytesIO(template.getvalue())).sheet_names
    people = CalamineWorkbook.from_filelike(BytesIO(book.getvalue())).get_sheet_by_name("Cán bộ").to_python()
    assert sheets == ["Hướng dẫn", *(sheet.name for sheet in SHEETS)]
    assert len(people) == 7


def test_a_file_with_many_refused_rows_costs_few_queries(officer: Any) -> None:
    book = drop(officer, SCHOOL | {"Xếp loại": [["N9", year, "HTNV"] for year in range(1950, 2090)]})

    with CaptureQueriesContext(connection) as queries:
        page = officer.get(f"/so/nhap/{book.pk}/")

    assert len(queries) <= 15
    assert len(page.content) <= 100_000
    assert len(page.context["refused"]) == 50


def test_a_write_that_was_given_up_can_be_ordered_again(officer: Any) -> None:
    book = drop(officer, SCHOOL)
    Import.objects.filter(pk=book.pk).update(stage=Import.Stage.RUNNING)

    page = officer.get(f"/so/nhap/{book.pk}/").content.decode()
    officer.post(f"/so/nhap/{book.pk}/ghi/")

    assert "Việc ghi đã dừng giữa chừng" in page
    assert Import.objects.get().stage == Import.Stage.DONE
