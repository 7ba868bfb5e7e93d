"""The log: who did what to what, when."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.forms import LogFilter
from lantoa.accounts.views.access import abilities, requires
from lantoa.audit.models import Event
from lantoa.audit.queries import events
from lantoa.audit.words import ACCOUNT, deed_in_words, details_in_words, target_in_words
from lantoa.domain.authority import Deed

ROWS = 50


@requires(Deed.SEE_AUDIT)
def log(request: HttpRequest) -> HttpResponse:
    form = LogFilter(request.GET)
    page = Paginator(asked_for(form), ROWS).get_page(request.GET.get("trang"))
    may = abilities(request)
    rows = [in_words(event, sees_register=may[Deed.SEE_REGISTER.value]) for event in page]
    shown = {"form": form, "page": page, "rows": rows, "may": may}
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"accounts/log.html{part}", shown, status=422 if form.errors else 200)


def asked_for(form: LogFilter) -> QuerySet[Event]:
    """The events that the form asks for; a field that cannot be read asks for nothing."""
    form.is_valid()
    asked = form.cleaned_data
    return events(
        deed=asked.get("viec", ""),
        by=asked.get("nguoi"),
        target=asked.get("doi_tuong", ""),
        since=asked.get("tu_ngay"),
        until=asked.get("den_ngay"),
    )


def in_words(event: Event, *, sees_register: bool) -> dict[str, Any]:
    """Details of what was written in the register, sanctions among them, only for who may see the register."""
    is_hidden = not (sees_register or event.target.startswith(ACCOUNT))
    return {
        "event": event,
        "deed": deed_in_words(event.deed),
        "target": target_in_words(event.target),
        "is_hidden": is_hidden,
        "details": [] if is_hidden else details_in_words(event.details),
    }
