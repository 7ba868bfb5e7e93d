"""One poll: how it stands, its keys, opening it, calling it off, its papers and the record of its count."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.council.actions.polls import preparing
from lantoa.council.forms.meetings import ReasonForm
from lantoa.council.forms.polls import ScanForm
from lantoa.council.models import Poll
from lantoa.council.queries.polls.results import thawed, vote_of
from lantoa.council.queries.polls.standing import Standing, standing
from lantoa.council.views.asked import WRONG, user_of, who
from lantoa.council.views.polls.asked import REFUSED, allowed, done, poll_for
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Mode
from lantoa.domain.stages import PollStage, moves_from
from lantoa.papers.views import download


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll = poll_for(number, place)
    context = page_of(request, poll)
    if request.headers.get("HX-Request"):
        return render(request, "council/polls/poll.html#turnout", context)
    return render(request, "council/polls/poll.html", context)


def page_of(request: HttpRequest, poll: Poll) -> dict[str, Any]:
    seen = standing(poll, user_of(request))
    return {
        "meeting": poll.meeting,
        "poll": poll,
        "seen": seen,
        "rows": _rows(seen),
        "sources": list(dict.fromkeys(thawed(one.threshold) for one in seen.cases if one.threshold)),
        "may": allowed(request),
        "allowed": {move.deed for move in moves_from(PollStage(poll.stage))},
        "reason_form": ReasonForm(),
        "scan_form": ScanForm(),
    }


def _rows(seen: Standing) -> list[dict[str, Any]]:
    """Each case with its threshold once it is open, its votes once it is counted."""
    is_counted = seen.poll.stage == PollStage.COUNTED.value
    return [
        {
            "place": one,
            "vote": vote_of(one) if is_counted else None,
            "threshold": thawed(one.threshold) if one.threshold else None,
        }
        for one in seen.cases
    ]


@require_POST
@requires(Deed.RUN_MEETING)
def open_poll(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll = poll_for(number, place)
    return done(
        request,
        lambda: preparing.open_poll(poll=poll, **who(request)),
        _("Đã mở bỏ phiếu. Danh sách người bỏ phiếu và tỷ lệ cần đạt giữ nguyên từ lúc này."),
        "poll",
        number,
        place,
    )


@require_POST
@requires(Deed.RUN_MEETING)
def void(request: HttpRequest, number: int, place: int) -> HttpResponse:
    poll, reason = poll_for(number, place), request.POST.get("reason", "")[:1000]
    return done(
        request,
        lambda: preparing.void(poll=poll, reason=reason, **who(request)),
        _("Đã huỷ lần bỏ phiếu; phiếu đã niêm phong được tiêu huỷ."),
        "poll",
        number,
        place,
    )


@never_cache
@requires(Deed.COUNT_BALLOTS)
def key(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """The teller's key, shown in the answer to this one request and kept nowhere."""
    poll = poll_for(number, place)
    context = page_of(request, poll)
    if request.method != "POST":
        return render(request, "council/polls/key.html", context)
    try:
        made = preparing.make_key(poll=poll, **who(request))
    except REFUSED as problem:
        return render(request, "council/polls/key.html", context | {"refusal": str(problem)}, status=WRONG)
    return render(request, "council/polls/key.html", context | {"key": made})


@requires(Deed.RUN_MEETING, Deed.COUNT_BALLOTS)
def papers(request: HttpRequest, number: int, place: int) -> HttpResponse:
    """Printed ballots, one a voter, all alike."""
    poll = poll_for(number, place)
    if poll.mode != Mode.PAPER.value or poll.stage != PollStage.OPEN.value:
        raise Http404
    context = page_of(request, poll) | {"copies": range(poll.issued or 0)}
    return render(request, "council/polls/papers.html", context)


@requires(Deed.SEE_COUNCIL)
def scan(request: HttpRequest, number: int, place: int) -> HttpResponse:  # noqa: ARG001  (a view is given it)
    """The signed record of the count; not before the count, for it has the totals on it."""
    poll = poll_for(number, place)
    if not poll.scan_path or poll.stage != PollStage.COUNTED.value:
        raise Http404
    return download(name=poll.scan_name, path=poll.scan_path)
