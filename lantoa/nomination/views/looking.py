"""Looking into a dossier: held against the records of today, its history, the initiatives it rests on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.nomination.actions import initiatives as actions
from lantoa.nomination.actions.refusals import NotOpen
from lantoa.nomination.forms.dossier import InitiativesForm
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries import initiatives as queries
from lantoa.nomination.queries.checking import check
from lantoa.nomination.queries.dossier import aim_in_words
from lantoa.nomination.queries.editing import writable_by
from lantoa.nomination.queries.history import past_steps
from lantoa.nomination.queries.reading import criteria_read
from lantoa.nomination.queries.remarks import remarks
from lantoa.nomination.views.asked import WRONG, nomination_for, user_of, who
from lantoa.register.actions.refusals import NotAllowed


@requires(Deed.SEE_NOMINATION)
def check_now(request: HttpRequest, number: int) -> HttpResponse:
    """Today's verdict beside the kept one."""
    nomination = nomination_for(request, number)
    page = {
        "nomination": nomination,
        "aim": aim_in_words(nomination),
        "check": check(nomination, actor_of(user_of(request))),
        "day": localdate(),
    }
    part = "#brief" if _part(request) and request.GET.get("gon") else _part(request)
    return render(request, f"nomination/check.html{part}", page)


@requires(Deed.SEE_NOMINATION)
def point_out(request: HttpRequest, number: int) -> HttpResponse:
    """Duplicates, earlier recognitions, initiatives used twice: the dossier's page asks for this part by itself."""
    nomination = nomination_for(request, number)
    page = {"nomination": nomination, "remarks": remarks(nomination)}
    return render(request, f"nomination/remarks.html{_part(request)}", page)


@requires(Deed.SEE_NOMINATION)
def history(request: HttpRequest, number: int) -> HttpResponse:
    nomination = nomination_for(request, number)
    sendings = nomination.sendings.select_related("by").order_by("-number")
    reads_all = criteria_read(nomination, actor_of(user_of(request))) is None
    page = {"nomination": nomination, "steps": past_steps(nomination), "sendings": sendings, "reads_all": reads_all}
    return render(request, f"nomination/history.html{_part(request)}", page)


@requires(Deed.NOMINATE)
def choose_initiatives(request: HttpRequest, number: int) -> HttpResponse:
    """Which initiatives on file the dossier rests on; one used elsewhere is marked and needs a reason."""
    nomination = nomination_for(request, number)
    form = _initiatives_form(nomination, request)
    page = {"nomination": nomination, "form": form, "may_write": writable_by(nomination, actor_of(user_of(request)))}
    if request.method != "POST":
        return render(request, "nomination/initiatives.html", page)
    if form.is_valid():
        try:
            actions.choose(nomination=nomination, chosen=form.chosen(), **who(request))
        except (NotAllowed, NotOpen) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Đã ghi các sáng kiến làm căn cứ."))
            return redirect("nomination", nomination.pk)
    return render(request, "nomination/initiatives.html", page, status=WRONG)


def _initiatives_form(nomination: Nomination, request: HttpRequest) -> InitiativesForm:
    plan = plans.load(nomination.edition)
    offered = queries.on_record(nomination.subject_id, plan.window(plan.tier(nomination.tier), nomination.year))
    elsewhere = queries.used_elsewhere([queries.key_of(one.name) for one in offered], nomination.pk)
    data = request.POST if request.method == "POST" else None
    return InitiativesForm(offered, list(nomination.initiatives.all()), elsewhere, data)


def _part(request: HttpRequest) -> str:
    return "#part" if request.headers.get("HX-Request") else ""
