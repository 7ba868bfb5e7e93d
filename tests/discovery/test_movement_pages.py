"""The pages of movements: who sees and does what, what is refused, and in how many queries."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.discovery.actions.movements import running
from lantoa.discovery.models import Movement, Pledge, Result
from lantoa.domain.stages import MovementStage, PledgeStage
from lantoa.register.models import Award
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.discovery.movements import movement, movement_at, pledge_at, result

FORM = {
    "name": "Thi đua lập thành tích chào mừng ngày Nhà giáo",
    "kind": "thematic",
    "aims": "Dạy tốt",
    "targets": "",
    "since": "1/9/2026",
    "until": "20/11/2026",
    "pledges_due": "15/9/2026",
    "date_name_1": "Báo cáo",
    "date_1": "10/11/2026",
    "version": "1",
}


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def test_the_officer_writes_and_launches_a_movement(cast: Cast) -> None:
    client = signed_in(cast.officer)

    client.post("/phong-trao/them/", {**FORM, "unit": cast.school.pk})
    made = Movement.objects.get()
    client.post(f"/phong-trao/{made.pk}/van-ban/", {"papers": [SimpleUploadedFile("kh.pdf", b"%PDF-1.7")]})
    client.post(f"/phong-trao/{made.pk}/phat-dong/", {"units": [cast.faculty.pk, cast.office.pk]})

    made.refresh_from_db()
    assert (made.stage, made.unit, made.documents.count(), made.pledges.count(), made.report_dates.count()) == (
        "launched",
        cast.school,
        1,
        2,
        1,
    )


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"until": "1/8/2026"}, "until", "Đến ngày không được trước Từ ngày."),
        ({"pledges_due": "1/12/2026"}, "pledges_due", "Hạn đăng ký không được sau ngày kết thúc."),
        ({"date_1": "1/8/2026"}, "date_1", "Hạn báo cáo không được trước Từ ngày."),
        ({"date_2": "10/11/2026"}, "date_2", "Hai đợt báo cáo không trùng ngày."),
        ({"date_name_2": "Đợt hai"}, "date_2", "Hãy ghi ngày của đợt báo cáo này."),
    ],
)
def test_days_that_cannot_be_are_explained(wrong: dict[str, str], field: str, sentence: str, cast: Cast) -> None:
    answer = signed_in(cast.officer).post("/phong-trao/them/", {**FORM, "unit": cast.school.pk, **wrong})

    assert (answer.status_code, answer.context["form"].errors[field][0]) == (422, sentence)


def test_a_head_launches_for_the_own_units_only(cast: Cast) -> None:
    answer = signed_in(cast.head).post("/phong-trao/them/", {**FORM, "unit": cast.school.pk})

    assert (answer.status_code, list(answer.context["form"].errors), Movement.objects.count()) == (422, ["unit"], 0)


@pytest.mark.parametrize(
    ("name", "draft", "launched"),
    [
        ("officer", 200, 200),
        ("head", 403, 200),
        ("staff", 403, 200),
        ("administrator", 403, 200),
        ("stranger", 403, 403),
    ],
)
def test_a_draft_is_for_its_makers_a_launched_one_for_everybody(
    name: str, draft: int, launched: int, cast: Cast
) -> None:
    client = signed_in(getattr(cast, name))
    pages = [movement_at(stage, cast).pk for stage in (MovementStage.DRAFT, MovementStage.LAUNCHED)]

    assert [client.get(f"/phong-trao/{pk}/").status_code for pk in pages] == [draft, launched]


@pytest.mark.parametrize("deed", ["sua", "van-ban", "phat-dong", "tong-ket", "huy"])
def test_nobody_else_runs_it(deed: str, cast: Cast) -> None:
    made = movement(cast)

    answers = [
        signed_in(user).post(f"/phong-trao/{made.pk}/{deed}/", {"words": "x"}).status_code
        for user in (cast.head, cast.staff, cast.administrator)
    ]

    assert (answers, Movement.objects.get().stage) == ([403] * 3, "draft")


def test_launched_twice_it_says_so(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)

    answer = signed_in(cast.officer).post(f"/phong-trao/{made.pk}/phat-dong/", {"units": [cast.faculty.pk]})

    assert answer.status_code == 409
    assert "Chỉ phát động được khi đang ở bước «bản nháp»" in answer.content.decode()


def test_a_pledge_goes_there_and_back_and_is_accepted(cast: Cast) -> None:
    made = pledge_at(PledgeStage.NOT_SENT, cast)
    address = f"/phong-trao/{made.movement_id}/dang-ky/KL/"
    head, officer = signed_in(cast.head), signed_in(cast.officer)

    head.post(address, {"text": "10 giờ dạy mẫu", "version": 1})
    officer.post(f"{address}tra/", {"words": "Ghi rõ bộ môn"})
    assert "Ghi rõ bộ môn" in head.get(address).content.decode()
    head.post(address, {"text": "10 giờ, mỗi bộ môn 2 giờ", "version": 3})
    officer.post(f"{address}nhan/")

    made.refresh_from_db()
    assert (made.stage, made.text, made.judged_by) == ("accepted", "10 giờ, mỗi bộ môn 2 giờ", cast.officer)


@pytest.mark.parametrize(
    ("deed", "given", "status", "sentence"),
    [
        ("", {"text": "x", "version": 9}, 422, "người khác đã ghi bản mới"),
        ("", {"text": "", "version": 1}, 422, "Nội dung đăng ký"),
        ("rut/", {}, 409, "Chỉ rút đăng ký về được khi"),
        ("nhan/", {}, 422, "Bạn chỉ được duyệt đăng ký"),
    ],
)
def test_what_cannot_be_done_to_a_pledge_is_explained(
    deed: str, given: dict[str, object], status: int, sentence: str, cast: Cast
) -> None:
    made = pledge_at(PledgeStage.NOT_SENT, cast)

    answer = signed_in(cast.head).post(f"/phong-trao/{made.movement_id}/dang-ky/KL/{deed}", given)

    assert (answer.status_code, Pledge.objects.get(pk=made.pk).stage) == (status, "not_sent")
    assert sentence in answer.content.decode()


def test_another_head_neither_sends_nor_judges(cast: Cast) -> None:
    made = pledge_at(PledgeStage.WAITING, cast)
    client = signed_in(cast.other_head)
    address = f"/phong-trao/{made.movement_id}/dang-ky/KL/"

    answers = [client.post(f"{address}{deed}", {"words": "x"}).status_code for deed in ("rut/", "tra/", "nhan/")]

    assert (answers, Pledge.objects.get(pk=made.pk).stage) == ([422] * 3, "waiting")


def test_a_unit_that_was_not_asked_has_no_page(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)

    assert signed_in(cast.officer).get(f"/phong-trao/{made.pk}/dang-ky/BM/").status_code == 404


def test_a_unit_makes_it_its_own(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)

    answer = signed_in(cast.head).post(f"/phong-trao/{made.pk}/dang-ky/KL/trien-khai/")

    own = Movement.objects.get(above=made)
    assert answer.headers["Location"] == f"/phong-trao/{own.pk}/sua/"


def test_a_result_is_reported_accepted_and_its_commendation_enters_the_book(cast: Cast) -> None:
    made = movement_at(MovementStage.LAUNCHED, cast)
    first = made.report_dates.order_by("due")[0]
    address = f"/phong-trao/{made.pk}/bao-cao/{first.pk}/KL/"
    officer = signed_in(cast.officer)

    signed_in(cast.head).post(address, {"text": "8 giờ dạy mẫu", "reached": "80"})
    officer.post(f"{address}nhan/")
    award = {"subject": "CB6", "year": "2026", "text": "Giấy khen", "level": "trường", "status": "đã tặng"}
    answer = officer.post(f"{address}khen/", award)

    assert answer.status_code == 302, answer.context["award"].errors
    assert list(Result.objects.get().commended.all()) == list(Award.objects.filter(subject=cast.lecturer.subject))


def test_a_commendation_that_breaks_a_rule_is_explained_in_its_field(cast: Cast) -> None:
    made = result(cast, accepted=True)
    address = f"/phong-trao/{made.report_date.movement_id}/bao-cao/{made.report_date_id}/KL/khen/"

    answer = signed_in(cast.officer).post(address, {"subject": "nobody", "year": "2026", "text": "Giấy khen"})

    assert (answer.status_code, Award.objects.count()) == (422, 0)
    assert "subject" in answer.context["award"].errors


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", 2),
        ("q=day tot", 2),
        ("q=hien mau", 0),
        ("loai=thematic", 1),
        ("buoc=draft", 1),
        ("nam=2025", 0),
        ("nam=x", 2),
    ],
)
def test_the_list_is_filtered(asked: str, found: int, cast: Cast) -> None:
    movement_at(MovementStage.LAUNCHED, cast)
    movement(cast, kind="thematic")

    assert len(signed_in(cast.officer).get(f"/phong-trao/?{asked}").context["page"]) == found


def test_drafts_of_others_are_not_listed(cast: Cast) -> None:
    movement(cast)
    own = movement(cast, by=cast.head, unit=cast.faculty)

    assert list(signed_in(cast.head).get("/phong-trao/").context["page"]) == [own]
    assert list(signed_in(cast.staff).get("/phong-trao/").context["page"]) == []


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/phong-trao/", 13), ("/phong-trao/bang/?nam=2026", 7)])
def test_lists_take_as_many_queries_for_three_as_for_one(
    address: str, queries: int, count: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _each in range(count):
        movement_at(MovementStage.LAUNCHED, cast)
    client = signed_in(cast.officer)
    client.get(address)

    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("count", [1, 3])
def test_a_movement_takes_as_many_queries_for_three_units_as_for_one(
    count: int, cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    units = [people.unit(f"T{number}", f"Trung tâm {number}", under=cast.school) for number in range(count)]
    made = running.launch(movement=movement(cast), units=[unit.pk for unit in units], by=cast.officer, at=NOW)
    client = signed_in(cast.staff)
    client.get(f"/phong-trao/{made.pk}/")

    with django_assert_num_queries(10):
        client.get(f"/phong-trao/{made.pk}/")


def test_the_board_goes_to_excel(cast: Cast) -> None:
    pledge_at(PledgeStage.ACCEPTED, cast)

    answer = signed_in(cast.officer).get("/phong-trao/bang/xuat/?nam=2026")

    page = load_workbook(BytesIO(b"".join(answer))).active
    assert page is not None
    rows = list(page.iter_rows(values_only=True))
    assert rows[0] == ("Mã", "Đơn vị", "Thi đua dạy tốt, học tốt năm 2026")
    assert (rows[1][:2], str(rows[1][2]).split(";")[:2]) == (("KL", "Khoa Luật"), ["đã chấp nhận", " báo cáo 0/2"])


def test_the_list_goes_to_excel_as_it_is_filtered(cast: Cast) -> None:
    pledge_at(PledgeStage.ACCEPTED, cast)

    def rows(query: str) -> list[tuple[object, ...]]:
        answer = signed_in(cast.officer).get(f"/phong-trao/xuat/{query}")
        page = load_workbook(BytesIO(b"".join(answer))).active
        assert page is not None
        return list(page.iter_rows(min_row=2, values_only=True))

    assert [(row[0], row[3], row[7], row[9]) for row in rows("?q=day tot")] == [
        ("Thi đua dạy tốt, học tốt năm 2026", "đã phát động", 2, 1)
    ]
    assert rows("?q=khong co") == []


def test_a_paper_is_handed_out_as_a_download(cast: Cast) -> None:
    made = movement(cast)
    client = signed_in(cast.officer)
    client.post(f"/phong-trao/{made.pk}/van-ban/", {"papers": [SimpleUploadedFile("kh.pdf", b"%PDF-1.7")]})

    address = f"/phong-trao/{made.pk}/van-ban/{made.documents.get().pk}/"

    assert client.get(address).headers["Content-Disposition"] == 'attachment; filename="kh.pdf"'
    assert signed_in(cast.staff).get(address).status_code == 403
