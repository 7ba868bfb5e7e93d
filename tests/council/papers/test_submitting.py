"""The submission to the Principal: as many listed and reported as the Council recommends, or none at all."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.queries import actor_of
from lantoa.council.models import CouncilMember, Meeting, MeetingCase
from lantoa.council.queries.papers.submitting import SUBMISSION_TO_PRINCIPAL
from lantoa.domain.papers.deciding import SubmittingPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.nomination.models import Nomination
from lantoa.papers.sources import NotReady
from tests.cast import NOW
from tests.council.papers.sitting import Sitting
from tests.recognition.papers.reading import faults, texts


def made(sitting: Sitting) -> SubmittingPaper:
    return SubmittingPaper(**vars(SUBMISSION_TO_PRINCIPAL.contents(sitting.key, NOW.date())))


def recommended() -> Nomination:
    return MeetingCase.objects.get(outcome="recommend").nomination


def test_the_council_submits_those_whom_it_recommends_with_their_votes(sitting: Sitting) -> None:
    paper = made(sitting)
    assert (paper.notation, paper.authority, paper.position) == ("TTr-HĐTĐKT", "TM. HỘI ĐỒNG", "CHỦ TỊCH")
    assert (paper.counts, paper.reports) == ("01 cá nhân", "01")
    assert [(one.number, one.name, one.unit, one.vote) for one in paper.lines] == [
        (
            "1",
            "Người Được Xét 0",
            "Bộ môn Luật Dân sự",
            "8/9 (88,88%); cần trên 50% tổng số thành viên (5 phiếu): đạt",
        )
    ]
    assert paper.addressees == ("Hiệu trưởng Trường Cao đẳng Luật Sông Lam",)
    assert paper.bases[0] == "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
    assert paper.bases[-1] == "Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày 15/01/2026."


@pytest.mark.parametrize(
    ("seat", "authority", "position"),
    [("chair", "TM. HỘI ĐỒNG", "CHỦ TỊCH"), ("deputy", "TM. HỘI ĐỒNG\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")],
)
def test_who_presided_signs_for_the_council(sitting: Sitting, seat: str, authority: str, position: str) -> None:
    CouncilMember.objects.filter(pk=sitting.chamber.members[0].pk).update(seat=seat)
    paper = made(sitting)
    assert (paper.authority, paper.position) == (authority, position)
    assert (paper.also_position, paper.signer) == ("UỶ VIÊN", "Uỷ viên Thứ 0")


def test_what_stands_in_the_way_is_said_before_it_is_made(sitting: Sitting) -> None:
    Nomination.objects.filter(pk=recommended().pk).update(text=" ")

    (thing,) = SUBMISSION_TO_PRINCIPAL.things(actor_of(sitting.chamber.officer), recommended().round_id)

    said = "Số lượng không khớp: biên bản đề nghị 1, danh sách còn 1, báo cáo thành tích 0. "
    assert thing.missing == f"{said}Hãy xem lại hồ sơ của: Người Được Xét 0."
    assert SUBMISSION_TO_PRINCIPAL.find(thing.key) == replace(thing, place=0)


def test_the_list_of_submissions_takes_the_same_number_of_questions(
    sitting: Sitting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    officer = actor_of(sitting.chamber.officer)
    with CaptureQueriesContext(connection) as one:
        assert len(list(SUBMISSION_TO_PRINCIPAL.things(officer, None))) == 1
    meeting = sitting.chamber.meeting
    for number in range(5):
        Meeting.objects.create(
            council=meeting.council, edition=meeting.edition, name=f"Phiên {number}", search_key="phien",
            starts_at=NOW, place="Phòng B", made_at=NOW,
        )  # fmt: skip

    with django_assert_num_queries(len(one)):
        things = list(SUBMISSION_TO_PRINCIPAL.things(officer, None))

    assert [bool(thing.missing) for thing in things].count(True) == 5


def test_a_nominee_who_is_gone_stops_it(sitting: Sitting) -> None:
    Nomination.objects.filter(pk=recommended().pk).update(stage="withdrawn", reason="Xin rút")
    with pytest.raises(NotReady, match=r"biên bản đề nghị 1, danh sách còn 0, .*của: Người Được Xét 0\."):
        made(sitting)


def test_a_missing_report_stops_it(sitting: Sitting) -> None:
    Nomination.objects.filter(pk=recommended().pk).update(text=" ")
    with pytest.raises(NotReady, match=r"danh sách còn 1, báo cáo thành tích 0"):
        made(sitting)


def test_nobody_recommended_makes_no_submission(sitting: Sitting) -> None:
    MeetingCase.objects.filter(outcome="recommend").update(outcome="not_dealt")
    with pytest.raises(NotReady, match="không đề nghị ai"):
        made(sitting)


def test_a_tier_of_the_minister_is_not_submitted_to_the_principal(sitting: Sitting) -> None:
    Nomination.objects.filter(pk=recommended().pk).update(tier="sector-annual")
    with pytest.raises(NotReady, match="không đề nghị ai"):
        made(sitting)


def test_the_paper_counts_in_two_digits(sitting: Sitting) -> None:
    found = texts(PaperKind.SUBMISSION_TO_PRINCIPAL, made(sitting))
    assert "(Có Danh sách và 01 báo cáo thành tích kèm theo)./." in found
    assert "Danh sách có 01 cá nhân." in found


def test_the_paper_is_right_in_form(sitting: Sitting) -> None:
    assert faults(PaperKind.SUBMISSION_TO_PRINCIPAL, made(sitting)) == []
