"""One's own account: the name, the roles held, the way to a new password."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.accounts import actions
from lantoa.accounts.forms import NameForm
from lantoa.accounts.models import User
from lantoa.accounts.queries import grants_of
from lantoa.accounts.views.access import requires


@requires()
def account(request: HttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    form = NameForm(request.POST or None, initial={"full_name": user.get_full_name()})
    if request.method == "POST" and form.is_valid():
        actions.rename(user=user, full_name=form.cleaned_data["full_name"], by=user, at=timezone.now())
        messages.success(request, _("Đã ghi họ tên mới."))
        return redirect("account")
    page = {"form": form, "grants": grants_of(user)}
    return render(request, "accounts/own.html", page, status=422 if form.errors else 200)
