"""A submission is packed in the browser: what the package holds stands on the page and is fetched from there."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from lantoa.recognition.models import Submission
from tests.cast import Cast
from tests.e2e.browsing import overflow, violations
from tests.e2e.conftest import OpenPage, SignIn
from tests.recognition.test_parcel_papers import REPORT, numbered, packed


def test_an_officer_packs_and_fetches_the_real_papers(cast: Cast, page: Page, sign_in: SignIn, tmp_path: Path) -> None:
    submission = numbered(cast)
    sign_in(page, cast.officer)
    page.goto(f"/trinh-bo/{submission.pk}/")

    page.get_by_role("button", name="Đóng gói hồ sơ").click()
    with page.expect_download() as whole:
        page.get_by_role("link", name="Tải gói .zip").click(timeout=60_000)
    row = page.get_by_role("row").filter(has_text="Lê Thanh Bình")
    with page.expect_download() as report:
        row.get_by_role("link", name="Word").click()

    place = tmp_path / "goi.zip"
    whole.value.save_as(place)
    with ZipFile(place) as archive:
        assert Path(report.value.path()).read_bytes() == archive.read(f"{REPORT}.docx")
        assert archive.read(f"{REPORT}.pdf").startswith(b"%PDF-1.")
    assert report.value.suggested_filename == "001_le-thanh-binh_bao-cao.docx"
    expect(page.get_by_text("Chưa có bản đã ký")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("fault", ["", "Chưa lập được Báo cáo thành tích cá nhân, Lê Thanh Bình. Báo cáo còn trống."])
def test_a_packed_submission_is_accessible_and_fits(
    cast: Cast, open_page: OpenPage, sign_in: SignIn, width: int, fault: str
) -> None:
    submission = packed(cast)
    Submission.objects.update(package_fault=fault)
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.officer)
    dossier = submission.items.earliest("place")

    for address in (f"/trinh-bo/{submission.pk}/", f"/trinh-bo/{submission.pk}/ho-so/{dossier.pk}/"):
        page.goto(address)
        assert (violations(page), overflow(page)) == ([], 0)
