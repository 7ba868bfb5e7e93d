"""The draft of a decision: who is on it, who is not, and whose text stands."""

import pytest

from lantoa import plans
from lantoa.domain.stages import DecisionStage, NominationStage
from lantoa.nomination.models import Nomination
from lantoa.papers.actions.bases import add
from lantoa.recognition.actions.decisions import drafting
from lantoa.recognition.actions.decisions.refusals import (
    ChangedMeanwhile,
    ListedAlready,
    MinisterDecides,
    NobodyToRecognise,
    NotRecommended,
)
from lantoa.recognition.models import Decision
from tests.cast import NOW, Cast
from tests.papers.bases.given import FACTS
from tests.recognition.decisions.deciding import Desk, line, make_round, recommended


def test_the_draft_lists_those_recommended_with_collectives_first(desk: Desk) -> None:
    decision = desk.draft()

    assert list(decision.items.order_by("pk").values_list("name", "unit_name")) == [
        ("Bộ môn Luật Dân sự", ""),
        ("Lê Thanh Bình", "Bộ môn Luật Dân sự"),
    ]
    assert decision.title == "Về việc công nhận điển hình tiên tiến của Trường hằng năm, năm 2025"


def test_the_draft_cites_the_law_of_its_day_and_the_words_of_the_office(desk: Desk, cast: Cast) -> None:
    given = {"topic": "school", "words": "Quy chế thi đua, khen thưởng của Trường"}
    add(facts=FACTS | given, by=cast.officer, at=NOW)
    lines = desk.draft().basis.split("\n")

    assert [line.split(" của Chính phủ")[0].split(" của Bộ trưởng")[0] for line in lines] == [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025",
        "Căn cứ Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025",
        "Căn cứ Quy chế thi đua, khen thưởng của Trường;",
        f"Căn cứ {plans.load(desk.round.edition).name};",
        f"Căn cứ kết quả bình xét của Hội đồng Thi đua - Khen thưởng tại «{desk.round.name}»;",
    ]


@pytest.mark.parametrize("stage", [one for one in NominationStage if one is not NominationStage.RECOMMENDED])
def test_nobody_is_listed_whom_the_council_has_not_recommended(desk: Desk, stage: NominationStage) -> None:
    Nomination.objects.filter(pk=desk.lecturer.pk).update(stage=stage.value, reason="Vì lý do ấy")

    with pytest.raises(NotRecommended):
        desk.draft()

    assert not Decision.objects.exists()


def test_a_list_without_anybody_is_refused(desk: Desk) -> None:
    with pytest.raises(NobodyToRecognise):
        drafting.draft(of=desk.round, nominations=[], by=desk.cast.officer, at=NOW)


def test_a_nominee_of_another_round_is_not_found(desk: Desk, cast: Cast) -> None:
    other = make_round(cast, year=2024)

    with pytest.raises(NobodyToRecognise):
        drafting.draft(of=other, nominations=desk.all, by=cast.officer, at=NOW)


def test_a_tier_of_the_sector_is_the_ministers_to_decide(desk: Desk, cast: Cast) -> None:
    sector = make_round(cast, "sector-annual")
    one = recommended(cast, sector, cast.lecturer, cast.division)

    with pytest.raises(MinisterDecides):
        drafting.draft(of=sector, nominations=[one.pk], by=cast.officer, at=NOW)


def test_nobody_stands_on_two_lists_at_once(desk: Desk) -> None:
    desk.draft()

    with pytest.raises(ListedAlready):
        desk.draft(desk.lecturer)


def test_who_was_left_out_joins_another_list_or_the_same_again(desk: Desk) -> None:
    decision = desk.draft()
    drafting.leave_out(item=line(decision, desk.lecturer), reason="Chờ kết luận", by=desk.cast.officer, at=NOW)

    other = desk.draft(desk.lecturer)
    desk.drop(other)
    drafting.gather(decision=decision, nominations=[desk.lecturer.pk], by=desk.cast.officer, at=NOW)

    assert list(decision.items.order_by("pk").values_list("name", "state")) == [
        ("Bộ môn Luật Dân sự", "listed"),
        ("Lê Thanh Bình", "listed"),
    ]


def test_a_dropped_draft_sets_everybody_free(desk: Desk) -> None:
    dropped = desk.at(DecisionStage.DROPPED)

    again = desk.draft()

    assert set(dropped.items.values_list("state", flat=True)) == {"left_out"}
    assert again.items.count() == 2


def test_two_people_on_one_draft_do_not_overwrite_each_other(desk: Desk) -> None:
    decision = desk.draft()
    drafting.rewrite(decision=decision, title="Bản một", basis="", seen=1, by=desk.cast.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile) as conflict:
        drafting.rewrite(decision=decision, title="Bản hai", basis="", seen=1, by=desk.cast.officer, at=NOW)

    assert conflict.value.decision.title == "Bản một"
