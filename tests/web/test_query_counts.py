"""Every page costs the same few queries with one row, three rows and three hundred; kept screenings, as in use."""

from collections.abc import Iterable

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.accounts.models import User
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Ledger
from lantoa.domain.vietnamese import fold, name_sort_key
from lantoa.register.models import Attestation, Award, Person, Post, Rating, Subject, Unit
from tests import cast as school
from tests.cast import NOW, Cast, signed_in

MOST = 15
PAGES = [
    "/ra-soat/?nam=2024",
    "/ra-soat/?nam=2024&don_vi=KL&q=nguyen&ket_qua=khong-dat&sap_xep=don_vi",
    "/ra-soat/?bac=school-period",
    "/ra-soat/o/CB6/SA-I1/?nam=2024",
    "/ra-soat/o/BM/SA-C2/?nam=2024",
    "/ho-so/CB2/",
    "/ho-so/CB6/?nam=2024",
    "/ho-so/KL/",
    "/ban-lam-viec/",
    "/ke-hoach/",
    "/tim/?q=nguyen",
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("who", ["officer", "head"])
def test_a_page_costs_the_same_with_1_3_and_300_rows(cast: Cast, who: str, address: str) -> None:
    user: User = getattr(cast, who)
    the_same_for_each(cast, [cast.lecturer])
    with_one = queries(user, address)
    the_same_for_each(cast, more_people(cast.division, 2))
    with_three = queries(user, address)
    the_same_for_each(cast, more_people(cast.division, 297))

    assert (with_three, queries(user, address)) == (with_one, with_one)
    assert with_one <= MOST


def test_the_first_look_after_a_change_costs_more_but_not_with_the_rows(cast: Cast) -> None:
    the_same_for_each(cast, [cast.lecturer])
    with_one = queries(cast.officer, "/ra-soat/?nam=2024", is_kept=False)

    the_same_for_each(cast, more_people(cast.division, 299))

    assert queries(cast.officer, "/ra-soat/?nam=2024", is_kept=False) == with_one


def queries(user: User, address: str, *, is_kept: bool = True) -> int:
    cache.clear()
    browser = signed_in(user)
    if is_kept:
        browser.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def more_people(unit: Unit, number: int) -> list[Person]:
    first = Person.objects.count()
    subjects = Subject.objects.bulk_create(
        Subject(
            code=f"X{first + one}",
            name=f"Nguyễn Văn {first + one}",
            kind="individual",
            search_key=fold(f"X{first + one} Nguyễn Văn {first + one}"),
            sort_key=name_sort_key(f"Nguyễn Văn {first + one}"),
        )
        for one in range(number)
    )
    people = Person.objects.bulk_create(Person(subject=subject, recorded_at=NOW) for subject in subjects)
    since = PartialDate.read("1/1/2020").first_day
    Post.objects.bulk_create(
        Post(person=person, unit=unit, position="Giảng viên", since=since, recorded_at=NOW) for person in people
    )
    return people


def the_same_for_each(cast: Cast, people: Iterable[Person]) -> None:
    """A rating, a title, an attestation, a sanction and a hold; the books of one kind are closed."""
    if not cast.lecturer.sanctions.exists():
        school.closing(Ledger.AWARDS, 2024)
    for person in people:
        Rating.objects.create(subject=person.subject, year=2024, grade="EXCELLENT", recorded_at=NOW)
        Award.objects.create(
            subject=person.subject,
            year=2024,
            text="CSTĐCS",
            title="GRASSROOTS_FIGHTER",
            level="school",
            recorded_at=NOW,
        )
        Attestation.objects.create(subject=person.subject, year=2024, criterion="G1", passed=True, recorded_at=NOW)
        school.sanction(person, "5/3/2024")
        school.hold(person, "1/6/2024")
