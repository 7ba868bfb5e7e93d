"""Certificates of those who are on the list of an issued decision."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.stages import DecisionStage
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.sources import NotReady, Source
from lantoa.recognition.actions.decisions.changing import draft_revocation
from lantoa.recognition.actions.decisions.rewards import Wanted, reward
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.papers.certificates import CERTIFICATE, CERTIFICATE_OF_RECOGNITION
from tests.cast import NOW
from tests.papers.pdf.looking import pages
from tests.recognition.decisions.deciding import TODAY, Desk, line

OF_THE_LECTURER = Certificate(
    authority="HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    deed="CẤP",
    award="GIẤY CHỨNG NHẬN",
    name="Lê Thanh Bình",
    unit="Giảng viên, Bộ môn Luật Dân sự",
    achievement="Điển hình tiên tiến của Trường hằng năm, năm 2025",
    decision="Quyết định số 01/QĐ-ĐHTT ngày 15 tháng 01 năm 2026",
    ordinal="02",
    place="Bình An",
    date="ngày 15 tháng 01 năm 2026",
    position="HIỆU TRƯỞNG",
    signer="Lê Văn Minh",
)


@pytest.fixture
def issued(desk: Desk) -> Decision:
    """Both recognised, the lecturer with a certificate of commendation."""
    decision = desk.draft()
    reward(
        decision=decision,
        items=[line(decision, desk.lecturer).pk],
        wanted=Wanted("certificate"),
        by=desk.cast.officer,
        at=NOW,
    )
    return desk.at(DecisionStage.ISSUED, decision)


def key_of(decision: Decision, desk: Desk) -> str:
    return f"item:{line(decision, desk.lecturer).pk}"


def names(source: Source, desk: Desk, of_round: int | None = None) -> list[tuple[str, int, str]]:
    things = source.things(actor_of(desk.cast.officer), of_round)
    return [(one.file_name, one.place, one.missing) for one in things]


def test_everybody_recognised_gets_one_numbered_as_in_the_decision(issued: Decision, desk: Desk) -> None:
    assert names(CERTIFICATE_OF_RECOGNITION, desk, issued.round_id) == [
        ("2025/SA/GCN/001_bo-mon-luat-dan-su-gcn-01", 1, ""),
        ("2025/SA/GCN/002_le-thanh-binh-gcn-01", 2, ""),
    ]


def test_a_commendation_goes_to_those_who_are_given_one(issued: Decision, desk: Desk) -> None:
    assert names(CERTIFICATE, desk) == [("2025/SA/GK/002_le-thanh-binh-gk-01", 2, "")]


def test_it_says_what_the_decision_says(issued: Decision, desk: Desk) -> None:
    made = CERTIFICATE_OF_RECOGNITION.contents(key_of(issued, desk), TODAY)

    assert isinstance(made, Certificate)
    assert replace(made, code=None) == OF_THE_LECTURER


def test_the_one_of_commendation_is_given(issued: Decision, desk: Desk) -> None:
    made = CERTIFICATE.contents(key_of(issued, desk), TODAY)

    assert isinstance(made, Certificate)
    assert (made.deed, made.award) == ("TẶNG", "GIẤY KHEN")


def test_a_collective_has_no_position(issued: Decision, desk: Desk) -> None:
    made = CERTIFICATE_OF_RECOGNITION.contents(f"item:{line(issued, desk.division).pk}", TODAY)

    assert isinstance(made, Certificate)
    assert (made.name, made.unit, made.ordinal) == ("Bộ môn Luật Dân sự", "Trường Cao đẳng Luật Sông Lam", "01")


def test_it_can_be_printed(issued: Decision, desk: Desk) -> None:
    source = CERTIFICATE_OF_RECOGNITION

    assert len(pages(typeset(source.kind.value, source.contents(key_of(issued, desk), TODAY)))) == 1


def test_a_draft_has_none(desk: Desk) -> None:
    desk.draft()

    assert names(CERTIFICATE_OF_RECOGNITION, desk) == []


def test_a_recognition_that_was_revoked_has_none_any_more(issued: Decision, desk: Desk) -> None:
    rows = [desk.recognition(desk.lecturer)]
    made = draft_revocation(
        recognitions=rows, ground="false-dossier", reason="Giấy tờ giả", by=desk.cast.officer, at=NOW
    )
    desk.at(DecisionStage.ISSUED, made)
    why = "Việc công nhận này đã bị thu hồi, không in giấy nữa."

    assert [one[2] for one in names(CERTIFICATE_OF_RECOGNITION, desk)] == ["", why]
    with pytest.raises(NotReady, match=why):
        CERTIFICATE_OF_RECOGNITION.contents(key_of(issued, desk), TODAY)


def test_a_head_has_those_of_the_unit(issued: Decision, desk: Desk) -> None:
    head, other = actor_of(desk.cast.head), actor_of(desk.cast.other_head)

    assert [len(list(CERTIFICATE_OF_RECOGNITION.things(who, None))) for who in (head, other)] == [2, 0]
    answers = [bool(CERTIFICATE_OF_RECOGNITION.may(who, key_of(issued, desk))) for who in (head, other)]
    assert answers == [True, False]


@pytest.mark.parametrize("key", ["item:0", "item:x", "decision:1", f"item:{'9' * 40}", ""])
def test_a_key_of_nothing_finds_nothing(key: str, issued: Decision) -> None:
    assert CERTIFICATE_OF_RECOGNITION.find(key) is None
    with pytest.raises(NotReady, match="không còn trong danh sách"):
        CERTIFICATE_OF_RECOGNITION.contents(key, TODAY)


def test_a_key_finds_its_line(issued: Decision, desk: Desk) -> None:
    found = CERTIFICATE_OF_RECOGNITION.find(key_of(issued, desk))

    assert found is not None
    assert (found.words, found.unit, found.round) == ("Lê Thanh Bình (01/QĐ-ĐHTT, 02)", "BM", issued.round_id)
    assert CERTIFICATE_OF_RECOGNITION.kind is PaperKind.CERTIFICATE_OF_RECOGNITION


def test_a_longer_list_costs_no_more_queries(desk: Desk, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    desk.at(DecisionStage.ISSUED)
    officer = actor_of(desk.cast.officer)

    with django_assert_num_queries(3):
        assert len(list(CERTIFICATE_OF_RECOGNITION.things(officer, desk.round.pk))) == 2
