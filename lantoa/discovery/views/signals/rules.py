"""The rules by which records speak, each with its share of false alarms; and looking at everybody again."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions import runs
from lantoa.discovery.queries.signals.counting import judged_rules, looks_of, year_to_look_at
from lantoa.discovery.tasks import refresh_signals
from lantoa.domain.authority import Deed


@requires(Deed.JUDGE_SIGNAL)
def show(request: HttpRequest) -> HttpResponse:
    year = year_to_look_at(localdate())
    context = {
        "rules": judged_rules(),
        "looks": looks_of(year, now()),
        "year": year,
        "may_refresh": scope_of(request.user, Deed.JUDGE_SIGNAL).everything,
    }
    return render(request, "discovery/signals/rules.html", context)


@requires(Deed.JUDGE_SIGNAL)
def state(request: HttpRequest) -> HttpResponse:
    """Whether a look is under way; the page asks again while it is."""
    context = {"looks": looks_of(year_to_look_at(localdate()), now()), "is_asked_again": True}
    return render(request, "discovery/signals/run.html", context)


@require_POST
@requires(Deed.EDIT_REGISTER)
def refresh(request: HttpRequest) -> HttpResponse:
    """Look at everybody anew, in the background."""
    run = runs.ask(year=year_to_look_at(localdate()), by=cast("User", request.user), at=now())
    if run is None:
        messages.info(request, _("Một lượt tính lại đang chạy; hãy chờ lượt đó xong."))
    else:
        refresh_signals.enqueue(run.pk, whole=True)
        messages.success(request, _("Đang tính lại cho toàn Trường; có thể rời trang, việc vẫn chạy."))
    return redirect("signal_rules")
