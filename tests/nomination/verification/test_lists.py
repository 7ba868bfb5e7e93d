"""What is on the desk of an office, and how far verification is for those who run the round."""

from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.models import User
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.returning import came_back, send_back
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.verification import desk, progress
from lantoa.nomination.queries.verification.desk import Asked
from lantoa.nomination.queries.verification.said import Flag
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, say, say_all, specialist

N = NominationStage


def names(user: User, office: str, state: str = "cho", **asked: Any) -> list[str]:
    found = desk.listed(user, office, Asked(state=state, **asked), TODAY)
    return [one.subject.code for one in found]


@pytest.fixture
def unit(cast: Cast, make_nomination: MakeNomination) -> Nomination:
    """The division, nominated too."""
    return make_nomination(subject=cast.division.subject)


def test_only_dossiers_that_were_sent_and_ask_the_office_are_on_its_desk(
    cast: Cast, make_nomination: MakeNomination, unit: Nomination, speakers: dict[str, User]
) -> None:
    make_nomination()
    make_nomination(N.DRAFT, tier="school-period")
    make_nomination(N.WITHDRAWN, year=2024)
    make_nomination(tier="sector-annual")
    inspector = specialist("thanhtra", "inspection")

    assert names(speakers["science"], "science", "tat-ca") == ["CB6", "BM"]
    assert names(inspector, "inspection", "tat-ca") == ["BM"]


def test_answered_ones_leave_the_desk(nomination: Nomination, unit: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"])
    say(nomination, "party", speakers["party"], "met", "G1")

    assert (names(speakers["science"], "science"), names(speakers["science"], "science", "da-ghi")) == (
        ["BM"],
        ["CB6"],
    )
    assert (names(speakers["party"], "party"), desk.waiting(speakers["party"], "party", TODAY)) == (["CB6", "BM"], 2)


def test_what_was_corrected_comes_back_to_the_askers_desk(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "science", speakers["science"])
    send_back(
        nomination=nomination,
        office="science",
        flags=[Flag("report")],
        text="Sửa",
        due_on=TODAY,
        by=speakers["science"],
        at=NOW,
    )
    assert names(speakers["science"], "science", "dang-bo-sung") == ["CB6"]

    Nomination.objects.update(stage="sent")
    came_back(nomination=nomination, by=cast.head, at=NOW)

    assert (names(speakers["science"], "science"), names(speakers["science"], "science", "gui-lai")) == (
        ["CB6"],
        ["CB6"],
    )
    assert names(speakers["party"], "party", "gui-lai") == []


def test_ones_own_and_those_one_made_are_not_on_the_desk(
    cast: Cast, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    make_nomination(made_by=speakers["science"])
    make_nomination(subject=cast.division.subject, sent_by=speakers["party"])
    nominee = specialist("binh", "union")
    User.objects.filter(pk=nominee.pk).update(person=cast.lecturer)
    nominee.refresh_from_db()

    assert names(speakers["science"], "science") == ["BM"]
    assert names(speakers["party"], "party") == ["CB6"]
    assert names(nominee, "union") == ["BM"]


def test_past_verification_it_stays_to_be_read(
    make_nomination: MakeNomination, cast: Cast, speakers: dict[str, User]
) -> None:
    make_nomination(N.POSTED)

    assert (names(speakers["science"], "science", "da-xong"), names(speakers["science"], "science")) == (["CB6"], [])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "le thanh"}, ["CB6"]),
        ({"words": "bo mon"}, ["BM"]),
        ({"words": "khong co"}, []),
        ({"sort": "-ten"}, ["BM", "CB6"]),
        ({"sort": "ten"}, ["CB6", "BM"]),
        ({"sort": "nonsense"}, ["CB6", "BM"]),
        ({"round": 0}, []),
    ],
)
def test_the_desk_is_searched_filtered_and_sorted(
    nomination: Nomination, unit: Nomination, speakers: dict[str, User], asked: dict[str, Any], found: list[str]
) -> None:
    assert names(speakers["science"], "science", **asked) == found


def test_units_and_rounds_narrow_it(
    cast: Cast, nomination: Nomination, round_: Round, speakers: dict[str, User]
) -> None:
    assert names(speakers["science"], "science", unit=cast.faculty.pk, round=round_.pk) == ["CB6"]
    assert names(speakers["science"], "science", unit=cast.office.pk) == []
    assert desk.rounds() == [(round_.pk, "Đợt xét năm 2025")]


def test_a_hold_is_seen_on_the_desk(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    school.hold(cast.lecturer, "1/1/2026", "20/1/2026")
    school.hold(cast.lecturer, "1/1/2025", "31/12/2025")

    found = desk.listed(speakers["science"], "science", Asked(), TODAY)
    later = desk.listed(speakers["science"], "science", Asked(), date(2026, 1, 21))

    assert ([one.held for one in found], [one.held for one in later]) == ([True], [False])  # type: ignore[attr-defined]


def test_the_officer_sees_which_may_go_on(
    cast: Cast, nomination: Nomination, unit: Nomination, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    say_all(nomination, speakers)
    say(unit, "science", speakers["science"], "not_met")
    make_nomination(N.RETURNED, subject=cast.faculty.subject)
    make_nomination(N.VERIFIED, subject=cast.office.subject)

    def found(state: str) -> list[str]:
        return [one.subject.code for one in progress.listed(Asked(state=state, sort="ten"), TODAY)]

    assert {state: found(state) for state in progress.STATES} == {
        "tat-ca": ["CB6", "BM", "KL"],
        "du": ["CB6"],
        "can-xem": ["BM"],
        "thieu": ["BM"],
        "dang-bo-sung": ["KL"],
        "da-xong": ["PDT"],
    }


def test_each_row_tells_every_office(nomination: Nomination, speakers: dict[str, User]) -> None:
    say(nomination, "science", speakers["science"])

    (row,) = progress.rows(list(progress.listed(Asked(state="tat-ca"), TODAY)), TODAY)

    assert [(one.office.code, one.given, len(one.rows)) for one in row.offices] == [
        ("personnel", 0, 3),
        ("science", 1, 1),
        ("party", 0, 2),
        ("union", 0, 1),
    ]
    assert (row.days, row.is_ready) == (5, False)
    say_all_but_science = {office: user for office, user in speakers.items() if office != "science"}
    say_all(nomination, say_all_but_science)
    (row,) = progress.rows([nomination], TODAY)
    assert row.is_ready


def test_a_round_without_a_day_has_no_days_left(nomination: Nomination) -> None:
    Round.objects.update(verify_by=None)

    (row,) = progress.rows(list(progress.listed(Asked(state="tat-ca"), localdate(NOW))), TODAY)

    assert row.days is None


def test_offices_are_counted_in_one_query(
    nomination: Nomination,
    unit: Nomination,
    round_: Round,
    speakers: dict[str, User],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    say(nomination, "science", speakers["science"])

    with django_assert_num_queries(1):
        counted = progress.by_office()

    assert [(one.code, one.asked, one.answered, one.waiting) for one in counted] == [
        ("personnel", 2, 0, 2),
        ("science", 2, 1, 1),
        ("party", 2, 0, 2),
        ("union", 2, 0, 2),
        ("inspection", 1, 0, 1),
    ]
    assert (progress.by_office(round_.pk) == counted, progress.by_office(0)) == (True, [])
