"""The forms of a round: a new one from the calendar, an earlier one or by hand; and its days anew."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.rounds import making
from lantoa.nomination.actions.rounds.refusals import (
    DaysOutOfOrder,
    NoSuchAim,
    RoundChanged,
    RoundExists,
    RoundIsOver,
)
from lantoa.nomination.forms.rounds import AimForm, RoundForm, known_terms
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.calendar import aim_of, expected, from_plan, from_round, named_days, offered
from lantoa.nomination.queries.rounds.reading import before
from lantoa.nomination.views.asked import CONFLICT, WRONG, who
from lantoa.nomination.views.rounds.asked import round_for
from lantoa.nurture.queries.aims import in_words


@requires(Deed.RUN_ROUND)
def new(request: HttpRequest) -> HttpResponse:
    """`?bac=` is the tier and year, `?chep=on` takes the days of the year before instead of the calendar's."""
    aim_form = _aim_form(request)
    aim = aim_form.aim
    earlier = before(aim.tier, aim.year)
    like = earlier if aim_form.cleaned_data.get("chep") else None
    known = from_round(like, aim) if like else from_plan(aim)
    form = RoundForm(known, data=request.POST or None)
    page = {"aim_form": aim_form, "words": in_words(aim), "like": like, "earlier": earlier, "draft": aim}
    if request.method == "POST" and form.is_valid() and (made := _made(request, form, aim, like)):
        messages.success(request, _("Đã lập đợt xét. Hãy xem lại các ngày rồi mở."))
        return redirect("round", made.pk)
    return render(request, "nomination/rounds/edit.html", {**page, "form": form}, status=WRONG if form.errors else 200)


@requires(Deed.RUN_ROUND)
def change(request: HttpRequest, number: int) -> HttpResponse:
    one = round_for(request, number)
    form = RoundForm(known_terms(one), one.version, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, one, form, status=WRONG if form.errors else 200)
    try:
        making.change(one=one, terms=form.terms(), seen=form.cleaned_data["version"], **who(request))
    except RoundChanged as conflict:
        form.add_error(None, str(conflict))
        return _page(request, conflict.round, form, status=CONFLICT)
    except DaysOutOfOrder as problem:
        form.add_error(problem.columns[1], str(problem))
        return _page(request, one, form, status=WRONG)
    except RoundIsOver as problem:
        messages.error(request, str(problem))
        return redirect("round", one.pk)
    messages.success(request, _("Đã ghi thay đổi."))
    return redirect("round", one.pk)


def _aim_form(request: HttpRequest) -> AimForm:
    """What was asked for; a form that is sent names its tier and year itself, or nothing is made."""
    day = localdate()
    if request.method == "POST":
        form = AimForm(request.POST, offered(day, with_made=True), Aim("", "", 0))
        if not form.is_valid():
            raise Http404
        return form
    form = AimForm(request.GET, offered(day), [*expected(day), *offered(day)][0])
    form.is_valid()
    return form


def _made(request: HttpRequest, form: RoundForm, aim: Aim, like: Round | None) -> Round | None:
    try:
        return making.draft(aim=aim, terms=form.terms(), like=like, **who(request))
    except DaysOutOfOrder as problem:
        form.add_error(problem.columns[1], str(problem))
    except (RoundExists, NoSuchAim) as problem:
        form.add_error(None, str(problem))
    return None


def _page(request: HttpRequest, one: Round, form: RoundForm, *, status: int) -> HttpResponse:
    page = {
        "round": one,
        "form": form,
        "words": in_words(aim_of(one)),
        "version": one.version,
        "draft": one.pk,
        "other": named_days(one, localdate()) if status == CONFLICT else None,
    }
    return render(request, "nomination/rounds/edit.html", page, status=status)
