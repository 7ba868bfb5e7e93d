"""The agenda and the pack of a meeting: what will be dealt with, and what members read before."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.papers.agenda import AGENDA, PACK
from lantoa.domain.papers.deciding import AgendaPaper, PackPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import (
    Nomination,
    Objection,
    OfficeAnswer,
    PostedCandidate,
    Posting,
    Statement,
    VerificationEnd,
)
from lantoa.papers.sources import NotReady
from tests.cast import NOW
from tests.council.papers.sitting import Sitting
from tests.recognition.papers.reading import faults, texts

FINDING = {"criterion": "G2", "text": "Hoàn thành xuất sắc nhiệm vụ.", "verdict": "met", "sentence": "Năm 2025: có."}


def agenda(sitting: Sitting) -> AgendaPaper:
    return AgendaPaper(**vars(AGENDA.contents(sitting.key, NOW.date())))


def pack(sitting: Sitting) -> PackPaper:
    return PackPaper(**vars(PACK.contents(sitting.key, NOW.date())))


def test_the_agenda_lists_the_cases_and_the_customary_order(sitting: Sitting) -> None:
    paper = agenda(sitting)
    assert (paper.notation, paper.begins) == ("CTr-HĐTĐKT", "09 giờ 00 phút, ngày 15 tháng 01 năm 2026")
    assert [(one.number, one.name) for one in paper.lines] == [("1", "Người Được Xét 0"), ("2", "Người Được Xét 1")]
    assert (len(paper.items), paper.guests) == (4, "")


def test_what_was_written_by_hand_is_the_agenda(sitting: Sitting) -> None:
    Meeting.objects.update(agenda="Khai mạc.\n\nXét hồ sơ.", guests="Bà Lan\nÔng Hải")
    paper = agenda(sitting)
    assert (paper.items, paper.guests) == (("Khai mạc.", "Xét hồ sơ."), "Bà Lan; Ông Hải")


def test_the_agenda_is_right_in_form(sitting: Sitting) -> None:
    assert faults(PaperKind.AGENDA, agenda(sitting)) == []
    assert "- Thảo luận, bỏ phiếu, kiểm phiếu." in texts(PaperKind.AGENDA, agenda(sitting))


def test_the_pack_holds_report_verdict_and_statements(sitting: Sitting) -> None:
    of = sitting.chamber.cases[0].nomination
    Nomination.objects.filter(pk=of.pk).update(text="Một.\n\nHai.", verdict={"verdict": "met", "findings": [FINDING]})
    Statement.objects.create(
        nomination=of, name="Bà Lan", position="Trưởng khoa", text="Đồng ý.", recorded_by=sitting.chamber.officer,
        recorded_at=NOW,
    )  # fmt: skip
    first, second = pack(sitting).cases
    assert (first.report, first.unit_vote, first.notes) == (("Một.", "Hai."), "", ("Bà Lan, Trưởng khoa: Đồng ý.",))
    assert [(one.code, one.verdict, one.sentence) for one in first.criteria] == [("G2", "đạt", "Năm 2025: có.")]
    assert (second.number, second.criteria, second.notes) == ("2", (), ())
    found = texts(PaperKind.PACK, pack(sitting))
    assert "G2 | Hoàn thành xuất sắc nhiệm vụ. | đạt | Năm 2025: có." in found
    assert "Ý kiến giới thiệu: Bà Lan, Trưởng khoa: Đồng ý." in found


def test_without_cases_there_is_no_pack(sitting: Sitting) -> None:
    MeetingCase.objects.filter(meeting=sitting.chamber.meeting).update(meeting=_another(sitting.chamber.meeting))
    with pytest.raises(NotReady, match="chưa có trường hợp nào"):
        pack(sitting)


def test_members_without_the_right_to_papers_get_none(sitting: Sitting) -> None:
    assert list(PACK.things(actor_of(sitting.chamber.users[4]), None)) == []
    assert [one.key for one in AGENDA.things(actor_of(sitting.chamber.officer), None)] == [sitting.key]


def _another(meeting: Meeting) -> Meeting:
    return Meeting.objects.create(
        council=meeting.council, edition=meeting.edition, name="Phiên khác", search_key="phien khac",
        starts_at=NOW, place="Phòng B", made_at=NOW,
    )  # fmt: skip


def test_the_pack_holds_what_offices_and_the_public_said(sitting: Sitting) -> None:
    of, officer = sitting.chamber.cases[0].nomination, sitting.chamber.officer
    Nomination.objects.filter(pk=of.pk).update(verdict={"verdict": "met", "findings": [FINDING]})
    OfficeAnswer.objects.create(
        nomination=of, office="personnel", criterion="G2", answer="not_met", grounds="Còn đơn", said_by=officer,
        said_at=NOW,
    )  # fmt: skip
    VerificationEnd.objects.create(
        nomination=of, words="Đề nghị cân nhắc", is_clean=False, ended_by=officer, ended_at=NOW
    )
    for outcome in ("dismissed", ""):
        _objected(of, outcome)

    first, second = pack(sitting).cases

    assert first.verification == "Đề nghị cân nhắc (ngày 15/01/2026)"
    assert [(one.code, one.answer, one.grounds) for one in first.answers] == [("G2", "không đạt", "Còn đơn")]
    assert [(one.outcome, one.summary, one.findings) for one in first.objections] == [
        ("phản ánh không đúng", "Có đơn về giờ dạy", "Đủ giờ"),
        ("đang xác minh, chưa kết luận", "", ""),
    ]
    assert (first.posting, second.posting) == ("", "Không có ý kiến phản ánh trong thời gian công khai.")
    assert second.verification == "không qua thẩm định ở bậc này, hoặc thẩm định chưa xong"
    found = texts(PaperKind.PACK, pack(sitting))
    assert f"{first.answers[0].office} | G2 | không đạt | Còn đơn" in found
    assert (
        "- Kết luận: phản ánh không đúng. Phản ánh: Có đơn về giờ dạy Kết quả xác minh: Đủ giờ" in found,
        "- Kết luận: đang xác minh, chưa kết luận." in found,
    ) == (True, True)


def _objected(of: Nomination, outcome: str) -> None:
    """On a posting of its own; what is not settled yet has its text, which no pack shows."""
    assert of.round
    by = of.made_by
    posting = Posting.objects.create(round=of.round, starts=NOW.date(), ends=NOW.date(), made_by=by, made_at=NOW)
    settled = {"summary": "Có đơn về giờ dạy", "findings": "Đủ giờ", "settled_by": by, "settled_at": NOW}
    Objection.objects.create(
        code=f"PA{outcome}"[:12], candidate=PostedCandidate.objects.create(posting=posting, nomination=of, words="a"),
        text="Nội dung phản ánh", search_key="", received_at=NOW, due=NOW.date(), outcome=outcome,
        stage="settled" if outcome else "received", **(settled if outcome else {}),
    )  # fmt: skip
