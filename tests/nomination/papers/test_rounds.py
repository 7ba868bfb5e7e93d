"""The notice and the plan of a round cite what is in force, and name its days and criteria."""

from datetime import date

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage
from lantoa.nomination.queries.papers.rounds import NOTICE, PLAN
from lantoa.papers.sources import NotReady, Source
from tests.cast import Cast
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import round_at


@pytest.mark.parametrize(
    ("source", "title", "file_name"),
    [(NOTICE, "THÔNG BÁO", "2025/SA/thong-bao"), (PLAN, "KẾ HOẠCH", "2025/SA/ke-hoach")],
)
def test_a_round_is_announced_with_its_days(cast: Cast, source: Source, title: str, file_name: str) -> None:
    one = round_at(RoundStage.OPEN, cast)
    thing = source.find(str(one.pk))

    texts = lines(source, str(one.pk))

    table = texts.index("Chậm nhất ngày")
    assert texts[table + 1 : table + 4] == ["1", "Mở đợt", "05/01/2026"]
    assert [text for text in texts if text == title] == [title]
    assert thing is not None
    assert thing.file_name == file_name


@pytest.mark.parametrize(("day", "decree"), [(date(2022, 6, 1), "91/2017"), (DAY, "152/2025")])
def test_the_bases_are_those_of_the_day(cast: Cast, day: date, decree: str) -> None:
    one = round_at(RoundStage.OPEN, cast)

    cited = [text for text in lines(NOTICE, str(one.pk), day) if text.startswith("Căn cứ Nghị định")]

    assert [text.split("/NĐ-CP")[0] for text in cited] == [f"Căn cứ Nghị định số {decree}"]


def test_the_plan_says_who_verifies_what(cast: Cast) -> None:
    one = round_at(RoundStage.DRAFT, cast)

    texts = lines(PLAN, str(one.pk))

    assert texts[texts.index("Quản lý khoa học") + 1] == "Thẩm định các tiêu chuẩn G3."


@pytest.mark.parametrize("source", [NOTICE, PLAN])
def test_papers_of_the_whole_school_are_for_those_who_see_all(cast: Cast, source: Source) -> None:
    one = round_at(RoundStage.OPEN, cast)

    users = (cast.officer, cast.head)

    assert [[thing.key for thing in source.things(actor_of(user), None)] for user in users] == [[str(one.pk)], []]
    assert [bool(source.may(actor_of(user), str(one.pk))) for user in users] == [True, False]


def test_a_cancelled_round_is_not_announced(cast: Cast) -> None:
    one = round_at(RoundStage.CANCELLED, cast)

    with pytest.raises(NotReady, match="huỷ"):
        NOTICE.contents(str(one.pk), DAY)
    with pytest.raises(NotReady, match="Không có đợt xét"):
        PLAN.contents("x", DAY)
    assert NOTICE.find("x") is None
