"""Who is expected to do what with decisions, by when."""

from datetime import date

import pytest

from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Round
from lantoa.recognition.queries.decisions.deadlines import decisions
from tests.recognition.decisions.deciding import TODAY, Desk


def asked(user: int | None = None) -> list[tuple[int, date, str]]:
    return [(one.user, one.due, one.text.partition(":")[0]) for one in decisions(TODAY, user)]


def test_those_recommended_wait_for_a_list_by_the_day_of_the_round(desk: Desk) -> None:
    Round.objects.update(decide_by=date(2026, 1, 20))

    assert asked() == [
        (
            desk.cast.officer.pk,
            date(2026, 1, 20),
            "lập dự thảo quyết định cho 2 đề cử đã được Hội đồng đề nghị (Đợt xét năm 2025)",
        )
    ]


@pytest.mark.parametrize(
    ("stage", "who", "what"),
    [
        (DecisionStage.WITH_PRINCIPAL, "principal", "duyệt dự thảo"),
        (DecisionStage.SENT_BACK, "officer", "sửa dự thảo Hiệu trưởng trả lại"),
        (DecisionStage.APPROVED, "clerk", "cho số, ban hành"),
    ],
)
def test_each_step_is_expected_of_one_role_within_five_working_days(
    desk: Desk, stage: DecisionStage, who: str, what: str
) -> None:
    desk.at(stage)
    user = {"principal": desk.principal, "clerk": desk.clerk, "officer": desk.cast.officer}[who]

    assert asked() == [(user.pk, date(2026, 1, 22), what)]
    assert asked(user.pk) == asked()
    assert asked(desk.cast.head.pk) == []


@pytest.mark.parametrize("stage", [DecisionStage.DRAFT, DecisionStage.ISSUED])
def test_a_draft_and_what_is_over_expect_nothing(desk: Desk, stage: DecisionStage) -> None:
    desk.at(stage)

    assert asked() == []
