"""A lecturer takes a credential from the own record; a stranger drops it on our page and sees that it is good."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from lantoa.domain.stages import DecisionStage
from tests import cast as stage
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import DESKTOP, PHONE, Accessible, OpenPage, SignIn
from tests.recognition.decisions.deciding import Desk, desk_of


@pytest.fixture
def desk(cast: Cast, settings: Settings, tmp_path: Path, live_server: LiveServer) -> Desk:
    settings.HOME_ADDRESS, settings.DATA = live_server.url, tmp_path
    return desk_of(cast)


@pytest.fixture
def lecturer(desk: Desk) -> User:
    """Whose recognition was decided on."""
    desk.at(DecisionStage.ISSUED)
    return stage.account("binh", Role.STAFF, of=desk.cast.lecturer)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desk", "hand"])
def test_a_credential_goes_from_the_record_to_the_page_that_checks_it(
    desk: Desk,
    lecturer: User,
    open_page: OpenPage,
    sign_in: SignIn,
    accessible: Accessible,
    tmp_path: Path,
    viewport: dict[str, int],
) -> None:
    own, stranger, file = open_page(viewport=viewport), open_page(viewport=viewport), tmp_path / "cua-toi.jws"
    sign_in(own, lecturer)
    own.goto(f"/ho-so/{desk.lecturer.subject.code}/")
    own.get_by_role("link", name="Huy hiệu số").click()
    expect(own.get_by_role("heading", level=1, name="Huy hiệu số")).to_be_visible()
    accessible(own)
    with own.expect_download() as download:
        own.get_by_role("button", name="Lấy huy hiệu số").click()
    download.value.save_as(file)

    stranger.goto("/xac-thuc/")
    accessible(stranger)
    stranger.get_by_label("Tệp huy hiệu số").set_input_files(file)
    stranger.get_by_role("button", name="Kiểm tra").click()

    expect(stranger.get_by_text("Huy hiệu hợp lệ")).to_be_visible()
    expect(stranger.get_by_text(desk.lecturer.subject.name)).to_be_visible()
    accessible(stranger)
    assert (overflow(own), overflow(stranger)) == (0, 0)
    own.reload()
    expect(own.get_by_text("đã cấp", exact=True)).to_be_visible()
