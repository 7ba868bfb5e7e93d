"""The candidates posted for comment: read inside and outside, searched, taken out as a file."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.nomination.models import Nomination, PostedCandidate, Posting
from tests import cast as school
from tests.cast import Cast, signed_in
from tests.nomination.posting.made import (
    TEXT,
    candidate_of,
    objection,
    opened,
    verified,
)
from tests.nomination.posting.pages import (
    consented,
    get,
    names_on,
    text_of,
    three_posted,
)

pytestmark = pytest.mark.usefixtures("first_day")
QUERIES = 15


def test_everybody_inside_reads_who_is_posted_and_until_when(cast: Cast) -> None:
    three_posted(cast)

    page = get(signed_in(cast.deputy), "/cong-khai/")

    assert names_on(page) == ["Lê Thanh Bình", "Bộ môn Luật Dân sự", "Khoa Luật"]
    assert "còn 7 ngày" in text_of(page)


def test_what_is_posted_inside_is_not_read_outside(cast: Cast) -> None:
    three_posted(cast)

    for client in (Client(), signed_in(cast.stranger)):
        page = get(client, "/cong-khai/")
        assert (names_on(page), "Hiện không có danh sách nào đang công khai" in text_of(page)) == ([], True)


@pytest.mark.parametrize(("answers", "shown"), [((), False), ((True,), True), ((True, False), False)])
def test_outside_people_are_shown_as_long_as_they_consent(cast: Cast, answers: tuple[bool], *, shown: bool) -> None:
    three_posted(cast, "public")
    consented(Nomination.objects.get(subject=cast.lecturer.subject), *answers)

    found = names_on(get(Client(), "/cong-khai/"))

    assert found == [*(["Lê Thanh Bình"] if shown else []), "Bộ môn Luật Dân sự", "Khoa Luật"]


def test_the_public_page_tells_no_more_than_name_unit_and_achievement(cast: Cast) -> None:
    three_posted(cast, "public")
    posting = Posting.objects.get()
    objection(candidate_of(posting), cast.deputy)

    words = text_of(get(Client(), "/cong-khai/"))

    assert [word for word in ("BM", "CB6", "/de-cu/", "phản ánh</a>", TEXT) if f">{word}" in words] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?q=le+thanh", ["Lê Thanh Bình"]),
        ("?loai=collective", ["Bộ môn Luật Dân sự", "Khoa Luật"]),
        ("?bac=sector-annual", []),
        ("?sap_xep=-ten", ["Khoa Luật", "Bộ môn Luật Dân sự", "Lê Thanh Bình"]),
        ("?sap_xep=bia&don_vi=khong", ["Lê Thanh Bình", "Bộ môn Luật Dân sự", "Khoa Luật"]),
    ],
)
def test_the_list_is_searched_filtered_and_sorted(cast: Cast, asked: str, found: list[str]) -> None:
    three_posted(cast)

    assert names_on(get(signed_in(cast.deputy), f"/cong-khai/{asked}")) == found


def test_the_list_as_a_file_holds_what_everybody_reads(cast: Cast) -> None:
    three_posted(cast)

    answer = signed_in(cast.deputy).get("/cong-khai/xuat/?loai=individual")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [
            "Lê Thanh Bình",
            "Bộ môn Luật Dân sự",
            "Điển hình tiên tiến của Trường hằng năm, năm 2025",
            "Được đề nghị xét Trường hằng năm",
            "15/01/2026",
            "22/01/2026",
        ]
    ]


def many(cast: Cast, count: int) -> None:
    """So many units posted, with an objection each."""
    for number in range(count):
        verified(cast, school.unit(f"T{number}", f"Tổ {number}", under=cast.faculty))
    posting = opened(cast)
    for candidate in PostedCandidate.objects.filter(posting=posting):
        objection(candidate, cast.deputy)


@pytest.mark.parametrize("count", [1, 3, 60])
@pytest.mark.parametrize(
    "address", ["/cong-khai/", "/cong-khai/da-gui/", "/cong-khai/dot/", "/cong-khai/dot/{posting}/", "/phan-anh/"]
)
def test_however_many_rows_a_page_asks_little(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries, count: int, address: str
) -> None:
    many(cast, count)
    client = signed_in(cast.officer)
    place = address.format(posting=Posting.objects.get().pk)

    with django_assert_max_num_queries(QUERIES):
        assert client.get(place).status_code == 200
