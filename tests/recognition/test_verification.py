"""What the code on a printed paper says: stands, corrected, revoked; nothing else, and guesses are few."""

import subprocess
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from django.http import HttpResponse
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.domain.stages import DecisionStage
from lantoa.papers.pdf.office import to_pdf
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.word.filling import fill
from lantoa.recognition.actions.decisions import changing
from lantoa.recognition.models import Decision, VerificationCode
from lantoa.recognition.queries.papers.certificates import CERTIFICATE_OF_RECOGNITION
from lantoa.recognition.queries.papers.recognising import RECOGNITION
from lantoa.recognition.queries.verification import (
    Standing,
    address_of,
    address_of_decision,
    code_of,
    code_of_decision,
    standing,
)
from lantoa.recognition.views.verification import GUESSES
from lantoa.register.models import Recognition
from tests.cast import NOW, Cast
from tests.recognition.decisions.deciding import TODAY, Desk, desk_of, line
from tests.recognition.papers.reading import TEMPLATES

HOME = "https://tuyen-duong.songlam.example"
PLACES = GUESSES.places


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


@pytest.fixture
def issued(desk: Desk) -> Decision:
    return desk.at(DecisionStage.ISSUED)


@pytest.fixture
def recognition(desk: Desk, issued: Decision) -> Recognition:
    assert issued.stage == DecisionStage.ISSUED.value
    return desk.recognition(desk.lecturer)


def code(recognition: Recognition) -> str:
    return address_of(recognition).strip("/").rpartition("/")[2]


def revoke(desk: Desk) -> Decision:
    rows = [desk.recognition(desk.lecturer)]
    facts = {"ground": "false-achievements", "reason": "Kết luận thanh tra số 5/KL"}
    return changing.draft_revocation(recognitions=rows, **facts, by=desk.cast.officer, at=NOW)


def restore(desk: Desk) -> Decision:
    rows = [desk.recognition(desk.lecturer)]
    return changing.draft_restoration(recognitions=rows, reason="Kết luận bị huỷ", by=desk.cast.officer, at=NOW)


def correct(desk: Desk, issued: Decision) -> Decision:
    lines = {line(issued, desk.lecturer).pk: changing.Written("Lê Thanh Bình", "Bộ môn Luật Hình sự")}
    return changing.draft_correction(decision=issued, lines=lines, reason="Ghi nhầm tên", by=desk.cast.officer, at=NOW)


def ask(which: str, **headers: str) -> HttpResponse:
    return Client(**headers).get(f"/xac-thuc/{which}/")  # type: ignore[arg-type, return-value]


def test_a_recognition_stands_from_its_issue_on(recognition: Recognition) -> None:
    assert standing(code(recognition)) == Standing.STANDS


def test_a_draft_of_a_change_says_nothing_yet(desk: Desk, recognition: Recognition) -> None:
    revoke(desk)

    assert standing(code(recognition)) == Standing.STANDS


def test_a_correction_is_told_and_a_revocation_before_it(
    desk: Desk, issued: Decision, recognition: Recognition
) -> None:
    desk.at(DecisionStage.ISSUED, correct(desk, issued))
    assert standing(code(recognition)) == Standing.CORRECTED

    desk.at(DecisionStage.ISSUED, revoke(desk))
    assert standing(code(recognition)) == Standing.REVOKED
    assert standing(code(desk.recognition(desk.division))) == Standing.STANDS


def test_a_restored_recognition_stands_again(desk: Desk, recognition: Recognition) -> None:
    desk.at(DecisionStage.ISSUED, revoke(desk))
    desk.at(DecisionStage.ISSUED, restore(desk))

    assert standing(code(recognition)) == Standing.STANDS


def test_a_recognition_has_one_code_and_another_another(desk: Desk, recognition: Recognition) -> None:
    first, again, other = address_of(recognition), address_of(recognition), address_of(desk.recognition(desk.division))

    assert (first == again, first == other, VerificationCode.objects.count()) == (True, False, 2)


def test_every_code_is_answered_by_one_query(
    recognition: Recognition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for which in (code(recognition), code(recognition).lower(), "KHONGCOMA", "x" * 5000, "%00", "Đ"):
        with django_assert_num_queries(1):
            standing(which)


def test_the_square_code_of_a_paper_leads_to_its_standing(recognition: Recognition, settings: Settings) -> None:
    settings.HOME_ADDRESS = HOME
    printed = code_of(recognition)
    assert printed

    [found] = zxingcpp.read_barcodes(Image.open(BytesIO(printed.data)))

    assert found.text == address_of(recognition)
    assert found.text.startswith(f"{HOME}/xac-thuc/")
    assert "đang có hiệu lực." in Client().get(urlsplit(found.text).path).content.decode()


def test_the_code_of_a_printed_certificate_is_read_from_the_page(
    desk: Desk, issued: Decision, recognition: Recognition, settings: Settings, tmp_path: Path
) -> None:
    settings.HOME_ADDRESS = HOME
    source, file = CERTIFICATE_OF_RECOGNITION, tmp_path / "giay.pdf"
    contents = source.contents(f"item:{line(issued, desk.lecturer).pk}", TODAY)
    file.write_bytes(typeset(source.kind.value, contents))
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", file, tmp_path / "giay"], check=True)  # noqa: S607

    [found] = zxingcpp.read_barcodes(Image.open(tmp_path / "giay.png"))

    assert found.text == address_of(recognition)
    assert "đang có hiệu lực." in Client().get(urlsplit(found.text).path).content.decode()


def test_no_square_code_is_printed_where_the_product_knows_no_address_of_its_own(
    recognition: Recognition, settings: Settings
) -> None:
    settings.HOME_ADDRESS = ""

    assert code_of(recognition) is None


def code_of_all(issued: Decision) -> str:
    return address_of_decision(issued).strip("/").rpartition("/")[2]


def test_a_decision_stands_until_somebody_on_its_list_does_not(desk: Desk, issued: Decision) -> None:
    code_ = code_of_all(issued)
    assert standing(code_) == Standing.DECISION_STANDS
    desk.at(DecisionStage.ISSUED, revoke(desk))
    assert standing(code_) == Standing.DECISION_CHANGED
    Recognition.objects.update(revoked=True)
    assert standing(code_) == Standing.DECISION_REVOKED


def test_a_corrected_decision_is_changed_once_the_correction_is_issued(desk: Desk, issued: Decision) -> None:
    drafted = correct(desk, issued)
    assert standing(code_of_all(issued)) == Standing.DECISION_STANDS
    desk.at(DecisionStage.ISSUED, drafted)
    assert standing(code_of_all(issued)) == Standing.DECISION_CHANGED


def test_a_decision_has_a_code_of_its_own_once_it_is_issued(desk: Desk, settings: Settings) -> None:
    settings.HOME_ADDRESS = HOME
    draft = desk.draft()
    assert code_of_decision(draft) is None
    issued = desk.at(DecisionStage.ISSUED, draft)
    assert code_of_decision(issued) == code_of_decision(issued)
    settings.HOME_ADDRESS = ""
    assert code_of_decision(issued) is None


def test_the_page_of_a_decision_says_that_it_is_one(desk: Desk, issued: Decision) -> None:
    told = "Quyết định mang mã này đang có hiệu lực đối với mọi trường hợp trong danh sách."
    partly = "nhưng đã có quyết định đính chính hoặc thu hồi đối với một phần danh sách."
    gone = "Việc công nhận theo quyết định mang mã này đã bị thu hồi toàn bộ, không còn hiệu lực."
    seen = [ask(code_of_all(issued)).content.decode()]
    desk.at(DecisionStage.ISSUED, revoke(desk))
    seen.append(ask(code_of_all(issued)).content.decode())
    Recognition.objects.update(revoked=True)
    seen.append(ask(code_of_all(issued)).content.decode())

    assert [[words in page for words in (told, partly, gone)] for page in seen] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]
    assert {"<h1>Xác thực quyết định</h1>" in " ".join(page.split()) for page in seen} == {True}


def test_the_code_of_a_printed_decision_is_read_from_both_its_pages(
    issued: Decision, settings: Settings, tmp_path: Path
) -> None:
    """One stands below the recipients, one below the list, which is often handed out alone."""
    settings.HOME_ADDRESS, template = HOME, TEMPLATES / "quyet-dinh-cong-nhan.docx"
    contents = RECOGNITION.contents(f"decision:{issued.pk}", TODAY)
    file = tmp_path / "quyet-dinh.pdf"
    file.write_bytes(to_pdf(fill(template.read_bytes(), contents)))
    subprocess.run(["pdftoppm", "-r", "150", "-png", file, tmp_path / "trang"], check=True)  # noqa: S607

    pages = [zxingcpp.read_barcodes(Image.open(page)) for page in sorted(tmp_path.glob("trang*.png"))]

    assert [[one.text for one in found] for found in pages] == [[address_of_decision(issued)]] * 2


@pytest.mark.parametrize("change", ["none", "corrected", "revoked"])
def test_the_page_names_nobody_and_nothing(desk: Desk, issued: Decision, recognition: Recognition, change: str) -> None:
    if change != "none":
        desk.at(DecisionStage.ISSUED, correct(desk, issued) if change == "corrected" else revoke(desk))

    answer = ask(code(recognition))

    told = {"none": "đang có hiệu lực.", "corrected": "đã có quyết định đính chính", "revoked": "đã bị thu hồi"}
    page = answer.content.decode()
    assert [words for words in told.values() if words in page] == [told[change]]
    secrets = [desk.lecturer.subject.name, desk.lecturer.subject.code, issued.reference, "15/01/2026", "thanh tra"]
    assert [word for word in secrets if word in page] == []
    assert (answer["X-Robots-Tag"], "no-store" in answer["Cache-Control"]) == ("noindex", True)


@pytest.mark.usefixtures("cast")
def test_a_code_there_is_not_is_a_page_there_is_not() -> None:
    answer = ask("KHONGCOMA")

    assert (answer.status_code, "Không tìm thấy trang này" in answer.content.decode()) == (404, True)


def test_after_twenty_guesses_an_address_waits_and_another_does_not(recognition: Recognition) -> None:
    here, there = {"REMOTE_ADDR": "203.0.113.7"}, {"REMOTE_ADDR": "203.0.113.8"}
    guesses = [ask(f"DOAN{number}", **here).status_code for number in range(PLACES + 1)]

    assert guesses == [404] * PLACES + [429]
    assert (ask(code(recognition), **here).status_code, ask(code(recognition), **there).status_code) == (429, 200)


def test_scanning_what_is_there_takes_no_place(recognition: Recognition) -> None:
    assert {ask(code(recognition)).status_code for _time in range(PLACES + 5)} == {200}
