"""What the overview counts: the board, lives, cohorts, timeliness, coverage."""

from datetime import date

import pytest
from django.core.cache import cache

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.domain.authority import Deed
from lantoa.domain.cohorts import Life
from lantoa.domain.stages import NurtureStage, ProspectStage
from lantoa.nurture.queries.overview.asked import Asked, years_found
from lantoa.nurture.queries.overview.board import board
from lantoa.nurture.queries.overview.coverage import coverage_sections
from lantoa.nurture.queries.overview.lives import lives
from lantoa.nurture.queries.overview.places import places
from lantoa.nurture.queries.overview.progress import cohort_sections, timeliness_sections
from lantoa.nurture.queries.overview.tables import Section
from lantoa.register.models import Person, Unit
from tests import cast as school
from tests.cast import Cast
from tests.nurture.found import at, measure, plan, prospect

TODAY = date(2026, 6, 1)
RECENT, LONG_AGO = date(2026, 5, 20), date(2026, 2, 1)
NOBODY = ["0", "0", "0", "0", "0", "0"]


@pytest.fixture(autouse=True)
def afresh() -> None:
    cache.clear()


def asked(
    user: User, unit: Unit | None = None, tier: str = "", year: int | None = None, *, alone: bool = False
) -> Asked:
    tree = places(scope_of(user, Deed.SEE_BOARD))
    return Asked(tree, at(TODAY), unit.pk if unit else None, alone, tier, year)


def told(section: Section) -> list[list[str]]:
    """The table as it is read, the totals last."""
    rows = [*section.table.rows, section.table.totals] if section.table.totals else section.table.rows
    return [[cell.words for cell in cells] for cells in rows]


def person_of(user: User) -> Person:
    assert user.person
    return user.person


@pytest.fixture
def three(cast: Cast) -> None:
    """One nurtured with a measure overdue, one of the faculty left alone, one of the office nominated."""
    nurtured = prospect(cast, cast.lecturer, cast.division, RECENT, stage=ProspectStage.NURTURED)
    active = plan(cast, nurtured, date(2025, 9, 1))
    measure(active, date(2026, 5, 1))
    measure(active, date(2026, 5, 2), is_done=True)
    measure(active, TODAY)
    prospect(cast, person_of(cast.head), cast.faculty, LONG_AGO, tier="")
    prospect(
        cast,
        person_of(cast.deputy),
        cast.office,
        date(2025, 3, 1),
        stage=ProspectStage.NOMINATED,
        looked=LONG_AGO,
        tier="sector-annual",
    )


def test_the_officer_sees_every_unit_with_those_under_it(cast: Cast, three: None) -> None:
    by_unit = board(asked(cast.officer)).sections[0]

    assert told(by_unit) == [
        ["Khoa Luật", "1", "0", "1", "0", "0", "0", "2", "1", "1"],
        ["Phòng Đào tạo", "0", "0", "0", "0", "1", "0", "1", "0", "0"],
        ["Tất cả", "1", "0", "1", "0", "1", "0", "3", "1", "1"],
    ]


def test_the_head_sees_the_own_units_one_step_deeper(cast: Cast, three: None) -> None:
    by_unit = board(asked(cast.head)).sections[0]

    assert told(by_unit) == [
        ["Khoa Luật (trực thuộc)", "1", *NOBODY[1:], "1", "0", "1"],
        ["Bộ môn Luật Dân sự", "0", "0", "1", "0", "0", "0", "1", "1", "0"],
        ["Tất cả", "1", "0", "1", "0", "0", "0", "2", "1", "1"],
    ]


def test_a_unit_without_units_under_it_is_one_row(cast: Cast, three: None) -> None:
    by_unit = board(asked(cast.head, cast.division)).sections[0]

    assert [cells[0] for cells in told(by_unit)] == ["Bộ môn Luật Dân sự", "Tất cả"]


def test_the_tiers_stand_in_the_order_of_the_plan_and_no_tier_last(cast: Cast, three: None) -> None:
    by_tier = board(asked(cast.officer)).sections[1]

    assert [(cells[0], cells[7]) for cells in told(by_tier)] == [
        ("Trường hằng năm", "1"),
        ("Ngành Tư pháp hằng năm", "1"),
        ("Chưa định bậc", "1"),
        ("Tất cả", "3"),
    ]


def test_a_number_leads_to_its_rows(cast: Cast, three: None) -> None:
    faculty = board(asked(cast.officer, year=2026)).sections[0].table.rows[0]

    assert [cell.address for cell in faculty] == [
        "?nam=2026&don_vi=KL",
        "/phat-hien/nhan-to/?nam=2026&don_vi=KL&buoc=found",
        "",
        "/phat-hien/nhan-to/?nam=2026&don_vi=KL&buoc=nurtured",
        "",
        "",
        "",
        "/phat-hien/nhan-to/?nam=2026&don_vi=KL&buoc=tat-ca",
        "?nam=2026&don_vi=KL#qua-han",
        "/phat-hien/nhan-to/?nam=2026&don_vi=KL&lau=on",
    ]


def test_the_row_of_the_unit_itself_leads_to_those_of_no_unit_under_it(cast: Cast, three: None) -> None:
    own = board(asked(cast.head)).sections[0].table.rows[0]

    assert [cell.address for cell in own if cell.address] == [
        "/phat-hien/nhan-to/?don_vi=KL&rieng=on&buoc=found",
        "/phat-hien/nhan-to/?don_vi=KL&rieng=on&buoc=tat-ca",
        "/phat-hien/nhan-to/?don_vi=KL&rieng=on&lau=on",
    ]


def test_a_unit_alone_is_without_those_under_it(cast: Cast, three: None) -> None:
    found = board(asked(cast.officer, cast.faculty, alone=True)).sections[0]

    assert told(found) == [
        ["Khoa Luật", "1", *NOBODY[1:], "1", "0", "1"],
        ["Tất cả", "1", *NOBODY[1:], "1", "0", "1"],
    ]


def test_no_tier_is_a_tier_to_ask_for(cast: Cast, three: None) -> None:
    by_tier = board(asked(cast.officer)).sections[1].table.rows[2]

    assert (by_tier[1].address, board(asked(cast.officer, tier="chua-dinh")).whole.total) == (
        "/phat-hien/nhan-to/?don_vi=SL&bac=chua-dinh&buoc=found",
        1,
    )


def test_a_measure_is_overdue_the_day_after_until_it_is_done(cast: Cast, three: None) -> None:
    overdue = board(asked(cast.officer)).sections[2]

    assert told(overdue) == [["Lê Thanh Bình", "Dự giờ đồng nghiệp", "–", "01/05/2026", "31"]]


def test_nothing_is_overdue_in_a_plan_that_has_ended(cast: Cast) -> None:
    found = prospect(cast, cast.lecturer, cast.division, RECENT, stage=ProspectStage.CHOSEN)
    ended = plan(
        cast, found, date(2025, 9, 1), stage=NurtureStage.NOT_YET, ended=date(2026, 4, 30), lessons="Cần thêm thời gian"
    )
    measure(ended, date(2026, 4, 1))

    assert told(board(asked(cast.officer)).sections[2]) == []


def test_the_lists_lead_to_where_they_are_searched_and_sorted(cast: Cast, three: None) -> None:
    sections = board(asked(cast.officer, cast.faculty, year=2026)).sections

    assert [section.more and section.more.address for section in sections] == [
        None,
        None,
        "/boi-duong/viec/?don_vi=KL&loai=bien-phap&qua_han=on",
        "/phat-hien/nhan-to/?don_vi=KL&lau=on&nam=2026",
    ]


def test_only_those_still_followed_are_left_alone(cast: Cast, three: None) -> None:
    alone = board(asked(cast.officer)).sections[3]

    assert told(alone) == [["Trần Văn Khoa", "Khoa Luật", "mới phát hiện", "01/02/2026", "120"]]


@pytest.mark.parametrize(
    ("tier", "year", "total"), [("", None, 3), ("sector-annual", None, 1), ("", 2026, 2), ("sector-annual", 2026, 0)]
)
def test_the_board_is_narrowed_by_tier_and_year(
    cast: Cast, three: None, tier: str, year: int | None, total: int
) -> None:
    assert board(asked(cast.officer, tier=tier, year=year)).whole.total == total


def test_a_long_list_says_that_the_file_holds_the_rest(cast: Cast, three: None) -> None:
    sections = board(asked(cast.officer), most=1).sections

    assert sections[2].sentence == (
        "Biện pháp của kế hoạch bồi dưỡng đang thực hiện, quá hạn lâu nhất trước. "
        "Trang này hiện 1 dòng đầu; tệp Excel có đủ."
    )


def test_the_years_offered_are_those_in_which_the_own_units_found_anybody(cast: Cast, three: None) -> None:
    assert (years_found(asked(cast.officer)), years_found(asked(cast.head))) == ([2026, 2025], [2026])


def test_a_life_runs_from_merit_to_recognition(cast: Cast) -> None:
    found = prospect(
        cast,
        cast.lecturer,
        cast.division,
        date(2024, 3, 1),
        stage=ProspectStage.NOMINATED,
        chosen=date(2024, 3, 11),
        merit=date(2024, 2, 1),
    )
    plan(cast, found, date(2024, 4, 1), stage=NurtureStage.NOMINATED, ended=date(2025, 1, 5))
    school.award(cast.lecturer, 2023, "CSTĐCS", decided="15/1/2024")
    school.award(cast.lecturer, 2024, "CSTĐCS", decided="20/12/2024")
    school.award(cast.lecturer, 2024, "Giấy khen", decided="2024")
    school.recognition(cast.lecturer, "school-annual", 2024, decided="10/2/2025")

    assert lives(asked(cast.officer)) == [
        Life(
            unit=cast.division.pk,
            found=date(2024, 3, 1),
            aim="school-annual",
            merit=date(2024, 2, 1),
            chosen=date(2024, 3, 11),
            nurtured=date(2024, 4, 1),
            nominated=date(2025, 1, 5),
            recognised=date(2025, 2, 10),
            commended=date(2024, 12, 20),
            tier="school-annual",
        )
    ]


def test_a_recognition_belongs_to_the_life_before_it(cast: Cast) -> None:
    prospect(cast, cast.lecturer, cast.division, date(2023, 3, 1), stage=ProspectStage.SET_ASIDE)
    prospect(cast, cast.lecturer, cast.division, date(2025, 3, 1))
    school.recognition(cast.lecturer, "school-annual", 2025, decided="10/2/2026")

    assert [life.tier for life in lives(asked(cast.officer))] == ["", "school-annual"]


def test_cohorts_are_told_a_year_a_row(cast: Cast) -> None:
    found = prospect(
        cast, cast.lecturer, cast.division, date(2024, 3, 1), stage=ProspectStage.NURTURED, chosen=date(2024, 4, 1)
    )
    plan(cast, found, date(2024, 5, 1))
    prospect(cast, person_of(cast.deputy), cast.office, date(2025, 3, 1))
    school.recognition(cast.lecturer, "school-annual", 2024, decided="1/3/2025")

    steps, months = cohort_sections(asked(cast.officer))

    assert told(steps) == [
        ["2024", "1", "1", "1", "0", "1", "1"],
        ["2025", "1", "0", "0", "0", "0", "0"],
        ["Tất cả", "2", "1", "1", "0", "1", "1"],
    ]
    assert told(months) == [
        ["2024", "1,0 (1,0–1,0)", "2,0 (2,0–2,0)", "–", "12,0 (12,0–12,0)"],
        ["2025", "–", "–", "–", "–"],
    ]


def test_a_cohort_leads_to_its_prospects(cast: Cast, three: None) -> None:
    steps, _months = cohort_sections(asked(cast.officer, cast.faculty, tier="school-annual"))

    assert steps.table.rows[0][1].address == "/phat-hien/nhan-to/?bac=school-annual&don_vi=KL&buoc=tat-ca&nam=2026"


def test_timeliness_is_told_by_year_and_by_unit(cast: Cast) -> None:
    merit = date(2024, 2, 1)
    prospect(cast, cast.lecturer, cast.division, date(2024, 3, 2), chosen=date(2024, 3, 12), merit=merit)
    prospect(cast, person_of(cast.deputy), cast.office, date(2025, 3, 1))

    by_year, by_unit = timeliness_sections(asked(cast.officer))

    days = ["30 (30–30)", "40 (40–40)", "–"]
    assert told(by_year) == [
        ["2024", "1", "1", *days],
        ["2025", "1", "0", "–", "–", "–"],
        ["Tất cả", "2", "1", *days],
    ]
    assert [cells[:4] for cells in told(by_unit)] == [
        ["Khoa Luật", "1", "1", days[0]],
        ["Phòng Đào tạo", "1", "0", "–"],
        ["Tất cả", "2", "1", days[0]],
    ]


def test_without_prospects_there_is_nothing_to_follow(cast: Cast) -> None:
    everything = asked(cast.officer)

    assert (cohort_sections(everything), timeliness_sections(everything), board(everything).whole.total) == ((), (), 0)


def test_coverage_sets_those_found_beside_the_staff(cast: Cast) -> None:
    Person.objects.filter(pk=cast.lecturer.pk).update(sex="Nam", born=date(1990, 5, 1))
    Person.objects.filter(pk=person_of(cast.deputy).pk).update(sex="Nữ", born=date(1980, 5, 1))
    prospect(cast, cast.lecturer, cast.division, date(2025, 3, 1))
    school.recognition(person_of(cast.deputy), "school-annual", 2025)
    school.recognition(person_of(cast.deputy), "school-annual", 2024)

    units, sexes, posts, ages, histories, _years = (
        told(one) for one in coverage_sections(asked(cast.officer, year=2025))
    )

    assert [cells[:4] for cells in units] == [
        ["Khoa Luật", "3", "50,0 %", "1"],
        ["Phòng Đào tạo", "3", "50,0 %", "0"],
        ["Tất cả", "6", "100,0 %", "1"],
    ]
    assert sexes == [
        ["Nữ", "1", "16,7 %", "0", "0,0 %", "1", "100,0 %"],
        ["Nam", "1", "16,7 %", "1", "100,0 %", "0", "0,0 %"],
        ["Chưa ghi giới tính", "4", "66,7 %", "0", "0,0 %", "0", "0,0 %"],
        ["Tất cả", "6", "100,0 %", "1", "100,0 %", "1", "100,0 %"],
    ]
    assert [cells[:4] for cells in posts[:-1]] == [
        ["Lãnh đạo, quản lý", "3", "50,0 %", "0"],
        ["Người trực tiếp lao động", "3", "50,0 %", "1"],
    ]
    assert [(cells[0], cells[1]) for cells in ages[:-1]] == [
        ("Từ 30 đến 39", "1"),
        ("Từ 40 đến 49", "1"),
        ("Chưa ghi ngày sinh", "4"),
    ]
    assert [(cells[0], cells[1], cells[5]) for cells in histories[:-1]] == [
        ("Chưa từng được công nhận", "5", "0"),
        ("Đã từng được công nhận", "1", "1"),
    ]


def test_coverage_of_a_unit_alone_is_of_those_who_work_in_it(cast: Cast) -> None:
    of_unit, _sexes, *_others = coverage_sections(asked(cast.officer, cast.faculty, year=2025, alone=True))

    assert [cells[:2] for cells in told(of_unit)] == [["Khoa Luật", "1"], ["Tất cả", "1"]]


def test_a_head_sees_no_group_of_fewer_than_three(cast: Cast) -> None:
    Person.objects.filter(pk=cast.lecturer.pk).update(sex="Nam")
    for code in ("CB7", "CB8", "CB9"):
        school.person(code, "Vũ Thị Lan", cast.division)

    units, sexes, *_others = (told(one) for one in coverage_sections(asked(cast.head, year=2025)))

    assert [cells[:2] for cells in sexes] == [["Gộp lại (có nhóm dưới 3 người)", "6"], ["Tất cả", "6"]]
    assert [cells[:2] for cells in units] == [["Gộp lại (có nhóm dưới 3 người)", "6"], ["Tất cả", "6"]]


def test_the_staff_is_who_works_on_the_last_day_of_the_year(cast: Cast) -> None:
    latecomer = school.person("CB7", "Vũ Thị Lan")
    school.post(latecomer, cast.office, since="1/3/2026")

    before, after = (coverage_sections(asked(cast.officer, cast.office, year=year))[0] for year in (2025, 2026))

    assert (told(before)[-1][1], told(after)[-1][1]) == ("3", "4")


def test_the_years_stand_below_one_another(cast: Cast) -> None:
    Person.objects.filter(pk=person_of(cast.deputy).pk).update(sex="Nữ")
    gone = school.person("CB7", "Vũ Thị Lan")
    school.post(gone, cast.office, "Phó Trưởng phòng", since="1/3/2020", until="31/12/2024")
    early = school.person("CB8", "Hồ Thị Cúc")
    school.post(early, cast.office, since="1/3/2020", until="30/12/2024")
    prospect(cast, gone, cast.office, date(2024, 3, 1))
    prospect(cast, person_of(cast.deputy), cast.office, date(2025, 3, 1))
    school.recognition(person_of(cast.deputy), "school-annual", 2025)

    years = coverage_sections(asked(cast.officer, year=2025))[-1]

    assert told(years) == [
        ["2024", "7", "1", "0", "14,3 %", "0,0 %", "–", "42,9 %", "0,0 %", "–", "100,0 %", "100,0 %", "–"],
        [
            "2025",
            "6",
            "1",
            "1",
            "16,7 %",
            "100,0 %",
            "100,0 %",
            "50,0 %",
            "0,0 %",
            "0,0 %",
            "100,0 %",
            "100,0 %",
            "100,0 %",
        ],
        ["2026", "6", "0", "0", "16,7 %", "–", "–", "50,0 %", "–", "–", "83,3 %", "–", "–"],
    ]


def test_to_a_head_the_years_say_nothing_of_few(cast: Cast) -> None:
    Person.objects.filter(pk=cast.lecturer.pk).update(sex="Nữ")
    prospect(cast, cast.lecturer, cast.division, date(2026, 3, 1))

    years = coverage_sections(asked(cast.head, year=2026))[-1]

    assert told(years) == [["2026", "3", "1", "0", "–", "–", "–", "–", "–", "–", "100,0 %", "100,0 %", "–"]]


def test_a_head_sees_no_unit_of_fewer_than_three(cast: Cast) -> None:
    few = [coverage_sections(asked(user, cast.division, year=2025)) for user in (cast.head, cast.officer)]

    assert [len(sections) for sections in few] == [0, 6]


def test_where_nobody_works_nothing_is_covered(cast: Cast) -> None:
    empty = school.unit("TV", "Thư viện", under=cast.school)

    assert coverage_sections(asked(cast.officer, empty, year=2025)) == ()
