"""The pages of the overview: what they say, their pictures, their Excel files, how many queries they take."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from lantoa.accounts.models import User
from lantoa.domain.stages import ProspectStage
from lantoa.domain.vietnamese import fold, name_sort_key
from lantoa.register.models import Person, Post, Subject, Unit
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nurture.found import measure, plan, prospect

MOST = 15
HOME = "/phat-hien/tong-quan/"
PAGES = [HOME, f"{HOME}lua/", f"{HOME}kip-thoi/", f"{HOME}do-phu/?nam=2025"]


@pytest.fixture(autouse=True)
def afresh() -> None:
    cache.clear()


def nurture(cast: Cast, who: Person, unit: Unit) -> None:
    """Found, chosen and nurtured in 2025, with a measure overdue and nobody looking; then recognised."""
    found = prospect(
        cast,
        who,
        unit,
        date(2025, 3, 1),
        stage=ProspectStage.NURTURED,
        chosen=date(2025, 3, 15),
        merit=date(2025, 2, 1),
    )
    measure(plan(cast, found, date(2025, 4, 1)), date(2025, 6, 1))
    school.recognition(who, "school-annual", 2025, decided="10/1/2026")


def more_people(unit: Unit, number: int) -> list[Person]:
    """So many people of the unit, written in a few statements."""
    first = Subject.objects.count()
    codes = [f"CN{first + number:05}" for number in range(number)]
    name = "Hoàng Văn Em"
    subjects = [
        Subject(code=code, name=name, kind="individual", search_key=fold(name), sort_key=name_sort_key(name))
        for code in codes
    ]
    Subject.objects.bulk_create(subjects)
    saved = Subject.objects.filter(code__in=codes)
    people = [Person(subject=subject, sex="Nữ", recorded_at=NOW) for subject in saved]
    Person.objects.bulk_create(people)
    Post.objects.bulk_create(
        [Post(person=one, unit=unit, position="Giảng viên", since=date(2018, 1, 1), recorded_at=NOW) for one in people]
    )
    return people


def queries(user: User, address: str) -> int:
    """Of a page whose crowd is kept, as in use."""
    cache.clear()
    browser = signed_in(user)
    browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("who", ["officer", "head"])
def test_a_page_takes_the_same_few_queries_with_1_3_and_300_prospects(cast: Cast, who: str, address: str) -> None:
    user: User = getattr(cast, who)
    nurture(cast, cast.lecturer, cast.division)
    with_one = queries(user, address)
    for person in more_people(cast.division, 2):
        nurture(cast, person, cast.division)
    with_three = queries(user, address)
    for person in more_people(cast.division, 297):
        nurture(cast, person, cast.division)

    assert (with_three, queries(user, address)) == (with_one, with_one)
    assert with_one <= MOST


@pytest.mark.parametrize("address", PAGES[:3])
def test_an_empty_page_says_what_it_will_hold_and_where_to_begin(cast: Cast, address: str) -> None:
    body = signed_in(cast.officer).get(address).content.decode()

    assert (body.count("Chưa có nhân tố mới nào"), body.count('href="/phat-hien/">Xem ai nổi bật')) == (1, 1)


@pytest.mark.parametrize(
    ("question", "title"), [("", "Theo giới"), ("?don_vi=BM&nam=2026", "Không đủ người để chia nhóm")]
)
def test_a_head_is_told_why_so_few_are_not_shown(cast: Cast, question: str, title: str) -> None:
    body = signed_in(cast.head).get(f"{HOME}do-phu/{question}").content.decode()

    assert re.findall(r"<h2[^>]*>(Theo giới|Không đủ người để chia nhóm)</h2>", body) == [title]


def test_a_filter_that_leaves_nobody_says_so(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    body = signed_in(cast.officer).get(f"{HOME}?don_vi=PDT").content.decode()

    assert body.count("Không có ai khớp với lựa chọn này") == 1


def test_a_unit_beyond_the_own_ones_is_left_out_of_the_question(cast: Cast) -> None:
    nurture(cast, cast.deputy.person or cast.lecturer, cast.office)

    body = signed_in(cast.head).get(f"{HOME}?don_vi=PDT").content.decode()

    assert (body.count("Nguyễn Thị Mai"), body.count("Phòng Đào tạo")) == (0, 0)


def test_coverage_is_first_of_the_latest_year_in_which_anybody_was_found(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    body = signed_in(cast.officer).get(f"{HOME}do-phu/").content.decode()

    assert re.findall(r'<option value="(\d+)" selected>', body) == ["2025"]


def test_every_picture_has_a_title_and_says_in_words_what_it_shows(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    body = signed_in(cast.officer).get(PAGES[1]).content.decode()

    assert re.findall(
        r'aria-labelledby="(.*?)"[^>]*>\s*<title id="(.*?)">(.*?)</title>\s*<desc id="(.*?)">(.*?)<', body
    ) == [
        (
            "lua-title lua-desc",
            "lua-title",
            "Từng lứa đi đến đâu",
            "lua-desc",
            "2025: phát hiện 1, chọn 1, bồi dưỡng 1, đề cử 0, công nhận 1.",
        )
    ]


def test_no_two_parts_of_a_page_have_the_same_name(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)
    browser = signed_in(cast.officer)

    found = [re.findall(r'\sid="(.*?)"', browser.get(address).content.decode()) for address in PAGES]

    assert [len(names) - len(set(names)) for names in found] == [0, 0, 0, 0]


def test_the_board_is_of_this_moment(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    body = signed_in(cast.officer).get(HOME).content.decode()

    tiles = re.findall(r'class="tile [a-z_]*"[^>]*><b>(\d+)</b><span>(.*?)</span>', body)
    assert tiles == [
        ("1", "đang theo dõi"),
        ("0", "sẵn sàng"),
        ("0", "đã đề cử"),
        ("1", "biện pháp quá hạn"),
        ("1", "quá 90 ngày chưa xem xét"),
    ]


@pytest.mark.parametrize(
    ("who", "question"), [("officer", ""), ("head", "?nam=2025"), ("officer", "?don_vi=KL&rieng=on&bac=chua-dinh")]
)
def test_every_number_is_that_of_the_rows_behind_it(cast: Cast, who: str, question: str) -> None:
    stages = [stage for stage in ProspectStage if stage is not ProspectStage.READY]
    for number, person in enumerate(more_people(cast.division, 12)):
        unit = (cast.division, cast.faculty, cast.office)[number % 3]
        stage, tier = stages[number % len(stages)], ("school-annual", "")[number % 2]
        prospect(cast, person, unit, date(2024 + number % 3, 1, 10), stage=stage, tier=tier)
    browser = signed_in(getattr(cast, who))

    board = browser.get(f"{HOME}{question}").context["sections"]
    numbers = [
        (cell.address, cell.value)
        for section in board[:2]
        for cells in [*section.table.rows, section.table.totals]
        for cell in cells[1:]
        if cell.address.startswith("/phat-hien/nhan-to/")
    ]

    assert [(address, browser.get(address).context["page"].paginator.count) for address, _ in numbers] == numbers


def sheets(user: User, address: str) -> dict[str, list[tuple[object, ...]]]:
    answer = signed_in(user).get(address)
    book = load_workbook(BytesIO(b"".join(answer)))
    return {page.title: list(page.iter_rows(values_only=True)) for page in book}


def test_the_file_of_the_board_holds_every_table(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    found = sheets(cast.officer, f"{HOME}xuat/")

    assert list(found) == ["Theo đơn vị", "Theo bậc", "Biện pháp quá hạn", "Lâu chưa xem xét"]
    assert found["Theo đơn vị"][1] == ("Khoa Luật", 0, 0, 1, 0, 0, 0, 1, 1, 1)


def test_a_spread_takes_four_columns_of_the_file(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)
    prospect(cast, cast.staff.person or cast.lecturer, cast.division, date(2024, 3, 1))

    rows = sheets(cast.officer, f"{HOME}kip-thoi/xuat/")["Theo năm phát hiện"]

    assert rows[0][3:7] == (
        "Ngày đến phát hiện: số trường hợp",
        "Ngày đến phát hiện: tứ phân vị dưới",
        "Ngày đến phát hiện: trung vị",
        "Ngày đến phát hiện: tứ phân vị trên",
    )
    assert [row[:7] for row in rows[1:3]] == [
        ("2024", 1, 0, None, None, None, None),
        ("2025", 1, 1, 1, 28, 28, 28),
    ]


def test_the_files_follow_the_filters(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)
    nurture(cast, cast.deputy.person or cast.lecturer, cast.office)

    rows = sheets(cast.officer, f"{HOME}lua/xuat/?don_vi=KL")["Theo lứa"]

    assert rows[-1][:2] == ("Tất cả", 1)


def test_the_file_of_the_coverage_writes_shares_as_shares(cast: Cast) -> None:
    nurture(cast, cast.lecturer, cast.division)

    rows = sheets(cast.officer, f"{HOME}do-phu/xuat/?nam=2025")["Theo đơn vị"]

    assert rows[1] == ("Khoa Luật", 3, 0.5, 1, 1, 1, 1)
