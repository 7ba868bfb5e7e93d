"""The letter to who was not recognised: who said no and when, why, where to object."""

from datetime import date

import pytest
from pytest_django import Settings

from lantoa.accounts.queries import actor_of
from lantoa.council.models import MeetingCase
from lantoa.domain.authority import Role
from lantoa.domain.papers.deciding import ReplyPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import SubmissionStage
from lantoa.nomination.models import Nomination
from lantoa.papers.sources import NotReady
from lantoa.recognition.actions.decisions import judging
from lantoa.recognition.actions.submissions import sending
from lantoa.recognition.queries.papers.replying import NOT_RECOGNISED
from tests.cast import NOW, Cast
from tests.recognition import going_up
from tests.recognition.decisions.deciding import TODAY, Desk, line
from tests.recognition.going_up import at_stage, grant, partial_answer
from tests.recognition.papers.reading import faults, texts


def made(of: Nomination) -> ReplyPaper:
    return ReplyPaper(**vars(NOT_RECOGNISED.contents(f"refused:{of.pk}", TODAY)))


@pytest.fixture
def struck(desk: Desk) -> Nomination:
    decision = desk.present(desk.draft())
    judging.strike(item=line(decision, desk.lecturer), reason="Đang xem xét đơn.", by=desk.principal, at=NOW)
    return desk.lecturer


def test_who_was_struck_is_told_by_whom_and_why(struck: Nomination) -> None:
    paper = made(struck)
    assert (paper.notation, paper.number.strip(), paper.name) == ("CĐL-TCHC", "", "Lê Thanh Bình")
    assert paper.addressees == ("Ông/Bà Lê Thanh Bình, Bộ môn Luật Dân sự",)
    assert paper.outcome == "Hiệu trưởng chưa quyết định công nhận (ngày 15/01/2026)"
    assert paper.reason == "Đang xem xét đơn"
    assert paper.unmet == ()
    assert paper.recipients == ("- Như trên;", "- Bộ môn Luật Dân sự;", "- Lưu: VT, TCHC.")


def test_whom_the_council_did_not_recommend_is_told_of_its_meeting(cast: Cast) -> None:
    going_up.drafted(cast)
    case = MeetingCase.objects.select_related("nomination__subject").get(nomination__subject=cast.faculty.subject)
    MeetingCase.objects.filter(pk=case.pk).update(outcome="not_recommend", reason="Chưa đủ phiếu")
    Nomination.objects.filter(pk=case.nomination_id).update(stage="not_recommended", reason="Chưa đủ phiếu")
    paper = made(case.nomination)
    assert (paper.addressees, paper.reason) == (("Khoa Luật",), "Chưa đủ phiếu")
    assert paper.outcome == "Hội đồng Thi đua - Khen thưởng chưa đề nghị công nhận (ngày 15/01/2026)"


def test_whom_the_minister_did_not_recognise_is_told_so(cast: Cast) -> None:
    submission = at_stage(cast, SubmissionStage.ACCEPTED)
    sending.answer(submission=submission, answer=partial_answer(submission), by=cast.officer, at=NOW)
    of = Nomination.objects.get(stage="not_recognised")
    paper = made(of)
    assert paper.outcome == f"Bộ trưởng Bộ Tư pháp chưa quyết định công nhận (ngày {date(2026, 1, 15):%d/%m/%Y})"
    assert paper.reason == "Chưa nổi bật trong ngành"


def test_the_letter_tells_how_to_complain_and_when_an_answer_comes(struck: Nomination, settings: Settings) -> None:
    settings.HOME_ADDRESS = ""
    paper = made(struck)
    assert paper.complaint == (
        "Trường hợp không nhất trí với kết quả này, Lê Thanh Bình có quyền kiến nghị, khiếu nại trong thời hạn 90 ngày "
        "kể từ ngày nhận được Công văn này, bằng một trong các cách"
    )
    by_hand = "Gửi đơn về Trường Cao đẳng Luật Sông Lam (bộ phận thường trực: TCHC), trực tiếp hoặc qua bưu chính"
    assert paper.ways == (by_hand,)
    assert paper.settling == (
        "Trường Cao đẳng Luật Sông Lam thông báo việc thụ lý trong 10 ngày kể từ ngày nhận đơn và giải quyết trong 30 "
        "ngày kể từ ngày thụ lý, vụ việc phức tạp không quá 45 ngày (Luật Khiếu nại 02/2011/QH13 Điều 9, 27, 28)"
    )
    settings.HOME_ADDRESS = "https://thidua.songlam.example"
    assert made(struck).ways[1:] == ("Gửi đơn trên phần mềm tại địa chỉ https://thidua.songlam.example/khieu-nai/",)


def test_what_was_not_met_is_told_with_what_was_found(struck: Nomination) -> None:
    findings = [
        {
            "criterion": "G1",
            "text": "Xuất sắc;",
            "verdict": "not_met",
            "sentence": "Năm 2025: tốt.",
        },
        {"criterion": "G2", "text": "Đi đầu", "verdict": "unknown", "sentence": "Chưa ai xác nhận"},
    ]
    Nomination.objects.filter(pk=struck.pk).update(verdict=struck.verdict | {"findings": findings})
    paper = made(struck)
    assert paper.unmet == ("Xuất sắc: Năm 2025: tốt",)
    found = texts(PaperKind.NOT_RECOGNISED, paper)
    assert "- Xuất sắc: Năm 2025: tốt." in found
    assert faults(PaperKind.NOT_RECOGNISED, paper) == []


def test_a_refusal_without_papers_of_its_own_has_no_day(desk: Desk) -> None:
    Nomination.objects.filter(pk=desk.lecturer.pk).update(stage="not_recommended", reason="Chưa đủ")
    assert made(desk.lecturer).outcome == "Hội đồng chưa đề nghị công nhận"


def test_who_was_recommended_gets_no_letter(desk: Desk) -> None:
    assert NOT_RECOGNISED.find(f"refused:{desk.lecturer.pk}") is None
    assert NOT_RECOGNISED.find("nomination:1") is None
    with pytest.raises(NotReady, match="không thuộc diện"):
        made(desk.lecturer)


@pytest.mark.parametrize(("role", "count"), [(Role.OFFICER, 1), (Role.CLERK, 1), (Role.HEAD, 0), (Role.MEMBER, 0)])
def test_letters_are_for_those_who_see_papers_of_the_school(
    desk: Desk, struck: Nomination, role: Role, count: int
) -> None:
    actor = actor_of(grant(desk.cast, role))
    assert len(list(NOT_RECOGNISED.things(actor, struck.round_id))) == count
    assert len(list(NOT_RECOGNISED.things(actor, None))) == count


def test_the_letter_is_right_in_form_and_says_why(struck: Nomination) -> None:
    paper = made(struck)
    assert faults(PaperKind.NOT_RECOGNISED, paper) == []
    found = texts(PaperKind.NOT_RECOGNISED, paper)
    assert "Kết quả: Hiệu trưởng chưa quyết định công nhận (ngày 15/01/2026). Lý do: Đang xem xét đơn." in found
