"""The papers of a round in a browser: made one by one, all at once, fetched; on a desk and in a hand."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.nomination.models import Round
from lantoa.papers.models import Paper
from lantoa.papers.sources import sources
from tests.cast import Cast
from tests.e2e.browsing import overflow, violations
from tests.e2e.conftest import OpenPage, SignIn
from tests.papers.making.desk import KIND, OCCASIONS, SOURCES, keep_template, make_round


@pytest.fixture
def round_(cast: Cast, settings: Settings) -> Iterator[Round]:
    settings.PAPER_SOURCES, settings.PAPER_OCCASIONS = SOURCES, OCCASIONS
    sources.cache_clear()
    keep_template(cast.officer)
    yield make_round(cast.officer)
    sources.cache_clear()


def test_an_officer_makes_one_paper_then_all_and_fetches_them(
    cast: Cast, round_: Round, page: Page, sign_in: SignIn
) -> None:
    sign_in(page, cast.officer)
    page.goto(f"/giay-to/dot/{round_.pk}/")
    page.get_by_role("link", name="Báo cáo thành tích cá nhân").click()
    page.get_by_role("row").filter(has_text="Nguyễn Văn An").get_by_role("button").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo thành tích cá nhân")
    with page.expect_download() as one:
        page.get_by_role("link", name="Tải bản Word").click()
    assert one.value.suggested_filename == "001_nguyen-van-an_bao-cao.docx"
    expect(page.get_by_role("link", name="Tải bản PDF")).to_be_visible()

    page.goto(f"/giay-to/dot/{round_.pk}/")
    page.get_by_role("button", name="Lập tất cả giấy tờ của đợt").click()
    with page.expect_download() as many:
        page.get_by_role("link", name="Tải tệp .zip kèm mục lục").click()
    assert many.value.suggested_filename.endswith(".zip")
    assert Paper.objects.count() == 5


def test_some_rows_are_ticked_with_the_keyboard_and_made(
    cast: Cast, round_: Round, page: Page, sign_in: SignIn
) -> None:
    sign_in(page, cast.officer)
    page.goto(f"/giay-to/dot/{round_.pk}/{KIND.value}/")
    press = page.get_by_role("button", name="Lập những dòng đã chọn")

    page.get_by_role("checkbox", name="Chọn mọi dòng của trang này").press("Space")
    expect(press).to_contain_text("(5)")
    page.get_by_role("checkbox", name="Chọn Đỗ Tiến Dũng").press("Space")
    expect(press).to_contain_text("(4)")
    press.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Lập nhiều giấy tờ")
    assert sorted(Paper.objects.values_list("title", flat=True)) == [
        "Lê Thanh Bình",
        "Nguyễn Văn An",
        "Phạm Thị Hạnh",
        "Trần Văn Khoa",
    ]


def test_the_filtered_list_is_made_and_its_order_changes_in_place(
    cast: Cast, round_: Round, page: Page, sign_in: SignIn
) -> None:
    sign_in(page, cast.officer)
    page.goto(f"/giay-to/ngoai-dot/{KIND.value}/?q=nguyen")
    page.get_by_role("link", name="Việc, người, tập thể").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("Nguyễn Thị Mai")

    page.get_by_role("button", name="Lập cả 1 dòng đã lọc").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Lập nhiều giấy tờ")
    assert list(Paper.objects.values_list("title", flat=True)) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("width", [1440, 390])
def test_pages_of_papers_are_accessible_and_fit(
    width: int, cast: Cast, round_: Round, open_page: OpenPage, sign_in: SignIn
) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.officer)
    page.goto(f"/giay-to/dot/{round_.pk}/")
    page.get_by_role("button", name="Lập tất cả giấy tờ của đợt").click()
    expect(page.get_by_text("đã lập", exact=True)).to_be_visible()
    job = page.url
    paper = Paper.objects.order_by("pk")[0]

    places = [job, f"/giay-to/{paper.pk}/", "/giay-to/", f"/giay-to/dot/{round_.pk}/", "/giay-to/ngoai-dot/"]
    found = {}
    for place in [*places, f"/giay-to/dot/{round_.pk}/{KIND.value}/?q=an", f"/giay-to/ngoai-dot/{KIND.value}/"]:
        page.goto(place)
        found[place] = (overflow(page), violations(page))

    assert found == dict.fromkeys(found, (0, []))
