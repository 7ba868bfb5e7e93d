"""Objections: the list of those who verify them, and one of them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from lantoa.accounts.views import insist, requires
from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.domain.authority import Deed
from lantoa.domain.stages import ObjectionStage, moves_from
from lantoa.nomination.actions.posting.identity import Objector
from lantoa.nomination.actions.posting.refusals import OwnObjection
from lantoa.nomination.forms.posting import HandOverForm, ObjectionsFilter, SettleForm
from lantoa.nomination.models import Objection
from lantoa.nomination.queries.posting import lists, sheets
from lantoa.nomination.queries.posting.objectors import is_of
from lantoa.nomination.queries.posting.officers import OPEN, handlers, is_able
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.views.asked import user_of
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.HANDLE_OBJECTION)
def listing(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    day = localdate()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(one, (one.due - day).days) for one in page],
        "sort": form.asked().sort,
        "late": lists.handled(user_of(request)).filter(lists.late(day)).count(),
        "is_asked": any(request.GET.get(name) for name in ("q", "buoc", "ket_luan", "cua_toi", "qua_han")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/posting/objections.html{part}", context)


@requires(Deed.HANDLE_OBJECTION)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it; who objected is in no file."""
    _form, found = _asked(request)
    name = f"{_('Ý kiến phản ánh')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheets.objections_file(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@never_cache
@requires(Deed.HANDLE_OBJECTION)
def show(request: HttpRequest, code: str) -> HttpResponse:
    return page_of(request, objection_for(request, code))


def objection_for(request: HttpRequest, code: str) -> Objection:
    """The objection of that code, for those who may look into it; its sender follows it elsewhere."""
    objection = lists.by_code(code)
    if objection is None:
        raise Http404
    insist(request, Deed.HANDLE_OBJECTION, case_of(objection.candidate.nomination))
    if is_of(objection, user_of(request)):
        raise PermissionDenied(str(OwnObjection()))
    return objection


def page_of(
    request: HttpRequest, objection: Objection, *, objector: Objector | None = None, status: int = 200, **forms: Any
) -> HttpResponse:
    """What the officer in charge reads and does; others read how far it is, and what was found."""
    user, day = user_of(request), localdate()
    is_open, is_mine = objection.stage in OPEN, objection.officer_id == user.pk
    officer = objection.officer
    page = {
        "objection": objection,
        "nomination": objection.candidate.nomination,
        "days": (objection.due - day).days,
        "is_open": is_open,
        "is_mine": is_mine,
        "is_free": officer is None or is_mine or not is_able(officer, objection, day),
        "allowed": {move.deed for move in moves_from(ObjectionStage(objection.stage))},
        "objector": objector,
        "events": [(one, deed_in_words(one.deed)) for one in events(target=f"objection:{objection.code}")],
        "settle_form": SettleForm(),
    }
    if is_open and "hand_over_form" not in forms:
        forms["hand_over_form"] = HandOverForm(handlers(objection, day))
    return render(request, "nomination/posting/objection.html", page | forms, status=status)


def _asked(request: HttpRequest) -> tuple[ObjectionsFilter, QuerySet[Objection]]:
    form = ObjectionsFilter(request.GET)
    return form, lists.objections(user_of(request), form.asked(), localdate())
