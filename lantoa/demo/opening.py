"""Opening accounts for show: one of every role, and more of those that a life of a nomination needs."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts import actions as accounts
from lantoa.accounts.demo import PASSWORD, USER_NAMES
from lantoa.accounts.models import RoleGrant, User
from lantoa.demo.accounts import CLERK, HEADS, MEMBERS, OFFICER, SPECIALISTS
from lantoa.demo.queries import example_head, example_member, free_colleague, heads_of_units, leaders_of_the_school
from lantoa.domain.authority import Role
from lantoa.domain.papers.bases import Topic
from lantoa.papers.actions import bases, letterheads
from lantoa.papers.models import Letterhead
from lantoa.register.models import Person, Post

LETTERHEAD = {
    "since": date(2015, 1, 1),
    "parent": "Bộ Tư pháp",
    "abbreviation": "CĐLSL",
    "place": "Bình An",
    "office": "TCHC",
}
REGULATIONS = (
    "Quyết định số 215/QĐ-CĐLSL ngày 15 tháng 3 năm 2018 của Hiệu trưởng %s ban hành Quy chế thi đua, khen thưởng"
)
PLAN = (
    "Kế hoạch số 12/KH-CĐLSL ngày 18 tháng 01 năm 2021 của Hiệu trưởng %s về xây dựng, bồi dưỡng, nhân rộng điển hình "
    "tiên tiến hướng tới Đại hội Thi đua yêu nước ngành Tư pháp lần thứ VI"
)
BASIS: dict[str, Any] = {"until": None, "source": "", "is_left_out": False, "applies_from": None}
READ: dict[str, Any] = {"is_checked": True, "check_note": "Bản lưu tại Văn thư"}


class RealAccounts(ValueError):
    """Accounts with passwords that everybody knows do not belong beside those of real people."""

    def __init__(self) -> None:
        super().__init__(
            _("Hệ thống đã có tài khoản thật nên không mở tài khoản dùng thử. Hãy thử trong một thư mục dữ liệu khác.")
        )


@transaction.atomic
def open_accounts(*, at: datetime) -> list[User]:
    """One account of every role; what is there stays. A head's unit and a record come with the first book."""
    if User.objects.filter(is_demo=False).exclude(username__in=USER_NAMES.values()).exists():
        raise RealAccounts
    users = [_account(role, at) for role in Role]
    _complete(at)
    _seat_leaders(at)
    return users


@transaction.atomic
def open_others(*, at: datetime) -> None:
    """More heads, specialists and Council members of the demonstration school; those that are there stay."""
    day = timezone.localdate(at)
    for post in heads_of_units(day):
        if username := HEADS.get(post.unit.subject.code):
            user = _opened(username, post.person.subject.name, at)
            _become(user, post.person, at)
            _grant(user, Role.HEAD, at, unit_id=post.unit_id)
    for office, (unit, username) in SPECIALISTS.items():
        _seat(username, Role.SPECIALIST, unit, at, office=office)
    for role, (unit, username) in ((Role.CLERK, CLERK), (Role.OFFICER, OFFICER)):
        _seat(username, role, unit, at)
    for username in (USER_NAMES[Role.OFFICER], *MEMBERS):
        _grant(User.objects.get(username=username), Role.MEMBER, at)
    _write_letterhead(at)


def _write_letterhead(at: datetime) -> None:
    """How the school names itself on paper; what is there stays."""
    leader = leaders_of_the_school(timezone.localdate(at)).select_related("person__subject", "unit__subject").first()
    if leader is None or Letterhead.objects.exists():
        return
    facts = LETTERHEAD | {
        "issuer": leader.unit.subject.name,
        "position": leader.position,
        "signer": leader.person.subject.name,
    }
    officer = User.objects.get(username=USER_NAMES[Role.OFFICER])
    letterheads.write(facts=facts, by=officer, at=at)
    _write_bases(leader.unit.subject.name, officer, at)


def _write_bases(school: str, officer: User, at: datetime) -> None:
    """The school's own texts with their numbers, as they lie in its archive."""
    own = BASIS | READ | {"since": date(2018, 3, 15), "words": REGULATIONS % school, "reason": ""}
    plan = BASIS | READ | {"since": None, "words": PLAN % school, "reason": _("Ghi số, ngày của bản đã ban hành")}
    bases.add(facts=own | {"topic": Topic.SCHOOL.value}, by=officer, at=at)
    bases.rewrite(code=plans.DEFAULT, seen=0, facts=plan, by=officer, at=at)


def _account(role: Role, at: datetime) -> User:
    user = _opened(USER_NAMES[role], role.label, at)
    if role is not Role.HEAD:
        _grant(user, role, at, office=next(iter(SPECIALISTS)) if role is Role.SPECIALIST else "")
    return user


def _grant(user: User, role: Role, at: datetime, *, unit_id: int | None = None, office: str = "") -> None:
    if not user.grants.filter(role=role.value).exists():
        accounts.grant_role(user=user, role=role, unit_id=unit_id, office=office, by=None, at=at)


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


def _seat_leaders(at: datetime) -> None:
    """Principal, chair and one member of the Council lead the school; of a book of one's own only the head is known."""
    leaders = leaders_of_the_school(timezone.localdate(at))
    for role, post in zip((Role.PRINCIPAL, Role.CHAIR, Role.MEMBER), leaders, strict=False):
        _become(User.objects.get(username=USER_NAMES[role]), post.person, at)


def _seat(username: str, role: Role, unit: str, at: datetime, *, office: str = "") -> None:
    """Somebody of the unit who has no account yet."""
    user = _opened(username, role.label, at)
    post = free_colleague(unit, timezone.localdate(at))
    if user.person_id is None and post is not None:
        _become(user, post.person, at)
    _grant(user, role, at, office=office)


def _become(user: User, person: Person, at: datetime) -> None:
    if user.is_demo and user.person_id is None and not hasattr(person, "account"):
        facts: dict[str, Any] = {"full_name": person.subject.name, "email": user.email, "person_id": person.pk}
        accounts.edit_account(user=user, **facts, by=None, at=at)
