"""Accounts and the log as Excel files: what the page asks for, and nothing that the reader may not see."""

from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from tests.cast import NOW, Cast, signed_in


def exported(user: User, address: str) -> list[list[Any]]:
    answer = signed_in(user).get(address)
    body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0).to_python()


def test_accounts_are_exported_with_their_roles(cast: Cast) -> None:
    heads, *rows = exported(cast.administrator, "/quan-tri/xuat/?vai=head")

    assert heads[:5] == ["Họ và tên", "Tên đăng nhập", "Thư điện tử", "Vai trò", "Mã cán bộ"]
    assert [(row[1], row[3], row[5]) for row in rows] == [
        ("dung", "Viên chức, người lao động; Trưởng đơn vị Phòng Đào tạo", "đang dùng"),
        ("khoa", "Viên chức, người lao động; Trưởng đơn vị Khoa Luật", "đang dùng"),
    ]


def test_accounts_are_exported_in_the_order_of_the_page(cast: Cast) -> None:
    rows = exported(cast.administrator, "/quan-tri/xuat/?sap_xep=-dang_nhap")[1:]

    names = [row[1] for row in rows]
    assert names == sorted(User.objects.values_list("username", flat=True), reverse=True)


def test_a_closed_account_says_so(cast: Cast) -> None:
    User.objects.filter(pk=cast.staff.pk).update(is_active=False)

    assert [row[1] for row in exported(cast.administrator, "/quan-tri/xuat/?trang_thai=khoa")[1:]] == [
        cast.staff.username
    ]


@pytest.mark.parametrize(("who", "details"), [("officer", "mã: CB5"), ("administrator", "thuộc sổ thi đua")])
def test_the_log_keeps_details_of_the_register_to_those_who_may_see_it(cast: Cast, who: str, details: str) -> None:
    event = record(deed="row_added", target="Kỷ luật 1", details={"code": "CB5"}, by=cast.officer, at=NOW)

    heads, row = exported(getattr(cast, who), "/quan-tri/nhat-ky/xuat/?viec=row_added")

    assert heads == ["Số", "Lúc", "Người làm", "Việc", "Đối tượng", "Chi tiết"]
    assert (row[0], *row[2:]) == (event.pk, str(cast.officer), "Thêm dòng vào sổ", "Kỷ luật 1", details)


def test_the_log_is_exported_as_filtered_with_every_page(cast: Cast) -> None:
    for number in range(120):
        record(deed="books_closed", target=f"Đơn vị {number}", details={}, by=None, at=NOW)

    rows = exported(cast.administrator, "/quan-tri/nhat-ky/xuat/?viec=books_closed&trang=2")[1:]

    assert [row[4] for row in rows] == [f"Đơn vị {number}" for number in reversed(range(120))]
    assert {row[2] for row in rows} == {"phần mềm"}


def test_the_pages_offer_the_files_as_filtered(cast: Cast) -> None:
    record(deed="grant_role", target="account:an", details={}, by=None, at=NOW)
    client = signed_in(cast.administrator)

    accounts = client.get("/quan-tri/?vai=head&trang=1").content.decode()
    log = client.get("/quan-tri/nhat-ky/?viec=grant_role").content.decode()

    assert 'href="/quan-tri/xuat/?vai=head"' in accounts
    assert 'href="/quan-tri/nhat-ky/xuat/?viec=grant_role"' in log
