"""Attestations: a whole unit at once, one subject, who may speak of whom, and which word stands."""

from collections.abc import Iterable
from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.register.actions.attestations import attest
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Attestation, Person, Unit
from lantoa.register.queries.attesting import Said, criteria_of, progress, tiers_of, units_on
from tests import cast as stage
from tests.cast import NOW, Cast, assemble, signed_in

YEAR_END = date(2024, 12, 31)
FACULTY = "/xac-nhan/?don_vi=KL&dot=school-annual:2024"


def box(who: Person | Unit, criterion: str, value: str, seen: str = "") -> dict[str, Any]:
    """One box of the grid as a browser sends it: what is chosen, and what stood there when the page was made."""
    name = f"{who.pk}-{criterion}"
    return {f"o-{name}": value, f"cu-{name}": seen, "nguoi": str(who.pk)}


def send(user: User, *boxes: dict[str, Any], address: str = FACULTY, **grounds: str) -> Any:
    typed: dict[str, Any] = {"nguoi": [one["nguoi"] for one in boxes], **grounds}
    for one in boxes:
        typed |= {key: value for key, value in one.items() if key != "nguoi"}
    return signed_in(user).post(address, typed)


def said() -> list[tuple[str, str, int, bool, bool]]:
    rows = Attestation.objects.order_by("pk")
    return list(rows.values_list("subject__code", "criterion", "year", "passed", "stands"))


def test_which_criteria_are_attested_comes_from_the_plan() -> None:
    plan = plans.load()

    attested = {tier.code: [one.code for one in criteria_of(plan, tier)] for tier in tiers_of(plan)}

    assert attested == {
        "school-annual": ["G1", "G3", "G4", "SA-I2"],
        "school-period": ["G1", "G2", "G3", "G4", "SP-I2"],
    }


def test_a_head_attests_the_whole_unit_at_once(cast: Cast) -> None:
    send(
        cast.head,
        box(cast.lecturer, "G1", "dat"),
        box(cast.lecturer, "SA-I2", "khong-dat"),
        box(cast.division, "G3", "dat"),
        box(cast.faculty, "G1", ""),
        **{"can_cu-G1": "Biên bản họp khoa 12/1", f"can_cu_rieng-{cast.division.pk}": "Báo cáo của bộ môn"},
    )

    assert said() == [
        ("BM", "G3", 2024, True, True),
        ("CB6", "G1", 2024, True, True),
        ("CB6", "SA-I2", 2024, False, True),
    ]
    assert list(Attestation.objects.order_by("pk").values_list("grounds", "by")) == [
        ("Báo cáo của bộ môn", "khoa"),
        ("Biên bản họp khoa 12/1", "khoa"),
        ("", "khoa"),
    ]


def test_one_deed_is_one_event_with_every_word(cast: Cast) -> None:
    send(cast.head, box(cast.lecturer, "G1", "dat"), box(cast.division, "G3", "khong-dat"))

    event = Event.objects.get()
    assert (event.deed, event.target, event.by) == ("attested", "2 đối tượng", cast.head)
    assert event.details == {
        "year": 2024,
        "said": [
            {"subject": "BM", "criterion": "G3", "passed": False, "grounds": ""},
            {"subject": "CB6", "criterion": "G1", "passed": True, "grounds": ""},
        ],
    }


def test_the_newest_word_stands_and_the_old_one_is_kept(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=True)

    send(cast.head, box(cast.lecturer, "G1", "khong-dat", seen="dat"))

    assert said() == [("CB6", "G1", 2024, True, False), ("CB6", "G1", 2024, False, True)]


def test_boxes_that_were_not_touched_say_nothing_anew(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=True)

    answer = send(cast.head, box(cast.lecturer, "G1", "dat", seen="dat"), box(cast.lecturer, "G3", ""))

    assert answer.status_code == 302
    assert said() == [("CB6", "G1", 2024, True, True)]


def test_a_page_that_was_open_long_does_not_take_back_what_another_said(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=False, by="Phạm Thị Hạnh")

    send(cast.head, box(cast.lecturer, "G1", ""), box(cast.lecturer, "G3", "dat"))
    page = signed_in(cast.head).get(FACULTY)

    assert said() == [("CB6", "G1", 2024, False, True), ("CB6", "G3", 2024, True, True)]
    assert page.status_code == 200


def test_who_speaks_second_is_told_of_the_first(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=False, by="Phạm Thị Hạnh")
    client = signed_in(cast.head)
    typed = box(cast.lecturer, "G1", "dat")

    page = client.post(FACULTY, typed, follow=True).content.decode()

    assert "Phạm Thị Hạnh đã xác nhận G1 của Lê Thanh Bình: không đạt. Hãy xem lại ô đó." in page
    assert said() == [("CB6", "G1", 2024, False, False), ("CB6", "G1", 2024, True, True)]


def test_a_head_reaches_own_units_only(cast: Cast) -> None:
    assert signed_in(cast.other_head).get(FACULTY).status_code == 403
    assert send(cast.other_head, box(cast.lecturer, "G1", "dat")).status_code == 403
    assert said() == []


def test_one_subject_out_of_reach_leaves_nothing_written(cast: Cast) -> None:
    hanh = cast.officer.person
    assert hanh

    answer = send(cast.head, box(cast.lecturer, "G1", "dat"), box(hanh, "G1", "dat"))

    assert answer.status_code == 403
    assert said() == []


@pytest.mark.parametrize("who", ["head", "officer"])
def test_nobody_attests_for_oneself(cast: Cast, who: str) -> None:
    user: User = getattr(cast, who)
    assert user.person

    assert send(user, box(user.person, "G1", "dat")).status_code == 403
    with pytest.raises(NotAllowed, match="Không ai tự xác nhận cho mình"):
        attest(said=[Said(user.person.pk, "G1", passed=True)], year=2024, day=YEAR_END, by=user, at=NOW)
    assert said() == []


def test_the_own_row_says_why_it_is_shut(cast: Cast) -> None:
    page = signed_in(cast.head).get(FACULTY).content.decode()

    assert "Không ai tự xác nhận cho mình." in page
    assert cast.head.person
    assert f'name="o-{cast.head.person.pk}-G1"' not in page


@pytest.mark.parametrize("who", ["staff", "administrator", "stranger"])
def test_others_do_not_attest(cast: Cast, who: str) -> None:
    user: User = getattr(cast, who)

    assert signed_in(user).get("/xac-nhan/").status_code == 403
    assert send(user, box(cast.lecturer, "G1", "dat")).status_code == 403
    assert said() == []


def test_the_grid_holds_the_units_then_the_people(cast: Cast) -> None:
    rows = signed_in(cast.officer).get(FACULTY).context["rows"]

    assert [seat.subject.name for seat, _, _ in rows] == [
        "Bộ môn Luật Dân sự",
        "Khoa Luật",
        "Nguyễn Văn An",
        "Lê Thanh Bình",
        "Trần Văn Khoa",
    ]


def test_who_worked_there_at_the_end_of_the_year_is_attested(cast: Cast) -> None:
    gone = stage.person("CB8", "Hồ Văn Xa")
    stage.post(gone, cast.faculty, until="30/6/2024")

    rows = signed_in(cast.officer).get(FACULTY).context["rows"]

    assert "CB8" not in [seat.subject.code for seat, _, _ in rows]


def test_only_those_with_an_empty_box(cast: Cast) -> None:
    for criterion in ("G1", "G3", "G4", "SA-I2"):
        stage.attestation(cast.lecturer, criterion, 2024)
    for criterion in ("G1", "G3", "G4"):
        stage.attestation(cast.division, criterion, 2024)

    rows = signed_in(cast.officer).get(f"{FACULTY}&con_trong=1").context["rows"]

    assert [seat.subject.name for seat, _, _ in rows] == ["Khoa Luật", "Nguyễn Văn An", "Trần Văn Khoa"]


def test_one_subject_is_attested_from_an_address_that_names_the_criterion(cast: Cast) -> None:
    page = signed_in(cast.head).get("/xac-nhan/?doi_tuong=CB6&tieu_chi=SP-I2&nam=2025")

    assert (page.context["tier"].code, page.context["year"], page.context["wanted"]) == ("school-period", 2025, "SP-I2")
    assert [seat.subject.code for seat, _, _ in page.context["rows"]] == ["CB6"]


@pytest.mark.parametrize("query", ["don_vi=KHONGCO", "doi_tuong=KHONGCO"])
def test_a_code_that_nobody_bears_is_not_found(cast: Cast, query: str) -> None:
    assert signed_in(cast.officer).get(f"/xac-nhan/?{query}").status_code == 404


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("dot=khong:2024", "không có bậc «khong»"),
        ("dot=school-annual:1999", "Năm 1999 nằm ngoài kế hoạch nganh-tu-phap-2021-2025 (2021-2025)."),
        ("dot=school-period:2024", "năm phải là 2025, không phải 2024."),
        ("nam=abc", "«abc» không phải là một năm."),
        ("nam=1999", "Năm 1999 nằm ngoài kế hoạch"),
        ("tieu_chi=SP-I2&nam=2024", "năm phải là 2025, không phải 2024."),
        ("tieu_chi=MA-1&nam=2024", "Kế hoạch không có tiêu chí «MA-1» nào do người xác nhận."),
    ],
)
def test_an_occasion_outside_the_plan_is_explained_and_becomes_the_newest(
    cast: Cast, query: str, sentence: str
) -> None:
    page = signed_in(cast.officer).get(f"/xac-nhan/?{query}")

    assert sentence in page.content.decode()
    assert (page.context["tier"].code, page.context["year"]) == ("school-annual", 2025)


def test_every_unit_says_how_far_it_is(cast: Cast) -> None:
    for criterion in ("G1", "G3", "G4", "SA-I2"):
        stage.attestation(cast.lecturer, criterion, 2024)
    stage.attestation(cast.division, "G1", 2024)
    criteria = criteria_of(plans.load(), plans.load().tier("school-annual"))

    found = {
        unit.name: (unit.filled, unit.boxes) for unit in progress(criteria, 2024, YEAR_END, units_on(YEAR_END, None))
    }

    assert found == {
        "Bộ môn Luật Dân sự": (5, 11),
        "Khoa Luật": (0, 7),
        "Phòng Đào tạo": (0, 15),
        "Trường Cao đẳng Luật Sông Lam": (0, 0),
    }


def test_a_head_sees_the_own_units_in_the_overview(cast: Cast) -> None:
    units = signed_in(cast.head).get("/xac-nhan/").context["units"]

    assert [unit.code for unit in units] == ["BM", "KL"]


def test_a_head_of_one_unit_comes_straight_to_its_grid(cast: Cast) -> None:
    answer = signed_in(cast.other_head).get("/xac-nhan/")

    assert answer.headers["Location"] == "/xac-nhan/?don_vi=PDT&dot=school-annual%3A2025"


def test_everything_that_was_said_is_told(cast: Cast) -> None:
    stage.attestation(cast.lecturer, "G1", 2024, passed=False, grounds="Đơn của tổ", by="Trần Văn Khoa")
    stage.attestation(cast.lecturer, "G1", 2024, passed=True, by="Phạm Thị Hạnh")

    rows = signed_in(cast.head).get("/xac-nhan/CB6/G1/2024/").context["rows"]

    assert [(row.by, row.passed, row.stands) for row in rows] == [
        ("Phạm Thị Hạnh", True, True),
        ("Trần Văn Khoa", False, False),
    ]


def test_a_stranger_is_not_told(cast: Cast) -> None:
    assert signed_in(cast.other_head).get("/xac-nhan/CB6/G1/2024/").status_code == 403


@pytest.mark.parametrize("number", [1, 3, 300])
def test_the_grid_costs_the_same_whatever_its_length(cast: Cast, number: int) -> None:
    for one in range(number):
        someone = stage.person(f"NV{one}", f"Lê Văn Số {one}", cast.faculty)
        stage.attestation(someone, "G1", 2024)
    client = signed_in(cast.head)

    with CaptureQueriesContext(connection) as queries:
        page = client.get(FACULTY)

    assert len(queries) <= 15
    assert len(page.content) <= 100_000


@pytest.mark.django_db(transaction=True)
def test_of_two_who_speak_at_once_both_are_kept_and_the_later_one_stands() -> None:
    cast = assemble()
    barrier = Barrier(2)

    def speak(user: User, *, passed: bool) -> None:
        try:
            barrier.wait(timeout=10)
            attest(said=[Said(cast.lecturer.pk, "G1", passed)], year=2024, day=YEAR_END, by=user, at=NOW)
        finally:
            connections.close_all()

    _together(
        Thread(target=speak, args=(cast.officer,), kwargs={"passed": True}),
        Thread(target=speak, args=(cast.head,), kwargs={"passed": False}),
    )

    assert [stands for *_, stands in said()] == [False, True]
    assert {passed for *_, passed, _ in said()} == {True, False}


def _together(*threads: Thread) -> None:
    _each(threads, "start")
    _each(threads, "join")


def _each(threads: Iterable[Thread], deed: str) -> None:
    for thread in threads:
        getattr(thread, deed)()
