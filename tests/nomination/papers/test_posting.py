"""The notice of a posting names who is listed; outside the school only those who agreed."""

from datetime import date

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage
from lantoa.nomination.models import Consent, Posting
from lantoa.nomination.queries.papers.posting import SOURCE
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import nomination_in, round_at


@pytest.fixture
def posting(cast: Cast) -> Posting:
    """A list inside the school with the lecturer on it."""
    one = round_at(RoundStage.OPEN, cast)
    nomination = nomination_in(one, cast, stage="posted")
    made = Posting.objects.create(
        round=one, starts=date(2026, 1, 15), ends=date(2026, 1, 22), stage="prepared", made_by=cast.officer, made_at=NOW
    )
    made.candidates.create(nomination=nomination, words="Chiến sĩ thi đua cơ sở (2024)")
    return made


def test_the_notice_names_days_and_candidates(posting: Posting) -> None:
    texts = lines(SOURCE, str(posting.pk))

    assert [text for text in texts if text.startswith("Công khai trong")] == [
        "Công khai trong Trường, từ ngày 15/01/2026 đến hết ngày 22/01/2026."
    ]
    assert texts[-5:] == [
        "1",
        "Lê Thanh Bình",
        "Bộ môn Luật Dân sự",
        "Điển hình tiên tiến của Trường hằng năm, năm 2025",
        "Chiến sĩ thi đua cơ sở (2024)",
    ]


def test_a_public_notice_leaves_out_who_did_not_agree(cast: Cast, posting: Posting) -> None:
    Posting.objects.filter(pk=posting.pk).update(audience="public")

    with pytest.raises(NotReady, match="phải đồng ý"):
        SOURCE.contents(str(posting.pk), DAY)

    candidate = posting.candidates.get()
    Consent.objects.create(nomination=candidate.nomination, is_given=True, by=cast.staff, at=NOW)
    assert lines(SOURCE, str(posting.pk))[-4] == "Lê Thanh Bình"


def test_the_notice_is_for_those_who_see_all_papers(cast: Cast, posting: Posting) -> None:
    users = (cast.officer, cast.head)

    found = [[thing.words for thing in SOURCE.things(actor_of(user), posting.round_id)] for user in users]

    assert found == [["Đợt xét năm 2025, 15/01/2026 - 22/01/2026"], []]
    assert [bool(SOURCE.may(actor_of(user), str(posting.pk))) for user in users] == [True, False]


def test_a_posting_is_found_by_its_key(posting: Posting) -> None:
    found = [SOURCE.find(key) for key in (str(posting.pk), "x")]

    assert [one.file_name if one else None for one in found] == [f"2025/SA/cong-khai_2026-01-15_{posting.pk}", None]
