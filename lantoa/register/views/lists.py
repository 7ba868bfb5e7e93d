"""A sheet of the record book as a list, and as an Excel file."""

import re
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import insist, requires
from lantoa.domain.authority import Case, Deed, may
from lantoa.register.forms.lists import ListForm
from lantoa.register.queries.lists import Asked, Listing, lines, listing_of, rows_of
from lantoa.register.queries.lists.sheet_file import sheet_file
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
AN_ID = re.compile(r"[0-9]{1,18}")  # what the database can hold


def listing_for(request: HttpRequest, slug: str) -> Listing:
    """The list of that address, if the user may see all of it."""
    listing = listing_of(slug)
    if listing is None:
        raise Http404
    insist(request, listing.deed, Case())
    return listing


@requires(Deed.SEE_REGISTER)
def show(request: HttpRequest, slug: str) -> HttpResponse:
    listing = listing_for(request, slug)
    form = ListForm(listing, request.GET)
    asked = form.asked()
    page = _page(request, listing, asked)
    return render(
        request,
        "register/list.html" if not request.headers.get("HX-Request") else "register/list.html#rows",
        {
            "listing": listing,
            "form": form,
            "page": page,
            "lines": lines(listing, cast("QuerySet[Any]", page.object_list)),
            "sort": asked.sort or listing.first,
            "is_asked": bool(asked.words or asked.unit or asked.chosen),
            "may_edit": may(actor_of(request.user), Deed.EDIT_REGISTER),
            "deleted": deleted if AN_ID.fullmatch(deleted := request.GET.get("da_xoa", "")) else "",
        },
    )


@requires(Deed.SEE_REGISTER)
def download(request: HttpRequest, slug: str) -> FileResponse:
    """The filtered list, all pages of it."""
    listing = listing_for(request, slug)
    rows = rows_of(listing, ListForm(listing, request.GET).asked(), localdate())
    name = f"{listing.name} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheet_file(listing, rows), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _page(request: HttpRequest, listing: Listing, asked: Asked) -> Page[Any]:
    rows = rows_of(listing, asked, localdate())
    return Paginator(rows, PAGE).get_page(request.GET.get("trang"))
