"""What a telephone does with a printed paper: reads its code, opens the address, learns whether it stands."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from lantoa.domain.stages import DecisionStage
from lantoa.papers.models import Paper
from lantoa.recognition.actions.decisions.changing import draft_revocation
from lantoa.recognition.queries.papers.certificates import CERTIFICATE_OF_RECOGNITION
from tests.cast import NOW, Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, SignIn
from tests.recognition.decisions.deciding import Desk, desk_of, line


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


@pytest.mark.django_db(transaction=True)
def test_the_code_of_a_certificate_made_and_printed_tells_what_became_of_the_recognition(
    page: Page,
    phone: Page,
    sign_in: SignIn,
    desk: Desk,
    live_server: LiveServer,
    accessible: Accessible,
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.HOME_ADDRESS, settings.DATA = live_server.url, tmp_path
    decision = desk.at(DecisionStage.ISSUED)
    sign_in(page, desk.cast.officer)
    page.goto(f"/giay-to/dot/{desk.round.pk}/{CERTIFICATE_OF_RECOGNITION.kind.value}/")
    page.get_by_role("row", name="Lê Thanh Bình").get_by_role("button", name="Lập").click()
    expect(page.get_by_text("Đã lập. Đọc lại trước khi in, ký.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").first.click()
    address = code_on(Path(waiting.value.path()), tmp_path)

    assert Paper.objects.get().key == f"item:{line(decision, desk.lecturer).pk}"
    phone.goto(address)
    expect(phone.get_by_text("Việc công nhận mang mã này đang có hiệu lực.")).to_be_visible()
    expect(phone.get_by_text("Lê Thanh Bình")).to_have_count(0)
    accessible(phone)
    assert overflow(phone) == 0

    rows = [desk.recognition(desk.lecturer)]
    facts = {"ground": "false-dossier", "reason": "Giấy tờ giả"}
    desk.at(DecisionStage.ISSUED, draft_revocation(recognitions=rows, **facts, by=desk.cast.officer, at=NOW))
    phone.reload()
    expect(phone.get_by_text("đã bị thu hồi, không còn hiệu lực")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_the_office_writes_the_foreword_and_makes_the_book(
    page: Page, sign_in: SignIn, desk: Desk, accessible: Accessible, settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    desk.at(DecisionStage.ISSUED)
    sign_in(page, desk.cast.officer)
    page.goto("/ky-yeu/")
    page.get_by_role("link", name="Kỷ yếu năm 2025").click()
    page.get_by_text("Sửa: Lời nói đầu").click()
    page.get_by_label("Nội dung").first.fill("Lời của Hiệu trưởng gửi các điển hình.")
    accessible(page)
    page.get_by_role("button", name="Ghi bản mới").first.click()
    expect(page.get_by_text("Lời của Hiệu trưởng gửi các điển hình.").first).to_be_visible()
    page.get_by_role("button", name="Lập kỷ yếu").click()
    expect(page.get_by_text("Đã lập. Đọc lại trước khi in, ký.")).to_be_visible()

    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").first.click()
    text = subprocess.run(["pdftotext", waiting.value.path(), "-"], check=True, stdout=subprocess.PIPE).stdout.decode()  # noqa: S607
    assert "Lời của Hiệu trưởng gửi các điển hình." in text


def code_on(file: Path, folder: Path) -> str:
    """As a telephone sees the sheet."""
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", file, folder / "to"], check=True)  # noqa: S607
    [found] = zxingcpp.read_barcodes(Image.open(folder / "to.png"))
    return found.text
