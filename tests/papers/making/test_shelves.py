"""The list of one kind, in a round and outside every round: searched, filtered, sorted, fetched, made in part."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from lantoa.nomination.models import Round
from lantoa.papers.actions.making import make
from lantoa.papers.models import PaperJob
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.papers.making.desk import KIND, LATE

pytestmark = pytest.mark.usefixtures("queued_tasks")
LOOSE = f"/giay-to/ngoai-dot/{KIND.value}/"
AN, BINH, DUNG, HANH, KHOA, MAI = (
    "Nguyễn Văn An",
    "Lê Thanh Bình",
    "Đỗ Tiến Dũng",
    "Phạm Thị Hạnh",
    "Trần Văn Khoa",
    "Nguyễn Thị Mai",
)


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


@pytest.fixture
def shelf(round_: Round) -> str:
    return f"/giay-to/dot/{round_.pk}/{KIND.value}/"


def names(client: Client, address: str) -> list[str]:
    return [row.thing.words for row in client.get(address).context["page"]]


def asked(job: PaperJob) -> list[str]:
    return list(job.items.order_by("place").values_list("words", flat=True))


def test_the_things_of_a_kind_are_searched_filtered_and_sorted(
    cast: Cast, round_: Round, shelf: str, officer: Client
) -> None:
    make(kind=KIND, key="person:CB3", formats={"word"}, by=cast.officer, at=NOW)

    assert {query: names(officer, shelf + query) for query in QUERIES} == QUERIES
    assert names(officer, f"{shelf}?don_vi={cast.faculty.pk}") == [AN, BINH, KHOA]
    assert names(officer, f"{shelf}?don_vi={cast.division.pk}&q=binh") == [BINH]


QUERIES = {
    "": [AN, BINH, DUNG, HANH, KHOA, MAI],
    "?q=NGUYEN": [AN, MAI],
    "?tinh_trang=da-lap": [DUNG],
    "?tinh_trang=con-thieu": [MAI],
    "?tinh_trang=chua-lap": [AN, BINH, HANH, KHOA],
    "?sap_xep=ten": [DUNG, BINH, MAI, AN, HANH, KHOA],
    "?sap_xep=-lap": [DUNG, AN, BINH, HANH, KHOA, MAI],
    "?sap_xep=khong&don_vi=x&tinh_trang=khong": [AN, BINH, DUNG, HANH, KHOA, MAI],
    "?q=khong-ai": [],
}


def test_a_long_list_has_pages_and_the_workbook_has_every_row(
    cast: Cast, round_: Round, shelf: str, officer: Client
) -> None:
    for number in range(55):
        school.person(f"TV{number}", f"Vũ Thị Số {number}", cast.division)

    assert [len(names(officer, f"{shelf}?trang={page}")) for page in (1, 2)] == [50, 11]
    answer = officer.get(f"{shelf}xuat/?q=so")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet
    assert sheet.max_row == 56
    assert [cell.value for cell in sheet[2]][:4] == [1, "Vũ Thị Số 0", "Bộ môn Luật Dân sự", "10/01/2026"]


def test_what_is_missing_is_in_the_workbook(shelf: str, officer: Client) -> None:
    answer = officer.get(f"{shelf}xuat/?tinh_trang=con-thieu")

    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
    assert sheet
    assert [row[7] for row in sheet.iter_rows(min_row=2, values_only=True)] == [LATE]


def test_some_rows_are_ticked_and_made(round_: Round, officer: Client) -> None:
    officer.post(
        f"/giay-to/dot/{round_.pk}/lap/",
        {"loai": KIND.value, "nhung": "chon", "viec": ["person:CB6", "person:CB5", "person:KHONG"]},
    )

    job = PaperJob.objects.get()
    assert (asked(job), job.round, job.title) == ([AN, BINH], round_, "Báo cáo thành tích cá nhân: Đợt xét năm 2025")


def test_without_a_tick_nothing_is_made(round_: Round, officer: Client) -> None:
    answer = officer.post(f"/giay-to/dot/{round_.pk}/lap/", {"loai": KIND.value, "nhung": "chon"})

    assert answer.status_code == 422
    assert "Chưa chọn dòng nào" in answer.content.decode()
    assert PaperJob.objects.count() == 0


def test_all_rows_of_the_filtered_list_are_made(cast: Cast, round_: Round, officer: Client) -> None:
    address = f"/giay-to/dot/{round_.pk}/lap/?don_vi={cast.faculty.pk}&trang=9"

    officer.post(address, {"loai": KIND.value, "nhung": "loc", "viec": "person:CB1"})

    assert asked(PaperJob.objects.get()) == [AN, BINH, KHOA]


def test_things_of_no_round_have_a_page_of_their_own(cast: Cast, round_: Round, officer: Client) -> None:
    ((found, address),) = officer.get("/giay-to/ngoai-dot/").context["kinds"]
    assert (found.kind, len(found.rows), address) == (KIND, 6, LOOSE)

    officer.post("/giay-to/ngoai-dot/lap/", {"loai": KIND.value, "nhung": "chon", "viec": "person:CB5"})

    job = PaperJob.objects.get()
    assert (asked(job), job.round) == ([AN], None)
    assert "Giấy tờ ngoài đợt xét" in officer.get("/giay-to/").content.decode()


def test_one_press_outside_the_rounds_leads_back_there_with_the_reason(round_: Round, officer: Client) -> None:
    answer = officer.post(f"/giay-to/lap/{KIND.value}/", {"viec": "person:CB4", "dot": "ngoai"}, follow=True)

    assert answer.redirect_chain == [(LOOSE, 302)]
    assert f"Chưa lập được: {LATE}" in answer.content.decode()


def test_a_paper_about_two_rounds_is_made_in_both(cast: Cast, round_: Round, shelf: str, officer: Client) -> None:
    """The round of its row is that of its first thing; the key says that it is the same paper."""
    make(kind=KIND, key="person:CB5", formats={"word"}, by=cast.officer, at=NOW)

    assert [row.paper is not None for row in officer.get(LOOSE + "?q=nguyen+van").context["page"]] == [True]
    assert [row.paper is not None for row in officer.get(shelf + "?q=nguyen+van").context["page"]] == [True]


def test_a_head_is_offered_the_things_of_the_own_units(cast: Cast, shelf: str) -> None:
    assert names(signed_in(cast.head), shelf) == [AN, BINH, KHOA]
    assert names(signed_in(cast.head), LOOSE) == [AN, BINH, KHOA]
