"""The list of prospects, and the same as an Excel file."""

from datetime import datetime

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import requires
from lantoa.discovery.forms.prospects import ProspectsFilter
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.prospects.listing import LIVING, alone_since, matching, numbers
from lantoa.discovery.queries.prospects.sheet import file_of
from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import STAGE_LABELS, ProspectStage
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
TILES = {
    ProspectStage.FOUND: "unknown",
    ProspectStage.CHOSEN: "",
    ProspectStage.NURTURED: "",
    ProspectStage.READY: "met",
    ProspectStage.NOMINATED: "gold",
}


@requires(Deed.SEE_PROSPECTS)
def show(request: HttpRequest) -> HttpResponse:
    scope, at = scope_of(request.user, Deed.SEE_PROSPECTS), now()
    form = ProspectsFilter(request.GET)
    asked = form.asked()
    page = Paginator(matching(asked, scope, at), PAGE).get_page(request.GET.get("trang"))
    everything, names, alone = numbers(scope, at), tier_names(), alone_since(at)
    context = {
        "form": form,
        "page": page,
        "rows": [(one, names.get(one.tier, one.tier), _is_alone(one, alone)) for one in page],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "tiles": [(stage.value, STAGE_LABELS[stage], everything.of(stage), kind) for stage, kind in TILES.items()],
        "numbers": everything,
        "may_find": may(actor_of(request.user), Deed.CHOOSE_PROSPECT),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"discovery/prospects/list.html{part}", context)


@requires(Deed.SEE_PROSPECTS)
def download(request: HttpRequest) -> FileResponse:
    found = matching(ProspectsFilter(request.GET).asked(), scope_of(request.user, Deed.SEE_PROSPECTS), now())
    name = f"{_('Nhân tố mới')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _is_alone(one: Prospect, since: datetime) -> bool:
    return one.stage in LIVING and one.looked_at < since
