"""The record book at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa import plans
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.register.models.restraints import LEDGER_LABELS
from lantoa.register.queries import overview
from lantoa.register.queries.lists import LISTINGS


@requires(Deed.SEE_REGISTER)
def show(request: HttpRequest) -> HttpResponse:
    """Sheets, closed books, and the ways in and out."""
    seen = tuple(listing for listing in LISTINGS if scope_of(request.user, listing.deed).everything)
    sheets = overview.sheets(seen)
    years = list(plans.load().period.years)
    actor = actor_of(request.user)
    context = {
        "sheets": sheets,
        "is_empty": not any(sheet.rows for sheet in sheets),
        "years": years,
        "books": [(LEDGER_LABELS[ledger], states) for ledger, states in overview.books(years)],
        "may_import": may(actor, Deed.IMPORT_BOOK),
        "may_close": may(actor, Deed.CLOSE_BOOK),
    }
    return render(request, "register/overview.html", context)
