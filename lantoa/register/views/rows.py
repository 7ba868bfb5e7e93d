"""Typing a row by hand: the form of its sheet, and taking a row out of the book."""

from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.audit.models import Event
from lantoa.domain.authority import Deed
from lantoa.register.actions import rows
from lantoa.register.actions.refusals import ChangedMeanwhile, RowRefused, StillNeeded
from lantoa.register.books.layout import AWARDS
from lantoa.register.forms.rows import RowForm
from lantoa.register.models import Person, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.dependants import dependants_of
from lantoa.register.queries.lists import Listing
from lantoa.register.queries.lists.rows import origin_of
from lantoa.register.queries.written import written_row
from lantoa.register.views.lists import listing_for

WRONG = 422
CONFLICT = 409
PREFILLED = 500  # characters of an address's value that a form takes over


@requires(Deed.EDIT_REGISTER)
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new row; the address may bring its first values: `?subject=CB0001&year=2024`."""
    listing = listing_for(request, slug)
    form = RowForm(listing.sheet, request.POST or None, _from_address(request, listing))
    if request.method == "POST" and form.is_valid():
        try:
            row = rows.add(record=form.record(), by=cast(User, request.user), at=now())
        except RowRefused as refusal:
            _explain(form, refusal)
        else:
            messages.success(request, _("Đã ghi vào sổ %(sheet)s: %(row)s.") % {"sheet": listing.name, "row": row})
            if "them_nua" in request.POST:
                return redirect("register:add", slug)
            return redirect("register:list", slug)
    return _show(request, listing, form)


@requires(Deed.EDIT_REGISTER)
def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    listing = listing_for(request, slug)
    row = _row(listing, pk)
    form = RowForm(listing.sheet, request.POST or None, written_row(listing.sheet, row))
    if request.method == "POST" and form.is_valid():
        try:
            rows.change(row=row, record=form.record(), seen=_seen(request), by=cast(User, request.user), at=now())
        except RowRefused as refusal:
            _explain(form, refusal)
        except ChangedMeanwhile as conflict:
            form.add_error(None, str(conflict))
            return _show(request, listing, form, row, CONFLICT)
        else:
            messages.success(request, _("Đã sửa dòng %(row)s.") % {"row": row})
            return redirect("register:list", slug)
    return _show(request, listing, form, row)


@requires(Deed.EDIT_REGISTER)
def delete(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask first, saying what the row says; afterwards the list offers to take it back."""
    listing = listing_for(request, slug)
    row = _row(listing, pk)
    context = {"listing": listing, "row": row, "origin": origin_of(row), "needed_by": dependants_of(row)}
    if request.method == "POST":
        try:
            event = rows.delete(row=row, by=cast(User, request.user), at=now())
        except StillNeeded as refusal:
            messages.error(request, str(refusal))
            return redirect("register:delete", slug, pk)
        return redirect(f"{reverse('register:list', args=[slug])}?da_xoa={event.pk}")
    facts = RowForm(listing.sheet, initial=written_row(listing.sheet, row))
    return render(request, "register/delete.html", context | {"facts": facts})


@requires(Deed.EDIT_REGISTER)
@require_POST
def take_back(request: HttpRequest, slug: str, event: int) -> HttpResponse:
    """Write a deleted row again, as the log remembers it."""
    listing = listing_for(request, slug)
    deletion = get_object_or_404(Event, pk=event, deed="row_deleted", details__sheet=listing.name)
    form = RowForm(listing.sheet, deletion.details["before"])
    if not form.is_valid():
        return _show(request, listing, form)
    try:
        row = rows.add(record=form.record(), by=cast(User, request.user), at=now())
    except RowRefused as refusal:
        _explain(form, refusal)
        return _show(request, listing, form)
    messages.success(request, _("Đã lấy lại dòng %(row)s.") % {"row": row})
    return redirect("register:list", slug)


def _row(listing: Listing, pk: int) -> Recorded:
    rows_with_names = listing.model._default_manager.select_related("imported", "typed_by", *listing.related)
    row = rows_with_names.filter(pk=pk).first() if pk <= BigIntegerField.MAX_BIGINT else None
    if row is None:
        raise Http404
    return row


def _from_address(request: HttpRequest, listing: Listing) -> dict[str, Any]:
    fields = listing.sheet.by_field
    return {field: request.GET[field][:PREFILLED] for field in fields if field in request.GET}


def _explain(form: RowForm, refusal: RowRefused) -> None:
    for field, sentence in refusal.faults.items():
        form.add_error(field if field in form.fields else None, sentence)


def _seen(request: HttpRequest) -> datetime | None:
    """When the row that the form was made from was written; None where the form does not say."""
    try:
        return datetime.fromisoformat(request.POST.get("da_xem", ""))
    except ValueError:
        return None


def _show(
    request: HttpRequest, listing: Listing, form: RowForm, row: Recorded | None = None, status: int = WRONG
) -> HttpResponse:
    context = {
        "listing": listing,
        "form": form,
        "row": row,
        "origin": origin_of(row) if row else "",
        "seen": request.POST.get("da_xem") or (row.recorded_at.isoformat() if row else ""),
        "titles": [title.name for title in plans.catalogue().titles.values()] if listing.sheet is AWARDS else [],
        "code": row.subject.code if isinstance(row, Unit | Person) else "",
    }
    return render(request, "register/row.html", context, status=status if form.errors else 200)
