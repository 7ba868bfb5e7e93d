"""The pages of rounds: who sees and does what, what is refused and why, and in how many queries."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.stages import RoundStage
from lantoa.nomination.actions.rounds import making
from lantoa.nomination.models import Round
from tests import cast as people
from tests.cast import NOW, Cast, signed_in
from tests.nomination.rounds import DAYS, SECTOR, TERMS, nomination_in, round_at, round_in

QUERIES = 15
NEXT = "nganh-tu-phap-2026-2030/school-annual/2026"
FORM = {
    "bac": NEXT,
    "name": "Đợt xét năm 2026",
    "note": "Gửi qua phần mềm",
    "open_on": "15/11/2049",
    "meet_by": "10/12/2049",
    "send_by": "15/12/2049",
    "council_on": "10/1/2050",
    "version": "1",
}


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_officer_makes_a_round_from_the_calendar_and_opens_it(cast: Cast) -> None:
    client = signed_in(cast.officer)

    page = text(client, f"/dot-xet/moi/?bac={NEXT}")
    client.post("/dot-xet/moi/", FORM)
    made = Round.objects.get()
    client.post(f"/dot-xet/{made.pk}/mo/")

    made.refresh_from_db()
    assert 'name="send_by" value="15/12/2026"' in page
    assert (made.edition, made.tier, made.year, made.stage, made.council_on, made.opened_by) == (
        "nganh-tu-phap-2026-2030",
        "school-annual",
        2026,
        "open",
        date(2050, 1, 10),
        cast.officer,
    )


def test_a_round_is_made_like_last_years(cast: Cast) -> None:
    old = round_at(RoundStage.OPEN, cast)
    client = signed_in(cast.officer)

    page = text(client, f"/dot-xet/moi/?bac={NEXT}&chep=on")
    client.post("/dot-xet/moi/", {**FORM, "chep": "on"})

    assert 'name="send_by" value="25/01/2027"' in page
    assert Round.objects.get(year=2026).cloned_from == old


def test_what_is_none_of_the_choices_is_left_out(cast: Cast) -> None:
    client = signed_in(cast.officer)

    assert "Lập đợt xét" in text(client, "/dot-xet/moi/?bac=x/y/z&chep=1")
    assert client.post("/dot-xet/moi/", {**FORM, "bac": "x/y/z"}).status_code == 404
    assert Round.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"council_on": "1/12/2049"}, "council_on", "Ngày «Họp Hội đồng» không được trước ngày «Họp đơn vị»."),
        ({"name": " "}, "name", "Tên đợt xét"),
        ({"send_by": "31/2/2049"}, "send_by", "Gửi hồ sơ"),
    ],
)
def test_what_was_typed_wrong_is_explained_beside_it(
    wrong: dict[str, str], field: str, sentence: str, cast: Cast
) -> None:
    answer = signed_in(cast.officer).post("/dot-xet/moi/", {**FORM, **wrong})

    assert (answer.status_code, list(answer.context["form"].errors), Round.objects.count()) == (422, [field], 0)
    assert sentence in answer.content.decode()


def test_a_second_round_of_the_year_is_refused(cast: Cast) -> None:
    client = signed_in(cast.officer)
    client.post("/dot-xet/moi/", FORM)

    answer = client.post("/dot-xet/moi/", FORM)

    assert (answer.status_code, Round.objects.count()) == (422, 1)
    assert "đã có «Đợt xét năm 2026»" in answer.content.decode()


def test_days_are_changed_and_an_older_text_is_not_written_over_a_newer_one(cast: Cast) -> None:
    one, client = round_in(cast), signed_in(cast.officer)

    client.post(f"/dot-xet/{one.pk}/sua/", FORM)
    answer = client.post(f"/dot-xet/{one.pk}/sua/", {**FORM, "name": "Tên khác"})

    one.refresh_from_db()
    page = answer.content.decode()
    assert (answer.status_code, one.name, one.send_by) == (409, "Đợt xét năm 2026", date(2049, 12, 15))
    assert ["Tên khác" in page, "Đợt xét năm 2026" in page, 'name="version" value="2"' in page] == [True] * 3


def test_what_is_over_is_not_changed(cast: Cast) -> None:
    one = round_at(RoundStage.CLOSED, cast)

    answer = signed_in(cast.officer).post(f"/dot-xet/{one.pk}/sua/", FORM, follow=True)

    assert "Đợt xét đã kết thúc nên không sửa nữa" in answer.content.decode()


def test_a_wrong_order_of_days_is_explained_when_they_are_changed_too(cast: Cast) -> None:
    answer = signed_in(cast.officer).post(f"/dot-xet/{round_in(cast).pk}/sua/", {**FORM, "send_by": "1/12/2049"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["send_by"])


@pytest.mark.parametrize(
    ("name", "draft", "opened"),
    [
        ("officer", 200, 200),
        ("head", 403, 200),
        ("staff", 403, 200),
        ("administrator", 403, 200),
        ("stranger", 403, 403),
    ],
)
def test_a_draft_is_for_its_makers_an_open_round_for_everybody(name: str, draft: int, opened: int, cast: Cast) -> None:
    client = signed_in(getattr(cast, name))
    pages = [round_in(cast).pk, round_at(RoundStage.OPEN, cast, aim=SECTOR).pk]

    assert [client.get(f"/dot-xet/{pk}/").status_code for pk in pages] == [draft, opened]


def test_the_list_leaves_out_what_only_the_officer_prepares(cast: Cast) -> None:
    round_in(cast)
    making.draft(aim=SECTOR, terms=TERMS, by=cast.officer, at=NOW)
    Round.objects.filter(tier="sector-annual").update(stage="open", opened_by=cast.officer, opened_at=NOW)

    seen = {name: signed_in(getattr(cast, name)).get("/dot-xet/").context["page"] for name in ("officer", "head")}

    assert [len(page.object_list) for page in seen.values()] == [2, 1]


@pytest.mark.parametrize("deed", ["mo", "ket-thuc", "mo-lai", "huy", "nhac"])
@pytest.mark.parametrize("name", ["head", "staff", "administrator"])
def test_nobody_else_runs_it(deed: str, name: str, cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)

    answer = signed_in(getattr(cast, name)).post(f"/dot-xet/{one.pk}/{deed}/", {"reason": "x"})

    assert (answer.status_code, Round.objects.get().stage) == (403, "open")


@pytest.mark.parametrize(
    ("stage", "deed", "given", "status", "sentence"),
    [
        (RoundStage.OPEN, "mo", {}, 409, "Chỉ mở đợt xét được khi đang ở bước «đang chuẩn bị»"),
        (RoundStage.DRAFT, "mo", {}, 422, "Hạn gửi hồ sơ 25/01/2026 đã qua"),
        (RoundStage.DRAFT, "huy", {"reason": " "}, 422, "Hãy ghi lý do"),
        (RoundStage.CLOSED, "mo-lai", {}, 422, "Hãy ghi lý do"),
        (RoundStage.DRAFT, "nhac", {}, 422, "Không có đơn vị nào chậm"),
    ],
)
def test_what_cannot_be_done_is_explained(
    stage: RoundStage, deed: str, given: dict[str, str], status: int, sentence: str, cast: Cast
) -> None:
    one = round_at(stage, cast)

    answer = signed_in(cast.officer).post(f"/dot-xet/{one.pk}/{deed}/", given)

    assert (answer.status_code, Round.objects.get().stage) == (status, stage.value)
    assert sentence in answer.content.decode()


def test_it_is_closed_opened_again_and_the_late_ones_are_urged(cast: Cast) -> None:
    one, client = round_at(RoundStage.OPEN, cast), signed_in(cast.officer)

    answers = [
        client.post(f"/dot-xet/{one.pk}/{deed}/", {"reason": "Còn sót"}).status_code
        for deed in ("nhac", "ket-thuc", "mo-lai")
    ]

    assert (answers, Round.objects.get().stage) == ([302, 302, 302], "open")


def test_a_button_that_would_be_refused_says_why(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")

    page = text(signed_in(cast.officer), f"/dot-xet/{one.pk}/")

    assert "Còn hồ sơ đang đi: 1 đang thẩm định." in page
    assert "Đã có 1 hồ sơ gửi vào đợt này nên không huỷ được." in page


def test_the_page_says_what_applies_and_who_set_it(cast: Cast) -> None:
    school, sector = round_in(cast), round_in(cast, aim=SECTOR)

    answers = [signed_in(cast.officer).get(f"/dot-xet/{one.pk}/").context["rules"] for one in (school, sector)]

    assert [[rule.what for rule in rules] for rules in answers] == [
        [
            "Họp đơn vị, có mặt",
            "Họp đơn vị, đồng ý",
            "Công khai lấy ý kiến",
            "Họp Hội đồng, có mặt",
            "Hội đồng bỏ phiếu, đồng ý",
        ],
        ["Họp Hội đồng, có mặt", "Hội đồng bỏ phiếu, đồng ý"],
    ]
    assert answers[0][-1].words == "trên 50% tổng số thành viên"
    assert answers[0][-1].source.startswith("Hội đồng Thi đua - Khen thưởng Trường. ")


def test_a_round_of_the_sector_leads_to_those_recognised_below(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast, aim=SECTOR)
    link = f"/trinh-bo/dot/{one.pk}/"

    pages = [text(signed_in(user), f"/dot-xet/{one.pk}/") for user in (cast.officer, cast.head)]

    assert [link in page for page in pages] == [True, False]
    assert ["đơn vị không phải họp" in page for page in pages] == [True, True]


def test_next_years_round_is_one_press_away_until_it_is_made(cast: Cast) -> None:
    one, client = round_in(cast), signed_in(cast.officer)
    link = f"/dot-xet/moi/?bac={NEXT}&amp;chep=on"

    before = link in text(client, f"/dot-xet/{one.pk}/")
    client.post("/dot-xet/moi/", FORM)

    assert [before, link in text(client, f"/dot-xet/{one.pk}/")] == [True, False]


def test_one_look_shows_the_officer_every_unit_and_stage(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")

    answer = signed_in(cast.officer).get(f"/dot-xet/{one.pk}/")

    assert [(row.unit.subject.code, row.state.value, row.is_late) for row in answer.context["page"]] == [
        ("KL", "sent", False),
        ("PDT", "nothing", True),
    ]
    assert (answer.context["late"], [words for words, _n, _a in answer.context["stages"]]) == (1, ["đang thẩm định"])


def test_a_head_sees_the_own_unit_and_what_to_do_there(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)

    answer = signed_in(cast.head).get(f"/dot-xet/{one.pk}/")

    assert ([row.unit for row in answer.context["own"]], answer.context["has_units"]) == ([cast.faculty], False)
    assert f"/dot-xet/{one.pk}/don-vi/KL/hop/" in answer.content.decode()


def test_the_council_sees_all_units_and_runs_nothing(cast: Cast) -> None:
    member = people.account("uyvien", Role.MEMBER)
    one = round_at(RoundStage.OPEN, cast)

    answer = signed_in(member).get(f"/dot-xet/{one.pk}/")

    assert (len(answer.context["page"].object_list), answer.context["own"], answer.context["deeds"]) == (2, [], [])


def test_units_are_filtered_in_a_part_of_the_page(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)

    answer = signed_in(cast.officer).get(f"/dot-xet/{one.pk}/?q=phong&cham=on", headers={"HX-Request": "true"})

    page = answer.content.decode()
    assert [page.lstrip().startswith('<div id="rows">'), "Phòng Đào tạo" in page, "Khoa Luật" in page] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Đợt xét năm 2025", "Đợt ngành năm 2024"]),
        ("q=nganh", ["Đợt ngành năm 2024"]),
        ("nam=2025", ["Đợt xét năm 2025"]),
        ("buoc=open", ["Đợt xét năm 2025"]),
        ("bac=sector-annual", ["Đợt ngành năm 2024"]),
        ("sap_xep=ten", ["Đợt ngành năm 2024", "Đợt xét năm 2025"]),
        ("sap_xep=khong-co&nam=chin&buoc=x", ["Đợt xét năm 2025", "Đợt ngành năm 2024"]),
    ],
)
def test_rounds_are_searched_filtered_and_sorted(asked: str, found: list[str], cast: Cast) -> None:
    round_at(RoundStage.OPEN, cast)
    other = round_in(cast, aim=SECTOR)
    Round.objects.filter(pk=other.pk).update(name="Đợt ngành năm 2024", search_key="dot nganh nam 2024", year=2024)

    answer = signed_in(cast.officer).get(f"/dot-xet/?{asked}")

    assert [one.name for one in answer.context["page"]] == found


def test_the_list_teaches_when_it_is_empty(cast: Cast) -> None:
    pages = [text(signed_in(user), "/dot-xet/") for user in (cast.officer, cast.head)]

    assert ["Lập đợt xét từ lịch của Kế hoạch" in page for page in pages] == [True, False]
    assert "Không có đợt xét nào như vậy" in text(signed_in(cast.head), "/dot-xet/?q=gi+do")


def cells(client: Client, address: str) -> list[list[object]]:
    answer = client.get(address)
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet is not None
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_lists_go_to_excel(cast: Cast) -> None:
    one, client = round_at(RoundStage.OPEN, cast), signed_in(cast.officer)
    nomination_in(one, cast, stage="sent")

    rounds = cells(client, "/dot-xet/xuat/")
    units = cells(client, f"/dot-xet/{one.pk}/don-vi/xuat/?q=khoa")

    assert rounds[1][:6] == ["Đợt xét năm 2025", "Trường hằng năm", 2025, "đang mở", "05/01/2026", "20/01/2026"]
    assert rounds[1][-3:] == [1, 1, 0]
    assert [row[:5] for row in units[1:]] == [["KL", "Khoa Luật", "Trần Văn Khoa", "đã gửi", ""]]


@pytest.mark.parametrize("count", [1, 3, 30])
def test_pages_take_as_many_queries_for_many_rows_as_for_one(
    count: int, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    one = round_at(RoundStage.OPEN, cast)
    for number in range(count):
        unit = people.unit(f"DV{number}", f"Phòng số {number}", under=cast.school)
        someone = people.person(f"NV{number}", f"Cán bộ {number}", unit, is_head=True)
        nomination_in(one, cast, unit=unit, subject=someone.subject, stage="sent")
        years = making.draft(aim=SECTOR, terms=TERMS, by=cast.officer, at=NOW)
        Round.objects.filter(pk=years.pk).update(year=1900 + number)

    for address in ("/dot-xet/", f"/dot-xet/{one.pk}/", f"/dot-xet/{one.pk}/don-vi/KL/hop/"):
        client = signed_in(User.objects.get(pk=cast.officer.pk))
        with django_assert_max_num_queries(QUERIES):
            client.get(address)


def test_a_round_that_is_none_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.officer).get("/dot-xet/999/").status_code == 404
    assert DAYS["submit_by"] is None


@pytest.mark.parametrize(("name", "leads"), [("officer", True), ("head", True), ("staff", False)])
def test_a_round_leads_to_its_papers_whoever_may_have_them(name: str, *, leads: bool, cast: Cast) -> None:
    round_ = round_at(RoundStage.OPEN, cast)

    assert (f"/giay-to/dot/{round_.pk}/" in text(signed_in(getattr(cast, name)), f"/dot-xet/{round_.pk}/")) is leads
