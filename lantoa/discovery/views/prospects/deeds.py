"""What is done to a prospect: found at a meeting, chosen, set aside, looked at again."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.views import requires
from lantoa.discovery.actions import prospects
from lantoa.discovery.actions.refusals import AlreadyProspect, Ended, LeftAlready, NoReason
from lantoa.discovery.forms.prospects import ChooseForm, FindForm, ReviewForm, SetAsideForm
from lantoa.discovery.models import Prospect
from lantoa.discovery.views.prospects.asked import CONFLICT, WRONG, prospect_for, who
from lantoa.discovery.views.prospects.one import page_of
from lantoa.domain.authority import Case, Deed
from lantoa.domain.stages import WrongStage
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.queries.subjects import subject_by_code


@requires(Deed.CHOOSE_PROSPECT)
def find(request: HttpRequest) -> HttpResponse:
    """The form of the unit's meeting; `?doi_tuong=` names who it starts with."""
    if request.method != "POST":
        return _form(request, FindForm(subject=subject_by_code(request.GET.get("doi_tuong", ""))))
    form = FindForm(request.POST)
    if not form.is_valid():
        return _form(request, form, WRONG)
    value = form.cleaned_data
    try:
        found = prospects.find(
            subject=value["subject"],
            grounds=value["grounds"],
            tier=value["tier"],
            merit_day=value["merit"].first_day if value["merit"] else None,
            **who(request),
        )
    except AlreadyProspect as known:
        messages.info(request, str(known))
        return redirect("prospect", known.prospect.pk)
    except (LeftAlready, NotAllowed) as refusal:
        form.add_error("subject", str(refusal))
        return _form(request, form, WRONG)
    messages.success(request, _("Đã đưa %(name)s vào theo dõi.") % {"name": found.subject.name})
    return redirect("prospect", found.pk)


def _form(request: HttpRequest, form: FindForm, status: int = 200) -> HttpResponse:
    return render(request, "discovery/prospects/find.html", {"form": form}, status=status)


@require_POST
@requires(Deed.CHOOSE_PROSPECT)
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    prospect, case = prospect_for(request, pk)
    form = ChooseForm(request.POST)
    words = _("Đơn vị đã chọn %(name)s làm nhân tố mới.")
    return _done(request, prospect, case, "choose_form", form, words, prospects.choose)


@require_POST
@requires(Deed.CHOOSE_PROSPECT)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    prospect, case = prospect_for(request, pk)
    form = SetAsideForm(request.POST)
    words = _("Đã thôi theo dõi %(name)s.")
    return _done(request, prospect, case, "set_aside_form", form, words, prospects.set_aside)


@require_POST
@requires(Deed.CHOOSE_PROSPECT)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    prospect, case = prospect_for(request, pk)
    form = ReviewForm(request.POST)
    words = _("Đã ghi lần xem xét %(name)s.")
    return _done(request, prospect, case, "review_form", form, words, prospects.review)


def _done(
    request: HttpRequest,
    prospect: Prospect,
    case: Case,
    name: str,
    form: forms.Form,
    words: str,
    action: Callable[..., Prospect],
) -> HttpResponse:
    """Do it with what the form says; or show the page as it is now, with the form and the reason why not."""
    if not form.is_valid():
        return page_of(request, prospect, case, status=WRONG, **{name: form})
    try:
        action(prospect=prospect, **form.cleaned_data, **who(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except (WrongStage, Ended, AlreadyProspect) as problem:
        messages.error(request, str(problem))
        prospect, case = prospect_for(request, prospect.pk)
        return page_of(request, prospect, case, status=CONFLICT, **{name: form})
    except (LeftAlready, NoReason) as problem:
        form.add_error(None, str(problem))
        return page_of(request, prospect, case, status=WRONG, **{name: form})
    messages.success(request, words % {"name": prospect.subject.name})
    return redirect("prospect", prospect.pk)
