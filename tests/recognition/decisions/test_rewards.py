"""What comes with a recognition: a form, money of the day of the decision, the round's budget, money taken back."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from lantoa.domain.stages import DecisionStage, WrongStage
from lantoa.recognition.actions.decisions import drafting, judging
from lantoa.recognition.actions.decisions.changing import draft_restoration, draft_revocation
from lantoa.recognition.actions.decisions.refusals import NoBasis, NoSuchForm, NotToRecover, OverBudget
from lantoa.recognition.actions.decisions.rewards import Wanted, recover, reward, set_budget
from lantoa.recognition.models import Decision, Reward
from lantoa.recognition.queries.decisions.one import money_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Award
from tests.cast import NOW, signed_in
from tests.recognition.decisions.deciding import TODAY, Desk, line

JULY = datetime.fromisoformat("2026-07-02T02:00:00+00:00")
CERTIFICATE = Wanted("certificate")
OWN = Wanted("own", 500_000, "Quy chế chi tiêu nội bộ năm 2026, Điều 12")


def give(desk: Desk, decision: Decision, wanted: Wanted = CERTIFICATE) -> list[Reward]:
    keys = list(decision.items.values_list("pk", flat=True))
    return reward(decision=decision, items=keys, wanted=wanted, by=desk.cast.officer, at=NOW)


def budget(desk: Desk, amount: int) -> None:
    set_budget(of=desk.round, amount=amount, source="Quỹ khen thưởng của Trường", by=desk.cast.officer, at=NOW)


def revoked(desk: Desk) -> Decision:
    rows = [desk.recognition(desk.lecturer)]
    made = draft_revocation(
        recognitions=rows, ground="false-dossier", reason="Giấy tờ giả", by=desk.cast.officer, at=NOW
    )
    return desk.at(DecisionStage.ISSUED, made)


def test_the_amount_follows_from_the_law_by_kind(desk: Desk) -> None:
    made = give(desk, desk.draft())

    assert [(one.item.name, one.multiplier, one.base_salary, one.amount) for one in made] == [
        ("Bộ môn Luật Dân sự", Decimal("0.6"), 2_340_000, 1_410_000),
        ("Lê Thanh Bình", Decimal("0.3"), 2_340_000, 710_000),
    ]


def test_the_day_of_the_decision_decides_on_the_base_salary(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision)

    desk.issue(desk.approve(desk.present(decision)), decided_on=date(2026, 7, 2), at=JULY)

    kept = Reward.objects.get()
    assert (kept.base_salary, kept.amount) == (2_530_000, 760_000)


def test_a_form_of_commendation_enters_the_record_book_with_the_decision(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision)
    assert not Award.objects.exists()

    desk.at(DecisionStage.ISSUED, decision)

    award = Award.objects.get()
    assert (award.subject, award.text, award.level, award.decision, award.decided) == (
        desk.lecturer.subject,
        "Giấy khen của Hiệu trưởng",
        "school",
        "01/QĐ-ĐHTT",
        TODAY,
    )
    assert Reward.objects.get().award == award


def test_money_of_the_school_comes_with_an_amount_and_a_basis_and_is_no_award(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision, OWN)

    desk.at(DecisionStage.ISSUED, decision)

    kept = Reward.objects.get()
    assert (kept.amount, kept.basis, Award.objects.count()) == (500_000, OWN.basis, 0)


@pytest.mark.parametrize("wanted", [Wanted("own"), Wanted("own", 100_000, " "), Wanted("own", 0, "Quy chế")])
def test_money_without_amount_or_basis_is_refused(desk: Desk, wanted: Wanted) -> None:
    decision = desk.draft()

    with pytest.raises(NoBasis):
        give(desk, decision, wanted)

    assert not Reward.objects.exists()


def test_an_unknown_form_is_refused(desk: Desk) -> None:
    with pytest.raises(NoSuchForm):
        give(desk, desk.draft(), Wanted("medal"))


def test_a_form_is_replaced_or_taken_away(desk: Desk) -> None:
    decision = desk.draft()
    give(desk, decision)

    give(desk, decision, OWN)
    assert set(Reward.objects.values_list("form", flat=True)) == {"own"}
    give(desk, decision, Wanted(""))
    assert not Reward.objects.exists()


@pytest.mark.parametrize("stage", [DecisionStage.WITH_PRINCIPAL, DecisionStage.APPROVED, DecisionStage.ISSUED])
def test_rewards_are_changed_only_in_a_draft(desk: Desk, stage: DecisionStage) -> None:
    decision = desk.at(stage)

    with pytest.raises(WrongStage):
        give(desk, decision)


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_rewards_and_budgets_are_the_officers(desk: Desk, who: str) -> None:
    user = getattr(desk.cast, who)

    with pytest.raises(NotAllowed):
        reward(decision=desk.draft(), items=[], wanted=OWN, by=user, at=NOW)
    with pytest.raises(NotAllowed):
        set_budget(of=desk.round, amount=1, source="Quỹ", by=user, at=NOW)


def test_rewards_beyond_the_budget_of_the_round_stop_the_presenting(desk: Desk) -> None:
    decision = desk.draft()
    give(desk, decision)
    budget(desk, 2_000_000)

    with pytest.raises(OverBudget, match=r"2\.120\.000 đồng vượt kinh phí còn lại của đợt \(2\.000\.000 đồng\)"):
        desk.present(decision)
    budget(desk, 2_120_000)
    assert desk.present(decision).stage == "with_principal"


def test_what_another_decision_of_the_round_spends_is_no_longer_there(desk: Desk) -> None:
    budget(desk, 2_000_000)
    first, second = desk.draft(desk.lecturer), desk.draft(desk.division)
    give(desk, first)
    desk.at(DecisionStage.ISSUED, first)
    give(desk, second)

    with pytest.raises(OverBudget):
        desk.present(second)

    money = money_of(second)
    assert (money.here, money.others, money.left) == (1_410_000, 710_000, -120_000)


def test_a_revocation_takes_the_commendation_out_and_says_that_money_is_to_come_back(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision)
    desk.at(DecisionStage.ISSUED, decision)

    revoked(desk)

    kept = Reward.objects.get()
    assert (kept.to_recover, kept.recovered_on, kept.award, Award.objects.count()) == (True, None, None, 0)


def test_money_that_came_back_is_written_down_once(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision)
    desk.at(DecisionStage.ISSUED, decision)
    with pytest.raises(NotToRecover):
        recover(reward=Reward.objects.get(), on=TODAY, by=desk.cast.officer, at=NOW)
    revoked(desk)

    recover(reward=Reward.objects.get(), on=TODAY, by=desk.cast.officer, at=NOW)

    assert Reward.objects.get().recovered_on == TODAY
    with pytest.raises(NotToRecover):
        recover(reward=Reward.objects.get(), on=TODAY, by=desk.cast.officer, at=NOW)


def test_a_restoration_brings_the_commendation_back(desk: Desk) -> None:
    decision = desk.draft(desk.lecturer)
    give(desk, decision)
    desk.at(DecisionStage.ISSUED, decision)
    revoked(desk)

    rows = [desk.recognition(desk.lecturer)]
    desk.at(
        DecisionStage.ISSUED,
        draft_restoration(recognitions=rows, reason="Kết luận bị huỷ", by=desk.cast.officer, at=NOW),
    )

    assert Reward.objects.get().to_recover is False
    assert list(Award.objects.values_list("decision", "decided")) == [("01/QĐ-ĐHTT", TODAY)]


def test_rewards_and_budget_are_written_on_the_page(desk: Desk) -> None:
    decision, officer = desk.draft(), signed_in(desk.cast.officer)
    keys = [line(decision, one).pk for one in (desk.lecturer, desk.division)]

    officer.post(f"/quyet-dinh/{decision.pk}/kinh-phi/", {"amount": "3000000", "source": "Quỹ khen thưởng"})
    page = officer.post(
        f"/quyet-dinh/{decision.pk}/khen-thuong/",
        {"dong": keys, "form": "own", "amount": "1500000", "basis": "Quy chế"},
        follow=True,
    ).content.decode()

    assert "1.500.000 đ" in page
    assert "3.000.000 đ" in page
    bad = officer.post(f"/quyet-dinh/{decision.pk}/khen-thuong/", {"dong": keys, "form": "medal"})
    assert bad.status_code == 422


PLAIN = "Về việc công nhận điển hình tiên tiến của Trường hằng năm, năm 2025"
COMMENDING = "Về việc công nhận và khen thưởng điển hình tiên tiến của Trường hằng năm, năm 2025"


def test_the_title_says_whether_the_decision_commends(desk: Desk) -> None:
    decision = desk.draft()
    keys = [line(decision, desk.lecturer).pk]
    found = []
    for wanted in (Wanted("certificate"), Wanted(""), Wanted("certificate")):
        reward(decision=decision, items=keys, wanted=wanted, by=desk.cast.officer, at=NOW)
        found.append(Decision.objects.get().title)
    drafting.leave_out(item=line(decision, desk.lecturer), reason="Chờ xác minh", by=desk.cast.officer, at=NOW)

    assert (found, Decision.objects.get().title) == ([COMMENDING, PLAIN, COMMENDING], PLAIN)


def test_the_title_follows_when_the_principal_strikes_the_only_one_commended(desk: Desk) -> None:
    decision = desk.draft()
    keys = [line(decision, desk.lecturer).pk]
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    judging.strike(
        item=line(desk.present(decision), desk.lecturer), reason="Đang xem xét đơn", by=desk.principal, at=NOW
    )

    assert Decision.objects.get().title == PLAIN


def test_a_title_written_by_hand_stays(desk: Desk) -> None:
    decision = desk.draft()
    drafting.rewrite(
        decision=decision, title="Về việc biểu dương", basis="", seen=decision.version, by=desk.cast.officer, at=NOW
    )
    reward(
        decision=decision,
        items=[line(decision, desk.lecturer).pk],
        wanted=Wanted("certificate"),
        by=desk.cast.officer,
        at=NOW,
    )

    assert Decision.objects.get().title == "Về việc biểu dương"
