"""The sign-in page, and what to do when the password is forgotten."""

from typing import Any

from allauth.account.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.demo import shown
from lantoa.accounts.queries import demo_accounts


class SignIn(LoginView):  # type: ignore[misc]
    """allauth's page; while accounts for show exist it warns of them and says their passwords."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**given)
        return context | {"demo_accounts": list(map(shown, demo_accounts()))}


sign_in = SignIn.as_view()


def forgotten(request: HttpRequest) -> HttpResponse:
    """Passwords are not sent by mail: the administrator hands over a link that works once."""
    return render(request, "accounts/forgotten.html")
