"""The pages about accounts: what the administrator sees and does, what everybody sees of themselves."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts import actions
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.domain.authority import Deed, Role
from lantoa.domain.stages import MOVES, NAMES
from tests import cast as people
from tests.cast import NOW, Cast, signed_in

NEW = {"username": "binh", "full_name": "Lê Thanh Bình", "email": "", "person": "CB6", "role": "staff", "unit": ""}


@pytest.fixture
def desk(cast: Cast) -> Client:
    """The administrator's browser."""
    return signed_in(cast.administrator)


def errors_of(page: str) -> list[str]:
    return re.findall(r'<ul class="errorlist"[^>]*><li>(.*?)</li>', page)


def test_a_new_account_gets_its_role_and_its_record(desk: Client) -> None:
    answer = desk.post("/quan-tri/tai-khoan/moi/", NEW)

    user = User.objects.get(username="binh")
    assert answer["Location"] == f"/quan-tri/tai-khoan/{user.pk}/"
    assert (user.person and user.person.subject.code, list(user.grants.values_list("role", flat=True))) == (
        "CB6",
        ["staff"],
    )


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"username": "AN"}, "Đã có tài khoản mang tên này. Hãy chọn tên khác."),
        ({"username": "a b"}, "Tên đăng nhập chỉ gồm chữ, số và các ký tự @ . + - _."),
        ({"username": "binh@songlam.example"}, "Tên đăng nhập không chứa @; hãy ghi thư điện tử ở ô bên dưới."),
        ({"email": "AN@songlam.example"}, "Đã có tài khoản khác dùng thư điện tử này."),
        ({"person": "CB99"}, "Không có cán bộ nào mang mã «CB99» trong sổ."),
        ({"person": "cb5"}, "Cán bộ này đã có tài khoản «an»."),
        ({"role": "head"}, "Hãy ghi mã đơn vị mà người này phụ trách."),
        ({"role": "head", "unit": "XX"}, "Không có đơn vị nào mang mã «XX»."),
        ({"unit": "KL"}, "Chỉ vai trò Trưởng đơn vị mới gắn với một đơn vị; hãy để trống ô này."),
        ({"role": "specialist"}, "Hãy chọn lĩnh vực mà người này thẩm định."),
        ({"office": "science"}, "Chỉ vai trò Cán bộ thẩm định mới gắn với một lĩnh vực; hãy để trống ô này."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    desk: Client, typed: dict[str, str], error: str
) -> None:
    answer = desk.post("/quan-tri/tai-khoan/moi/", NEW | typed)

    assert (answer.status_code, errors_of(answer.content.decode())) == (422, [error])
    assert 'value="Lê Thanh Bình"' in answer.content.decode()


def test_a_password_is_set_through_a_link_that_works_once(cast: Cast, desk: Client) -> None:
    page = desk.post(f"/quan-tri/tai-khoan/{cast.staff.pk}/mat-khau/").content.decode()
    [address] = re.findall(r'value="http://testserver(/dat-mat-khau/[^"]+)"', page)
    owner = Client()
    form = owner.get(address)["Location"]
    new = {"password1": "ba-con-song-lam", "password2": "ba-con-song-lam"}

    set_ = owner.post(form, new)

    assert (set_["Location"], User.objects.get(username="an").check_password("ba-con-song-lam")) == (
        "/dat-mat-khau/xong/",
        True,
    )
    assert "Đường dẫn đã hết hiệu lực" in Client().get(address).content.decode()


def test_a_weak_password_is_refused_with_what_to_do(cast: Cast, desk: Client) -> None:
    parts = actions.make_password_link(user=cast.staff, by=None, at=NOW)
    owner = Client()
    form = owner.get(f"/dat-mat-khau/{parts[0]}-{parts[1]}/")["Location"]

    answer = owner.post(form, {"password1": "12345678", "password2": "12345678"})

    assert "Cần ít nhất 10 ký tự" in answer.content.decode()


def test_a_specialist_verifies_for_one_office(cast: Cast, desk: Client) -> None:
    page = f"/quan-tri/tai-khoan/{cast.deputy.pk}/"

    desk.post(f"{page}vai/", {"role": "specialist", "unit": "", "office": "science"})

    assert actor_of(User.objects.get(pk=cast.deputy.pk)).offices == {"science"}
    assert "Quản lý khoa học" in desk.get(page).content.decode()


def test_a_role_is_given_and_taken_back(cast: Cast, desk: Client) -> None:
    page = f"/quan-tri/tai-khoan/{cast.deputy.pk}/"
    desk.post(f"{page}vai/", {"role": "head", "unit": "pdt"})
    grant = cast.deputy.grants.get(role="head")
    given = grant.unit == cast.office
    desk.post(f"{page}vai/{grant.pk}/thu-hoi/")

    assert (given, cast.deputy.grants.filter(role="head").exists()) == (True, False)


def test_a_role_already_held_is_said_beside_the_field(cast: Cast, desk: Client) -> None:
    answer = desk.post(f"/quan-tri/tai-khoan/{cast.staff.pk}/vai/", {"role": "staff", "unit": ""})

    assert (answer.status_code, errors_of(answer.content.decode())) == (422, ["Người này đã có vai trò đó."])


def test_the_last_administrator_is_told_why_the_role_stays(cast: Cast, desk: Client) -> None:
    grant = cast.administrator.grants.get()

    answer = desk.post(f"/quan-tri/tai-khoan/{cast.administrator.pk}/vai/{grant.pk}/thu-hoi/", follow=True)

    assert "Đây là tài khoản quản trị cuối cùng." in answer.content.decode()


def test_the_facts_of_an_account_can_be_corrected(cast: Cast, desk: Client) -> None:
    desk.post(
        f"/quan-tri/tai-khoan/{cast.stranger.pk}/sua/",
        {"full_name": "Lê Thanh Bình", "email": "binh@songlam.example", "person": "CB6"},
    )

    user = User.objects.get(pk=cast.stranger.pk)
    assert (str(user), user.email, user.person) == ("Lê Thanh Bình", "binh@songlam.example", cast.lecturer)


def test_a_wrong_fact_is_not_written(cast: Cast, desk: Client) -> None:
    answer = desk.post(f"/quan-tri/tai-khoan/{cast.stranger.pk}/sua/", {"full_name": "Bình", "email": "không phải"})

    assert (answer.status_code, User.objects.get(pk=cast.stranger.pk).first_name) == (422, "")


@pytest.mark.parametrize(("deed", "is_active"), [("khoa", False), ("mo", True)])
def test_an_account_is_closed_and_opened(cast: Cast, desk: Client, deed: str, *, is_active: bool) -> None:
    User.objects.filter(pk=cast.staff.pk).update(is_active=not is_active)

    desk.post(f"/quan-tri/tai-khoan/{cast.staff.pk}/{deed}/")

    assert User.objects.get(pk=cast.staff.pk).is_active is is_active


def test_a_locked_name_is_marked_and_can_be_let_in(cast: Cast, desk: Client) -> None:
    AccessAttempt.objects.create(username="an", ip_address="203.0.113.7", failures_since_start=5)
    page = f"/quan-tri/tai-khoan/{cast.staff.pk}/"
    before = desk.get(page).content.decode()
    desk.post(f"{page}bo-chan/")

    assert ["đang bị chặn đăng nhập" in shown for shown in (before, desk.get(page).content.decode())] == [True, False]


def test_a_lock_that_is_over_is_not_marked(cast: Cast, desk: Client) -> None:
    attempt = AccessAttempt.objects.create(username="an", ip_address="203.0.113.7", failures_since_start=5)
    AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=timezone.now() - timedelta(hours=1))

    assert "đang bị chặn" not in desk.get(f"/quan-tri/tai-khoan/{cast.staff.pk}/").content.decode()


@pytest.mark.parametrize("deed", ["sua", "vai", "khoa", "mo", "bo-chan", "mat-khau"])
def test_a_link_alone_changes_nothing(cast: Cast, desk: Client, deed: str) -> None:
    assert desk.get(f"/quan-tri/tai-khoan/{cast.staff.pk}/{deed}/").status_code == 405


def listed(page: str) -> list[str]:
    return re.findall(r"<td>([a-z]+\d*)</td>", page)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=KHOA", ["khoa"]),
        ("q=khong-co", []),
        ("vai=head", ["dung", "khoa"]),
        ("vai=administrator", ["quantri"]),
        ("trang_thai=khoa", ["mai"]),
        ("vai=staff&trang_thai=khoa", ["mai"]),
        ("vai=la-lung&trang=99", ["an", "dung", "hanh", "khach", "khoa", "mai", "quantri"]),
    ],
)
def test_the_list_is_searched_and_filtered(cast: Cast, desk: Client, asked: str, found: list[str]) -> None:
    User.objects.filter(username="mai").update(is_active=False)
    for user in User.objects.all():
        actions.rename(user=user, full_name="", by=None, at=NOW)

    assert listed(desk.get(f"/quan-tri/?{asked}").content.decode()) == found


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Bình"]),
        ("-ten", ["Lê Bình", "Nguyễn Thị Ánh", "Trần Văn An"]),
        ("dang_nhap", ["Lê Bình", "Trần Văn An", "Nguyễn Thị Ánh"]),
        ("la-lung", ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Bình"]),
    ],
)
def test_the_list_is_in_the_order_of_given_names_or_as_asked(db: None, sort: str, names: list[str]) -> None:
    for username, name in (("b", "Trần Văn An"), ("c", "Nguyễn Thị Ánh"), ("a", "Lê Bình")):
        user = actions.open_account(username=username, full_name=name, by=None, at=NOW)
    actions.grant_role(user=user, role=Role.ADMINISTRATOR, by=None, at=NOW)

    page = signed_in(user).get(f"/quan-tri/?sap_xep={sort}" if sort else "/quan-tri/").content.decode()

    assert re.findall(r'<td><a href="/quan-tri/tai-khoan/\d+/">(.*?)</a>', page) == names


@pytest.mark.parametrize("address", ["/quan-tri/", "/quan-tri/nhat-ky/"])
def test_a_change_of_the_filter_swaps_the_rows_only(desk: Client, address: str) -> None:
    part = desk.get(address, headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in part, part.strip()[:8]) == (False, "<div id=")


@pytest.mark.parametrize("more", [1, 3, 60])
def test_the_list_asks_the_database_as_often_for_many_as_for_few(
    cast: Cast, desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for number in range(more):
        people.account(f"nguoi{number}", Role.STAFF, heads=[cast.office])

    with django_assert_max_num_queries(12):
        desk.get("/quan-tri/")


def test_the_roles_page_is_made_from_the_table_of_permissions(cast: Cast) -> None:
    page = signed_in(cast.stranger).get("/quan-tri/vai-tro/").content.decode()

    first_table = page[: page.index('id="lives"')]
    assert re.findall(r'<th scope="row">(.*?)</th>', first_table) == [
        deed.label[0].upper() + deed.label[1:] for deed in Deed
    ]


def test_the_roles_page_says_at_which_stage_what_may_be_done(cast: Cast) -> None:
    page = signed_in(cast.stranger).get("/quan-tri/vai-tro/").content.decode()

    rows = re.findall(r'<th scope="row">(.*?)</th><td>(.*?)</td><td>(.*?)</td>', page[page.index('id="lives"') :])

    assert ("Công khai", "đã thẩm định", "đang công khai") in rows
    assert len(rows) == sum(len(MOVES[life]) for life in NAMES)


def test_one_changes_the_own_name(cast: Cast) -> None:
    signed_in(cast.staff).post("/tai-khoan/", {"full_name": "Nguyễn Văn An"})

    assert str(User.objects.get(pk=cast.staff.pk)) == "Nguyễn Văn An"


def test_an_empty_name_is_refused(cast: Cast) -> None:
    assert signed_in(cast.staff).post("/tai-khoan/", {"full_name": " "}).status_code == 422


def test_one_changes_the_own_password_and_stays_signed_in(cast: Cast) -> None:
    actions.change_password(user=cast.staff, password="cu-ky-ngay-xua", by=None, at=NOW)
    browser = signed_in(cast.staff)
    new = {"oldpassword": "cu-ky-ngay-xua", "password1": "ba-con-song-lam", "password2": "ba-con-song-lam"}

    browser.post("/tai-khoan/mat-khau/", new)

    assert User.objects.get(pk=cast.staff.pk).check_password("ba-con-song-lam")
    assert browser.get("/tai-khoan/").status_code == 200


def rows_of_log(browser: Client, asked: str = "") -> list[str]:
    page = browser.get(f"/quan-tri/nhat-ky/?{asked}").content.decode()
    return re.findall(r"<td>(?:tài khoản|sổ) (\w+)</td>", page)


@pytest.fixture
def log(cast: Cast) -> None:
    """Three events on three days, by two people."""
    for day, (by, deed, name) in enumerate(
        [
            (cast.administrator, "open_account", "mot"),
            (cast.officer, "close_account", "hai"),
            (None, "open_account", "ba"),
        ]
    ):
        record(deed=deed, target=f"account:{name}", details={"n": day}, by=by, at=NOW + timedelta(days=day))


@pytest.mark.usefixtures("log")
def test_the_log_shows_the_newest_first(desk: Client) -> None:
    assert rows_of_log(desk) == ["ba", "hai", "mot"]


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("viec=open_account", ["ba", "mot"]),
        ("nguoi={officer}", ["hai"]),
        ("tu_ngay=16/1/2026", ["ba", "hai"]),
        ("den_ngay=15/01/2026", ["mot"]),
        ("doi_tuong=account:hai", ["hai"]),
    ],
)
def test_the_log_is_filtered(cast: Cast, desk: Client, asked: str, found: list[str]) -> None:
    assert rows_of_log(desk, asked.format(officer=cast.officer.pk)) == found


def test_a_day_that_is_none_is_said(desk: Client) -> None:
    assert desk.get("/quan-tri/nhat-ky/?tu_ngay=31/02/2026").status_code == 422


def test_the_log_is_turned_page_by_page(cast: Cast, desk: Client) -> None:
    for number in range(55):
        record(deed="open_account", target=f"account:n{number}", details={}, by=None, at=NOW)

    assert rows_of_log(desk, "trang=2") == ["n4", "n3", "n2", "n1", "n0"]


@pytest.mark.parametrize(("who", "shown"), [("officer", True), ("administrator", False)])
def test_what_was_written_about_a_sanction_is_for_the_officer_only(cast: Cast, who: str, *, shown: bool) -> None:
    details = {"sheet": "Kỷ luật", "after": {"person": "CB6", "form": "Khiển trách"}}
    record(deed="row_added", target="Kỷ luật 1", details=details, by=cast.officer, at=NOW)

    page = signed_in(getattr(cast, who)).get("/quan-tri/nhat-ky/").content.decode()

    assert ("Khiển trách" in page) is shown
