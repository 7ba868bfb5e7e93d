"""How sign-in (allauth) and its lock (axes) fit this house: nobody signs up, a user has one name to both."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from lantoa.accounts import actions
from lantoa.accounts.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by the administrator; a password is set by an action, so that it leaves an event."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def set_password(self, user: User, password: str) -> None:
        actions.change_password(user=user, password=password, by=user, at=timezone.now())

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)


def client_address(request: HttpRequest) -> str:
    """The address of the browser, past as many proxies of our own as the settings name."""
    forwarded = [address.strip() for address in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if settings.PROXIES and len(forwarded) >= settings.PROXIES:
        return str(forwarded[-settings.PROXIES])
    return str(request.META.get("REMOTE_ADDR", ""))


def account_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The one name under which failures are counted, however it was typed: user name or e-mail, in any case."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    name = str(typed).strip().casefold()[:254]
    if "@" in name and (user := User.objects.filter(email__iexact=name).first()):
        return str(user.username)
    return name
