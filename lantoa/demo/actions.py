"""Filling an empty book with the demonstration school, and opening an account for show of every role."""

from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts import actions as accounts
from lantoa.accounts.demo import PASSWORD, USER_NAMES
from lantoa.accounts.models import RoleGrant, User
from lantoa.demo.book import demo_book
from lantoa.demo.heads import HEADS
from lantoa.demo.queries import example_head, example_member, heads_of_units, is_empty
from lantoa.domain.authority import Role
from lantoa.register.actions import imports
from lantoa.register.books.writing import write_book
from lantoa.register.models import Import, Person, Post

FILE_NAME = "So-dung-thu-Truong-Cao-dang-Luat-Song-Lam.xlsx"


class BookIsNotEmpty(ValueError):
    """The demonstration school is for an empty book only."""

    def __init__(self) -> None:
        super().__init__(_("Sổ đã có dữ liệu nên không nạp trường dùng thử; không có gì thay đổi."))


class RealAccounts(ValueError):
    """Accounts with passwords that everybody knows do not belong beside those of real people."""

    def __init__(self) -> None:
        super().__init__(
            _("Hệ thống đã có tài khoản thật nên không mở tài khoản dùng thử. Hãy thử trong một thư mục dữ liệu khác.")
        )


def fill(*, at: datetime) -> Import:
    """Take the school in as a workbook, on the same path as any other; BookIsNotEmpty when something is on file."""
    if not is_empty():
        raise BookIsNotEmpty
    workbook = BytesIO()
    write_book(demo_book(), workbook)
    workbook.seek(0)
    book = imports.receive(file=File(workbook, name=FILE_NAME), by=None, at=at)
    imports.check(book=book, by=None, at=at)
    return imports.take_in(book=book, only_good_rows=False, by=None, at=at)


@transaction.atomic
def open_accounts(*, at: datetime) -> list[User]:
    """One account of every role; what is there stays. A head's unit and a record come with the first book."""
    if User.objects.filter(is_demo=False).exclude(username__in=USER_NAMES.values()).exists():
        raise RealAccounts
    users = [_account(role, at) for role in Role]
    _complete(at)
    return users


@transaction.atomic
def open_heads(*, at: datetime) -> None:
    """More heads of units, under names of their own and the same password; those that are there stay."""
    for post in heads_of_units(timezone.localdate(at)):
        username = HEADS.get(post.unit.subject.code)
        if username and not hasattr(post.person, "account"):
            user = _opened(username, post.person.subject.name, at)
            _become(user, post.person, at)
            accounts.grant_role(user=user, role=Role.HEAD, unit_id=post.unit_id, by=None, at=at)


def _account(role: Role, at: datetime) -> User:
    user = _opened(USER_NAMES[role], role.label, at)
    if role is not Role.HEAD and not user.grants.filter(role=role.value).exists():
        office = next(iter(plans.load().procedure.offices)) if role is Role.SPECIALIST else ""
        accounts.grant_role(user=user, role=role, office=office, by=None, at=at)
    return user


def _opened(username: str, full_name: str, at: datetime) -> User:
    """The account of that name; what is there stays."""
    if known := User.objects.filter(username=username).first():
        return known
    user = accounts.open_account(username=username, full_name=full_name, is_demo=True, by=None, at=at)
    accounts.change_password(user=user, password=PASSWORD, is_demo=True, by=None, at=at)
    return user


def _complete(at: datetime) -> None:
    """Give the head a unit and both head and member a record, once there is a book to take them from."""
    post = example_head(timezone.localdate(at))
    head = User.objects.get(username=USER_NAMES[Role.HEAD])
    if post is None or RoleGrant.objects.filter(user=head).exists():
        return
    accounts.grant_role(user=head, role=Role.HEAD, unit_id=post.unit_id, by=None, at=at)
    _become(head, post.person, at)
    _become_member(post, at)


def _become_member(head: Post, at: datetime) -> None:
    member = example_member(head.unit, timezone.localdate(at))
    staff = User.objects.get(username=USER_NAMES[Role.STAFF])
    if member is not None and staff.person_id is None:
        _become(staff, member, at)


def _become(user: User, person: Person, at: datetime) -> None:
    if user.is_demo and not hasattr(person, "account"):
        facts: dict[str, Any] = {"full_name": person.subject.name, "email": user.email, "person_id": person.pk}
        accounts.edit_account(user=user, **facts, by=None, at=at)
