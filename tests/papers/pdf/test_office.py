"""Word papers as PDF by the LibreOffice of this machine: alike everywhere, in a cage, and never held up by one."""

import os
import re
import signal
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from lantoa.papers.pdf import cage
from lantoa.papers.pdf.office import ConversionFailed, Converter, OfficeMissing, is_there, to_pdf
from tests.papers.pdf import documents

SENTENCE = "Công nhận bà Đặng Thị Ngọc Huyền là điển hình tiên tiến"


@pytest.fixture
def office() -> Iterator[Converter]:
    with Converter() as opened:
        yield opened


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text(data: bytes) -> str:
    return " ".join(page.extract_text().strip() for page in read(data).pages)


def pictures(data: bytes) -> list[tuple[int, int]]:
    return [one.image.size for page in read(data).pages for one in page.images if one.image]


def fonts(data: bytes) -> set[str]:
    """Of the first page; each is there as a part, "ABCDEF+Tinos"."""
    resources: Any = read(data).pages[0]["/Resources"]
    return {str(font["/BaseFont"]).partition("+")[2] for font in resources["/Font"].values()}


def group(office: Converter) -> int:
    assert office.office
    return office.office.process.pid


def home(office: Converter) -> Path:
    assert office.office
    return Path(office.office.folder.name)


def members(leader: int) -> list[str]:
    """The programs of the process group that still live."""
    states = [path.read_text(encoding="utf-8", errors="replace") for path in Path("/proc").glob("[0-9]*/stat")]
    found = [re.match(r"\d+ \((.*)\) (\S) \d+ (\d+) ", state, re.DOTALL) for state in states]
    return [one[1] for one in found if one and int(one[3]) == leader and one[2] != "Z"]


def test_a_document_becomes_tagged_pdf_a_2b(office: Converter) -> None:
    found = read(office.to_pdf(documents.plain(SENTENCE)))

    assert found.xmp_metadata is not None
    said = re.findall(rb"<pdfaid:(\w+)>(\w+)<", found.xmp_metadata.stream.get_data())
    root: Any = found.trailer["/Root"]
    assert (said, bool(root["/MarkInfo"]["/Marked"])) == ([(b"part", b"2"), (b"conformance", b"B")], True)


def test_the_words_stay_as_they_are(office: Converter) -> None:
    assert text(office.to_pdf(documents.plain(SENTENCE))) == SENTENCE


@pytest.mark.parametrize(
    ("words", "font", "printed"),
    [
        (SENTENCE, "Times New Roman", {"Tinos"}),
        (SENTENCE, "Cambria", {"Tinos"}),
        (SENTENCE, "Một phông lạ", {"Tinos"}),
        (SENTENCE, "Arial", {"BeVietnamPro-Regular"}),
        ("☐ ☑ ✓", "Times New Roman", {"Tinos", "DejaVuSans"}),
    ],
)
def test_every_machine_prints_in_the_same_fonts(office: Converter, words: str, font: str, printed: set[str]) -> None:
    assert fonts(office.to_pdf(documents.plain(words, font=font))) == printed


def test_a_bullet_of_word_is_a_bullet(office: Converter) -> None:
    assert fonts(office.to_pdf(documents.bulleted(SENTENCE))) == {"Tinos", "OpenSymbol"}


def test_one_start_serves_many_papers(office: Converter) -> None:
    said = [text(office.to_pdf(documents.plain(f"Bản thứ {place}"))) for place in range(1, 6)]

    assert said == [f"Bản thứ {place}" for place in range(1, 6)]
    assert office.office is not None
    assert office.office.place == 5


def test_a_paper_alone_needs_no_more_than_its_document() -> None:
    assert text(to_pdf(documents.plain(SENTENCE))) == SENTENCE


@pytest.mark.parametrize("broken", [b"", b"rubbish", documents.plain(SENTENCE)[:5000]], ids=["empty", "text", "cut"])
def test_a_broken_document_fails_alone(office: Converter, broken: bytes) -> None:
    with pytest.raises(ConversionFailed, match="không đọc được tệp này"):
        office.to_pdf(broken)

    assert text(office.to_pdf(documents.plain(SENTENCE))) == SENTENCE


def test_a_document_that_hangs_libreoffice_is_given_up(office: Converter) -> None:
    office.seconds, began = 3, monotonic()
    with pytest.raises(ConversionFailed, match="quá lâu"):
        office.to_pdf(documents.endless())
    took, office.seconds = monotonic() - began, 60

    assert took < 8
    assert text(office.to_pdf(documents.plain(SENTENCE))) == SENTENCE


def test_a_libreoffice_that_stands_still_is_ended_with_all_its_processes(office: Converter) -> None:
    office.to_pdf(documents.plain(SENTENCE))
    leader, office.seconds = group(office), 0.5
    os.killpg(leader, signal.SIGSTOP)

    with pytest.raises(ConversionFailed, match="quá lâu"):
        office.to_pdf(documents.plain(SENTENCE))

    assert members(leader) == []


def test_a_libreoffice_that_died_is_started_again(office: Converter) -> None:
    office.to_pdf(documents.plain(SENTENCE))
    os.killpg(group(office), signal.SIGKILL)

    assert text(office.to_pdf(documents.plain(SENTENCE))) == SENTENCE


def test_a_libreoffice_that_dies_over_its_first_paper_is_not_tried_for_ever(office: Converter) -> None:
    def kill_at_work() -> None:
        while not (office.office and office.office.place):
            sleep(0.01)
        os.killpg(group(office), signal.SIGKILL)

    Thread(target=kill_at_work).start()

    with pytest.raises(ConversionFailed, match="dừng giữa chừng"):
        office.to_pdf(documents.endless())


def test_nothing_is_left_when_the_work_is_over() -> None:
    with Converter() as office:
        office.to_pdf(documents.plain(SENTENCE))
        leader, folder = group(office), home(office)

    assert (members(leader), folder.exists()) == ([], False)


def test_a_picture_inside_is_printed(office: Converter) -> None:
    assert pictures(office.to_pdf(documents.pictured())) == [(40, 30)]


def test_a_picture_elsewhere_on_the_machine_is_not(office: Converter, tmp_path: Path) -> None:
    Image.new("RGB", (77, 33), "#1b1").save(tmp_path / "secret.png")

    assert pictures(office.to_pdf(documents.linked((tmp_path / "secret.png").as_uri()))) == []


def test_no_server_is_asked_for_anything(office: Converter) -> None:
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(self.client_address)

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        data = office.to_pdf(documents.linked(f"http://127.0.0.1:{server.server_port}/a.png"))
        server.shutdown()

    assert (asked, pictures(data)) == ([], [])


def test_it_runs_with_bounded_memory_and_output(office: Converter) -> None:
    office.to_pdf(documents.plain(SENTENCE))

    bounds = Path(f"/proc/{group(office)}/limits").read_text(encoding="utf-8")
    assert re.findall(r"^Max (address space|file size) +(\d+)", bounds, re.MULTILINE) == [
        ("file size", str(cage.LARGEST_FILE)),
        ("address space", str(cage.MEMORY)),
    ]


def test_a_document_that_eats_memory_ends_libreoffice_and_not_the_machine() -> None:
    with (
        Converter(memory=500 * 1024**2) as office,  # enough for papers of a page
        pytest.raises(ConversionFailed, match="dừng giữa chừng"),
    ):
        office.to_pdf(documents.enormous())


def test_it_is_told_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for LibreOffice")

    told = cage.environment(tmp_path)

    assert set(told) - {"SYSTEMROOT", "WINDIR"} == {
        "FONTCONFIG_FILE", "HOME", "LC_ALL", "PATH", "SAL_USE_VCLPLUGIN", "TEMP", "TMP", "TMPDIR",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
    }  # fmt: skip


def test_without_libreoffice_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(OfficeMissing, match="Máy chủ chưa có LibreOffice"):
        to_pdf(documents.plain(SENTENCE))
    assert not is_there()
