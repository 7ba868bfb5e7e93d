"""Ending a hold."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.register.actions import holds
from lantoa.register.models import Hold


@requires(Deed.EDIT_REGISTER)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Today is the last day of the hold."""
    hold = get_object_or_404(Hold, pk=pk)
    try:
        holds.end(hold=hold, last_day=localdate(), by=cast(User, request.user), at=now())
    except holds.NotHolding as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã kết thúc tạm hoãn: %(hold)s.") % {"hold": hold})
    return redirect("register:list", "tam-hoan")
