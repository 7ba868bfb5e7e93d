"""What the plan says of the situations in `tests/cases/`, told with its sentence and its rows."""

from datetime import date

import pytest

from lantoa import plans
from lantoa.domain.calendar import Window
from lantoa.domain.checks import AllOf, AnyOf, Attested, Case, EachUnitHeaded, HeadedOn, NoneOf, Not, SanctionRows
from lantoa.domain.records import Kind, Origin, RecordBook, Unit
from lantoa.domain.verdict import Verdict, assess, explain, lowest, spell_rows, spell_years
from tests.cases.reading import Situation, school, situations

PLAN = plans.load()
ANNUAL = PLAN.tier("school-annual")


@pytest.mark.parametrize("situation", list(situations()), ids=lambda one: one.name)
def test_situation(situation: Situation) -> None:
    assessment = assess(PLAN, PLAN.tier(situation.tier), situation.year, situation.book, situation.subject)

    finding = next(one for one in assessment.findings if one.criterion.code == situation.criterion)
    assert (finding.verdict.code, len(finding.evidence)) == (situation.verdict, situation.evidence)
    assert situation.says in finding.reason


def test_one_condition_not_met_decides_the_tier() -> None:
    book = school(ratings=[["An", 2024, "HTTNV"]])

    assert assess(PLAN, ANNUAL, 2024, book, "An").verdict is Verdict.NOT_MET


def test_what_is_unknown_and_what_is_not_met_are_missing() -> None:
    book = school(ratings=[["An", 2024, "HTXSNV"]], awards=[["An", 2024, "CSTĐCS", "", ""]])

    missing = [finding.criterion.code for finding in assess(PLAN, ANNUAL, 2024, book, "An").missing]

    assert missing == ["G1", "G3", "G4", "SA-I2"]


def test_conditions_that_concern_others_are_not_asked() -> None:
    findings = assess(PLAN, ANNUAL, 2024, school(), "K").findings

    assert [one.criterion.code for one in findings] == ["G1", "G2", "G3", "G4", "SA-C1", "SA-C2"]


def test_a_hold_stands_beside_the_verdict_and_does_not_change_it() -> None:
    book = school(holds=[["An", "Đang xác minh đơn tố cáo", "1/5/2024", ""]])

    held, free = assess(PLAN, ANNUAL, 2024, book, "An"), assess(PLAN, ANNUAL, 2024, school(), "An")

    assert (held.on_hold, free.on_hold) == (True, False)
    assert held.verdict == free.verdict


def test_a_hold_that_ended_before_the_day_holds_nothing() -> None:
    book = school(holds=[["An", "Thanh tra", "1/5/2024", "30/6/2024"]])

    assert not assess(PLAN, ANNUAL, 2024, book, "An").on_hold


def test_the_reference_date_decides_who_is_head() -> None:
    book = school(posts=[["Chi", "P", "x", "1/7/2024", ""]])

    in_june = assess(PLAN, ANNUAL, 2024, book, "Chi", as_of=date(2024, 6, 30))
    in_december = assess(PLAN, ANNUAL, 2024, book, "Chi")

    assert [one.findings[-1].verdict for one in (in_june, in_december)] == [Verdict.NOT_APPLICABLE, Verdict.UNKNOWN]


def test_an_open_book_is_named_with_its_years() -> None:
    book = school(closings=[["khen thưởng", 2022, ""]])

    finding = assess(PLAN, PLAN.tier("school-period"), 2025, book, "An").findings[4]

    assert [str(book) for book in finding.open_books] == ["sổ khen thưởng các năm 2021, 2023, 2024, 2025 chưa chốt"]


@pytest.mark.parametrize(
    ("years", "words"),
    [((2024,), "năm 2024"), ((2021, 2022, 2023), "các năm 2021-2023"), ((2021, 2023), "các năm 2021, 2023")],
)
def test_years_are_told_shortly(years: tuple[int, ...], words: str) -> None:
    assert spell_years(years) == words


def test_all_of_nothing_is_met() -> None:
    assert lowest([Verdict.NOT_APPLICABLE]) is Verdict.MET


NO_WARNING = NoneOf(SanctionRows("cảnh cáo", frozenset({"WARNING"})))
G1, G3 = Attested("G1"), Attested("G3")
HEADED = EachUnitHeaded(NO_WARNING, HeadedOn.REFERENCE_DATE)


def case_of(subject: str, book: RecordBook) -> Case:
    return Case(book, subject, Kind.INDIVIDUAL, Window(2024, 2024), date(2024, 12, 31))


def test_any_takes_the_best_part_and_all_the_worst() -> None:
    case = case_of("An", school(attestations=[["An", "G1", 2024, "đạt"], ["An", "G3", 2024, "không đạt"]]))

    assert explain(AnyOf((G1, G3)), case).verdict is Verdict.MET
    assert explain(AllOf((G1, G3)), case).verdict is Verdict.NOT_MET


def test_what_is_not_applicable_leaves_the_rest_to_decide() -> None:
    case = case_of("An", school(attestations=[["An", "G1", 2024, "đạt"]]))

    assert explain(AllOf((HEADED, G1)), case).verdict is Verdict.MET
    assert explain(AllOf((HEADED,)), case).verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(("result", "opposite"), [("đạt", Verdict.NOT_MET), ("không đạt", Verdict.MET)])
def test_not_turns_met_and_not_met_round(result: str, opposite: Verdict) -> None:
    case = case_of("An", school(attestations=[["An", "G1", 2024, result]]))

    assert explain(Not(G1), case).verdict is opposite


def test_not_leaves_unknown_unknown() -> None:
    assert explain(Not(G1), case_of("An", school())).verdict is Verdict.UNKNOWN


def test_a_persons_own_sanctions_can_be_asked_too() -> None:
    book = school(sanctions=[["An", "Cảnh cáo", "3/9/2024", "", ""], ["Chi", "Cảnh cáo", "3/9/2024", "", ""]])

    answer = explain(NO_WARNING, case_of("An", book))

    assert (answer.verdict, len(answer.evidence)) == (Verdict.NOT_MET, 1)


def test_rows_without_words_of_their_own_are_told_as_they_are() -> None:
    book = school(attestations=[["An", "G1", 2024, "đạt"]], recognitions=[["An", "school-annual", 2024]])

    assert spell_rows([*book.attestations, *book.recognitions]) == "; năm 2024"
    assert spell_rows([book.people["An"]]).startswith("Person(")


def test_a_loop_in_the_unit_tree_ends() -> None:
    units = {code: Unit(code, code, above, None, None, Origin("Đơn vị", 2)) for code, above in (("A", "B"), ("B", "A"))}

    assert list(RecordBook(units=units).line("A")) == ["A", "B"]


def test_subjects_are_people_with_a_post_and_units_but_the_root() -> None:
    book = school()

    assert book.subjects(Kind.INDIVIDUAL, date(2017, 12, 31)) == []
    assert book.subjects(Kind.COLLECTIVE, date(2024, 12, 31)) == ["K", "BM", "P"]
