"""The administrator's pages about accounts: the list, a new one, one of them and what is done to it."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts import actions, queries
from lantoa.accounts.forms import AccountForm, AccountsFilter, GrantForm, NewAccountForm
from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.views.access import abilities, requires
from lantoa.domain.authority import Deed, Role

ROWS = 50


@requires(Deed.MANAGE_ACCOUNTS)
def listing(request: HttpRequest) -> HttpResponse:
    form = AccountsFilter(request.GET)
    page = Paginator(asked_for(request, form), ROWS).get_page(request.GET.get("trang"))
    template = "accounts/list_rows.html" if request.headers.get("HX-Request") else "accounts/list.html"
    shown = {"form": form, "page": page, "sort": request.GET.get("sap_xep", "ten"), "may": abilities(request)}
    return render(request, template, shown)


def asked_for(request: HttpRequest, form: AccountsFilter) -> QuerySet[User]:
    """The accounts that the address asks for, in its order."""
    form.is_valid()
    asked = form.cleaned_data
    return queries.accounts(
        words=asked.get("q", ""),
        role=Role(asked["vai"]) if asked.get("vai") else None,
        is_active={"mo": True, "khoa": False}.get(asked.get("trang_thai", "")),
        sort=request.GET.get("sap_xep", "ten"),
    )


@requires(Deed.MANAGE_ACCOUNTS)
def new(request: HttpRequest) -> HttpResponse:
    form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _opened(form.cleaned_data, by=_me(request))
        messages.success(request, _("Đã mở tài khoản. Hãy tạo đường dẫn đặt mật khẩu và chuyển cho chủ tài khoản."))
        return redirect("user", user.pk)
    page = {"form": form, "units": queries.some_units(), "trail": _trail(_("Mở tài khoản"))}
    return render(request, "accounts/new.html", page, status=422 if form.errors else 200)


@requires(Deed.MANAGE_ACCOUNTS)
def one(request: HttpRequest, number: int) -> HttpResponse:
    return _page_of(request, _account(number))


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def edit(request: HttpRequest, number: int) -> HttpResponse:
    user = _account(number)
    form = AccountForm(request.POST, user=user)
    if not form.is_valid():
        return _page_of(request, user, form=form)
    values = form.cleaned_data
    person = values["person"]
    actions.edit_account(
        user=user,
        full_name=values["full_name"],
        email=values["email"],
        person_id=person.pk if person else None,
        by=_me(request),
        at=timezone.now(),
    )
    messages.success(request, _("Đã ghi thay đổi."))
    return redirect("user", user.pk)


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def grant(request: HttpRequest, number: int) -> HttpResponse:
    user = _account(number)
    form = GrantForm(request.POST)
    if form.is_valid():
        try:
            _granted(user, form.cleaned_data, by=_me(request))
        except actions.RoleHeld as problem:
            form.add_error("role", str(problem))
    if form.errors:
        return _page_of(request, user, grant_form=form)
    messages.success(request, _("Đã giao vai trò."))
    return redirect("user", user.pk)


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def withdraw(request: HttpRequest, number: int, grant_number: int) -> HttpResponse:
    held = get_object_or_404(RoleGrant, pk=grant_number, user=number)
    return _done(request, held.user, _("Đã thu hồi vai trò."), lambda: _withdrawn(held, by=_me(request)))


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def close(request: HttpRequest, number: int) -> HttpResponse:
    return _deed(request, number, actions.close_account, _("Đã khoá tài khoản; người này không đăng nhập được nữa."))


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    return _deed(request, number, actions.reopen_account, _("Đã mở lại tài khoản."))


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def unlock(request: HttpRequest, number: int) -> HttpResponse:
    return _deed(request, number, actions.unlock, _("Đã bỏ chặn; người này đăng nhập lại được ngay."))


@require_POST
@requires(Deed.MANAGE_ACCOUNTS)
def password_link(request: HttpRequest, number: int) -> HttpResponse:
    """The link is in this answer only: it is written down nowhere."""
    user = _account(number)
    parts = actions.make_password_link(user=user, by=_me(request), at=timezone.now())
    trail = _trail(_("Đường dẫn đặt mật khẩu"), user)
    address = request.build_absolute_uri(reverse("account_reset_password_from_key", args=parts))
    return render(request, "accounts/password_link.html", {"user_shown": user, "address": address, "trail": trail})


def _page_of(request: HttpRequest, user: User, **forms: Any) -> HttpResponse:
    code = user.person.subject.code if user.person else ""
    known = {"full_name": user.get_full_name(), "email": user.email, "person": code}
    page = {
        "user_shown": user,
        "grants": queries.grants_of(user),
        "is_locked": queries.is_locked(user, now=timezone.now()),
        "form": AccountForm(initial=known, user=user),
        "grant_form": GrantForm(),
        "units": queries.some_units(),
        "trail": _trail(str(user)),
    }
    return render(request, "accounts/one.html", page | forms, status=422 if forms else 200)


def _trail(here: str, user: User | None = None) -> list[tuple[str, str]]:
    above = [(str(user), reverse("user", args=[user.pk]))] if user else []
    return [(_("Tài khoản"), reverse("users")), *above, (here, "")]


def _deed(request: HttpRequest, number: int, action: Callable[..., None], words: str) -> HttpResponse:
    user = _account(number)
    return _done(request, user, words, lambda: action(user=user, by=_me(request), at=timezone.now()))


def _done(request: HttpRequest, user: User, words: str, act: Callable[[], None]) -> HttpResponse:
    """Do it and say so; or say why not, and what to do."""
    try:
        act()
    except (actions.NobodyWouldAdminister, actions.OwnAccount) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, words)
    return redirect("user", user.pk)


def _opened(values: dict[str, Any], *, by: User) -> User:
    person = values["person"]
    user = actions.open_account(
        username=values["username"],
        full_name=values["full_name"],
        email=values["email"],
        person_id=person.pk if person else None,
        by=by,
        at=timezone.now(),
    )
    _granted(user, values, by=by)
    return user


def _granted(user: User, values: dict[str, Any], *, by: User) -> None:
    unit = values["unit"]
    scope = {"unit_id": unit.pk if unit else None, "office": values["office"]}
    actions.grant_role(user=user, role=Role(values["role"]), **scope, by=by, at=timezone.now())


def _withdrawn(held: RoleGrant, *, by: User) -> None:
    actions.withdraw_role(grant=held, by=by, at=timezone.now())


def _account(number: int) -> User:
    return get_object_or_404(User.objects.select_related("person__subject"), pk=number)


def _me(request: HttpRequest) -> User:
    return cast("User", request.user)
