"""The minutes of the Council on paper: in the words of their standing version, the table as it was counted."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.council.actions import minutes
from lantoa.council.models import Minutes
from lantoa.council.queries.papers.minutes import COUNCIL_MINUTES
from lantoa.domain.authority import Role
from lantoa.domain.papers.deciding import CouncilMinutesPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.actions.making import make
from lantoa.papers.actions.register import enter
from lantoa.papers.composing import compose
from lantoa.papers.models import Letterhead
from lantoa.papers.queries.register import facts_of
from lantoa.papers.sources import NotReady
from lantoa.register.models import Subject
from tests.cast import NOW, Cast
from tests.council.papers.sitting import Sitting, voted
from tests.council.sessions import LATER, holder
from tests.recognition.papers.reading import faults, texts

NUMBERS = (
    "8/9 (88,88%); cần trên 50% tổng số thành viên (5 phiếu): đạt",
    "7/9 (77,77%); cần trên 50% tổng số thành viên (5 phiếu): đạt",
)


def made(sitting: Sitting) -> CouncilMinutesPaper:
    return CouncilMinutesPaper(**vars(COUNCIL_MINUTES.contents(sitting.key, NOW.date())))


def test_the_minutes_bear_the_councils_own_series_and_no_number_yet(sitting: Sitting) -> None:
    paper = made(sitting)
    assert (paper.parent, paper.issuer) == ("TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG")
    assert (paper.number.strip(), paper.notation) == ("", "BB-HĐTĐKT")
    assert (paper.begun, paper.ended) == (
        "09 giờ 00 phút, ngày 15 tháng 01 năm 2026",
        "11 giờ 00 phút, ngày 15 tháng 01 năm 2026",
    )
    assert (paper.chair, paper.secretary) == ("Uỷ viên Thứ 0", "Uỷ viên Thứ 1")


def test_the_sections_are_those_of_the_standing_version(sitting: Sitting) -> None:
    text = Minutes.objects.get().text.replace("VI. KẾT LUẬN CỦA HỘI ĐỒNG", "VI. KẾT LUẬN\nMột dòng viết thêm")
    minutes.correct(
        meeting=sitting.chamber.meeting, text=text, reason="Bổ sung", version=1, by=sitting.chamber.officer, at=LATER
    )
    paper = made(sitting)
    assert [one.heading.split(".")[0] for one in paper.sections] == ["I", "II", "III", "IV", "V", "VI"]
    assert paper.sections[-1].lines[0] == "Một dòng viết thêm"
    assert "1. Uỷ viên Thứ 0, Uỷ viên, Trường Cao đẳng Luật Sông Lam, Chủ tịch Hội đồng." in paper.sections[1].lines
    assert paper.closing.startswith("Phiên họp kết thúc lúc 11 giờ 00")


def test_words_without_sections_are_kept_as_they_are(sitting: Sitting) -> None:
    Minutes.objects.update(text="Hội đồng thống nhất đề nghị.")
    paper = made(sitting)
    assert (paper.sections, paper.closing) == ((), "Hội đồng thống nhất đề nghị")


def test_the_table_of_votes_names_the_base(sitting: Sitting) -> None:
    assert [(one.number, one.name, one.vote, one.outcome, one.reason) for one in made(sitting).lines] == [
        ("1", "Người Được Xét 0", NUMBERS[0], "đề nghị công nhận", ""),
        ("2", "Người Được Xét 1", NUMBERS[1], "hoãn, xét lại sau", "Chờ bổ sung"),
    ]


def test_there_are_no_minutes_before_the_end(cast: Cast) -> None:
    sitting = voted(cast)
    found = COUNCIL_MINUTES.find(sitting.key)
    assert found is not None
    assert found.missing == "Phiên họp chưa kết thúc. Biên bản được soạn khi kết thúc phiên họp."
    with pytest.raises(NotReady, match="chưa kết thúc"):
        COUNCIL_MINUTES.contents(sitting.key, NOW.date())


def test_a_meeting_without_minutes_says_so(sitting: Sitting) -> None:
    Minutes.objects.all().delete()
    with pytest.raises(NotReady, match="chưa có biên bản"):
        COUNCIL_MINUTES.contents(sitting.key, NOW.date())


@pytest.mark.parametrize("key", ["meeting:0", "meeting:x", "decision:1", ""])
@pytest.mark.usefixtures("sitting")
def test_what_is_not_there_is_said_so(key: str) -> None:
    assert COUNCIL_MINUTES.find(key) is None
    with pytest.raises(NotReady, match="Không có phiên họp này"):
        COUNCIL_MINUTES.contents(key, NOW.date())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_minutes_are_for_those_who_see_the_council_and_its_papers(sitting: Sitting, role: Role) -> None:
    actor = actor_of(holder(role))
    may = role in (Role.OFFICER, Role.CHAIR, Role.PRINCIPAL)
    assert bool(COUNCIL_MINUTES.may(actor, sitting.key)) == may
    assert len(list(COUNCIL_MINUTES.things(actor, None))) == may


def test_a_meeting_belongs_to_the_rounds_of_its_cases(sitting: Sitting) -> None:
    actor, of_round = actor_of(sitting.chamber.officer), sitting.chamber.cases[0].nomination.round_id or 0
    assert [(one.round, one.file_name) for one in COUNCIL_MINUTES.things(actor, of_round)] == [
        (of_round, f"2025/SA/BB/{sitting.chamber.meeting.pk:03}_phien-hop-xet-nam-2025")
    ]
    assert list(COUNCIL_MINUTES.things(actor, of_round + 1)) == []


def test_the_paper_says_when_it_began_who_signs_and_how_each_vote_went(sitting: Sitting) -> None:
    found = texts(PaperKind.COUNCIL_MINUTES, made(sitting))
    assert "Thời gian bắt đầu: 09 giờ 00 phút, ngày 15 tháng 01 năm 2026." in found
    assert [text for text in found if text.startswith(("1 |", "2 |"))] == [
        f"1 | Người Được Xét 0 | Giảng viên, Bộ môn Luật Dân sự | {NUMBERS[0]} | đề nghị công nhận",
        f"2 | Người Được Xét 1 | Giảng viên, Bộ môn Luật Dân sự | {NUMBERS[1]} | hoãn, xét lại sau: Chờ bổ sung",
    ]
    assert [text.split() for text in found if text.startswith("THƯ KÝ")] == [
        ["THƯ", "KÝ", "Uỷ", "viên", "Thứ", "1", "|", "CHỦ", "TỌA", "Uỷ", "viên", "Thứ", "0"]
    ]


def test_the_paper_is_right_in_form(sitting: Sitting) -> None:
    assert faults(PaperKind.COUNCIL_MINUTES, made(sitting)) == []


@pytest.mark.parametrize(("keeps", "verdict"), [(False, "not_met"), (True, "not_applicable")])
def test_a_degree_before_a_name_is_a_fault_unless_the_school_writes_them(
    sitting: Sitting, headed: Letterhead, verdict: str, *, keeps: bool
) -> None:
    Subject.objects.filter(name="Uỷ viên Thứ 0").update(name="TS. Uỷ viên Thứ 0")
    headed.keeps_degrees = keeps
    headed.save()

    draft = compose(kind=PaperKind.COUNCIL_MINUTES, key=sitting.key, by=sitting.chamber.officer, with_pdf=False)

    assert [one["verdict"] for one in draft.checks if one["code"] == "S03"] == [verdict]


def test_papers_of_the_council_are_numbered_in_a_series_of_their_own(sitting: Sitting) -> None:
    by, facts = sitting.chamber.officer, []
    for kind in (PaperKind.COUNCIL_MINUTES, PaperKind.AGENDA, PaperKind.COUNCIL_MINUTES):
        paper = make(kind=kind, key=sitting.key, by=by, at=NOW, formats={"word"})
        facts.append(facts_of(paper))
        enter(facts={"came_on": None, "note": "", **facts[-1]}, paper=paper, by=by, at=NOW)

    assert [(one["number"], one["notation"], one["issuer"]) for one in facts] == [
        ("01", "BB-HĐTĐKT", "Hội đồng Thi đua - Khen thưởng"),
        ("01", "CTr-HĐTĐKT", "Hội đồng Thi đua - Khen thưởng"),
        ("02", "BB-HĐTĐKT", "Hội đồng Thi đua - Khen thưởng"),
    ]
