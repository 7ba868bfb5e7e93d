"""The agenda and the pack of a meeting: what will be dealt with, and what members read before."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.papers.agenda import AGENDA, PACK
from lantoa.domain.papers.deciding import AgendaPaper, PackPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import Nomination, Statement
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
    assert "Ý kiến: Bà Lan, Trưởng khoa: Đồng ý." in found


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
