"""Attached files: named, placed, handed out, removed."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from lantoa.papers import attachments
from lantoa.papers.attachments import Attachment, check, discard, store, sweep, tidy_name
from lantoa.papers.contents import FileRefused
from lantoa.papers.views import download
from tests.papers.pictures import docx, jpeg

NAMES = [
    ("bao cao.pdf", "bao cao.pdf"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\An\\Ảnh lớp.jpg", "Ảnh lớp.jpg"),
    ("anh\u202egnp.exe", "anhgnp.exe"),
    ("a\x00b\n.pdf", "ab.pdf"),
    (".htaccess", "htaccess"),
    ("", "tệp"),
    ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
]


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def kept(name: str = "bao-cao.pdf", content: bytes = b"%PDF-1.7 report") -> Attachment:
    return store(check(SimpleUploadedFile(name, content)))


@pytest.mark.parametrize(("given", "shown"), NAMES)
def test_a_name_is_made_harmless(given: str, shown: str) -> None:
    assert tidy_name(given) == shown


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("anh.png", jpeg(), "anh.jpg"),
        ("anh.JPEG", jpeg(), "anh.JPEG"),
        ("bao-cao.html", docx(), "bao-cao.html.docx"),
        ("bao cao", b"%PDF-1.7", "bao cao.pdf"),
    ],
)
def test_the_ending_says_what_the_file_is(name: str, content: bytes, shown: str) -> None:
    assert kept(name, content).name == shown


def test_a_file_lies_under_a_random_name_that_only_the_product_reads(data: Path) -> None:
    one, other = kept(), kept()

    assert one.path != other.path
    assert (data / one.path).stat().st_mode & 0o777 == 0o600


def test_a_file_over_twenty_megabytes_is_refused() -> None:
    big = SimpleUploadedFile("phim.pdf", b"%PDF-")
    big.size = attachments.MOST_BYTES + 1

    with pytest.raises(FileRefused, match=r"«phim\.pdf» lớn hơn 20 MB"):
        check(big)


def test_a_refusal_names_the_file() -> None:
    with pytest.raises(FileRefused, match=r"^«virus\.exe»: Chỉ nhận PDF"):
        check(SimpleUploadedFile("virus.exe", b"MZ"))


def test_a_file_is_handed_out_as_a_download_and_nothing_else() -> None:
    file = kept("Báo cáo.pdf")

    answer = download(name=file.name, path=file.path)

    assert answer.content == b"%PDF-1.7 report"
    assert {name: answer[name] for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''B%C3%A1o%20c%C3%A1o.pdf",
        "X-Content-Type-Options": "nosniff",
    }


def test_a_file_that_is_gone_is_not_found() -> None:
    with pytest.raises(Http404):
        download(name="x.pdf", path="attachments/aa/gone.pdf")


@pytest.mark.parametrize("path", ["secret_key", "../secret_key", "attachments/../secret_key", "/etc/passwd"])
def test_no_path_leads_out_of_the_folder(path: str) -> None:
    with pytest.raises(ValueError, match=r"secret_key|passwd"):
        attachments.read(path)


@pytest.mark.django_db
def test_a_file_goes_with_its_row_once_that_is_certain(
    data: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    file = kept()
    with django_capture_on_commit_callbacks(execute=True):
        discard([file.path])

        assert (data / file.path).exists()

    assert not (data / file.path).exists()


@pytest.mark.django_db
def test_the_nightly_sweep_takes_only_what_no_row_names_for_a_day(data: Path) -> None:
    now = datetime.now(tz=UTC)
    forgotten, fresh = kept(), kept()
    two_days_ago = (now - timedelta(days=2)).timestamp()
    os.utime(data / forgotten.path, (two_days_ago, two_days_ago))

    assert sweep(at=now) == 1

    assert [(data / file.path).exists() for file in (forgotten, fresh)] == [False, True]
