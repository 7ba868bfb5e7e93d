"""Which units put somebody forward; and the ones that say why they did not."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import insist, requires
from lantoa.discovery.actions import nobody
from lantoa.discovery.actions.refusals import HasPutForward, NoReason, NotThisYear, SaidAlready
from lantoa.discovery.forms.prospects import NobodyForm, UnitsFilter
from lantoa.discovery.queries.prospects.forward import UnitYears, units_of, years_of
from lantoa.discovery.queries.prospects.sheet import file_of_units
from lantoa.discovery.views.prospects.asked import CONFLICT, WRONG, who
from lantoa.domain.authority import Case, Deed, may
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Unit
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SAY_NOBODY)
def show(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "years": _years(),
        "silent": sum(one.is_silent for one in found),
        "is_asked": any(request.GET.get(name) for name in form.fields),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"discovery/prospects/units.html{part}", context)


@requires(Deed.SAY_NOBODY)
def download(request: HttpRequest) -> FileResponse:
    _form, found = _asked(request)
    name = f"{_('Đơn vị giới thiệu nhân tố mới')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file_of_units(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.SAY_NOBODY)
def say(request: HttpRequest, code: str, year: int) -> HttpResponse:
    unit = Unit.objects.select_related("subject").filter(subject__code=code, parent__isnull=False).first()
    if unit is None:
        raise Http404
    insist(request, Deed.SAY_NOBODY, Case(units=frozenset([code])))
    form = NobodyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, unit, year, form, WRONG if form.errors else 200)
    try:
        nobody.say_nobody(unit=unit, year=year, reason=form.cleaned_data["reason"], **who(request))
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    except (HasPutForward, SaidAlready) as problem:
        form.add_error(None, str(problem))
        return _page(request, unit, year, form, CONFLICT)
    except (NoReason, NotThisYear) as problem:
        form.add_error(None, str(problem))
        return _page(request, unit, year, form, WRONG)
    messages.success(request, _("Cảm ơn bạn, lý do của %(unit)s đã được ghi.") % {"unit": unit.subject.name})
    return redirect("units_forward")


def _page(request: HttpRequest, unit: Unit, year: int, form: NobodyForm, status: int) -> HttpResponse:
    context = {"unit": unit, "year": year, "form": form, "may_find": may(actor_of(request.user), Deed.CHOOSE_PROSPECT)}
    return render(request, "discovery/prospects/nobody.html", context, status=status)


def _asked(request: HttpRequest) -> tuple[UnitsFilter, list[UnitYears]]:
    form = UnitsFilter(request.GET)
    form.is_valid()
    scope, words = scope_of(request.user, Deed.SAY_NOBODY), form.cleaned_data.get("q", "")
    found = years_of(units_of(scope, localdate(), words), _years())
    if form.cleaned_data.get("im_lang"):
        found = [one for one in found if one.had_nobody]
    return form, found


def _years() -> tuple[int, int]:
    """This year and the one before: both can still be explained."""
    year = localdate(now()).year
    return year, year - 1
