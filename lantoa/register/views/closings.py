"""Closing books on a grid of ledgers and years, with what silence will mean then; opening them again."""

from datetime import date
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.records import Ledger
from lantoa.register.actions import closings
from lantoa.register.forms.closings import ClosingForm, ReopeningForm
from lantoa.register.models import Closing, Subject
from lantoa.register.models.restraints import LEDGER_LABELS
from lantoa.register.queries.silence import Book, preview
from lantoa.register.queries.subjects import unit_by_code
from lantoa.register.views.rows import WRONG


@requires(Deed.CLOSE_BOOK)
def close(request: HttpRequest) -> HttpResponse:
    """The grid; with books chosen also what closing them would mean. Sent, the books are closed."""
    years = _years(localdate(), request.GET.get("nam", ""))
    form = ClosingForm(years, *_given(request))
    books = form.books if form.is_bound and form.is_valid() else []
    unit = unit_by_code(form.cleaned_data["unit"]) if books and form.cleaned_data["unit"] else None
    if request.method == "POST" and books and _close(request, form, books, unit):
        return redirect("register:overview")
    context = {
        "form": form,
        "years": years,
        "grid": _grid(form, years),
        "preview": preview(plans.load(), books, unit.pk if unit else None) if books else None,
        "labels": LEDGER_LABELS,
        "unit": unit,
        "unended": any(year >= localdate().year for _ledger, year in books),
    }
    template = "register/close.html#preview" if request.headers.get("HX-Request") else "register/close.html"
    return render(request, template, context, status=WRONG if request.method == "POST" else 200)


def _close(request: HttpRequest, form: ClosingForm, books: list[Book], unit: Subject | None) -> bool:
    """Whether the books are closed now; otherwise the form says why not."""
    day = form.cleaned_data["closed"]
    try:
        closings.close(books=books, unit=unit.pk if unit else None, closed=day, by=cast(User, request.user), at=now())
    except closings.AlreadyClosed as refusal:
        form.add_error("book", str(refusal))
        return False
    messages.success(request, _("Đã chốt sổ %(books)s.") % {"books": closings.spelt(books)})
    return True


@requires(Deed.CLOSE_BOOK)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    closing = get_object_or_404(Closing.objects.select_related("unit__subject"), pk=pk)
    form = ReopeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        book = closings.spelt([(Ledger(closing.ledger), closing.year)])
        closings.reopen(closing=closing, reason=form.cleaned_data["reason"], by=cast(User, request.user), at=now())
        messages.success(request, _("Đã mở lại sổ %(book)s.") % {"book": book})
        return redirect("register:overview")
    context = {"closing": closing, "label": LEDGER_LABELS[Ledger(closing.ledger)], "form": form}
    return render(request, "register/reopen.html", context, status=WRONG if form.errors else 200)


def _years(today: date, asked: str) -> list[int]:
    """The plan's years, those since, and the one that the address names."""
    period = plans.load().period
    years = {*period.years, *range(period.last_year + 1, today.year + 1)}
    return sorted(years | ({int(asked)} if asked.isdecimal() and len(asked) == 4 else set()))


def _given(request: HttpRequest) -> tuple[Any, dict[str, Any]]:
    """What was sent, or asked to be previewed; otherwise what the address fills in (`?so=ratings&nam=2024`)."""
    if request.method == "POST":
        return request.POST, {}
    if "book" in request.GET:
        return request.GET, {}
    initial: dict[str, Any] = {"closed": f"{localdate():%d/%m/%Y}", "unit": request.GET.get("don_vi", "")[:40]}
    if {"so", "nam"} <= request.GET.keys():
        initial["book"] = [f"{request.GET['so']}:{request.GET['nam']}"]
        return {"book": initial["book"], "closed": initial["closed"], "unit": initial["unit"]}, {}
    return None, initial


def _grid(form: ClosingForm, years: list[int]) -> list[tuple[str, list[tuple[int, str, str]]]]:
    """Rows of the grid: the ledger's words; for each year its box's value and how it stands."""
    closed = {(ledger, year): unit for ledger, year, unit in _closings(years)}
    ticked = set(form.ticked)

    def state(ledger: Ledger, year: int) -> str:
        if (ledger.value, year) in closed:
            return "closed"
        return "ticked" if f"{ledger.value}:{year}" in ticked else "open"

    return [
        (str(LEDGER_LABELS[ledger]), [(year, f"{ledger.value}:{year}", state(ledger, year)) for year in years])
        for ledger in Ledger
    ]


def _closings(years: list[int]) -> list[tuple[str, int, int | None]]:
    return list(Closing.objects.filter(year__in=years, unit=None).values_list("ledger", "year", "unit_id"))
