"""The pages of decisions: what each role sees and presses, from the draft to the signed scan."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from openpyxl import load_workbook

from lantoa.accounts.models import RoleGrant
from lantoa.domain.stages import DecisionStage
from lantoa.recognition.models import Decision, DecisionScan
from tests import cast as school
from tests.cast import signed_in
from tests.recognition.decisions.deciding import Desk, line, make_round, recommended

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def press(client: Client, decision: Decision, what: str, **given: Any) -> Any:
    return client.post(f"/quyet-dinh/{decision.pk}/{what}/", given, follow=True)


def test_from_the_list_of_those_recommended_to_the_signed_scan(desk: Desk) -> None:
    officer, principal, clerk = (signed_in(user) for user in (desk.cast.officer, desk.principal, desk.clerk))

    made = officer.post("/quyet-dinh/moi/", {"dot": desk.round.pk, "de_cu": desk.all}, follow=True)
    decision = Decision.objects.get()
    assert "Đã lập dự thảo." in text_of(made)
    press(officer, decision, "trinh")
    struck = press(principal, decision, "gach", dong=line(decision, desk.division).pk, reason="Để năm sau")
    assert "Đã gạch tên Bộ môn Luật Dân sự." in text_of(struck)
    press(principal, decision, "duyet")
    issued = press(clerk, decision, "ban-hanh", decided_on=_today(), effective_on="", signer="Hiệu trưởng")
    assert "Đã ban hành Quyết định số 01/QĐ-ĐHTT; kết quả đã vào sổ." in text_of(issued)
    press(clerk, decision, "ban-ky", scan=SimpleUploadedFile("qd-1.pdf", PDF))

    scan = DecisionScan.objects.get()
    assert clerk.get(f"/quyet-dinh/{decision.pk}/ban-ky/{scan.pk}/").content == PDF
    assert desk.recognition(desk.lecturer).decision == "01/QĐ-ĐHTT"


def _today() -> str:
    return f"{localdate():%d/%m/%Y}"


def test_what_was_not_yet_issued_is_there_only_for_those_who_work_on_it(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)

    seen = {
        name: signed_in(user).get(f"/quyet-dinh/{decision.pk}/").status_code
        for name, user in {
            "officer": desk.cast.officer,
            "principal": desk.principal,
            "clerk": desk.clerk,
            "staff": desk.cast.staff,
            "head": desk.cast.head,
        }.items()
    }

    assert seen == {"officer": 200, "principal": 200, "clerk": 200, "staff": 404, "head": 404}
    assert "Dự thảo" not in text_of(signed_in(desk.cast.staff).get("/quyet-dinh/"))


def test_an_issued_decision_is_read_by_everybody_signed_in(desk: Desk) -> None:
    decision = desk.at(DecisionStage.ISSUED)

    page = text_of(signed_in(desk.cast.staff).get(f"/quyet-dinh/{decision.pk}/"))

    assert "Quyết định số 01/QĐ-ĐHTT ngày 15/01/2026" in page
    assert "Lê Thanh Bình" in page
    assert "Lập dự thảo thu hồi" not in page


@pytest.mark.parametrize(
    ("stage", "what", "status"),
    [
        (DecisionStage.ISSUED, "trinh", 409),
        (DecisionStage.DRAFT, "them", 422),
        (DecisionStage.ISSUED, "sua", 409),
        (DecisionStage.DRAFT, "bo", 422),
    ],
)
def test_what_may_not_be_done_is_answered_with_the_page_and_a_sentence(
    desk: Desk, stage: DecisionStage, what: str, status: int
) -> None:
    decision = desk.at(stage)

    answer = press(signed_in(desk.cast.officer), decision, what, title="Khác", version=decision.version)

    assert answer.status_code == status
    assert "Hãy" in text_of(answer) or "Chỉ" in text_of(answer)


def test_a_draft_overwritten_by_another_shows_both_texts(desk: Desk) -> None:
    decision, officer = desk.draft(), signed_in(desk.cast.officer)
    press(officer, decision, "sua", title="Về việc của người khác", basis="", version=1)

    answer = press(officer, decision, "sua", title="Về việc của tôi", basis="", version=1)

    assert answer.status_code == 409
    assert "Về việc của người khác" in text_of(answer)
    assert "Về việc của tôi" in text_of(answer)
    again = press(officer, decision, "sua", title="Về việc của tôi", basis="", version=2)
    assert "Đã ghi dự thảo." in text_of(again)


def test_the_maker_sees_why_the_approval_is_not_theirs(desk: Desk) -> None:
    RoleGrant.objects.create(user=desk.cast.officer, role="principal")
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)

    page = text_of(signed_in(desk.cast.officer).get(f"/quyet-dinh/{decision.pk}/"))

    assert "Bạn lập hoặc trình dự thảo này nên không tự duyệt." in page
    assert "/duyet/" not in page


def test_a_difference_found_at_the_issue_is_shown_answered_and_then_issued(desk: Desk) -> None:
    decision, clerk = desk.at(DecisionStage.APPROVED), signed_in(desk.clerk)
    school.attestation(desk.cast.lecturer, "G1", 2025)
    given = {"decided_on": _today(), "effective_on": "", "signer": "Hiệu trưởng"}

    stopped = press(clerk, decision, "ban-hanh", **given)

    [difference] = decision.items.get(subject=desk.lecturer.subject).differences.all()
    assert stopped.status_code == 422
    assert "Có 1 khác biệt so với khi gửi hồ sơ chưa được giải trình (Lê Thanh Bình)." in text_of(stopped)
    press(clerk, decision, "giai-trinh", khac_biet=difference.pk, reason="Đã xác nhận khi thẩm định")
    assert "Đã ban hành" in text_of(press(clerk, decision, "ban-hanh", **given))


def test_the_register_finds_a_decision_by_a_name_on_it_and_without_accents(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)
    client = signed_in(desk.cast.staff)

    found = [text_of(client.get(f"/quyet-dinh/?q={words}")).count("/quyet-dinh/1/") for words in ("le thanh binh",)]
    nothing = text_of(client.get("/quyet-dinh/?q=khong co ai"))

    assert "01/QĐ-ĐHTT" in text_of(client.get("/quyet-dinh/?q=le thanh binh"))
    assert len(found) == 1
    assert "Không có quyết định nào như vậy" in nothing


@pytest.mark.parametrize("query", ["nam=2026&loai=recognise&buoc=issued&sap_xep=ten", "nam=x&loai=khac&sap_xep=-khac"])
def test_the_filters_are_kept_by_the_file(desk: Desk, query: str) -> None:
    desk.at(DecisionStage.ISSUED)

    answer: Any = signed_in(desk.cast.officer).get(f"/quyet-dinh/xuat/?{query}")

    [_head, row] = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert row[:4] == ("01/QĐ-ĐHTT", "15/01/2026", "15/01/2026", "công nhận")


@pytest.mark.parametrize("count", [1, 3, 12])
def test_pages_take_as_many_queries_whatever_the_number_of_people(desk: Desk, count: int) -> None:
    more = [
        recommended(desk.cast, desk.round, school.person(f"X{n}", f"Người Thứ {n}", desk.cast.office), desk.cast.office)
        for n in range(count)
    ]
    decision = desk.draft(*more)
    client = signed_in(desk.cast.officer)
    client.get("/quyet-dinh/")

    counts = {
        path: _queries(client, path) for path in ("/quyet-dinh/", f"/quyet-dinh/{decision.pk}/", "/quyet-dinh/moi/")
    }

    assert max(counts.values()) <= 15, counts


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_empty_pages_teach_what_will_stand_there(desk: Desk) -> None:
    school_officer = signed_in(desk.cast.officer)
    desk.draft()

    assert "Chưa có ai chờ quyết định" in text_of(school_officer.get("/quyet-dinh/moi/"))
    assert "Năm này chưa cấp số nào" in text_of(school_officer.get("/quyet-dinh/so/2026/"))


def test_a_round_of_the_sector_is_not_offered(desk: Desk) -> None:
    sector = make_round(desk.cast, "sector-annual")
    recommended(desk.cast, sector, desk.cast.faculty, desk.cast.faculty)

    assert "Khoa Luật" not in text_of(signed_in(desk.cast.officer).get("/quyet-dinh/moi/"))


def test_the_list_of_a_decision_is_an_excel_file_too(desk: Desk) -> None:
    decision = desk.at(DecisionStage.ISSUED)

    answer: Any = signed_in(desk.cast.staff).get(f"/quyet-dinh/{decision.pk}/danh-sach/")

    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert [row[:4] for row in rows[1:]] == [
        ("1", "BM", "Bộ môn Luật Dân sự", ""),
        ("2", "CB6", "Lê Thanh Bình", "Bộ môn Luật Dân sự"),
    ]
