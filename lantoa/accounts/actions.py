"""Opening and closing accounts, giving and taking back roles, passwords: every change leaves an event."""

from datetime import datetime
from typing import Any

from allauth.account.forms import default_token_generator
from axes.models import AccessAttempt
from django.db import transaction
from django.utils.http import int_to_base36
from django.utils.translation import gettext as _

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.actions import record
from lantoa.audit.words import ACCOUNT
from lantoa.domain.authority import Role
from lantoa.domain.vietnamese import fold, name_sort_key, tidy


class NobodyWouldAdminister(ValueError):
    """The last account that may manage accounts would lose that."""

    def __init__(self) -> None:
        super().__init__(_("Đây là tài khoản quản trị cuối cùng. Hãy giao vai trò quản trị cho một người khác trước."))


class OwnAccount(ValueError):
    """Nobody closes the account they are signed in with."""

    def __init__(self) -> None:
        super().__init__(_("Bạn không tự khoá tài khoản của mình được. Hãy nhờ một người quản trị khác."))


class RoleHeld(ValueError):
    """The role was given already."""

    def __init__(self) -> None:
        super().__init__(_("Người này đã có vai trò đó."))


@transaction.atomic
def open_account(
    *,
    username: str,
    full_name: str,
    email: str = "",
    person_id: int | None = None,
    is_demo: bool = False,
    by: User | None,
    at: datetime,
) -> User:
    """An account without a password: its owner sets one through a link of `make_password_link`."""
    user = User(username=username.casefold(), email=email.casefold(), person_id=person_id, is_demo=is_demo)
    user.set_unusable_password()
    _rename(user, full_name)
    user.save()
    _record("open_account", user, by, at, name=user.first_name, email=user.email, person=person_id)
    return user


@transaction.atomic
def edit_account(
    *, user: User, full_name: str, email: str, person_id: int | None, by: User | None, at: datetime
) -> None:
    before = [user.first_name, user.email, user.person_id]
    user.email, user.person_id = email.casefold(), person_id
    _rename(user, full_name)
    user.save(update_fields=["first_name", "last_name", "email", "person", "search_key", "sort_key"])
    _record("edit_account", user, by, at, before=before, after=[user.first_name, user.email, person_id])


@transaction.atomic
def rename(*, user: User, full_name: str, by: User | None, at: datetime) -> None:
    before = user.first_name
    _rename(user, full_name)
    user.save(update_fields=["first_name", "last_name", "search_key", "sort_key"])
    _record("rename_account", user, by, at, before=before, after=user.first_name)


@transaction.atomic
def grant_role(
    *, user: User, role: Role, unit_id: int | None = None, office: str = "", by: User | None, at: datetime
) -> RoleGrant:
    """Give a role; a head's names the unit, a specialist's the office. RoleHeld when it was given already."""
    grant, is_new = RoleGrant.objects.get_or_create(user=user, role=role.value, unit_id=unit_id, office=office)
    if not is_new:
        raise RoleHeld
    _record("grant_role", user, by, at, role=role.value, unit=_code(grant), **_office(grant))
    return grant


@transaction.atomic
def withdraw_role(*, grant: RoleGrant, by: User | None, at: datetime) -> None:
    """Take a role back; NobodyWouldAdminister when it is the last administrator's."""
    if grant.role == Role.ADMINISTRATOR.value:
        _keep_an_administrator(besides=grant.user)
    grant.delete()
    _record("withdraw_role", grant.user, by, at, role=grant.role, unit=_code(grant), **_office(grant))


@transaction.atomic
def close_account(*, user: User, by: User | None, at: datetime) -> None:
    """No more signing in; what the user did stays on record. Open sessions end with the next click."""
    if user == by:
        raise OwnAccount
    _keep_an_administrator(besides=user)
    user.is_active = False
    user.save(update_fields=["is_active"])
    _record("close_account", user, by, at)


@transaction.atomic
def reopen_account(*, user: User, by: User | None, at: datetime) -> None:
    user.is_active = True
    user.save(update_fields=["is_active"])
    _record("reopen_account", user, by, at)


@transaction.atomic
def unlock(*, user: User, by: User | None, at: datetime) -> None:
    """Forget the failed attempts to sign in, so that the owner need not wait."""
    AccessAttempt.objects.filter(username=user.username).delete()
    _record("unlock_account", user, by, at)


@transaction.atomic
def make_password_link(*, user: User, by: User | None, at: datetime) -> tuple[str, str]:
    """The two parts of the address where the owner sets a password: once, within PASSWORD_RESET_TIMEOUT."""
    _record("make_password_link", user, by, at)
    return int_to_base36(user.pk), str(default_token_generator.make_token(user))


@transaction.atomic
def change_password(*, user: User, password: str, is_demo: bool = False, by: User | None, at: datetime) -> None:
    """Set a password that was checked before; an account for show is one no longer, unless this one is known too."""
    user.set_password(password)
    user.is_demo = is_demo
    user.save(update_fields=["password", "is_demo"])
    AccessAttempt.objects.filter(username=user.username).delete()
    _record("change_password", user, by, at)


@transaction.atomic
def appoint_administrator(*, username: str, full_name: str, at: datetime) -> User:
    """The account of that name, opened if need be, open and with the role: for whoever runs the installation."""
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        user = open_account(username=username, full_name=full_name, by=None, at=at)
    if not user.is_active:
        reopen_account(user=user, by=None, at=at)
    if not user.grants.filter(role=Role.ADMINISTRATOR.value).exists():
        grant_role(user=user, role=Role.ADMINISTRATOR, by=None, at=at)
    return user


def _rename(user: User, full_name: str) -> None:
    """A Vietnamese name is one whole: it is kept in one field."""
    user.first_name, user.last_name = tidy(full_name), ""
    user.search_key = fold(f"{user.username} {user.first_name} {user.email}")[:250]
    user.sort_key = name_sort_key(user.first_name)[:500]


def _keep_an_administrator(*, besides: User) -> None:
    administrators = RoleGrant.objects.select_for_update().filter(role=Role.ADMINISTRATOR.value, user__is_active=True)
    if set(administrators.values_list("user_id", flat=True)) == {besides.pk}:
        raise NobodyWouldAdminister


def _code(grant: RoleGrant) -> str | None:
    return grant.unit.subject.code if grant.unit else None


def _office(grant: RoleGrant) -> dict[str, str]:
    return {"office": grant.office} if grant.office else {}


def _record(deed: str, user: User, by: User | None, at: datetime, **details: Any) -> None:
    vars(user).pop("actor", None)  # roles may be others now
    record(deed=deed, target=f"{ACCOUNT}{user.username}", details=details, by=by, at=at)
