"""The count: both keys for sealed ballots, two counts for papers, one for a show of hands."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions.polls import counting, papers
from lantoa.council.forms.polls import CountForm, KeysForm, ScanForm
from lantoa.council.models import Poll
from lantoa.council.queries.polls.standing import standing
from lantoa.council.views.asked import WRONG, user_of, who
from lantoa.council.views.polls.asked import REFUSED, done, poll_for
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Mode


@sensitive_post_parameters()
@sensitive_variables()
@never_cache
@requires(Deed.COUNT_BALLOTS)
def count(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll = poll_for(number, place)
    seen = standing(poll, user_of(request))
    data = request.POST if request.method == "POST" else None
    form: Any
    if seen.mode is Mode.SEALED:
        form = KeysForm([teller.user for teller in seen.tellers], data)
    else:
        form = CountForm(seen.cases, data, papers=seen.mode is Mode.PAPER)
    if request.method == "POST" and form.is_valid():
        try:
            words = _count(request, poll, form)
        except REFUSED as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, words)
            return redirect("poll", number, place)
    context = {"meeting": poll.meeting, "poll": poll, "seen": seen, "form": form}
    return render(request, "council/polls/count.html", context, status=WRONG if request.method == "POST" else 200)


@sensitive_variables()
def _count(request: HttpRequest, poll: Poll, form: forms.Form) -> str:
    if isinstance(form, KeysForm):
        counting.open_ballots(poll=poll, keys=form.keys(), **who(request))
        return _("Đã kiểm phiếu. Phiếu và khoá đã tiêu huỷ; hai người kiểm phiếu hãy huỷ tờ ghi khoá.")
    if not isinstance(form, CountForm):
        raise TypeError(form)
    if poll.mode == Mode.HANDS.value:
        counting.count_hands(poll=poll, counts=form.counts(), **who(request))
        return _("Đã ghi kết quả biểu quyết.")
    papers.enter_count(poll=poll, counts=form.counts(), returned=form.cleaned_data["returned"], **who(request))
    return _("Đã ghi số bạn đếm được. Người kiểm phiếu kia tự ghi số của mình.")


@require_POST
@requires(Deed.COUNT_BALLOTS)
def settle(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll = poll_for(number, place)
    return done(
        request,
        lambda: papers.settle_papers(poll=poll, **who(request)),
        _("Hai người kiểm phiếu ghi giống nhau; kết quả đã chốt."),
        "poll",
        number,
        place,
    )


@require_POST
@requires(Deed.COUNT_BALLOTS)
def attach(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll, form = poll_for(number, place), ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(str(fault) for faults in form.errors.values() for fault in faults))
        return redirect("poll", number, place)
    return done(
        request,
        lambda: papers.attach_scan(poll=poll, scan=form.file(), **who(request)),
        _("Đã đính kèm biên bản kiểm phiếu."),
        "poll",
        number,
        place,
    )
