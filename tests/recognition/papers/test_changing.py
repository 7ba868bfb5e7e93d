"""Corrections, revocations and restorations on paper: which decision, whom, why, what is paid back."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.deciding import ChangingPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.papers.sources import NotReady, Source
from lantoa.recognition.actions.decisions.changing import (
    Written,
    draft_correction,
    draft_restoration,
    draft_revocation,
)
from lantoa.recognition.actions.decisions.rewards import Wanted, reward
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.papers.changing import CORRECTION, REVOCATION
from tests import cast as school
from tests.cast import NOW
from tests.recognition.decisions.deciding import TODAY, Desk, line
from tests.recognition.papers.reading import faults, texts

BEFORE = "số 01/QĐ-ĐHTT ngày 15/01/2026"
TIER = "Điển hình tiên tiến của Trường hằng năm, năm 2025"


@pytest.fixture
def issued(desk: Desk) -> Decision:
    """Both recognised, both with a certificate and money."""
    decision = desk.draft()
    keys = list(decision.items.values_list("pk", flat=True))
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    return desk.at(DecisionStage.ISSUED, decision)


def made(source: Source, decision: Decision) -> ChangingPaper:
    return ChangingPaper(**vars(source.contents(f"decision:{decision.pk}", TODAY)))


def revoked(desk: Desk) -> Decision:
    rows = [desk.recognition(desk.lecturer)]
    return draft_revocation(
        recognitions=rows, ground="false-dossier", reason="Giấy tờ giả.", by=desk.cast.officer, at=NOW
    )


def corrected(desk: Desk, issued: Decision) -> Decision:
    right = {line(issued, desk.lecturer).pk: Written("Lê Thành Bình", "Khoa Luật")}
    return draft_correction(decision=issued, lines=right, reason="Ghi nhầm tên", by=desk.cast.officer, at=NOW)


@pytest.mark.usefixtures("issued")
def test_a_revocation_names_the_decision_the_ground_and_the_money(desk: Desk) -> None:
    paper = made(REVOCATION, revoked(desk))
    assert (paper.about, paper.counts, paper.money) == (BEFORE, "01 cá nhân", "710.000")
    assert (paper.number.strip(), paper.reason, paper.is_restoration) == ("", "Giấy tờ giả", False)
    assert "Luật 06/2022/QH15" in paper.ground
    assert [(one.name, one.tier, one.amount) for one in paper.lines] == [("Lê Thanh Bình", TIER, "710.000")]
    assert paper.bases[-2:] == (f"Căn cứ Quyết định {BEFORE};", "Theo đề nghị của Hội đồng Thi đua - Khen thưởng.")


def test_a_correction_says_what_was_written_and_what_is_right(desk: Desk, issued: Decision) -> None:
    paper = made(CORRECTION, corrected(desk, issued))
    assert [(one.name, one.unit, one.right_name, one.right_unit) for one in paper.lines] == [
        ("Lê Thanh Bình", "Bộ môn Luật Dân sự", "Lê Thành Bình", "Khoa Luật")
    ]
    assert (paper.about, paper.money) == (BEFORE, "")


@pytest.mark.usefixtures("issued")
def test_a_restoration_is_said_to_be_one(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED, revoked(desk))
    rows = [desk.recognition(desk.lecturer)]
    decision = draft_restoration(recognitions=rows, reason="Đã minh oan", by=desk.cast.officer, at=NOW)
    paper = made(CORRECTION, decision)
    assert (paper.is_restoration, [one.right_name for one in paper.lines]) == (True, [""])
    found = texts(PaperKind.CORRECTION, paper)
    assert f"Điều 1. Khôi phục việc công nhận theo Quyết định {BEFORE} đối với 01 cá nhân:" in found


def test_what_was_recognised_elsewhere_is_revoked_by_the_words_of_the_record_book(desk: Desk) -> None:
    row = school.recognition(desk.cast.lecturer, "school-annual", 2024, decision="45/QĐ-TSL")
    decision = draft_revocation(
        recognitions=[row], ground="false-dossier", reason="Giấy tờ giả", by=desk.cast.officer, at=NOW
    )
    paper = made(REVOCATION, decision)
    assert (paper.about, paper.money) == ("45/QĐ-TSL", "")


def test_each_kind_has_its_own_decisions(desk: Desk, issued: Decision) -> None:
    away, right = revoked(desk), corrected(desk, issued)
    actor = actor_of(desk.cast.officer)
    assert [one.key for one in REVOCATION.things(actor, desk.round.pk)] == [f"decision:{away.pk}"]
    assert [one.key for one in CORRECTION.things(actor, desk.round.pk)] == [f"decision:{right.pk}"]
    with pytest.raises(NotReady):
        made(CORRECTION, away)


def test_the_papers_say_so_in_articles(desk: Desk, issued: Decision) -> None:
    taken = texts(PaperKind.REVOCATION, made(REVOCATION, revoked(desk)))
    assert [text for text in taken if text.startswith("Điều ")][:2] == [
        f"Điều 1. Thu hồi việc công nhận theo Quyết định {BEFORE} đối với 01 cá nhân:",
        "Điều 2. Số tiền thưởng đã chi 710.000 đồng phải nộp lại theo quy định.",
    ]
    right = texts(PaperKind.CORRECTION, made(CORRECTION, corrected(desk, issued)))
    assert "1 | Lê Thanh Bình, Bộ môn Luật Dân sự | Lê Thành Bình, Khoa Luật" in right


def test_the_papers_are_right_in_form(desk: Desk, issued: Decision) -> None:
    assert faults(PaperKind.REVOCATION, made(REVOCATION, revoked(desk))) == []
    assert faults(PaperKind.CORRECTION, made(CORRECTION, corrected(desk, issued))) == []
