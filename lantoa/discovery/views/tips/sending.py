"""Sending a tip, by anybody signed in."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.discovery.actions.tips import sending
from lantoa.discovery.actions.tips.refusals import AboutOneself, AlreadyOnFile
from lantoa.discovery.actions.tips.sending import Telling
from lantoa.discovery.forms.tips import TipForm
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.names import offered
from lantoa.domain.authority import Deed

LONGEST = 100


@requires(Deed.SEND_TIP)
def send(request: HttpRequest) -> HttpResponse:
    form = TipForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            tip = put_on_file(form, by=cast("User", request.user))
        except AlreadyOnFile as known:
            messages.info(request, str(known))
            return redirect("tip", known.tip.code)
        except AboutOneself as refusal:
            form.add_error("about", str(refusal))
        else:
            words = _("Cảm ơn bạn! Phát hiện đã được gửi, mã %(code)s. Bạn sẽ nhận trả lời ở mục Thông báo.")
            messages.success(request, words % {"code": tip.code})
            return redirect("tip", tip.code)
    return render(request, "discovery/tips/send.html", {"form": form}, status=422 if form.errors else 200)


@requires(Deed.SEND_TIP)
def suggest(request: HttpRequest) -> HttpResponse:
    names = offered(request.GET.get("q", "")[:LONGEST], localdate())
    return render(request, "discovery/tips/names.html", {"names": names})


def put_on_file(form: TipForm, *, by: User | None) -> Tip:
    """What a valid form says, as a tip."""
    values = form.cleaned_data
    telling = Telling(
        about=values["about"],
        done=values["done"],
        changed=values["changed"],
        evidence=values["evidence"],
        happened=values["happened"],
        contact=values.get("contact", ""),
    )
    files = values["attached"]
    return sending.send(code=form.code, telling=telling, subject=form.subject, files=files, by=by, at=now())
