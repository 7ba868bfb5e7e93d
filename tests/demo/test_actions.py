"""The demonstration fills an empty book only, and opens one account of every role only where nobody real is."""

from datetime import UTC, datetime

import pytest

from lantoa.accounts import actions as accounts
from lantoa.accounts.demo import PASSWORD, USER_NAMES
from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import actor_of
from lantoa.audit.models import Event
from lantoa.audit.queries import verify_chain
from lantoa.command.demo import run
from lantoa.demo.actions import BookIsNotEmpty, fill
from lantoa.demo.book import demo_book
from lantoa.demo.opening import RealAccounts, open_accounts, open_others
from lantoa.domain.authority import Role
from lantoa.plans import load
from lantoa.register.models import Award, Person, Subject
from lantoa.register.queries.records import whole_book
from tests import cast as people
from tests.cast import Cast

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school() -> None:
    fill(at=AT)


def grants() -> list[tuple[str, str, str | None]]:
    rows = RoleGrant.objects.order_by("user").values_list("user__username", "role", "unit__subject__code")
    return [(name, role, unit) for name, role, unit in rows]


@pytest.mark.usefixtures("school")
def test_the_whole_school_is_taken_in() -> None:
    book, taken = demo_book(), whole_book()

    assert {name: len(getattr(taken, name)) for name in book.__dataclass_fields__} == {
        name: len(getattr(book, name)) for name in book.__dataclass_fields__
    }


@pytest.mark.usefixtures("school")
def test_the_school_came_as_a_workbook_like_any_other() -> None:
    assert list(Event.objects.values_list("deed", flat=True)) == [
        "import_received",
        "import_checked",
        "import_taken_in",
    ]


def test_a_book_in_use_is_left_alone(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BookIsNotEmpty):
        fill(at=AT)

    assert (run(accounts=False), Subject.objects.count(), Award.objects.count()) == (0, 10, 0)
    assert capsys.readouterr().out == "Sổ đã có dữ liệu nên không nạp trường dùng thử; không có gì thay đổi.\n"


@pytest.mark.usefixtures("school")
def test_filling_twice_changes_nothing() -> None:
    events = Event.objects.count()

    run(accounts=False)

    assert Event.objects.count() == events


def test_there_is_a_name_for_every_role() -> None:
    assert list(USER_NAMES) == list(Role)


@pytest.mark.usefixtures("school")
def test_every_role_gets_an_account_and_the_head_a_unit() -> None:
    open_accounts(at=AT)

    assert sorted(grants()) == [
        ("bo", "ministry", None),
        ("chutich", "chair", None),
        ("chuyenvien", "officer", None),
        ("hieutruong", "principal", None),
        ("quantri", "administrator", None),
        ("thamdinh", "specialist", None),
        ("truongdonvi", "head", "KL"),
        ("uyvien", "member", None),
        ("vanthu", "clerk", None),
        ("vienchuc", "staff", None),
    ]


@pytest.mark.usefixtures("school")
def test_the_member_works_under_the_head() -> None:
    _, head, staff, *_ = open_accounts(at=AT)

    units = set(Person.objects.get(account=staff).posts.values_list("unit__subject__code", flat=True))

    assert units & actor_of(User.objects.get(pk=head.pk)).units == units


@pytest.mark.usefixtures("school")
def test_the_command_prints_role_name_and_password(capsys: pytest.CaptureFixture[str]) -> None:
    run(accounts=True)

    assert capsys.readouterr().out.splitlines() == [
        "officer\tchuyenvien\tdieu-hay-lan-toa",
        "head\ttruongdonvi\tdieu-hay-lan-toa",
        "staff\tvienchuc\tdieu-hay-lan-toa",
        "specialist\tthamdinh\tdieu-hay-lan-toa",
        "member\tuyvien\tdieu-hay-lan-toa",
        "chair\tchutich\tdieu-hay-lan-toa",
        "principal\thieutruong\tdieu-hay-lan-toa",
        "clerk\tvanthu\tdieu-hay-lan-toa",
        "ministry\tbo\tdieu-hay-lan-toa",
        "administrator\tquantri\tdieu-hay-lan-toa",
    ]


@pytest.mark.usefixtures("school")
def test_the_printed_passwords_open_the_door() -> None:
    assert [user.check_password(PASSWORD) for user in open_accounts(at=AT)] == [True] * len(Role)


@pytest.mark.usefixtures("school")
def test_asking_for_the_accounts_again_changes_nothing() -> None:
    open_accounts(at=AT)
    before = verify_chain()

    open_accounts(at=AT)

    assert verify_chain() == before


@pytest.mark.usefixtures("school")
def test_the_demonstration_school_has_a_specialist_of_every_office_and_a_council() -> None:
    open_accounts(at=AT)

    open_others(at=AT)

    offices = RoleGrant.objects.filter(role=Role.SPECIALIST.value).values_list("office", flat=True)
    assert sorted(offices) == sorted(load().procedure.offices)
    sitting = User.objects.filter(grants__role__in=[Role.MEMBER.value, Role.CHAIR.value], person__isnull=False)
    assert sitting.count() == 9


@pytest.mark.usefixtures("school")
def test_opening_the_other_accounts_again_changes_nothing() -> None:
    open_accounts(at=AT)
    open_others(at=AT)
    before = verify_chain()

    open_others(at=AT)

    assert verify_chain() == before


def test_accounts_can_be_had_before_there_is_a_book() -> None:
    open_accounts(at=AT)

    assert ("truongdonvi", "head", None) not in grants()
    assert User.objects.count() == len(Role)


def test_with_the_first_book_the_head_gets_a_unit() -> None:
    open_accounts(at=AT)
    fill(at=AT)

    open_accounts(at=AT)

    assert ("truongdonvi", "head", "KL") in grants()


def test_with_a_book_of_ones_own_the_head_is_one_of_its_heads() -> None:
    school = people.unit("SL", "Trường Cao đẳng Luật Sông Lam")
    office = people.unit("PDT", "Phòng Đào tạo", under=school)
    people.person("CB1", "Đỗ Tiến Dũng", office, "Trưởng phòng", is_head=True)
    people.person("CB2", "Nguyễn Thị Mai", office)

    open_accounts(at=AT)

    with_a_record = User.objects.exclude(person=None).order_by("pk")
    assert list(with_a_record.values_list("username", "person__subject__code")) == [
        ("truongdonvi", "CB1"),
        ("vienchuc", "CB2"),
    ]


def test_beside_real_people_no_account_for_show_is_opened(cast: Cast) -> None:
    with pytest.raises(RealAccounts):
        open_accounts(at=AT)

    assert not User.objects.filter(is_demo=True).exists()


@pytest.mark.usefixtures("school")
def test_an_account_with_a_password_of_its_own_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    officer, *_ = open_accounts(at=AT)
    accounts.change_password(user=officer, password="ba-con-song-lam", by=officer, at=AT)

    run(accounts=True)

    printed = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert printed == [role.value for role in Role if role is not Role.OFFICER]
