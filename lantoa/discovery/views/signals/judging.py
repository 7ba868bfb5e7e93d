"""A signal is kept, dismissed or followed where it stands; without script the list comes back."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions import following, signals
from lantoa.discovery.actions.refusals import AlreadyProspect, LeftAlready, NoLongerHolds, NoReason, NotKept
from lantoa.discovery.forms.signals import JudgeForm
from lantoa.discovery.models import Signal
from lantoa.discovery.queries.signals.listing import group_of
from lantoa.domain.authority import Deed
from lantoa.domain.stages import WrongStage
from lantoa.register.actions.refusals import NotAllowed

OK, CONFLICT, WRONG = 200, 409, 422


@require_POST
@requires(Deed.JUDGE_SIGNAL)
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    return _judge(request, pk, signals.keep, _("Đã giữ lại tín hiệu về %(name)s."))


@require_POST
@requires(Deed.JUDGE_SIGNAL)
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    return _judge(request, pk, signals.dismiss, _("Đã bỏ qua tín hiệu về %(name)s."))


@require_POST
@requires(Deed.JUDGE_SIGNAL)
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """From the signal to a prospect with one press."""
    signal = _signal(pk)
    try:
        found = following.follow(signal=signal, by=cast("User", request.user), at=now())
    except NotAllowed as problem:
        raise PermissionDenied(str(problem)) from problem
    except AlreadyProspect as known:
        messages.info(request, str(known))
        return redirect("prospect", known.prospect.pk)
    except (LeftAlready, NoLongerHolds, NotKept) as problem:
        return _show(request, signal, CONFLICT, str(problem))
    words = _("Đã đưa %(name)s vào theo dõi. Khi đơn vị họp xong, hãy ghi quyết định ở đây.")
    messages.success(request, words % {"name": signal.subject.name})
    return redirect("prospect", found.pk)


def _signal(pk: int) -> Signal:
    return get_object_or_404(Signal.objects.select_related("subject"), pk=pk)


def _judge(request: HttpRequest, pk: int, action: Callable[..., Signal], words: str) -> HttpResponse:
    signal = _signal(pk)
    form = JudgeForm(request.POST)
    form.is_valid()
    reason = form.cleaned_data.get("reason", "")
    try:
        action(signal=signal, reason=reason, by=cast("User", request.user), at=now())
    except NotAllowed as problem:
        raise PermissionDenied(str(problem)) from problem
    except NoReason as problem:
        return _show(request, signal, WRONG, str(problem), reason)
    except (WrongStage, NoLongerHolds) as problem:
        return _show(request, signal, CONFLICT, str(problem), reason)
    if request.headers.get("HX-Request"):
        return _show(request, signal, OK)
    messages.success(request, words % {"name": signal.subject.name})
    return redirect(_back(request))


def _show(request: HttpRequest, signal: Signal, status: int, problem: str = "", reason: str = "") -> HttpResponse:
    """The signal alone: as a part in its place, or as a page that leads back to the list."""
    group = group_of(signal, actor_of(request.user), localdate())
    part = "#signal" if request.headers.get("HX-Request") else ""
    context = {
        "group": group,
        "one": group.signals[0],
        "problem": problem,
        "reason": reason,
        "back": _back(request),
    }
    return render(request, f"discovery/signals/one.html{part}", context, status=status)


def _back(request: HttpRequest) -> str:
    """The list as it was filtered, if the form says which."""
    asked = request.POST.get("ve", "")
    here = reverse("signals")
    return asked if asked.startswith(here) and url_has_allowed_host_and_scheme(asked, None) else here
