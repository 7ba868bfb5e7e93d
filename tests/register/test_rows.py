"""Typing the record book by hand: rows are added, changed, deleted and taken back, and bad input is explained."""

from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from lantoa.audit.models import Event
from lantoa.domain import records
from lantoa.domain.records import Ledger, Origin
from lantoa.register.actions import rows
from lantoa.register.actions.refusals import RowRefused
from lantoa.register.models import Attestation, Award, Person, Post, Rating, Sanction, Subject, Unit
from lantoa.register.models.columns import MONTH, YEAR
from tests import cast as stage
from tests.cast import NOW, Cast, assemble, signed_in


def send(cast: Cast, address: str, **typed: Any) -> Any:
    return signed_in(cast.officer).post(address, typed)


def refusals(cast: Cast, address: str, **typed: Any) -> dict[str, list[str]]:
    """What a form answers: field -> sentences."""
    answer = send(cast, address, **typed)
    assert answer.status_code == 422
    found: dict[str, list[str]] = {field: list(errors) for field, errors in answer.context["form"].errors.items()}
    return found


def test_a_rating_is_typed_and_the_log_keeps_it(cast: Cast) -> None:
    send(cast, "/so/xep-loai/them/", subject="CB6", year="2024", grade="HTXSNV")

    row = Rating.objects.get()
    assert (row.subject.code, row.year, row.grade, row.typed_by) == ("CB6", 2024, "EXCELLENT", cast.officer)
    event = Event.objects.get()
    assert (event.deed, event.by) == ("row_added", cast.officer)
    assert event.details == {
        "sheet": "Xếp loại",
        "id": row.pk,
        "after": {"subject": "CB6", "year": 2024, "grade": "HTXSNV"},
    }


@pytest.mark.parametrize("typed", ["Lê Thanh Bình", "le thanh binh", "CB6", " CB6 ", "Lê Thanh Bình (CB6)"])
def test_a_person_is_meant_by_code_or_by_a_name_of_one(cast: Cast, typed: str) -> None:
    send(cast, "/so/sang-kien/them/", person=typed, year="2024", name="Ngân hàng câu hỏi")

    assert cast.lecturer.initiatives.count() == 1


def test_of_two_people_of_one_name_the_code_is_asked_for(cast: Cast) -> None:
    stage.person("CB7", "Lê Thanh Bình")

    found = refusals(cast, "/so/sang-kien/them/", person="le thanh binh", year="2024", name="Đề tài")

    assert found == {"person": ["«le thanh binh» có thể là: CB6 (Lê Thanh Bình), CB7 (Lê Thanh Bình). Hãy ghi mã."]}


def test_a_person_whom_nobody_knows(cast: Cast) -> None:
    found = refusals(cast, "/so/sang-kien/them/", person="Không Có Ai", year="2024", name="Đề tài")

    assert found == {"person": ["Không có cán bộ nào có mã hay tên «Không Có Ai»."]}


def test_a_unit_is_no_person(cast: Cast) -> None:
    found = refusals(cast, "/so/ky-luat/them/", person="KL", form="Khiển trách", effective="1/3/2024")

    assert found == {"person": ["Không có cán bộ nào có mã hay tên «KL»."]}


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [("11/6/2023", date(2023, 6, 11), "d"), ("6/2023", date(2023, 6, 1), MONTH), ("2023", date(2023, 1, 1), YEAR)],
)
def test_a_date_is_kept_as_precisely_as_it_was_typed(cast: Cast, typed: str, day: date, precision: str) -> None:
    send(cast, "/so/ky-luat/them/", person="CB6", form="Khiển trách", effective=typed)

    row = Sanction.objects.get()
    assert (row.effective, row.effective_precision) == (day, precision)


@pytest.mark.parametrize("typed", ["31/02/2024", "2024-13-01", "hôm qua", "11.6"])
def test_a_date_that_is_none_is_refused_beside_its_field_and_stays_typed(cast: Cast, typed: str) -> None:
    answer = send(cast, "/so/ky-luat/them/", person="CB6", form="Khiển trách", effective=typed, decision="9/QĐ")

    form = answer.context["form"]
    assert form.errors == {
        "effective": [f"«{typed}» không ghi được: cần ngày có thật, viết 31/12/2024, 12/2024 hoặc 2024."]
    }
    assert (form["effective"].value(), form["decision"].value()) == (typed, "9/QĐ")


def test_an_end_before_its_beginning_is_refused(cast: Cast) -> None:
    found = refusals(cast, "/so/tam-hoan/them/", subject="CB6", reason="Đang xác minh", since="5/2024", until="4/2024")

    assert found == {"until": ["Đến ngày (04/2024) không được trước Từ ngày (05/2024)."]}


@pytest.mark.parametrize("typed", ["1899", "20245", "hai nghìn", "2101"])
def test_a_year_out_of_reach_is_refused(cast: Cast, typed: str) -> None:
    found = refusals(cast, "/so/xep-loai/them/", subject="CB6", year=typed, grade="HTXSNV")

    assert found == {"year": [f"«{typed}» không ghi được: cần năm là số nguyên từ 1945 đến 2100."]}


@pytest.mark.parametrize(
    ("typed", "title", "level"),
    [
        ("CSTĐCS", "GRASSROOTS_FIGHTER", "school"),
        ("chien si thi dua co so", "GRASSROOTS_FIGHTER", "school"),
        ("CSTĐ toàn quốc", "NATIONAL_FIGHTER", "state"),
    ],
)
def test_a_title_in_any_spelling_brings_its_own_level(cast: Cast, typed: str, title: str, level: str) -> None:
    send(cast, "/so/khen-thuong/them/", subject="CB6", year="2024", text=typed)

    row = Award.objects.get()
    assert (row.text, row.title, row.level, row.status) == (typed, title, level, "awarded")


def test_a_title_nobody_knows_needs_its_level(cast: Cast) -> None:
    found = refusals(cast, "/so/khen-thuong/them/", subject="CB6", year="2024", text="Ngôi sao sáng")

    assert found == {"level": ["Cần ghi cấp: «Ngôi sao sáng» không phải danh hiệu thi đua có cấp sẵn."]}


def test_with_its_level_any_commendation_is_written(cast: Cast) -> None:
    send(cast, "/so/khen-thuong/them/", subject="CB6", year="2024", text="Giấy khen", level="trường")

    assert Award.objects.values_list("text", "title", "level").get() == ("Giấy khen", "", "school")


def test_a_second_rating_of_a_year_is_refused(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)

    found = refusals(cast, "/so/xep-loai/them/", subject="CB6", year="2024", grade="HTTNV")

    assert found == {"year": ["Năm 2024 đối tượng này đã có xếp loại. Mỗi năm một dòng: hãy sửa dòng đã có."]}


def test_the_same_row_sent_twice_is_written_once(cast: Cast) -> None:
    row = {"subject": "CB6", "year": "2024", "text": "CSTĐCS"}
    send(cast, "/so/khen-thuong/them/", **row)

    found = refusals(cast, "/so/khen-thuong/them/", **row)

    assert found == {"__all__": ["Dòng y hệt đã có trong sổ. Không ghi thêm lần nữa."]}
    assert Award.objects.count() == 1


def test_posts_of_one_kind_do_not_overlap(cast: Cast) -> None:
    post = {"person": "CB6", "unit": "BM", "position": "giảng  viên", "since": "1/1/2020"}

    found = refusals(cast, "/so/cong-tac/them/", **post)

    since = "Trùng thời gian với dòng đã có của cùng người, đơn vị, chức vụ: từ 01/01/2018 đến nay."
    assert found == {"since": [since]}


def test_a_person_may_head_two_units(cast: Cast) -> None:
    send(cast, "/so/cong-tac/them/", person="CB2", unit="BM", position="Trưởng bộ môn", is_head="on", since="2024")

    heads = Post.objects.filter(person__subject__code="CB2", is_head=True, until=None)
    assert sorted(heads.values_list("unit__subject__code", flat=True)) == ["BM", "KL"]


def test_a_person_without_a_post_is_written(cast: Cast) -> None:
    send(cast, "/so/can-bo/them/", code="CB9", name="Vũ Thị Ái Đức", sex="Nữ", born="1990", employment="viên chức")

    subject = Subject.objects.get(code="CB9")
    assert (subject.search_key, subject.person.posts.count()) == ("cb9 vu thi ai duc", 0)


@pytest.mark.parametrize("slug", ["can-bo", "don-vi"])
def test_a_code_serves_one_person_or_unit(cast: Cast, slug: str) -> None:
    found = refusals(cast, f"/so/{slug}/them/", code="CB6", name="Tên Khác", parent="SL")

    assert found == {"code": ["Mã «CB6» đã dùng cho Lê Thanh Bình. Hãy chọn mã khác."]}


def test_a_second_root_is_refused(cast: Cast) -> None:
    found = refusals(cast, "/so/don-vi/them/", code="SL2", name="Trường thứ hai")

    only = "Chỉ một đơn vị được để trống cấp trên, đã có «Trường Cao đẳng Luật Sông Lam» (SL). Hãy ghi cấp trên."
    assert found == {"parent": [only]}


@pytest.mark.parametrize("parent", ["KL", "BM"])
def test_a_unit_is_never_above_itself(cast: Cast, parent: str) -> None:
    found = refusals(cast, f"/so/don-vi/{cast.faculty.pk}/", code="KL", name="Khoa Luật", parent=parent)

    sentence = "«Khoa Luật» không thể thuộc chính nó hay đơn vị cấp dưới của nó. Hãy chọn cấp trên khác."
    assert found == {"parent": [sentence]}


def test_a_change_keeps_what_was_there_before_in_the_log(cast: Cast) -> None:
    row = stage.rating(cast.lecturer, 2024, "HTTNV")

    send(cast, f"/so/xep-loai/{row.pk}/", subject="CB6", year="2024", grade="HTXSNV")

    details = Event.objects.get(deed="row_changed").details
    assert (details["before"]["grade"], details["after"]["grade"]) == ("HTTNV", "HTXSNV")
    assert Rating.objects.get().grade == "EXCELLENT"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(cast: Cast) -> None:
    row = stage.rating(cast.lecturer, 2024, "HTTNV")
    address = f"/so/xep-loai/{row.pk}/"
    seen = signed_in(cast.officer).get(address).context["seen"]
    send(cast, address, subject="CB6", year="2024", grade="HTNV", da_xem=seen)

    answer = send(cast, address, subject="CB6", year="2024", grade="HTXSNV", da_xem=seen)

    assert answer.status_code == 409
    assert answer.context["form"]["grade"].value() == "HTXSNV"
    assert Rating.objects.get().grade == "COMPLETED"


def test_a_unit_gets_another_name_everywhere(cast: Cast) -> None:
    send(cast, f"/so/don-vi/{cast.faculty.pk}/", code="KL", name="Khoa Luật học", parent="SL", since="1/1/2015")

    subject = Subject.objects.get(code="KL")
    assert (subject.name, subject.search_key) == ("Khoa Luật học", "kl khoa luat hoc")


def test_the_form_shows_the_row_as_an_office_writes_it(cast: Cast) -> None:
    row = stage.award(cast.lecturer, 2024, "CSTĐCS", decision="5/QĐ", decided="3/2025")

    form = signed_in(cast.officer).get(f"/so/khen-thuong/{row.pk}/").context["form"]

    shown = {name: form[name].value() for name in ("subject", "year", "text", "level", "status", "decided")}
    assert shown == {
        "subject": "Lê Thanh Bình (CB6)",
        "year": "2024",
        "text": "CSTĐCS",
        "level": "trường",
        "status": "đã tặng",
        "decided": "03/2025",
    }


def test_a_row_is_deleted_after_asking_and_taken_back_from_the_log(cast: Cast) -> None:
    row = stage.award(cast.lecturer, 2024, "CSTĐCS", decision="5/QĐ", decided="3/2025")
    client = signed_in(cast.officer)
    assert "Xoá: Lê Thanh Bình 2024 CSTĐCS?" in client.get(f"/so/khen-thuong/{row.pk}/xoa/").content.decode()

    answer = client.post(f"/so/khen-thuong/{row.pk}/xoa/", follow=True)

    assert not Award.objects.exists()
    event = Event.objects.get(deed="row_deleted")
    assert f"/so/khen-thuong/lay-lai/{event.pk}/" in answer.content.decode()
    client.post(f"/so/khen-thuong/lay-lai/{event.pk}/")
    again = Award.objects.get()
    assert (again.text, again.decided, again.decided_precision, again.typed_by) == (
        "CSTĐCS",
        date(2025, 3, 1),
        MONTH,
        cast.officer,
    )


def deleted(cast: Cast, slug: str, pk: int) -> str:
    """The address that takes the row back."""
    send(cast, f"/so/{slug}/{pk}/xoa/")
    return f"/so/{slug}/lay-lai/{Event.objects.latest('pk').pk}/"


def test_what_was_taken_back_is_not_written_twice(cast: Cast) -> None:
    address = deleted(cast, "khen-thuong", stage.award(cast.lecturer, 2024).pk)
    send(cast, address)

    found = refusals(cast, address)

    assert found == {"__all__": ["Dòng y hệt đã có trong sổ. Không ghi thêm lần nữa."]}
    assert Award.objects.count() == 1


def test_a_row_about_somebody_who_is_gone_is_explained_instead_of_taken_back(cast: Cast) -> None:
    passing = stage.person("CB8", "Hồ Văn Xa")
    address = deleted(cast, "khen-thuong", stage.award(passing, 2024).pk)
    deleted(cast, "can-bo", passing.pk)

    found = refusals(cast, address)

    assert found == {"subject": ["Không có cán bộ hoặc đơn vị nào có mã hay tên «CB8»."]}


def test_after_one_row_the_form_is_empty_for_the_next(cast: Cast) -> None:
    answer = send(cast, "/so/xep-loai/them/", subject="CB6", year="2024", grade="HTXSNV", them_nua="1")

    assert answer.headers["Location"] == "/so/xep-loai/them/"


def test_a_row_that_is_gone_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.officer).get("/so/xep-loai/77/").status_code == 404


def test_a_closed_book_does_not_become_another_that_is_closed_too(cast: Cast) -> None:
    stage.closing(Ledger.AWARDS, 2023)
    row = stage.closing(Ledger.AWARDS, 2024)

    found = refusals(cast, f"/so/chot-so/{row.pk}/", ledger="khen thưởng", year="2023", closed="31/1/2025")

    assert found == {"year": ["Sổ này của năm 2023 đã chốt rồi."]}


def test_a_person_who_is_still_needed_stays_and_says_by_what(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)
    address = f"/so/can-bo/{cast.lecturer.pk}/xoa/"
    client = signed_in(cast.officer)

    asked = client.get(address)
    client.post(address)

    assert asked.context["needed_by"] == [("dòng ở sổ Công tác", 1), ("dòng ở sổ Xếp loại", 1)]
    assert Person.objects.filter(pk=cast.lecturer.pk).exists()


def test_a_unit_is_needed_by_those_under_it_and_by_its_head(cast: Cast) -> None:
    asked = signed_in(cast.officer).get(f"/so/don-vi/{cast.faculty.pk}/xoa/")

    assert asked.context["needed_by"] == [
        ("dòng ở sổ Công tác", 1),
        ("đơn vị cấp dưới", 1),
        ("vai trò trưởng đơn vị", 1),
    ]


def test_who_needs_nothing_goes_with_the_subject(cast: Cast) -> None:
    unit = stage.unit("TAM", "Tổ tạm", under=cast.school)

    send(cast, f"/so/don-vi/{unit.pk}/xoa/")

    assert not Unit.objects.filter(pk=unit.pk).exists()
    assert not Subject.objects.filter(code="TAM").exists()


def test_when_the_standing_attestation_is_deleted_the_one_before_stands(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=True)
    wrong = stage.attestation(cast.lecturer, "G1", 2024, passed=False)

    send(cast, f"/so/xac-nhan/{wrong.pk}/xoa/")

    assert Attestation.objects.values_list("passed", "stands").get() == (True, True)


def test_a_typed_attestation_stands(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=True)

    send(cast, "/so/xac-nhan/them/", subject="CB6", criterion="G1", year="2024", passed="không đạt")

    assert list(Attestation.objects.order_by("pk").values_list("passed", "stands")) == [(True, False), (False, True)]


def test_the_officer_does_not_type_an_attestation_of_oneself(cast: Cast) -> None:
    found = refusals(cast, "/so/xac-nhan/them/", subject="CB1", criterion="G1", year="2024", passed="đạt")

    assert list(found) == ["subject"]
    assert not Attestation.objects.exists()


def test_an_attestation_moved_to_another_year_lets_the_old_one_stand_there(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=True)
    row = stage.attestation(cast.lecturer, "G1", 2024, passed=False)

    send(cast, f"/so/xac-nhan/{row.pk}/", subject="CB6", criterion="G1", year="2023", passed="không đạt")

    assert list(Attestation.objects.order_by("pk").values_list("year", "stands")) == [(2024, True), (2023, True)]


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_only_the_officer_types_into_the_book(cast: Cast, who: str) -> None:
    answer = signed_in(getattr(cast, who)).post("/so/xep-loai/them/", {"subject": "CB6", "year": "2024"})

    assert answer.status_code == 403
    assert not Rating.objects.exists()


def test_the_address_may_bring_the_first_values(cast: Cast) -> None:
    form = signed_in(cast.officer).get("/so/xep-loai/them/?subject=CB6&year=2024").context["form"]

    assert (form["subject"].value(), form["year"].value()) == ("Lê Thanh Bình (CB6)", "2024")


def test_names_are_offered_while_typing(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/so/goi-y/?loai=individual&q=thanh binh")

    assert [subject.code for subject in answer.context["subjects"]] == ["CB6"]


def test_units_alone_are_offered_where_a_unit_is_asked_for(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/so/goi-y/?loai=collective&q=b")

    assert [subject.code for subject in answer.context["subjects"]] == ["BM"]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_rate_the_same_subject_at_once_one_is_refused() -> None:
    cast = assemble()
    barrier = Barrier(2)
    outcomes: list[str] = []

    def rate(grade: str) -> None:
        try:
            barrier.wait(timeout=10)
            rows.add(record=records.Rating("CB6", 2024, grade, Origin("Xếp loại", 0)), by=cast.officer, at=NOW)
            outcomes.append("written")
        except RowRefused:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [Thread(target=rate, args=(grade,)) for grade in ("GOOD", "EXCELLENT")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["refused", "written"]
    assert Rating.objects.count() == 1
