"""The verification sheet: what the records say and what the offices answered, for those who read all of it."""

import pytest

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Role
from lantoa.domain.stages import RoundStage
from lantoa.nomination.models import Nomination, OfficeAnswer, VerificationEnd
from lantoa.nomination.queries.papers.verification_sheet import SOURCE
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast, account
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import nomination_in, round_at

FINDING = {
    "criterion": "G3",
    "text": "Sáng kiến",
    "verdict": "not_applicable",
    "sentence": "Không phải xét.",
    "rows": [],
}


@pytest.fixture
def dossier(cast: Cast) -> Nomination:
    verdict = {"verdict": "met", "findings": [FINDING]}
    made = nomination_in(round_at(RoundStage.OPEN, cast), cast, stage="sent", verdict=verdict)
    OfficeAnswer.objects.create(
        nomination=made,
        office="science",
        criterion="G3",
        answer="met",
        grounds="Quyết định công nhận <sáng kiến>",
        said_by=cast.deputy,
        said_at=NOW,
    )
    return made


def test_an_office_stands_with_its_answer_and_the_records(dossier: Nomination) -> None:
    texts = lines(SOURCE, str(dossier.pk))

    table = texts[texts.index("Quản lý khoa học (mai, 15/01/2026)") :]
    assert [table[7], *table[9:13]] == [
        "G3",
        "không áp dụng",
        "Không phải xét.",
        "đạt",
        "Quyết định công nhận <sáng kiến>",
    ]


def test_the_sheet_ends_with_the_conclusion(cast: Cast, dossier: Nomination) -> None:
    before = lines(SOURCE, str(dossier.pk))
    VerificationEnd.objects.create(
        nomination=dossier, words="Còn thiếu ý kiến", is_clean=False, ended_by=cast.officer, ended_at=NOW
    )

    after = lines(SOURCE, str(dossier.pk))

    assert [text for text in (*before, *after) if text.startswith(("Kết luận", "Lời ghi"))] == [
        "Kết luận: Chưa kết luận.",
        "Kết luận: Còn ý kiến khác, có lời ghi (hanh, 15/01/2026).",
        "Lời ghi: Còn thiếu ý kiến",
    ]


def test_a_clerk_does_not_read_what_the_offices_found(cast: Cast, dossier: Nomination) -> None:
    users: list[User] = [cast.officer, account("vanthu", Role.CLERK), cast.head]

    found = [(len(list(SOURCE.things(actor_of(user), None))), bool(SOURCE.may(actor_of(user), "1"))) for user in users]

    assert found == [(1, True), (0, False), (0, False)]


def test_a_dossier_that_was_not_sent_has_no_sheet(cast: Cast) -> None:
    draft = nomination_in(round_at(RoundStage.OPEN, cast), cast)

    assert SOURCE.find(str(draft.pk)) is None
    with pytest.raises(NotReady):
        SOURCE.contents(str(draft.pk), DAY)


def test_a_sheet_is_found_by_its_key(dossier: Nomination) -> None:
    found = SOURCE.find(str(dossier.pk))

    assert found is not None
    assert found.file_name == "2025/SA/CN/001_le-thanh-binh_phieu-tham-dinh"
