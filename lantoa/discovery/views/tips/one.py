"""One tip: as its owner works on it, or as its tipster follows it."""

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.discovery.forms.tips import AnswerForm, HandOverForm, IdentifyForm, MergeForm
from lantoa.discovery.models import Prospect, Tip, TipFile
from lantoa.discovery.queries.tips.lists import by_code, head_of, with_duplicates
from lantoa.discovery.queries.tips.owners import OPEN, case_of_tip, handlers
from lantoa.discovery.queries.tips.similar import candidates
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import TipStage, moves_from
from lantoa.papers.views import download

WRONG = 422


@requires(Deed.SEND_TIP)
def show(request: HttpRequest, code: str) -> HttpResponse:
    tip = tip_for(request, code)
    if tip.tipster_id == request.user.pk and not may_handle(request, tip):
        answered = head_of(tip)
        return render(request, "discovery/tips/mine.html", {"tip": tip, "answered": answered, "files": tip.files.all()})
    return page_of(request, tip)


@requires(Deed.SEND_TIP)
def file(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A file of the tip, for those who may see the tip."""
    tip = tip_for(request, code)
    kept = get_object_or_404(TipFile, pk=number, tip=tip)
    return download(name=kept.name, path=kept.path)


def tip_for(request: HttpRequest, code: str) -> Tip:
    """The tip of that code, for its tipster and those who may handle it."""
    tip = by_code(code)
    if tip is None:
        raise Http404
    if tip.tipster_id == request.user.pk:
        return tip
    answer = may(actor_of(request.user), Deed.HANDLE_TIP, case_of_tip(tip, localdate()))
    if isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
    return tip


def may_handle(request: HttpRequest, tip: Tip) -> bool:
    return bool(may(actor_of(request.user), Deed.HANDLE_TIP, case_of_tip(tip, localdate())))


def page_of(request: HttpRequest, tip: Tip, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of whoever handles it; `forms` are those that were refused, with what was typed."""
    user, day = cast("User", request.user), localdate()
    is_open = tip.stage in OPEN
    told = with_duplicates(tip)
    prefetch_related_objects(told, "files")
    page = {
        "tip": tip,
        "days": (tip.due - day).days,
        "is_open": is_open,
        "allowed": {move.deed for move in moves_from(TipStage(tip.stage))},
        "told": [(one, list(one.files.all())) for one in told],
        "answered": head_of(tip),
        "prospect": Prospect.objects.filter(tip=tip).first(),
        "candidates": candidates(tip, user) if is_open else [],
        "events": [(event, deed_in_words(event.deed)) for event in events(target=f"tip:{tip.code}")],
        "answer_form": AnswerForm(),
        "identify_form": IdentifyForm(),
        "merge_form": MergeForm(),
    }
    if is_open and "hand_over_form" not in forms:
        forms["hand_over_form"] = HandOverForm(handlers(tip, day))
    return render(request, "discovery/tips/one.html", page | forms, status=status)
