"""The label of the box into which a round goes."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.printed import ArchiveLabel
from lantoa.domain.stages import DecisionStage
from lantoa.papers.sources import NotReady
from lantoa.recognition.queries.papers.labels import ARCHIVE_LABEL
from tests.recognition.decisions.deciding import TODAY, Desk, make_round


def test_it_names_the_decisions_and_counts_the_dossiers(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    assert ARCHIVE_LABEL.contents(f"round:{desk.round.pk}", TODAY) == ArchiveLabel(
        issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        office="TCHC",
        title="Hồ sơ đợt xét năm 2025",
        years="2025",
        decisions=("Quyết định số 01/QĐ-ĐHTT ngày 15/01/2026",),
        dossiers="2",
    )


def test_a_round_without_dossiers_needs_no_box(desk: Desk) -> None:
    empty = make_round(desk.cast, year=2024)

    found = {one.key: one.missing for one in ARCHIVE_LABEL.things(actor_of(desk.cast.officer), None)}

    why = "Đợt xét chưa nhận hồ sơ nào, chưa có gì để lưu."
    assert found == {f"round:{desk.round.pk}": "", f"round:{empty.pk}": why}
    with pytest.raises(NotReady, match=why):
        ARCHIVE_LABEL.contents(f"round:{empty.pk}", TODAY)


def test_one_round_has_one(desk: Desk) -> None:
    make_round(desk.cast, year=2024)

    found = list(ARCHIVE_LABEL.things(actor_of(desk.cast.officer), desk.round.pk))

    assert [one.file_name for one in found] == [f"2025/SA/NH/{desk.round.pk:03}_dot-xet-nam-2025"]
    assert ARCHIVE_LABEL.find(found[0].key) == found[0]


def test_the_head_of_a_unit_keeps_no_archive(desk: Desk) -> None:
    actor = actor_of(desk.cast.head)

    assert list(ARCHIVE_LABEL.things(actor, None)) == []
    assert not ARCHIVE_LABEL.may(actor, f"round:{desk.round.pk}")


@pytest.mark.parametrize("key", ["round:0", "item:1", "round:²", ""])
def test_a_key_of_nothing_finds_nothing(key: str, desk: Desk) -> None:
    assert ARCHIVE_LABEL.find(key) is None
    with pytest.raises(NotReady, match="Không có đợt xét này"):
        ARCHIVE_LABEL.contents(key, TODAY)
