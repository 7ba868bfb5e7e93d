"""The minutes of a count name papers issued, returned, valid, invalid, and what the share is counted of."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.council.actions.polls.counting import settle
from lantoa.council.models import Poll
from lantoa.council.queries.papers.counting import COUNTING_MINUTES
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.papers.deciding import CountingPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast
from tests.council.chamber import opened, seat
from tests.council.papers.sitting import Sitting
from tests.recognition.papers.reading import faults, texts


def made(poll: Poll) -> CountingPaper:
    return CountingPaper(**vars(COUNTING_MINUTES.contents(f"count:{poll.pk}", NOW.date())))


def counted_on_paper(cast: Cast, *counts: Count) -> Poll:
    """Those counts of the cases in their order, nine papers back."""
    poll, _keys = opened(seat(cast), Mode.PAPER)
    by_case = dict(zip((one.pk for one in poll.cases.order_by("order")), counts, strict=True))
    return settle(poll=poll, stage="counted", counts=by_case, returned=9, by=cast.officer, at=NOW)


@pytest.mark.usefixtures("sitting")
def test_a_count_gives_every_number_and_its_base() -> None:
    paper = made(Poll.objects.get())
    assert (paper.issued, paper.returned, paper.mode) == ("08", "08", "biểu quyết giơ tay")
    assert (paper.valid, paper.invalid) == ("08", "00")
    assert [
        (one.valid, one.invalid, one.votes_for, one.written, one.base, one.share, one.result) for one in paper.lines
    ] == [
        ("8", "0", "7", "1/1", "9", "8/9 (88,88%)", "đạt"),
        ("8", "0", "7", "", "9", "7/9 (77,77%)", "đạt"),
    ]
    (words,) = paper.base_words
    assert words == (
        "Tỷ lệ đồng ý tính trên tổng số thành viên là 09 người; cần trên 50% tổng số thành viên "
        "(Hội đồng Thi đua - Khen thưởng Trường quy định)."
    )


def test_there_are_no_minutes_before_the_count(cast: Cast) -> None:
    poll, _keys = opened(seat(cast))
    found = COUNTING_MINUTES.find(f"count:{poll.pk}")
    assert found is not None
    assert found.missing.startswith("Lần bỏ phiếu chưa kiểm xong.")
    with pytest.raises(NotReady, match="chưa kiểm xong"):
        made(poll)


def test_a_void_poll_has_no_minutes(sitting: Sitting) -> None:
    Poll.objects.update(stage="void", reason="Lập lại", counted_by=None, counted_at=None, returned=None)
    assert list(COUNTING_MINUTES.things(actor_of(sitting.chamber.officer), None)) == []
    with pytest.raises(NotReady, match="đã huỷ"):
        made(Poll.objects.get())


@pytest.mark.parametrize("key", ["count:0", "poll:1", "count:x"])
@pytest.mark.usefixtures("sitting")
def test_what_is_not_there_is_said_so(key: str) -> None:
    assert COUNTING_MINUTES.find(key) is None


def test_a_poll_belongs_to_the_round_of_its_cases(sitting: Sitting) -> None:
    actor, of_round = actor_of(sitting.chamber.officer), sitting.chamber.cases[0].nomination.round_id or 0
    poll = Poll.objects.get()
    assert [(one.key, one.round) for one in COUNTING_MINUTES.things(actor, of_round)] == [
        (f"count:{poll.pk}", of_round)
    ]
    assert list(COUNTING_MINUTES.things(actor, of_round + 1)) == []
    assert list(COUNTING_MINUTES.things(actor_of(sitting.chamber.users[3]), None)) == []


@pytest.mark.usefixtures("sitting")
def test_the_paper_says_how_many_came_back() -> None:
    found = texts(PaperKind.COUNTING_MINUTES, made(Poll.objects.get()))
    assert "Số phiếu phát ra: 08; số phiếu thu về: 08; hợp lệ: 08; không hợp lệ: 00." in found


@pytest.mark.usefixtures("sitting")
def test_the_paper_is_right_in_form() -> None:
    assert faults(PaperKind.COUNTING_MINUTES, made(Poll.objects.get())) == []


def test_tellers_are_named_with_their_post_and_their_seat(cast: Cast) -> None:
    poll = counted_on_paper(cast, Count(8, 1), Count(8, 1))

    assert made(poll).tellers == (
        "Uỷ viên Thứ 2, Uỷ viên, Trường Cao đẳng Luật Sông Lam, Uỷ viên Hội đồng",
        "kiemphieu",
    )


def test_papers_that_are_void_for_some_are_told_case_by_case(cast: Cast) -> None:
    paper = made(counted_on_paper(cast, Count(9, 0), Count(7, 1, 0, 1)))

    assert (paper.valid, paper.invalid) == ("", "")
    assert [(one.valid, one.invalid) for one in paper.lines] == [("9", "0"), ("8", "1")]
    assert [text for text in texts(PaperKind.COUNTING_MINUTES, paper) if text.startswith("Số phiếu phát ra")] == [
        "Số phiếu phát ra: 09; số phiếu thu về: 09; số phiếu hợp lệ, không hợp lệ của từng trường hợp ghi trong bảng."
    ]
