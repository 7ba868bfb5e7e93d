"""Who stands out by the records, grouped by subject; and the same as an Excel file."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions import runs
from lantoa.discovery.forms.signals import SignalsFilter
from lantoa.discovery.models import SignalRun
from lantoa.discovery.queries.signals.counting import Counts, Looks, counts, looks_of, year_to_look_at
from lantoa.discovery.queries.signals.listing import Asked, groups, matching, subjects
from lantoa.discovery.queries.signals.sheet import file_of
from lantoa.discovery.queries.signals.touched import last_deed
from lantoa.discovery.tasks import refresh_signals
from lantoa.domain.authority import Deed, Scope
from lantoa.domain.signals import OneCriterion
from lantoa.domain.stages import SignalStage
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 20


@requires(Deed.JUDGE_SIGNAL)
def show(request: HttpRequest) -> HttpResponse:
    day, scope = localdate(), scope_of(request.user, Deed.JUDGE_SIGNAL)
    latest = year_to_look_at(day)
    looks = _brought_up_to_date(request, latest)
    everything = counts(scope, day)
    form = SignalsFilter(request.GET, sorted({*everything.years, latest}, reverse=True))
    asked = form.asked(latest)
    part = "#rows" if request.headers.get("HX-Request") else ""
    context = _list(request, asked, scope) | {
        "form": form,
        "asked": asked,
        "is_asked": any(request.GET.get(name) for name in form.fields),
        "tiles": _tiles(everything, asked.year),
        "by_rule": _by_rule(everything, asked.year),
        "looks": looks,
    }
    return render(request, f"discovery/signals/list.html{part}", context)


@requires(Deed.JUDGE_SIGNAL)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    day, scope = localdate(), scope_of(request.user, Deed.JUDGE_SIGNAL)
    latest = year_to_look_at(day)
    asked = SignalsFilter(request.GET, sorted({*counts(scope, day).years, latest})).asked(latest)
    name = f"{_('Tín hiệu')} {asked.year} {day:%d-%m-%Y}.xlsx"
    file = file_of(matching(asked, scope, day), day)
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _list(request: HttpRequest, asked: Asked, scope: Scope) -> dict[str, Any]:
    day = localdate()
    found = matching(asked, scope, day)
    page = Paginator(subjects(found, asked.order), PAGE).get_page(request.GET.get("trang"))
    return {"page": page, "groups": groups(list(page), found, actor_of(request.user), day)}


def _tiles(everything: Counts, year: int) -> dict[str, int]:
    return {
        "new": everything.of(year, stage=SignalStage.NEW.value),
        "kept": everything.of(year, stage=SignalStage.KEPT.value),
        "dismissed": everything.of(year, stage=SignalStage.DISMISSED.value),
        "one_step": everything.of(year, rule=OneCriterion.code),
    }


def _by_rule(everything: Counts, year: int) -> list[tuple[str, str, int]]:
    """Code, title and number of every rule that says something in the year."""
    rules = plans.signal_rules().items()
    return [(code, rule.title, number) for code, rule in rules if (number := everything.of(year, rule=code))]


def _brought_up_to_date(request: HttpRequest, year: int) -> Looks:
    """When the book has changed since the last look, another one is asked for, in the background."""
    looks = looks_of(year, now())
    if looks.under_way is not None or (looks.done is not None and looks.done.event >= last_deed()):
        return looks
    asked: SignalRun | None = runs.ask(year=year, by=cast("User", request.user), at=now())
    if asked is not None:
        refresh_signals.enqueue(asked.pk)
    return looks_of(year, now())
