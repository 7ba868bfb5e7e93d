"""What has become another between the sending of a dossier and the day of the decision."""

from typing import Any

from lantoa.domain.differences import WHOLE, Change, changes, refreshed


def verdict(*findings: tuple[str, str, list[str]], holds: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "holds": list(holds),
        "findings": [{"criterion": code, "verdict": verdict, "rows": rows} for code, verdict, rows in findings],
    }


def test_the_same_verdict_has_no_changes_in_whatever_order_its_rows_stand() -> None:
    assert changes(verdict(("G1", "met", ["a", "b"])), verdict(("G1", "met", ["b", "a"]))) == []


def test_a_verdict_that_turned_is_a_change() -> None:
    found = changes(verdict(("G1", "met", []), ("G2", "met", [])), verdict(("G1", "met", []), ("G2", "not_met", [])))

    assert found == [Change("G2", {"verdict": "met", "rows": []}, {"verdict": "not_met", "rows": []})]


def test_other_rows_under_the_same_verdict_are_a_change() -> None:
    [found] = changes(verdict(("G1", "met", ["2024"])), verdict(("G1", "met", ["2024", "2025"])))

    assert (found.criterion, found.before["rows"], found.now["rows"]) == ("G1", ["2024"], ["2024", "2025"])


def test_a_criterion_that_was_not_asked_or_is_no_longer_asked_is_a_change() -> None:
    found = changes(verdict(("OLD", "met", [])), verdict(("NEW", "met", [])))

    assert [(one.criterion, bool(one.before), bool(one.now)) for one in found] == [
        ("NEW", False, True),
        ("OLD", True, False),
    ]


def test_a_hold_put_since_is_a_change_of_the_whole() -> None:
    found = changes(verdict(), verdict(holds=("Đang xác minh",)))

    assert found == [Change(WHOLE, {"rows": []}, {"rows": ["Đang xác minh"]})]


def test_a_dossier_without_a_frozen_verdict_differs_in_everything() -> None:
    assert [one.criterion for one in changes({}, verdict(("G1", "met", []), ("G2", "met", [])))] == ["G1", "G2"]


def test_what_offices_attest_becomes_part_of_the_frozen_verdict_and_nothing_else_does() -> None:
    sent = verdict(("G1", "unknown", []), ("G2", "met", ["2024"]))
    today = verdict(("G1", "met", ["Đảng uỷ"]), ("G2", "not_met", []))

    kept = refreshed(sent, today, {"G1"})

    assert [one.criterion for one in changes(kept, today)] == ["G2"]
    assert kept["verdict"] == "met"


def test_a_dossier_frozen_without_findings_stays_unknown() -> None:
    assert refreshed({}, verdict(("G1", "met", [])), {"G1"}) == {"verdict": "unknown", "findings": []}


def test_what_does_not_apply_does_not_decide() -> None:
    assert refreshed(verdict(("G1", "not_applicable", [])), {}, ())["verdict"] == "met"
