"""What of verification stands on the page of a dossier, and for whom."""

import pytest

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.verification.ending import finish
from lantoa.nomination.actions.verification.returning import send_back
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification.said import Flag
from lantoa.nomination.queries.verifying import VerificationSection, sections
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.verification.conftest import TODAY, MakeNomination, say, say_all, specialist


def section(nomination: Nomination, user: User) -> VerificationSection:
    nomination = Nomination.objects.select_related("subject", "unit__subject").get(pk=nomination.pk)
    found: VerificationSection = sections(nomination, actor_of(user), TODAY)["verification"]
    return found


def read_offices(nomination: Nomination, user: User) -> list[str]:
    return [line.standing.office.code for line in section(nomination, user).offices if line.is_read]


ALL = ["personnel", "science", "party", "union"]


@pytest.mark.parametrize(
    ("who", "offices"), [("officer", ALL), ("head", ALL), ("other_head", ALL), ("staff", []), ("stranger", [])]
)
def test_whose_words_are_read(cast: Cast, nomination: Nomination, who: str, offices: list[str]) -> None:
    """Whether one sees the dossier at all is asked before."""
    assert read_offices(nomination, getattr(cast, who)) == offices


def test_an_office_reads_only_its_own_words(nomination: Nomination, speakers: dict[str, User]) -> None:
    assert read_offices(nomination, speakers["party"]) == ["party"]
    assert [line.is_own for line in section(nomination, speakers["party"]).offices] == [False, False, True, False]


def test_a_nominee_sees_only_how_far_it_is_whatever_the_roles(cast: Cast, make_nomination: MakeNomination) -> None:
    assert cast.officer.person
    own = make_nomination(subject=cast.officer.person.subject)

    found = section(own, cast.officer)

    assert ([line.is_read for line in found.offices], found.may_work) == ([False] * 4, False)


def test_before_it_is_sent_there_is_nothing(cast: Cast, make_nomination: MakeNomination) -> None:
    draft = make_nomination(NominationStage.DRAFT)

    assert sections(draft, actor_of(cast.officer), TODAY) == {"verification": None}


def test_who_verifies_is_led_to_the_desk(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    assert [section(nomination, user).may_work for user in (speakers["party"], cast.officer, cast.head)] == [
        True,
        True,
        False,
    ]


def test_the_end_is_told_until_it_is_verified_again(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "science", speakers["science"])
    end = finish(nomination=nomination, words="Đã có công văn", by=cast.officer, at=NOW)

    found = section(nomination, cast.head)
    assert (found.end, found.lacking) == (end, ("Tổ chức cán bộ", "Đảng uỷ", "Công đoàn"))

    Nomination.objects.update(stage="sent")
    assert section(nomination, cast.head).end is None


def test_a_tier_without_verification_shows_nothing(cast: Cast, make_nomination: MakeNomination) -> None:
    assert not section(make_nomination(tier="sector-annual"), cast.officer)


def test_holds_of_the_dossiers_time_are_shown(cast: Cast, nomination: Nomination) -> None:
    school.hold(cast.lecturer, "1/1/2025", "31/12/2025", "Việc cũ")
    school.hold(cast.lecturer, "1/1/2026", "15/1/2026", "Đang thanh tra")

    found = section(nomination, cast.officer)

    assert ([one.reason for one in found.holds], found.is_held) == (["Đang thanh tra"], True)


def test_a_nominee_learns_that_it_waits_and_not_why(cast: Cast, make_nomination: MakeNomination) -> None:
    assert cast.staff.person
    own = make_nomination(subject=cast.staff.person.subject)
    school.hold(cast.staff.person, "1/1/2026", reason="Đang xác minh đơn")

    page = signed_in(cast.staff).get(f"/de-cu/{own.pk}/").content.decode()

    assert ("tạm hoãn" in page, "Đang xác minh đơn" in page) == (True, False)
    assert [section(own, user).tells_why for user in (cast.officer, cast.staff)] == [True, False]


def test_the_page_of_the_dossier_tells_it_all(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    send_back(
        nomination=nomination,
        office="science",
        flags=[Flag("report")],
        text="Nêu rõ hơn hiệu quả",
        due_on=TODAY,
        by=speakers["science"],
        at=NOW,
    )
    school.hold(cast.lecturer, "1/1/2026", reason="Đang thanh tra")

    of_head = signed_in(cast.head).get(f"/de-cu/{nomination.pk}/").content.decode()
    of_office = signed_in(specialist("congdoan2", "union")).get(f"/de-cu/{nomination.pk}/").content.decode()

    words = ("Căn cứ G3", "Căn cứ G4", "Nêu rõ hơn hiệu quả", "Đang thanh tra")
    assert [text in of_head for text in words] == [True, True, True, True]
    assert [text in of_office for text in words] == [False, True, True, True]
