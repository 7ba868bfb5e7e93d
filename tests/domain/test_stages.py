"""Every stage against every deed: the allowed moves work, all others are refused with a sentence."""

from enum import StrEnum

import pytest

from lantoa.domain.stages import (
    MOVES,
    NAMES,
    STAGE_LABELS,
    NurtureStage,
    PledgeStage,
    ProspectStage,
    Stage,
    TipStage,
    WrongStage,
    moved,
    moves_from,
)

PAIRS = [(stage, deed) for life, moves in MOVES.items() for stage in life for deed in moves]


@pytest.mark.parametrize(("stage", "deed"), PAIRS)
def test_a_deed_leads_on_from_its_own_stages_only(stage: Stage, deed: str) -> None:
    move = MOVES[type(stage)][deed]

    if stage in move.sources:
        assert moved(stage, deed) is move.target
    else:
        with pytest.raises(WrongStage, match=f"hiện đang ở bước «{STAGE_LABELS[stage]}»"):
            moved(stage, deed)


@pytest.mark.parametrize("life", MOVES)
def test_every_stage_of_a_life_can_be_reached(life: type[StrEnum]) -> None:
    reached = {next(iter(life)), *(move.target for move in MOVES[life].values())}

    assert reached == set(life)


def test_every_stage_has_its_words() -> None:
    assert [stage for life in MOVES for stage in life if stage not in STAGE_LABELS] == []


def test_what_may_be_done_next_is_what_the_table_says() -> None:
    assert [move.deed for move in moves_from(ProspectStage.CHOSEN)] == ["nurture", "set_aside"]
    assert list(moves_from(TipStage.MERGED)) == []


def test_the_refusal_says_when_it_would_be_right() -> None:
    with pytest.raises(WrongStage) as refusal:
        moved(TipStage.MERGED, "accept")

    assert str(refusal.value) == "Chỉ chọn được khi đang ở bước «đang xem xét»; hiện đang ở bước «đã gộp»."


def test_stages_of_two_lives_with_one_name_keep_their_own_words() -> None:
    assert [STAGE_LABELS[stage] for stage in (PledgeStage.ACCEPTED, TipStage.ACCEPTED)] == ["đã chấp nhận", "đã chọn"]
    assert [STAGE_LABELS[stage] for stage in (PledgeStage.WAITING, NurtureStage.WAITING)] == [
        "chờ duyệt",
        "chờ trưởng đơn vị duyệt",
    ]


@pytest.mark.parametrize("life", NAMES)
def test_every_move_on_the_way_to_a_decision_says_whose_right_it_is(life: type[StrEnum]) -> None:
    assert [move.deed for move in MOVES[life].values() if move.needs is None] == []
