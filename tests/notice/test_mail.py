"""The daily digest, through a real mail server on this machine."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from pytest_django import Settings

from lantoa.notice.actions import choose_mail, mark_read, tell
from lantoa.notice.mail import send_digests
from lantoa.notice.models import Notice
from lantoa.notice.tasks import remind_everybody
from tests.cast import NOW, Cast


class Box:
    """Keeps what arrives; refuses everything while it is full."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.is_full = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  (the library's name)
        if self.is_full:
            return "452 4.3.1 Full"
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def box(settings: Settings) -> Iterator[Box]:
    """A mail server of the test's own, and the settings that name it."""
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.MAIL_IS_SET, settings.HOME_ADDRESS = True, "https://lantoa.songlam.example"
    yield box
    server.stop()


def news(cast: Cast, key: str = "one", text: str = "Họp lúc 9 giờ") -> None:
    tell(users=[cast.staff], key=key, text=text, address="/thong-bao/", at=NOW)


def test_everything_new_comes_in_one_mail_with_where_to_go(cast: Cast, box: Box) -> None:
    cast.staff.first_name = "Nguyễn Văn An"
    cast.staff.save()
    news(cast)
    news(cast, "two", "Nộp báo cáo")

    assert send_digests(at=NOW) == 1

    mail = box.mails[0]
    assert (mail["to"], mail["subject"]) == ("an@songlam.example", "Lan Tỏa: 2 việc mới")
    assert mail.get_content().splitlines()[:7] == [
        "Chào Nguyễn Văn An,",
        "",
        "Lan Tỏa có 2 việc mới cho bạn:",
        "",
        "- Họp lúc 9 giờ",
        "  https://lantoa.songlam.example/thong-bao/",
        "- Nộp báo cáo",
    ]


def test_nothing_is_mailed_twice(cast: Cast, box: Box) -> None:
    news(cast)

    assert [send_digests(at=NOW), send_digests(at=NOW), len(box.mails)] == [1, 0, 1]


def test_what_the_server_refuses_is_mailed_the_next_time(cast: Cast, box: Box) -> None:
    news(cast)
    box.is_full = True
    assert (send_digests(at=NOW), Notice.objects.get().mailed_at) == (0, None)

    box.is_full = False

    assert send_digests(at=NOW + timedelta(days=1)) == 1


def test_a_server_that_is_away_breaks_nothing(cast: Cast, box: Box, settings: Settings) -> None:
    settings.EMAIL_PORT = 9
    news(cast)

    assert send_digests(at=NOW) == 0
    assert Notice.objects.get().mailed_at is None


def test_what_was_read_is_old_or_not_wanted_is_not_mailed(cast: Cast, box: Box) -> None:
    news(cast)
    mark_read(user=cast.staff, at=NOW)
    tell(users=[cast.head], key="old", text="Cũ", at=NOW - timedelta(days=4))
    tell(users=[cast.officer], key="unwanted", text="Không nhận thư", at=NOW)
    choose_mail(user=cast.officer, wants_mail=False, at=NOW)

    assert (send_digests(at=NOW), box.mails) == (0, [])


def test_a_name_cannot_smuggle_lines_into_the_head_of_a_mail(cast: Cast, box: Box) -> None:
    news(cast, text="Họp\r\nBcc: other@example.org")

    send_digests(at=NOW)

    assert (box.mails[0]["bcc"], "- Họp Bcc: other@example.org" in box.mails[0].get_content()) == (None, True)


def test_without_a_mail_server_nothing_is_tried(cast: Cast, settings: Settings) -> None:
    settings.MAIL_IS_SET = False
    news(cast)

    assert remind_everybody.enqueue().return_value == [0, 0]
    assert Notice.objects.get().mailed_at is None
