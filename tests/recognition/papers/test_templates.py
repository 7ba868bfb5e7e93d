"""The shipped templates say what the contents of decisions hold."""

from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions.decisions.rewards import Wanted, reward
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.papers.recognising import COMMENDATION, RECOGNITION
from tests.cast import NOW
from tests.recognition.decisions.deciding import TODAY, Desk
from tests.recognition.papers.reading import faults, texts


def articles(found: list[str]) -> list[str]:
    return [text for text in found if text.startswith("Điều ")]


def rewarded(desk: Desk, *nominations: Nomination) -> Decision:
    decision = desk.draft(*nominations)
    keys = list(decision.items.values_list("pk", flat=True))
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    return desk.at(DecisionStage.ISSUED, decision)


def test_a_decision_of_recognition_has_two_articles_and_its_list(desk: Desk) -> None:
    key = f"decision:{desk.draft().pk}"
    found = texts(PaperKind.RECOGNITION, RECOGNITION.contents(key, TODAY))
    assert articles(found)[0] == (
        "Điều 1. Công nhận 01 tập thể, 01 cá nhân là điển hình tiên tiến của Trường hằng năm, năm 2025 "
        "(có Danh sách kèm theo)."
    )
    assert len(articles(found)) == 2
    assert articles(found)[1].endswith("./.")
    tier = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
    assert [text for text in found if text.endswith(tier)] == [
        f"1 | Bộ môn Luật Dân sự |  | {tier}",
        f"2 | Lê Thanh Bình | Giảng viên, Bộ môn Luật Dân sự | {tier}",
    ]


def test_rewards_have_articles_and_columns_of_their_own(desk: Desk) -> None:
    key = f"decision:{rewarded(desk).pk}"
    found = texts(PaperKind.COMMENDATION, COMMENDATION.contents(key, TODAY))
    assert articles(found)[:3] == [
        (
            "Điều 1. Công nhận 01 tập thể, 01 cá nhân là điển hình tiên tiến của Trường hằng năm, năm 2025 "
            "(có Danh sách kèm theo)."
        ),
        (
            "Điều 2. Khen thưởng 01 tập thể, 01 cá nhân có tên trong Danh sách kèm theo: "
            "Giấy khen của Hiệu trưởng cho 01 tập thể, 01 cá nhân."
        ),
        (
            "Điều 3. Tổng số tiền thưởng: 2.120.000 đồng (Nghị định 152/2025/NĐ-CP Điều 54), "
            "chi từ quỹ thi đua, khen thưởng của Trường."
        ),
    ]
    assert (len(articles(found)), articles(found)[3].endswith("./.")) == (4, True)
    assert [text.split(" | ")[-2:] for text in found if text.startswith(("1 |", "2 |"))] == [
        ["Giấy khen của Hiệu trưởng", "1.410.000"],
        ["Giấy khen của Hiệu trưởng", "710.000"],
    ]


def test_the_papers_are_right_in_form(desk: Desk) -> None:
    plain, key = f"decision:{desk.draft(desk.lecturer).pk}", f"decision:{rewarded(desk, desk.division).pk}"
    assert faults(PaperKind.RECOGNITION, RECOGNITION.contents(plain, TODAY)) == []
    assert faults(PaperKind.COMMENDATION, COMMENDATION.contents(key, TODAY)) == []
