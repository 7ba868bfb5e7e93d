"""The decision of recognition on paper: blank until it is issued, its list in a lasting order."""

from dataclasses import asdict
from typing import Any

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Role
from lantoa.domain.papers.deciding import DecisionPaper
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.papers.sources import NotReady, Thing
from lantoa.recognition.actions.decisions import judging
from lantoa.recognition.actions.decisions.rewards import Wanted, reward, set_budget
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.papers.recognising import COMMENDATION, RECOGNITION, kind_of
from tests.cast import NOW
from tests.recognition.decisions.deciding import TODAY, Desk, line
from tests.recognition.going_up import grant


def paper_of(decision: Decision) -> DecisionPaper:
    return DecisionPaper(**vars(RECOGNITION.contents(f"decision:{decision.pk}", TODAY)))


def test_a_draft_leaves_number_and_day_open(desk: Desk) -> None:
    made = paper_of(desk.draft())
    assert (made.number, made.notation, made.date) == ("       ", "QĐ-CĐL", "ngày      tháng      năm 2026")
    assert (made.authority, made.position, made.signer) == ("", "HIỆU TRƯỞNG", "Lê Văn Minh")
    assert made.attached == (
        "(Kèm theo Quyết định số        /QĐ-CĐL ngày      tháng      năm 2026 "
        "của Hiệu trưởng Trường Cao đẳng Luật Sông Lam)"
    )


def test_an_issued_decision_bears_its_number_its_day_and_who_signed(desk: Desk) -> None:
    made = paper_of(desk.at(DecisionStage.ISSUED))
    assert (made.number, made.notation, made.date) == ("01", "QĐ-ĐHTT", "ngày 15 tháng 01 năm 2026")
    assert (made.position, made.signer, made.effective) == ("HIỆU TRƯỞNG", "Lê Văn Minh", "kể từ ngày ký")
    assert made.competence == "HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM"


def test_a_deputy_signs_for_the_head(desk: Desk) -> None:
    decision = desk.issue(desk.at(DecisionStage.APPROVED), signer="Phó Hiệu trưởng Trần Văn Nam")
    made = paper_of(decision)
    assert (made.authority, made.position, made.signer) == ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Trần Văn Nam")


def test_the_list_is_numbered_as_the_decision_lists_it(desk: Desk) -> None:
    decision = desk.draft()
    made = paper_of(decision)
    assert made.counts == "01 tập thể, 01 cá nhân"
    listed = [one.name for one in decision.items.order_by("pk")]
    assert [(one.number, one.name) for one in made.lines] == [("1", listed[0]), ("2", listed[1])]
    assert [one.unit for one in made.lines] == ["", "Giảng viên, Bộ môn Luật Dân sự"]
    assert made.tier == "điển hình tiên tiến của Trường hằng năm, năm 2025"


def test_who_was_struck_is_not_on_the_paper(desk: Desk) -> None:
    decision = desk.present(desk.draft())
    judging.strike(item=line(decision, desk.lecturer), reason="Đang xem xét đơn", by=desk.principal, at=NOW)
    made = paper_of(decision)
    assert (made.counts, [one.name for one in made.lines]) == ("01 tập thể", ["Bộ môn Luật Dân sự"])


def test_the_bases_end_in_semicolons_and_the_last_in_a_full_stop(desk: Desk) -> None:
    made = paper_of(desk.draft())
    assert [base[-1] for base in made.bases] == [*";" * (len(made.bases) - 1), "."]
    assert made.bases[-1] == "Theo đề nghị của Hội đồng Thi đua - Khen thưởng."
    assert made.recipients[-1] == "- Lưu: VT, TCHC."


def test_a_decision_is_one_paper_whether_it_commends_or_not(desk: Desk) -> None:
    decision, officer = desk.draft(), actor_of(desk.cast.officer)
    key, keys = f"decision:{decision.pk}", list(decision.items.values_list("pk", flat=True))

    def made() -> list[list[str]]:
        return [[one.key for one in source.things(officer, None)] for source in (RECOGNITION, COMMENDATION)]

    assert made() == [[key], []]
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    assert made() == [[], [key]]
    reward(decision=decision, items=keys, wanted=Wanted(""), by=desk.cast.officer, at=NOW)
    assert made() == [[key], []]


def test_a_decision_knows_which_paper_it_is(desk: Desk) -> None:
    decision = desk.draft()
    found = [kind_of(decision)]
    keys = [line(decision, desk.lecturer).pk]
    reward(decision=decision, items=keys, wanted=Wanted("certificate"), by=desk.cast.officer, at=NOW)
    found.append(kind_of(decision))
    decision.items.update(state="left_out", reason="Chờ", judged_by=desk.cast.officer, judged_at=NOW)
    found.append(kind_of(decision))
    assert found == [PaperKind.RECOGNITION, PaperKind.COMMENDATION, PaperKind.RECOGNITION]


def test_a_commendation_says_who_gets_which_form_and_how_much(desk: Desk) -> None:
    decision = desk.draft()
    of_school = Wanted("own", 500_000, "Quy chế chi tiêu nội bộ")
    for of, wanted in ((desk.lecturer, Wanted("certificate")), (desk.division, of_school)):
        reward(decision=decision, items=[line(decision, of).pk], wanted=wanted, by=desk.cast.officer, at=NOW)
    set_budget(of=desk.round, amount=2_000_000, source="Quỹ khen thưởng năm 2026.", by=desk.cast.officer, at=NOW)
    made = COMMENDATION.contents(f"decision:{decision.pk}", TODAY)
    assert isinstance(made, DecisionPaper)
    assert made.money_source == "quỹ khen thưởng năm 2026"
    assert (made.has_rewards, made.commended, made.money) == (True, "01 tập thể, 01 cá nhân", "1.210.000")
    assert made.forms == "Tiền thưởng theo quy chế của Trường cho 01 tập thể; Giấy khen của Hiệu trưởng cho 01 cá nhân"
    assert made.money_basis == "Quy chế chi tiêu nội bộ; Nghị định 152/2025/NĐ-CP Điều 54"
    assert sorted(one.amount for one in made.lines) == ["500.000", "710.000"]
    assert (made.subject, made.recipients[0]) == (
        "Về việc công nhận và khen thưởng điển hình tiên tiến của Trường hằng năm, năm 2025",
        "- Như Điều 4;",
    )


def test_an_empty_list_makes_no_paper(desk: Desk) -> None:
    decision = desk.draft()
    decision.items.update(state="left_out", reason="Chờ", judged_by=desk.cast.officer, judged_at=NOW)
    found = RECOGNITION.find(f"decision:{decision.pk}")
    assert isinstance(found, Thing)
    assert found.missing.startswith("Danh sách của quyết định không còn ai.")
    with pytest.raises(NotReady, match="không còn ai"):
        paper_of(decision)


@pytest.mark.parametrize("key", ["decision:0", "decision:x", "meeting:1", "", "decision:9999999999999999999999"])
def test_what_is_not_there_is_said_so(desk: Desk, key: str) -> None:
    desk.draft()
    assert RECOGNITION.find(key) is None
    with pytest.raises(NotReady, match="Không có quyết định này"):
        RECOGNITION.contents(key, TODAY)


def test_a_thing_says_what_it_is_and_keeps_its_file_name(desk: Desk) -> None:
    decision = desk.draft()
    thing = RECOGNITION.find(f"decision:{decision.pk}")
    assert thing is not None
    assert asdict(thing) == {
        "key": f"decision:{decision.pk}",
        "words": decision.title,
        "day": TODAY,
        "file_name": f"2025/SA/QD/{decision.pk:03}_ve-viec-cong-nhan-dien-hinh-tien-tien-cua-truong-hang-nam-na",
        "unit": "",
        "round": desk.round.pk,
        "place": 0,
        "missing": "",
    }


@pytest.mark.parametrize(("role", "of_draft", "of_issued"), [
    (Role.OFFICER, 1, 1),
    (Role.CLERK, 1, 1),
    (Role.PRINCIPAL, 1, 1),
    (Role.CHAIR, 0, 1),
    (Role.HEAD, 0, 0),
    (Role.MEMBER, 0, 0),
])  # fmt: skip
def test_a_draft_is_for_those_who_work_on_it(desk: Desk, role: Role, of_draft: int, of_issued: int) -> None:
    actor = actor_of(grant(desk.cast, role))
    decision = desk.draft()
    key = f"decision:{decision.pk}"
    assert (len(list(RECOGNITION.things(actor, None))), bool(RECOGNITION.may(actor, key))) == (of_draft, bool(of_draft))
    desk.at(DecisionStage.ISSUED, decision)
    assert len(list(RECOGNITION.things(actor, desk.round.pk))) == of_issued
    assert bool(RECOGNITION.may(actor, key)) == bool(of_issued)


def test_many_decisions_are_read_in_as_many_queries_as_one(desk: Desk, django_assert_num_queries: Any) -> None:
    desk.draft(desk.lecturer)
    desk.draft(desk.division)
    actor = actor_of(desk.cast.officer)
    with django_assert_num_queries(2):
        assert len(list(RECOGNITION.things(actor, desk.round.pk))) == 2
